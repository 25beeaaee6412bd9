import { normalise } from './width.ts'

/** Whether a text says of something that no consent to it is needed: 承諾の対象から除いたもの, 承諾を要しない, 承諾は不要. */
export function saysConsentFree(text: string): boolean {
  return /承[諾認](?:の対象)?(?:から(?:除|外)|[をは]?(?:要し|必要とし|求め)ない|[はが]?(?:不要|要らない|いらない))/u.test(
    normalise(text).replaceAll(' ', ''),
  )
}
