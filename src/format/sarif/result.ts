import type { Finding } from '../../finding/finding.ts'
import { findingText } from '../text/finding.ts'
import { visibleLine } from '../text/visible.ts'
import {
  messageOf,
  type SarifLocation,
  type SarifMessage,
  type SarifRegion,
  type SarifResult,
} from './log.ts'
import { levelOf } from './rule.ts'
import type { Location } from '../../source/source.ts'
import type { InWorkTree } from '../from-root.ts'

/**
 * Under which name our fingerprint stands; its version changes when its make does. GitHub goes by
 * `primaryLocationLineHash` alone, which its upload computes from the file; ours in that place would
 * be warned of at every result.
 */
const fingerprintName = 'policyLint/v1'

const states = { new: 'new', existing: 'unchanged' } as const

/** What results need to know of their run. */
export interface ResultContext {
  /** Where a rule stands in the list of rules. */
  readonly ruleIndex: ReadonlyMap<string, number>
  /** The names of systems. */
  readonly names: ReadonlyMap<string, string>
}

/** The result for a finding. */
export function resultOf(finding: Finding, { ruleIndex, names }: ResultContext): SarifResult {
  const { rule, system, severity, location, related, fingerprint, state } = finding
  return {
    ruleId: rule,
    ruleIndex: ruleIndex.get(rule) ?? -1,
    level: levelOf[severity],
    message: messageOf(findingText(finding)),
    locations: [
      {
        physicalLocation: physical(location),
        ...(system === null ? {} : { logicalLocations: [logical(system, names.get(system))] }),
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, index) =>
            relatedLocation(index + 1, messageOf(one.message), one.location),
          ),
        }),
    partialFingerprints: { [fingerprintName]: fingerprint },
    ...(state === undefined ? {} : { baselineState: states[state] }),
    properties: propertiesOf(finding),
  }
}

function propertiesOf({ label, class: kind, basis, unconfirmed, requirement }: Finding) {
  return {
    label: visibleLine(label),
    class: kind,
    basis,
    ...(unconfirmed && { unconfirmed }),
    ...(requirement === null ? {} : { requirement: visibleLine(requirement) }),
  }
}

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
