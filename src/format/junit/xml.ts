import { escaped } from '../markup.ts'

/** What no XML may hold, not even escaped, beside what `escaped` has already taken out. */
const forbidden = /[\ufffe\uffff]/g

/** A user's text between the tags of XML. */
export function xmlText(text: string): string {
  return escaped(text).replace(forbidden, '\ufffd')
}

/** A user's text as an attribute of XML, in which a reader would turn line breaks into spaces. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
