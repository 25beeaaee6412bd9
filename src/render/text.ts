/**
 * What no document may hold: control characters (XML allows none), halves of a surrogate pair, places
 * without a character, and marks that turn the direction of the text, which can hide what it says.
 */
const unwanted =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\p{Noncharacter_Code_Point}\p{Surrogate}]/gu

/** A text as documents can hold it: lines end with \n, and what cannot be written shows as U+FFFD. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unwanted, '\uFFFD')
}

/** Escapes a text for HTML, between tags and in quotes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
