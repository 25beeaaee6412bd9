/** A blank as wide as a kanji. */
export const wideSpace = '\u3000'

/** Room for a day written by hand. */
export const blankDay = '　　　　年　　月　　日'
