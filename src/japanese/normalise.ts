/** The form in which texts are compared, never shown: NFKC, one space for many, none at the ends. */
export function normalise(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim()
}
