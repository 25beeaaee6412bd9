/**
 * The audit replay: every row that the auditors found by hand must be owned by at least one finding,
 * and every finding by exactly one row. The rows are data (`*.yaml` beside this file).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../../src/finding/finding.ts'
import { diskWorkspace } from '../../src/source/disk.ts'
import { check } from '../../src/workflow/check.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'
import { standsAt } from './pointer.ts'

/** What one row expects: findings of a rule inside the element that a pointer of ids leads to. */
export interface Expected {
  readonly rule: string
  readonly system?: string
  readonly path: string
  readonly pointer: string
  /** Words of the message, where several findings of one rule stand at one place. */
  readonly says?: string
}

/** One row of an audit report. */
export interface Row {
  readonly id: string
  readonly system: string
  readonly summary: string
  readonly class: string
  readonly inferred?: boolean
  readonly reservation?: string
  readonly findings: readonly Expected[]
  /** Why no general rule can honestly find the row; such a row stands above the count. */
  readonly outOfReach?: string
}

/** The rows of one report and the municipality whose dossiers they speak of. */
export interface Audit {
  readonly report: { readonly title: string }
  readonly municipality: string
  readonly rows: readonly Row[]
}

/** A row with the findings it owns. */
export interface RowResult {
  readonly row: Row
  readonly owned: readonly Finding[]
  /** What it expected and did not get. */
  readonly missing: readonly Expected[]
}

/** The outcome of a replay. */
export interface Replay {
  readonly rows: readonly RowResult[]
  /** Findings on the audited dossiers that no row owns, or that more than one does. */
  readonly extra: readonly Finding[]
  /** Findings on the remedied twins. */
  readonly remedied: readonly Finding[]
  /** Findings that stand on assumed facts, or on inferred ones in a row that does not say so. */
  readonly unfounded: readonly Finding[]
}

/** Reads the audits of a folder. */
export function readAudits(folder: string): readonly Audit[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const source = { path: name, text: readFileSync(join(folder, name), 'utf8') }
      return parseDocuments(source).documents[0]?.value as Audit
    })
}

/** Replays audits against `procedures/` and `examples/remedied/` below a folder. */
export async function replay(root: string, audits: readonly Audit[]): Promise<Replay> {
  const municipalities = [...new Set(audits.map((audit) => audit.municipality))]
  const rows: RowResult[] = []
  const extra: Finding[] = []
  const remedied: Finding[] = []
  for (const municipality of municipalities) {
    const found = await findingsOf(root, `procedures/${municipality}`)
    const results = audits
      .filter((audit) => audit.municipality === municipality)
      .flatMap((audit) => audit.rows)
      .map((row) => own(root, municipality, row, found))
    rows.push(...results)
    extra.push(...found.filter((finding) => ownersOf(finding, results).length !== 1))
    remedied.push(...(await findingsOf(root, `examples/remedied/${municipality}`)))
  }
  return { rows, extra, remedied, unfounded: rows.flatMap(unfoundedOf) }
}

async function findingsOf(root: string, path: string): Promise<readonly Finding[]> {
  const workspace = diskWorkspace({ cwd: root })
  const { report } = await check({ workspace, paths: [path] })
  return report.findings
}

function own(root: string, municipality: string, row: Row, all: readonly Finding[]): RowResult {
  const owned = new Set<Finding>()
  const missing: Expected[] = []
  for (const expected of row.findings) {
    const matching = all.filter((finding) => matches(finding, expected, root, municipality, row))
    if (matching.length === 0) missing.push(expected)
    for (const finding of matching) owned.add(finding)
  }
  return { row, owned: [...owned], missing }
}

function matches(
  finding: Finding,
  expected: Expected,
  root: string,
  municipality: string,
  row: Row,
): boolean {
  const path = expected.path.startsWith('policies/')
    ? expected.path
    : `procedures/${municipality}/${expected.path}`
  if (finding.rule !== expected.rule || finding.location.path !== path) return false
  if (finding.system !== (expected.system ?? row.system)) return false
  if (!finding.message.includes(expected.says ?? '')) return false
  return standsAt(root, path, expected.pointer, finding)
}

function ownersOf(finding: Finding, results: readonly RowResult[]): readonly RowResult[] {
  return results.filter((result) => result.owned.includes(finding))
}

function unfoundedOf({ row, owned }: RowResult): readonly Finding[] {
  return owned.filter(
    ({ basis }) => basis === 'assumed' || (basis === 'inferred' && row.inferred !== true),
  )
}

/** The replay as a table; its last line counts the rows and what is over. */
export function table({ rows, extra, remedied, unfounded }: Replay): string {
  const within = rows.filter(({ row }) => row.outOfReach === undefined)
  const found = within.filter(({ missing, owned }) => missing.length === 0 && owned.length > 0)
  const lines = rows.flatMap((result) => lineOf(result))
  const say = (title: string, findings: readonly Finding[]): string[] =>
    findings.map(({ rule, location, message }) => {
      return `${title}: ${rule} ${location.path}:${location.start.line} ${message}`
    })
  return [
    ...lines,
    ...say('余り', extra),
    ...say('改善後の指摘', remedied),
    ...say('事実の裏付けがない指摘', unfounded),
    `replay: ${found.length}/${within.length} rows, ${extra.length + remedied.length} extra`,
  ].join('\n')
}

function lineOf({ row, owned, missing }: RowResult): string[] {
  const mark = row.outOfReach ? '対象外' : missing.length === 0 && owned.length > 0 ? '○' : '×'
  const head = `${mark} ${row.id} [${row.class}] ${row.summary}${row.inferred ? '(推定の事実による)' : ''}`
  return [
    head,
    ...owned.map(({ rule, location: { path, start }, label }) => {
      return `    ${label} ${rule}  ${path}:${start.line}:${start.column}`
    }),
    ...missing.map(({ rule, path, pointer }) => `    見つからない: ${rule}  ${path}${pointer}`),
    ...(row.outOfReach ? [`    ${row.outOfReach}`] : []),
  ]
}
