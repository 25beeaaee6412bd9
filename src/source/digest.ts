import { createHash } from 'node:crypto'

/** SHA-256 of some texts or bytes one after another, none of which can pass for a part of its neighbour. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex')
}
