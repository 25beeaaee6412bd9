import { visible } from '../text/visible.ts'

/** The part of SARIF 2.1.0 that is written here. */
export interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly name: string
      readonly version: string
      readonly language: 'ja'
      readonly rules: readonly SarifRule[]
      readonly notifications?: readonly SarifRule[]
    }
  }
  readonly columnKind: 'utf16CodeUnits'
  readonly originalUriBaseIds: Readonly<Record<string, { readonly description: SarifMessage }>>
  readonly invocations: readonly [SarifInvocation]
  readonly results: readonly SarifResult[]
}

/** A text for people. */
export interface SarifMessage {
  readonly text: string
}

/** What is said of a rule, or of a kind of notification. */
export interface SarifRule {
  readonly id: string
  readonly name?: string
  readonly shortDescription: SarifMessage
  readonly fullDescription: SarifMessage
  readonly help?: SarifMessage
  readonly defaultConfiguration?: { readonly level: SarifLevel }
  readonly properties?: { readonly tags: readonly string[] }
}

/** How grave a result is. */
export type SarifLevel = 'error' | 'warning' | 'note'

/** One thing found. */
export interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: SarifLevel
  readonly message: SarifMessage
  readonly locations: readonly [SarifLocation]
  readonly relatedLocations?: readonly SarifLocation[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly baselineState?: 'new' | 'unchanged'
  readonly suppressions?: readonly SarifSuppression[]
  readonly properties?: Readonly<Record<string, string | boolean | readonly string[]>>
}

/** Why a result does not count. */
export interface SarifSuppression {
  readonly kind: 'external'
  readonly status: 'accepted'
  readonly justification: string
}

/** Where something stands, and whose it is. */
export interface SarifLocation {
  readonly id?: number
  readonly message?: SarifMessage
  readonly physicalLocation?: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string }
    readonly region: SarifRegion
  }
  readonly logicalLocations?: readonly {
    readonly name: string
    readonly fullyQualifiedName: string
    readonly kind: string
  }[]
}

/** One-based; the end column is that of the character behind. */
export interface SarifRegion {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** How the run went. */
export interface SarifInvocation {
  readonly executionSuccessful: true
  readonly toolExecutionNotifications?: readonly {
    readonly descriptor: { readonly id: string; readonly index: number }
    readonly level: 'note'
    readonly message: SarifMessage
    readonly locations?: readonly SarifLocation[]
  }[]
}

/** A run as a whole file. */
export function sarifText(run: SarifRun): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

/**
 * A user's text as a plain message. Two pieces of syntax live even in plain messages (SARIF 3.11.5,
 * 3.11.6): `[words](target)` would become a link, so a space parts its halves; `{0}` would be filled
 * in, so its braces are doubled. Other braces stay single: readers fill in and undouble only where
 * there are arguments, of which there are none, and `{ every: P6M }` in a fix should stay copyable.
 */
export function messageOf(text: string): SarifMessage {
  return {
    text: visible(text)
      .replaceAll('](', '] (')
      .replace(/\{(\d+)\}/g, '{{$1}}'),
  }
}

/** As `messageOf`, of at most so many characters. */
export function shortMessageOf(text: string, max: number): SarifMessage {
  const whole = Array.from(text)
  return messageOf(whole.length <= max ? text : `${whole.slice(0, max - 1).join('')}…`)
}
