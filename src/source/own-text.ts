import { Buffer } from 'node:buffer'

/**
 * The same text in memory of its own. A text cut out of a file keeps the whole file in memory: what
 * outlives its file should not.
 */
export function ownText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
