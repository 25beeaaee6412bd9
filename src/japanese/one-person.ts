import { normalise } from './width.ts'

/** Offices, and ranks that many hold: two who are called so need not be one person. */
const many =
  /(?:課|係|室|部|局|班|グループ|チーム|所|館|院|校|園|署|センター)$|^(?:担当|担当者|職員|主事|主査|主任|主幹|技師|教員|教諭|看護師|保健師|保育士|会計年度任用職員)$/u

/** Whether two names certainly tell of one person: a post of which there is one, or a pseudonym, that both give. */
export function isOnePerson(one: string, other: string): boolean {
  const name = normalise(one)
  return name !== '' && name === normalise(other) && !many.test(name)
}
