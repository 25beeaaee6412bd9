import { bundledBy } from '../../finding/bundle.ts'
import {
  type BrokenPlace,
  type CellState,
  cellStates,
  type Coverage,
  type CoverageCell,
  type CoverageClause,
  type CoveredCommit,
  type CoveredSystem,
  type NotApplicableBecause,
  type OpenPlace,
  type StateCounts,
  type ViewpointResult,
} from '../../finding/coverage.ts'
import { groupBy } from '../../finding/order.ts'
import { municipalityIdOf } from '../../finding/system-id.ts'
import { isWide, type MissingLabel, missingWords } from '../../finding/missing-words.ts'
import { writeDayText } from '../../japanese/date.ts'
import { joinList } from '../../japanese/list.ts'
import { visibleLine } from '../text/visible.ts'

/** How a state is shown: a sign that needs no colour, and a word. */
export const stateWords: Readonly<Record<CellState, { sign: string; word: string }>> = {
  broken: { sign: '×', word: '守られていない' },
  cannotJudge: { sign: '？', word: '判定できない' },
  excepted: { sign: '△', word: '例外措置' },
  kept: { sign: '○', word: '守られている' },
  noRule: { sign: '□', word: '規則がない' },
  notApplicable: { sign: '－', word: '対象外' },
}

const reasons: Readonly<Record<NotApplicableBecause, string>> = {
  ofOrganisation: '全庁の規程で判定します',
  ofSystems: 'システムごとに判定します',
  ofStandard: '対策基準そのもので判定します',
  condition: '条件に当たりません',
  absent: 'この対策基準にない条項です',
  nothing: '当てはまるものがありません',
  retired: '廃止されたシステムです',
}

const maxMissing = 4

/** The word for a cell, with the reason where the clause does not apply. */
export function cellWord({ state, because }: CoverageCell): string {
  const { word } = stateWords[state]
  return because === null ? word : `${word}（${reasons[because]}）`
}

/** ○ 4 × 8 …: every state that occurs. */
export function countsText(counts: StateCounts): string {
  return cellStates
    .filter((state) => counts[state] > 0)
    .map((state) => `${stateWords[state].sign} ${counts[state]}`)
    .join('  ')
}

/** Said above a table where files could not be read. */
export const partial = '書類に誤りがあり、この表はすべてを示していません。'

/** What the signs mean. */
export function legend(): string {
  return cellStates.map((state) => `${stateWords[state].sign} ${stateWords[state].word}`).join('  ')
}

/** How much of a digest or of a commit's id tells it from others. */
const shortId = 12

/** What an auditor looks for before the table: whose systems, by which standards, when it ran, on which files. */
export function headOf(coverage: Coverage): readonly (readonly [label: string, text: string])[] {
  const { municipalities, systems, ranOn, tool, paths, commit } = coverage
  const standards = [...new Set(systems.map(({ standard }) => standardText(standard)))]
  const bodies = municipalities.map(({ name }) => visibleLine(name))
  return [
    ...(bodies.length > 0 ? [['団体', bodies.join('、')] as const] : []),
    ...standards.map((text) => ['基準', text] as const),
    ['実行', `${writeDayText(ranOn)} ${tool.name} ${tool.version}`],
    ['対象', paths.map(visibleLine).join('、')],
    ...(commit ? [['git', commitText(commit)] as const] : []),
  ]
}

function standardText({ name, edition, guideline, rules }: CoveredSystem['standard']): string {
  const which = edition === null ? '判定日に効力のある版なし' : `${edition}版`
  const basis = guideline ? [`もとは${guideline.name} ${guideline.edition}版`] : []
  const judged = `規則 ${rules.count}件、要約値 ${rules.digest.slice(0, shortId)}`
  return visibleLine(`${name} ${which}（${[...basis, judged].join('。')}）`)
}

function commitText({ id, isModified }: CoveredCommit): string {
  return `${id.slice(0, shortId)}${isModified ? '（コミットしていない変更がある）' : ''}`
}

/** A system's name; with its standard where it is judged by several. */
export function columnName(
  { system, name, standard }: CoveredSystem,
  { systems }: Coverage,
): string {
  const isAlone = systems.filter((one) => one.system === system).length === 1
  return isAlone ? name : `${name}（${standard.name}）`
}

/** Who owns a system, by which standard it was judged, and what is so of it, as far as that is written. */
export function aboutText({ owner, traits, standard }: CoveredSystem): string {
  return [
    ...(owner ? [`所管 ${owner.name}`] : []),
    `基準 ${standard.name}`,
    ...(traits && traits.length > 0 ? [`特性 ${traits.map(({ name }) => name).join('、')}`] : []),
  ].join('。')
}

/** What breaks a clause: of many of one rule in one file the first few, and how many there are beside. */
export function brokenOf({ broken }: CoverageCell): readonly (BrokenPlace | string)[] {
  const likeness = ({ rule, label, location }: BrokenPlace): string =>
    [rule, label, location.path].join('\0')
  return bundledBy(broken, likeness).flatMap(({ first, named, more }) => [
    ...[first, ...named],
    ...(more > 0 ? [`同じ規則に当たるものが、このファイルにあと${more}件あります`] : []),
  ])
}

/** What would have to be written to judge a cell. */
export function missingText(open: readonly OpenPlace[], label: MissingLabel): string {
  return joinList(missingWords(open, label), maxMissing)
}

/** ア, イ, ウ …: how the auditors number their viewpoints. */
export function kana(index: number): string {
  return 'アイウエオカキクケコサシスセソタチツテト'.charAt(index) || String(index + 1)
}

/** The auditors' result: 指摘 3（ACC-1、ACC-2）, or a dash where nothing was found. */
export function viewpointText({ findings, cannotJudge, requirements }: ViewpointResult): string {
  const open = cannotJudge.length > 0 ? `※判定できない条項 ${cannotJudge.length}` : ''
  if (findings.length === 0) {
    if (requirements.length === 0 && open === '') return '対象なし'
    return ['－', open].filter(Boolean).join(' ')
  }
  const counts = new Map<string, number>()
  for (const { label } of findings) counts.set(label, (counts.get(label) ?? 0) + 1)
  const keys = [...new Set(findings.map(({ requirement }) => requirement))]
  const counted = [...counts].map(([label, count]) => `${visibleLine(label)} ${count}`).join('、')
  return [`${counted}（${keys.join('、')}）`, open].filter(Boolean).join(' ')
}

/** What the dash and the mark in the auditors' table mean. */
export const viewpointNotes: readonly string[] = [
  '「－」は、判定した限り、指摘に当たることが見つからなかったことを示す。',
  '「※」は、材料が足りず判定できない条項があることを示す。守られているという意味ではない。',
  '「対象なし」は、このシステムで判定する条項がないことを示す。',
]

/** What an executive must know beside the table: clauses that nobody looked at. */
export function remarks(
  systems: readonly CoveredSystem[],
  clauses: readonly CoverageClause[],
): readonly string[] {
  const wide = new Set(
    systems
      .filter(({ kind }) => kind === 'organisation')
      .map(({ system }) => municipalityIdOf(system)),
  )
  const without = [
    ...new Set(
      systems.map(({ system }) => municipalityIdOf(system)).filter((owner) => !wide.has(owner)),
    ),
  ]
  const unseen = clauses.filter(({ cells }) =>
    cells.every(
      ({ because, cannotJudge }) =>
        because === 'nothing' || cannotJudge.some(({ missing }) => missing.some(isWide)),
    ),
  )
  const loose = systems.filter(
    ({ withoutClause: { broken, cannotJudge } }) => broken + cannotJudge > 0,
  )
  const unconfirmed = clauses.filter(({ articles }) => articles.some((one) => one.unconfirmed))
  return [
    ...(unconfirmed.length > 0
      ? [
          `${unconfirmed.length}件の要求事項の条文は、文書から読み取ったままの、確かめていないものです。`,
        ]
      : []),
    ...(without.length > 0 && unseen.length > 0
      ? [
          `全庁の規程（system: ${joinList(without)}/organisation）が書かれていないため、どのシステムでも判定していない条項が${unseen.length}件あります。`,
        ]
      : []),
    ...loose.map(({ name, withoutClause: { broken, cannotJudge } }) => {
      const found = `検出 ${broken}件、判定できないもの ${cannotJudge}件`
      return `${visibleLine(name)}には、このほか条項に属さない${found}があります。`
    }),
  ]
}

/** Clauses area by area, in the order of the catalogue. */
export function byArea(
  clauses: readonly CoverageClause[],
): readonly (readonly [string, readonly CoverageClause[]])[] {
  return [...groupBy(clauses, ({ area }) => area)]
}
