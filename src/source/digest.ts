import { createHash } from 'node:crypto'

/** SHA-256 of some texts one after another, none of which can pass for a part of its neighbour. */
export function digestOf(...texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length}:`).update(text)
  return hash.digest('hex')
}
