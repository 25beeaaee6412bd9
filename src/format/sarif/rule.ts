import {
  type Article,
  type Finding,
  type Severity,
  unconfirmedMark,
} from '../../finding/finding.ts'
import { compareText, groupBy } from '../../finding/order.ts'
import { unfolded, visibleLine } from '../text/visible.ts'
import { messageOf, shortMessageOf, type SarifLevel, type SarifRule } from './log.ts'

/** Beyond this GitHub refuses the file. */
const maxDescription = 1024
const maxName = 255

/** What SARIF calls a severity. */
export const levelOf: Readonly<Record<Severity, SarifLevel>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** The rules behind some findings, by id, each with what is the same for all its findings. */
export function rulesOf(
  findings: readonly Finding[],
  titles: ReadonlyMap<string, string> = new Map(),
): readonly SarifRule[] {
  return [...groupBy(findings, ({ rule }) => rule)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, own]) => ruleOf(id, own, titles.get(id)))
}

function ruleOf(id: string, findings: readonly Finding[], title: string | undefined): SarifRule {
  const [first] = findings
  const why = first?.why ?? ''
  const shape = first?.class === 'F' ? 'ファイルの形式の誤り' : id
  const name = title ?? shape
  const tags = unique(findings.flatMap(({ requirement }) => requirement ?? []).map(visibleLine))
  return {
    id,
    name: shortMessageOf(visibleLine(name), maxName).text,
    shortDescription: shortMessageOf(visibleLine(name), maxDescription),
    fullDescription: shortMessageOf(visibleLine(why || name), maxDescription),
    help: messageOf(helpText(id, why, findings)),
    defaultConfiguration: { level: gravest(findings) },
    ...(tags.length > 0 ? { properties: { tags } } : {}),
  }
}

/** Why, by which clauses, how to mend it, and where to read on. */
function helpText(id: string, why: string, findings: readonly Finding[]): string {
  const articles = unique(
    findings.flatMap(({ article }) => (article ? [articleText(article)] : [])),
  )
  const fixes = unique(findings.flatMap(({ fix }) => fix ?? []))
  const parts = [
    ...(why ? [`なぜ: ${unfolded(why)}`] : []),
    ...articles.map((article) => `基準: ${article}`),
    ...(fixes.length === 1 ? [`直し方: ${fixes[0] ?? ''}`] : []),
    ...(id.startsWith('file.') || id.startsWith('shape.')
      ? []
      : [`よい例と悪い例は、policy-lint explain ${id} で見られます。`]),
  ]
  return parts.length > 0 ? parts.join('\n\n') : id
}

function articleText(article: Article): string {
  const { document, number, text } = article
  return `${document}${number === null ? '' : ` ${number}`}${unconfirmedMark(article)}「${unfolded(text)}」`
}

function gravest(findings: readonly Finding[]): SarifLevel {
  const found = new Set(findings.map(({ severity }) => severity))
  return found.has('error') ? 'error' : found.has('warning') ? 'warning' : 'note'
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort(compareText)
}
