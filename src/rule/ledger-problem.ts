import type { Problem, ProblemWords } from '../finding/problem.ts'
import { suggest } from '../japanese/suggest.ts'
import { type AddedLedger, addedLedgers, formOf, type LedgerColumn } from '../model/added-ledger.ts'
import { listNames } from '../model/arising.ts'
import { dossierFields } from '../model/dossier-fields.ts'
import { referenceTargets, type Vocabularies } from '../model/language.ts'
import type { PackDocument } from '../model/pack.ts'
import { shapeOf } from '../model/shape.ts'
import type { Path } from '../yaml/document.ts'
import { packProblem } from './pack-problem.ts'

/** What is wrong with the ledgers that a pack adds to those of the packs below it. */
export function ledgerProblems(
  own: PackDocument,
  below: readonly PackDocument[],
  vocabularies: Vocabularies,
): readonly Problem[] {
  const inherited = addedLedgers(below.map(({ value }) => value))
  const all = addedLedgers([...below, own].map(({ value }) => value))
  return addedLedgers([own.value]).flatMap((ledger, index) => {
    const at: Path = ['ledgers', index]
    const known = inherited.find(({ id }) => id === ledger.id)
    const merged = all.find(({ id }) => id === ledger.id) ?? ledger
    const toProblem = ({ path, code, ...words }: Fault): Problem =>
      packProblem(own.document, [...at, ...path], code, words)
    const ids = new Set(all.map(({ id }) => id))
    return [
      ...takenName(ledger.id, reserved, ['id']),
      ...ledger.columns.flatMap((column, nth) =>
        [
          ...takenName(column.id, reservedColumns, ['id']),
          ...otherForm(column, known),
          ...typeFaults(column, vocabularies, ids),
        ].map((fault) => ({ ...fault, path: ['columns', nth, ...fault.path] })),
      ),
      ...columnsNamed(ledger).flatMap((named) => unknownColumn(named, merged)),
    ].map(toProblem)
  })
}

type Fault = Pick<ProblemWords, 'code' | 'message' | 'fix'> & { readonly path: Path }

/** What rules, records and lists of facts call something of their own. */
const reserved: ReadonlySet<string> = new Set([
  ...Object.keys(shapeOf('Records').fields),
  ...Object.keys(shapeOf('Context').fields),
  ...Object.keys(dossierFields),
  ...listNames,
  // What the rule language calls plain values.
  ...['any', 'bool', 'day', 'list', 'null', 'number', 'optional', 'period', 'text', 'word'],
])

/** What every row has of itself, or of the ledger around it. */
const reservedColumns: ReadonlySet<string> = new Set([
  ...['id', 'key', 'entries', 'covers', 'organisation', 'basis', 'source', 'notes'],
])

function takenName(id: string, taken: ReadonlySet<string>, path: Path): readonly Fault[] {
  // A name that every object has of itself would be found where nothing is written.
  if (!taken.has(id) && !(id in {})) return []
  const message = `「${id}」は、初めからある名前なので、使えません。`
  return [{ path, code: 'ledger-name', message, fix: 'ほかの名前に変えてください。' }]
}

/** What stands in a column that a pack below knows already stays what it is: its rules read it so. */
function otherForm(column: LedgerColumn, below: AddedLedger | undefined): readonly Fault[] {
  const known = below?.columns.find(({ id }) => id === column.id)
  if (!known || formOf(known) === formOf(column)) return []
  const message = `列「${column.id}」に書く値の種類が、土台のパックの同じ列と違います。`
  const fix = '土台のパックと同じ種類にするか、ほかの名前の列を加えてください。'
  return [{ path: ['type'], code: 'ledger-column', message, fix }]
}

function typeFaults(
  { id, type, words, vocabulary, to }: LedgerColumn,
  vocabularies: Vocabularies,
  ledgers: ReadonlySet<string>,
): readonly Fault[] {
  const say = (path: Path, message: string, fix: string): readonly Fault[] => [
    { path, code: 'ledger-column', message, fix },
  ]
  if (type === 'word') {
    if ((words === undefined) === (vocabulary === undefined)) {
      const fix = '決まった言葉の列には、words か vocabulary のどちらか一つを書いてください。'
      return say(['type'], `列「${id}」で選べる言葉が決まりません。`, fix)
    }
    if (vocabulary === undefined || vocabularies.has(vocabulary)) return []
    const message = `用語集「${vocabulary}」はありません。`
    return say(['vocabulary'], message, nearOr(vocabulary, vocabularies.keys()))
  }
  if (words ?? vocabulary) {
    const fix =
      '言葉から選ぶ列なら type を word にし、そうでなければ words と vocabulary を消してください。'
    return say(['type'], `列「${id}」は、決まった言葉の列ではありません。`, fix)
  }
  if (type !== 'reference') return []
  const targets = [...Object.keys(referenceTargets), ...ledgers]
  if (to !== undefined && targets.includes(to)) return []
  const message =
    to === undefined
      ? `列「${id}」が指すものが書かれていません。`
      : `列の指す「${to}」はありません。`
  const fix =
    to === undefined
      ? `to に、${targets.join('、')} のどれかを書いてください。`
      : nearOr(to, targets)
  return say([to === undefined ? 'type' : 'to'], message, fix)
}

interface NamedColumn {
  readonly path: Path
  readonly column: string
  readonly isDay: boolean
}

/** Where a ledger names columns of its own, and whether days must stand there. */
function columnsNamed({
  rowKey = [],
  since,
  gone = [],
  events = [],
}: AddedLedger): readonly NamedColumn[] {
  return [
    ...rowKey.map((column, nth) => ({ path: ['rowKey', nth], column, isDay: false })),
    ...(since === undefined ? [] : [{ path: ['since'], column: since, isDay: true }]),
    ...gone.map((column, nth) => ({ path: ['gone', nth], column, isDay: true })),
    ...events.flatMap(({ day }, nth) =>
      day === undefined ? [] : [{ path: ['events', nth, 'day'], column: day, isDay: true }],
    ),
  ]
}

function unknownColumn(
  { path, column, isDay }: NamedColumn,
  { columns }: AddedLedger,
): readonly Fault[] {
  const found = columns.find(({ id }) => id === column)
  if (found && (!isDay || (found.type === 'day' && !found.many))) return []
  const message = found
    ? `列「${column}」は、日付の列ではありません。`
    : `列「${column}」はありません。`
  const fix = found
    ? '日付を一つ書く列（type: day）の名前を書いてください。'
    : nearOr(
        column,
        columns.map(({ id }) => id),
      )
  return [{ path, code: 'ledger-column', message, fix }]
}

function nearOr(written: string, known: Iterable<string>): string {
  const all = [...known]
  const near = suggest(written, all)
  return near ? `「${near}」の誤りではありませんか。` : `書けるのは ${all.join('、')} です。`
}
