const spaces = /\s+/g
const dashes = /[\u2010-\u2015\u2212\ufe63]/g
/** A long vowel mark typed for a hyphen: between a letter or digit of ASCII and another. */
const mistypedDash = /(?<=[a-z0-9])ー(?=[a-z0-9])/g

/** The form in which texts are compared, never shown: NFKC, one space for many, none at the ends. */
export function normalise(text: string): string {
  return text.normalize('NFKC').replace(spaces, ' ').trim()
}

/**
 * The form in which labels on things (a USB memory, a ledger number) are compared: as `normalise`,
 * and without regard to capitals, spaces and the kind of hyphen.
 */
export function labelKey(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(spaces, '')
    .replace(dashes, '-')
    .replace(mistypedDash, '-')
}
