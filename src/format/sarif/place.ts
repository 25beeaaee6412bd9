import type { Location } from '../../source/source.ts'
import type { InWorkTree } from '../from-root.ts'
import { visibleLine } from '../text/visible.ts'
import type { SarifLocation, SarifMessage, SarifRegion } from './log.ts'

/** The folder that relative paths start from: by convention the root of the checked out files. */
export const root = '%SRCROOT%'

/** What the folder is that relative paths start from. */
export function rootName({ belowRoot }: InWorkTree): string {
  return belowRoot === undefined
    ? 'policy-lint を実行したフォルダー'
    : 'git の作業ツリーの一番上のフォルダー'
}

/** A place in a file; `base` says from where its path is to be read. */
export function physical(
  { path, start, end }: Location,
  base: string = root,
): NonNullable<SarifLocation['physicalLocation']> {
  const region: SarifRegion = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  }
  const uri = uriOf(path)
  const artifactLocation = uri.startsWith('file:') ? { uri } : { uri, uriBaseId: base }
  return { artifactLocation, region }
}

/** Another place, with what it is. */
export function relatedLocation(
  id: number,
  message: SarifMessage,
  location: Location,
  base?: string,
): SarifLocation {
  return { id, message, physicalLocation: physical(location, base) }
}

/** The system something belongs to. */
export function logical(system: string, name: string | undefined) {
  const fullyQualifiedName = visibleLine(system)
  return { name: visibleLine(name ?? system), fullyQualifiedName, kind: 'system' }
}

/**
 * The URI of a path, percent-encoded piece by piece. Absolute paths (a Windows drive, a share, a root)
 * are file URIs. A half of a character that stands alone has no encoding and becomes a sign.
 */
export function uriOf(path: string): string {
  const encoded = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((name, index) => (index === 0 && /^[A-Za-z]:$/.test(name) ? name : encode(name)))
    .join('/')
  if (/^[A-Za-z]:\//.test(encoded)) return `file:///${encoded}`
  if (encoded.startsWith('//')) return `file:${encoded}`
  return encoded.startsWith('/') ? `file://${encoded}` : encoded
}

function encode(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  })
}
