import { ownText, type Source } from '../source/source.ts'

/** What a document says it is, as far as its text shows; both may be missing. */
export interface Head {
  readonly kind: string | undefined
  readonly system: string | undefined
}

const separator = /^---(?:[ \t\r]|$)/m

/** A document written in braces, JSON for instance, after comments and blank lines. */
const braces = /^(?:\s|#.*$)*\{/m

/**
 * The `kind` and `system` of each document of a file, read off the lines that begin with them, or, of
 * one in braces, off their first place. Cheap, and good for files that do not parse: one can still
 * tell which dossier lacks what.
 */
export function headsOf(source: Source): Head[] {
  return source.text
    .split(separator)
    .map((text) => ({ kind: valueOf(text, 'kind'), system: valueOf(text, 'system') }))
    .filter((head) => head.kind !== undefined || head.system !== undefined)
}

function valueOf(text: string, key: string): string | undefined {
  const found = written(text, key)
  return found === undefined ? undefined : ownText(found)
}

function written(text: string, key: string): string | undefined {
  const line = new RegExp(`^${key}[ \\t]*:[ \\t]+(["']?)([^\\s"'#]+)\\1`, 'm').exec(text)
  if (line) return line[2]
  if (braces.exec(text)?.index !== 0) return undefined
  return new RegExp(`[{,]\\s*(["']?)${key}\\1\\s*:\\s*(["']?)([^\\s"'#,}]+)\\2`).exec(text)?.[3]
}
