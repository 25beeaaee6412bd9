import {
  type CellState,
  cellStates,
  type CoverageCell,
  type CoverageClause,
  type CoveredSystem,
  type NotApplicableBecause,
} from '../../finding/coverage.ts'
import { groupBy } from '../../finding/order.ts'
import { type MissingLabel, missingWords } from '../../finding/missing-words.ts'
import { fileStemOf, isWholeOrganisation } from '../../finding/system-id.ts'
import { wideSpace } from '../../japanese/width.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { writePlace } from '../../source/source.ts'
import { conventionsOf } from '../conventions.ts'
import type { Covered, View, ViewMaker } from '../view.ts'
import { type Style, styleOf } from './style.ts'
import { type Cell, type Column, filledIn, type Grid, tabularView } from './tabular.ts'
import { Articles } from './laid-down.ts'

/** 監査調書: one for each system, each clause beside what is laid down, seen and found, with room for the auditor. */
export const workpaperViews: ViewMaker<Covered> = ({ dossiers, coverage, missingLabel }) =>
  coverage.systems.flatMap((system, index): readonly View[] => {
    const dossier = dossiers.find(
      ({ id, standard }) => id === system.system && standard.id === system.standard.pack,
    )
    const under = dossier ?? dossiers.find(({ standard }) => standard.id === system.standard.pack)
    // A system that was left out for its errors has no paper; a standard has one without a dossier.
    if (!under || (!dossier && system.kind !== 'standard')) return []
    const style = styleOf(conventionsOf(under.municipality))
    const items = coverage.clauses.flatMap((clause): readonly Item[] => {
      const cell = clause.cells[index]
      return cell ? [{ clause, cell }] : []
    })
    const articles = dossier && new Articles(dossier, style)
    return [paperOf(system, items, { articles, missingLabel, style, of: under })]
  })

/** The day since which an edition is in force; what it is called, where no day is known. */
function startOfEdition(edition: string, { standard }: WrittenDossier): string {
  const one = standard.root.parts('editions').find(({ data }) => String(data['id']) === edition)
  return one?.writtenText('from') ?? edition
}

/** A clause and what is said of it on the system. */
interface Item {
  readonly clause: CoverageClause
  readonly cell: CoverageCell
}

interface Subject {
  /** Of a system; a standard has no procedure. */
  readonly articles: Articles | undefined
  readonly missingLabel: MissingLabel
  readonly style: Style
  readonly of: WrittenDossier
}

function paperOf(system: CoveredSystem, items: readonly Item[], subject: Subject): View {
  const { style, of } = subject
  const applying = items.filter(({ cell }) => cell.state !== 'notApplicable')
  const others = items.filter(({ cell }) => cell.state === 'notApplicable')
  const { name, edition } = system.standard
  return tabularView(
    {
      title: `${isWholeOrganisation(system.system) ? of.municipality.name : system.name}${wideSpace}監査調書`,
      stem: `${fileStemOf(system.system)}-workpaper`,
      asOf: of.asOf,
      lead: [
        `監査の基準${wideSpace}${name}${edition === null ? '' : `（${style.day(startOfEdition(edition, of))}版）`}`,
      ],
      parts: [
        filledIn(['調書番号', '作成者', '作成日', '査閲者', '査閲日']),
        { heading: '１　集計', grid: totalOf(applying), empty: '' },
        {
          heading: '２　基準の条項ごとの調書',
          startsPage: true,
          grid: gridOf(paperColumns, applying, subject, ['']),
          inWorkbook: gridOf(workbookColumns, applying, subject, ['', '', '']),
          empty: '点検する条項はない。',
        },
        {
          heading: '３　対象外とした条項',
          grid: othersOf(others),
          empty: '対象外とした条項はない。',
        },
      ],
      notes: [
        '備考',
        `１${wideSpace}「点検の結果」は、書類に書かれたことを規則に照らした結果であり、監査人の結論ではない。「適合」は、規則が確かめた範囲で条項に反するものがないことを示す。`,
        `２${wideSpace}「判定できない」は、判定に要る事実が書類に書かれていないことを示し、適合を意味しない。`,
        `３${wideSpace}「確認方法」は、閲覧、質問、視察、照合又は再実施のうち、監査人が行ったものを記入する。`,
        ...withoutClause(system),
      ],
    },
    style,
  )
}

function withoutClause({
  withoutClause: { broken, cannotJudge },
}: CoveredSystem): readonly string[] {
  const loose = [
    broken > 0 ? `指摘が${broken}件` : '',
    cannotJudge > 0 ? `判定できないものが${cannotJudge}件` : '',
  ].filter(Boolean)
  if (loose.length === 0) return []
  const list = broken > 0 ? '指摘の内容は、指摘一覧による。' : ''
  return [`４${wideSpace}このほか、どの条項のものとも定まらない${loose.join('、')}ある。${list}`]
}

const words: Readonly<Record<CellState, string>> = {
  broken: '指摘',
  cannotJudge: '判定できない',
  excepted: '例外措置',
  kept: '適合',
  noRule: '規則なし',
  notApplicable: '対象外',
}

const meanings: Readonly<Record<CellState, string>> = {
  broken: '条項に反するものが見つかった。',
  cannotJudge: '判定に要る事実が書かれていない。適合を意味しない。',
  excepted: '条項に反するものが、許可された例外措置によっている。',
  kept: '規則が確かめた範囲で、条項に反するものはない。',
  noRule: '確かめる規則がない。監査人が初めから確かめる。',
  notApplicable: 'この書類では点検しない。',
}

function totalOf(items: readonly Item[]): Grid {
  const states = cellStates.filter((state) => state !== 'notApplicable')
  return {
    columns: [
      { label: '点検の結果', width: 20, center: true },
      { label: '条項の数', width: 15, center: true },
      { label: '意味', width: 65 },
    ],
    rows: states.map((state) => ({
      source: '',
      cells: [
        words[state],
        items.filter(({ cell }) => cell.state === state).length,
        meanings[state],
      ],
    })),
  }
}

/** What an auditor does to see for himself. */
const methods = ['閲覧', '質問', '視察', '照合', '再実施'] as const

/** What an auditor comes to. */
const conclusions = ['適合', '不適合', '確認できない', '該当なし'] as const

function columnsOf(widths: readonly number[], others: readonly Column[]): readonly Column[] {
  const told: readonly Omit<Column, 'width'>[] = [
    { label: '番号', center: true },
    { label: '基準の条項' },
    { label: '実施手順の定め' },
    { label: '点検の結果', center: true },
    { label: '指摘の内容又は判定に要るもの' },
    { label: '証拠（記録等）' },
    { label: '確認方法', choices: methods },
    { label: '監査人の結果', choices: conclusions },
    { label: '所見' },
  ]
  return [...told.map((column, at) => ({ ...column, width: widths[at] ?? 0 })), ...others]
}

const paperColumns = columnsOf([4, 17, 12, 10, 15, 12, 7, 7, 9], [{ label: '調書番号', width: 7 }])

const workbookColumns = columnsOf(
  [4, 19, 12, 8, 16, 12, 6, 6, 10],
  [
    { label: '調書番号', width: 4 },
    { label: '作成者', width: 4 },
    { label: '作成日', width: 4, isDay: true },
  ],
)

function gridOf(
  columns: readonly Column[],
  items: readonly Item[],
  subject: Subject,
  blank: readonly string[],
): Grid {
  return {
    columns,
    rows: items.map((item, at) => ({
      source: sourceIn(item),
      cells: [at + 1, ...cellsOf(item, subject), '', '', '', ...blank],
    })),
  }
}

function cellsOf({ clause, cell }: Item, subject: Subject): readonly Cell[] {
  const { articles, style } = subject
  return [
    [`${clause.requirement}${wideSpace}${clause.title}`, ...clauseTexts(clause)].join('\n'),
    articles ? laidDown(clause, cell, articles) : '－',
    words[cell.state],
    style.sentence(saidOf(cell, subject).join('\n')),
    seenOf(cell, articles),
  ]
}

/** The standard's own words; where it has none, those of the common catalogue, which says so. */
function clauseTexts({ articles, text }: CoverageClause): readonly string[] {
  if (articles.length === 0) return [`${text.trim()}（共通の要求事項）`]
  return articles.map(({ number, text: quoted }) => [number, quoted.trim()].join(wideSpace))
}

/** The articles that answer a clause, or in which something keeps or breaks it. */
function laidDown(
  { requirement }: CoverageClause,
  { kept, broken, excepted }: CoverageCell,
  articles: Articles,
): string {
  const places = [...kept, ...broken, ...excepted].map(({ location }) => location)
  return articles.on(requirement, places).join('\n') || '（見当たらない）'
}

/** What is against it, and what would be needed to say more. */
function saidOf(cell: CoverageCell, { missingLabel, style }: Subject): readonly string[] {
  const missing = missingWords(cell.cannotJudge, missingLabel).map(withoutKey)
  const until = [...new Set(cell.excepted.map(({ expires }) => expires))]
  return [
    ...cell.broken.map(({ label, message }) => `（${label}）${message}`),
    ...until.map((day) => `例外措置の期限は、${style.day(day)}`),
    ...(missing.length > 0
      ? [`判定に要るもの${wideSpace}${limited([...new Set(missing)]).join('、')}`]
      : []),
    ...(cell.state === 'noRule' ? ['規則では確かめていない。'] : []),
  ]
}

/** 実施記録の事故（incidents）: keys of files are nothing to an auditor. */
function withoutKey(words: string): string {
  return words.replace(/（[\w.]+）(?=の日$|$)/, '')
}

/** The records and facts that a rule looked at and found in order. */
function seenOf({ kept }: CoverageCell, articles: Articles | undefined): string {
  const seen = kept.filter(({ location }) => !articles?.has(location))
  return limited(counted(seen.map(({ label }) => withoutId(label)))).join('\n')
}

/** 障害「paper-jam」: what only the records call it by is nothing to an auditor. */
function withoutId(label: string): string {
  return label.replace(/「[\w.+-]*[a-z][\w.+-]*」/gu, '')
}

/** Each once, with how many there are of it. */
function counted(labels: readonly string[]): readonly string[] {
  return [...groupBy(labels, (label) => label)].map(([label, all]) =>
    all.length === 1 ? label : `${label}（${all.length}件）`,
  )
}

/** So many are named in a cell. */
const most = 8

function limited(names: readonly string[]): readonly string[] {
  if (names.length <= most) return names
  return [...names.slice(0, most), `ほか${names.length - most}件`]
}

function sourceIn({ cell: { broken, kept } }: Item): string {
  const [first] = [...broken, ...kept]
  return first ? writePlace(first.location) : ''
}

const reasons: Readonly<Record<NotApplicableBecause, string>> = {
  ofOrganisation: '全庁の規程で点検する。',
  ofSystems: 'システムごとに点検する。',
  ofStandard: '対策基準そのもので点検する。',
  condition: '条項の条件に当たらない。',
  absent: 'この対策基準にない条項である。',
  nothing: '当てはまるものがない。',
  retired: '廃止されたシステムである。',
}

function othersOf(items: readonly Item[]): Grid {
  return {
    columns: [
      { label: '条項', width: 60 },
      { label: '対象外とした理由', width: 40 },
    ],
    rows: items.map(({ clause, cell }) => ({
      source: '',
      cells: [
        `${clause.requirement}${wideSpace}${clause.title}`,
        cell.because === null ? '' : reasons[cell.because],
      ],
    })),
  }
}
