import { createHash } from 'node:crypto'

/** The stable name of a finding: 16 hex digits of SHA-256 over its parts, none of them a line or a wording. */
export function fingerprint(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)
}
