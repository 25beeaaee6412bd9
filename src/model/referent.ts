import { ownValue } from '../finding/own-value.ts'
import type { Element } from './element.ts'

type Ways = Readonly<Record<string, readonly (readonly string[])[]>>

/** What other elements name by its id: for each noun the ways to it through the fields of a document. */
const named: Readonly<Record<string, Ways>> = {
  Procedure: { role: [['roles']], duty: [['duties'], ['documents', 'duties']] },
  Context: {
    contract: [['contracts']],
    sla: [['contracts', 'sla']],
    log: [['logs']],
    place: [['places']],
    network: [['networks']],
  },
  Municipality: { body: [['bodies']] },
}

/** The nouns of what stands in documents of a type and is named by its id. */
export function nounsIn(type: string): readonly string[] {
  return Object.keys(ownValue(named, type) ?? {})
}

/** All in a document that an id of a noun may name; `inside` gives what stands in a field. */
export function referents<E extends Element>(
  noun: string,
  document: E,
  inside: (one: E, field: string) => readonly E[],
): readonly E[] {
  const inLedger = document.type === 'Records' && Object.hasOwn(document.shape.fields, noun)
  const ways = ownValue(named, document.type)?.[noun] ?? (inLedger ? [[noun, 'entries']] : [])
  return ways.flatMap((way) =>
    way.reduce<readonly E[]>(
      (found, field) => found.flatMap((one) => inside(one, field)),
      [document],
    ),
  )
}

/** The same of a document as it is written. */
export function writtenReferents(noun: string, document: Element): readonly Element[] {
  return referents(noun, document, (one, field) => one.children(field))
}
