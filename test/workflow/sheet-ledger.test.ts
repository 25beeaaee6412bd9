import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { shapeIn } from '../../src/model/shape.ts'
import { formsIn } from '../../src/model/ledger-form.ts'
import { rootShape } from '../../src/schema/kind.ts'
import { columnsIn } from '../../src/schema/ledger-columns.ts'
import { isLedgerHeading, type LedgerForm, type SheetOf } from '../../src/schema/sheet-ledger.ts'
import { type Grid, joinsTwice, textOfGrid } from '../../src/source/grid.ts'
import { tableIn } from '../../src/import/ledger/table.ts'
import { readWorkbook } from '../../src/render/xlsx/read.ts'
import { keptLedgers } from '../../src/workflow/import/ledger/kept.ts'
import type { Shape, ValueShape } from '../../src/schema/shape.ts'
import { isMapping, type Mapping } from '../../src/schema/variant.ts'
import { shapeOfDocument, type ShapedDocument } from '../../src/model/element.ts'
import type { WrittenDossier } from '../../src/model/dossier.ts'
import { ledgersViews } from '../../src/render/view/ledgers.ts'
import { writeXlsx } from '../../src/render/xlsx/write.ts'
import { diskWorkspace } from '../../src/source/disk.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { overlay } from '../../src/source/workspace.ts'
import { attachLedgers } from '../../src/workflow/open/ledger.ts'
import { ledgerOf, Workbooks } from '../../src/workflow/open/sheet.ts'
import { dossiersIn, dossiersOf, shippedFolders } from '../render/view/dossiers.ts'
import { workbook } from '../render/xlsx/sheet.ts'

const book = 'p/ledgers.xlsx'

/** The ledgers of a dossier as the Excel file that `render ledgers` makes, or its blank forms. */
async function rendered(dossier: WrittenDossier, which: 'ledgers' | 'ledger-forms') {
  const views = await ledgersViews(dossier, { asOf: dossier.asOf })
  const view = views.find(({ stem }) => stem.endsWith(which))
  if (!view) return undefined
  const sheets = view.sheets ?? []
  return writeXlsx(workbook(sheets))
}

/** Reads the ledgers of a records file from the sheets of a workbook instead of the file itself. */
async function readFrom(bytes: Uint8Array, { value, ...document }: ShapedDocument) {
  const workspace = memoryWorkspace({ [book]: bytes })
  const workbooks = new Workbooks(workspace)
  workbooks.note({ path: 'p/r.yaml', text: 'accounts: [{ from: ledgers.xlsx#a }]' })
  await workbooks.open()
  const source = { path: 'p/r.yaml', text: '' }
  const placed = { source, spanOf: () => ({ start: 0, end: 0 }) }
  return attachLedgers({ ...document, value, document: placed }, 'p', { workspace, workbooks })
}

/** What a form does not show. */
const hidden = new Set(['basis', 'source', 'notes'])

function shown(entry: unknown): unknown {
  if (!isMapping(entry)) return entry
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !hidden.has(key)))
}

/** The series of the records that may be kept as files: by the key of their ledger. */
function seriesIn(document: ShapedDocument): readonly (readonly [string, readonly Mapping[]])[] {
  const { fields } = shapeOfDocument(document)
  return Object.entries(document.value).flatMap(([name, list]) => {
    const series = Array.isArray(list) ? list.filter(isMapping) : []
    const isKept = series.some(({ entries }) => Array.isArray(entries))
    return fields[name] && isKept ? [[name, series] as const] : []
  })
}

/** Fills the ledgers of a dossier in as Excel, reads them from there, and compares row by row; how many rows each ledger has. */
async function expectReadBack(dossier: WrittenDossier): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>()
  const made = await rendered(dossier, 'ledgers')
  if (!made) return seen
  for (const { shape, data, document } of dossier.records) {
    const all = seriesIn({ kind: 'records', value: data, document, shape })
    const asFiles = all.map(([name, series]) => {
      const from = `ledgers.xlsx#${shape.fields[name]?.label ?? ''}`
      return [name, series.map((one) => ({ ...one, entries: undefined, from }))] as const
    })
    const value = { system: dossier.id, ...Object.fromEntries(asFiles) }
    const read = await readFrom(made, { kind: 'records', value, document, shape })
    expect([dossier.id, read.problems]).toEqual([dossier.id, []])
    for (const [name, series] of all) {
      const own = read.document.value[name] as readonly Mapping[]
      for (const [at, { entries, ...one }] of series.entries()) {
        const rows = (entries as readonly unknown[]).map(shown)
        const label = [dossier.id, name, one]
        expect([label, own[at]?.['entries']]).toEqual([label, rows])
        seen.set(name, (seen.get(name) ?? 0) + rows.length)
      }
    }
  }
  return seen
}

test(
  'every ledger that is filled in as Excel is read back row by row',
  { timeout: 120_000 },
  async () => {
    let rows = 0
    for (const { path, policies } of shippedFolders) {
      for (const dossier of await dossiersIn(path, policies)) {
        for (const count of (await expectReadBack(dossier)).values()) rows += count
      }
    }
    expect(rows).toBeGreaterThan(200)
  },
)

test('a blank form is read as a person fills it in, by the names of organisations and words', async () => {
  const [path, policies] = ['examples/invented/procedures', 'examples/invented/policies']
  const [dossier] = (await dossiersIn(path, policies)).filter(({ records }) => records.length > 0)
  const [records] = dossier?.records ?? []
  const [organisation] = dossier?.municipality.organisations.values() ?? []
  if (!dossier || !records || !organisation) throw new Error('no dossier')
  const views = await ledgersViews(dossier, { asOf: dossier.asOf })
  const sheets = views.find(({ stem }) => stem.endsWith('ledger-forms'))?.sheets ?? []
  const label = records.shape.fields['accounts']?.label ?? ''
  const filled = sheets.map((sheet) => {
    const heads = (sheet.head[0] ?? []).map(String)
    const row = (written: Readonly<Record<string, string>>) =>
      heads.map((heading) => written[heading] ?? '')
    const named = {
      組織: String(organisation.data['name']),
      ID: 'a-1',
      種類: '共用',
      登録日: 'R7.4.1',
    }
    const rows = [row(named), row({ ID: 'a-2', 本人でない者の利用: '無' })]
    return sheet.name === label ? { ...sheet, rows: [...rows, ...sheet.rows.slice(2)] } : sheet
  })
  const id = String(organisation.data['id'])
  const series = { organisation: id, covers: { from: '2025-04-01', to: '2026-03-31' } }
  const { shape, document } = records
  const value = { system: dossier.id, accounts: [{ ...series, from: `ledgers.xlsx#${label}` }] }
  const bytes = await writeXlsx(workbook(filled))
  const read = await readFrom(bytes, { kind: 'records', value, document, shape })
  expect([read.problems, read.document.value['accounts']]).toEqual([
    [],
    [
      {
        ...series,
        from: `ledgers.xlsx#${label}`,
        entries: [
          { id: 'a-1', kind: 'shared', registeredOn: '2025-04-01' },
          { id: 'a-2', usedByOthers: false },
        ],
      },
    ],
  ])
})

/** A value of each type, another for each turn. */
function sample(type: ValueShape, turn: number): unknown {
  switch (type.kind) {
    case 'day':
      return ['2025-04-01', '2026-03-31', '2025-12-05'][turn % 3]
    case 'period':
      return ['P1Y', 'P6M', 'P14D'][turn % 3]
    case 'number': {
      const number = Math.min(type.most, type.least + turn + 1)
      return type.whole ? number : Math.max(type.least, number / 2)
    }
    case 'bool':
      return turn % 2 === 0
    case 'yes':
      return true
    case 'list':
      return turn % 3 === 2 && type.least === 0 ? [] : [sample(type.of, turn)]
    case 'word':
      return 'words' in type
        ? Object.keys(type.words)[turn % Object.keys(type.words).length]
        : `w${turn}`
    case 'union':
      return sample(type.of[turn % type.of.length] ?? { kind: 'bool' }, turn)
    case 'object':
      return entry(shapeIn(type), turn)
    case 'text':
    case 'label':
      return textFor(type.pattern, turn)
    case 'map':
      return { a: sample(type.of, turn) }
    default:
      return `x-${turn}`
  }
}

function textFor(pattern: string | undefined, turn: number): string {
  const texts = [`文、例 ${turn}`, `a-${turn}`, `minamoto-town/a-${turn}`]
  const found = texts.find((text) => pattern === undefined || new RegExp(pattern, 'u').test(text))
  if (found === undefined) throw new Error(`no sample of ${pattern ?? ''}`)
  return found
}

/** What a series says of the table that is kept as a file. */
const ofTable = new Set(['from', 'columns', 'words'])

function entry(shape: Shape | undefined, turn: number): Mapping {
  return Object.fromEntries(
    Object.entries(shape?.fields ?? {}).flatMap(([key, { type, required, none }], at) => {
      if (hidden.has(key) || key === 'entries') return []
      if (ofTable.has(key) && shape?.fields['entries']) return []
      // Of what need not be written, something is left out in turn.
      if (!required && (at + turn) % 4 === 3) return []
      return [[key, none && (at + turn) % 5 === 4 ? 'none' : sample(type, turn)]]
    }),
  )
}

test('so is a ledger of every kind, whatever is written in it', async () => {
  const { fields } = rootShape('records')
  const kept = Object.entries(fields).flatMap(([name, { type }]) => {
    const series = type.kind === 'list' ? shapeIn(type) : undefined
    const rows = series?.fields['entries'] && shapeIn(series.fields['entries'].type)
    if (!series || !rows) return []
    const one = { ...entry(series, 0), covers: { from: '2025-04-01', to: '2026-03-31' } }
    const entries = [0, 1, 2, 3, 4].map((turn) => ({
      ...entry(rows, turn),
      ...('id' in rows.fields ? { id: `e-${turn}` } : {}),
    }))
    return [[name, [{ ...one, entries }]] as const]
  })
  const records = {
    kind: 'records',
    system: 'minamoto-town/water-billing',
    ...Object.fromEntries(kept),
  }
  const [path, policies] = ['examples/invented/procedures', 'examples/invented/policies']
  const workspace = overlay(diskWorkspace({ cwd: resolve(import.meta.dirname, '../..') }), {
    path: `${path}/minamoto-town/water-billing/records.yaml`,
    text: JSON.stringify(records),
  })
  const dossiers = await dossiersOf(workspace, [path], policies)
  const dossier = dossiers.find(({ id }) => id === records.system)
  if (!dossier) throw new Error('no dossier')
  const seen = await expectReadBack(dossier)
  expect([...seen]).toEqual(kept.map(([name]) => [name, 5]))
})

test('with other headings and a mapping, every ledger that is filled in is read back the same', async () => {
  let rows = 0
  for (const dossier of await dossiersIn(...invented)) {
    const made = await rendered(dossier, 'ledgers')
    if (!made) continue
    const { sheets, hidden: forms } = await readWorkbook(made)
    for (const { shape, data, document } of dossier.records) {
      const all = seriesIn({ kind: 'records', value: data, document, shape })
      for (const ledger of keptLedgers(shape)) {
        const own = all.find(([name]) => name === ledger.name)?.[1] ?? []
        const grid = sheets.find(({ name }) => name === ledger.label)
        const form = formsIn(forms)(ledger.label)
        if (!grid || !form) continue
        const { columns, renamed } = withOtherHeadings(grid, form, ledger)
        for (const one of own) {
          const named = columnsIn({ from: 'a.xlsx', columns }, ledger)
          const read = ledgerOf(
            textOfGrid('a.xlsx', renamed),
            { ...ledger, own: one, named },
            // What its cells say is known from the form, what its columns are is not.
            { shown: 'a.xlsx', form: { ...form, columns: () => [] } },
          )
          if ('refused' in read) throw new Error(read.refused[1])
          const written = (one['entries'] as readonly unknown[]).map(shown)
          const label = [dossier.id, ledger.name]
          expect([label, read.problems, read.table.entries]).toEqual([label, [], written])
          rows += written.length
        }
      }
    }
  }
  expect(rows).toBeGreaterThan(50)
})

test('cells that are one hold the text of the first in each, however many they are', () => {
  const rows = Array.from({ length: 100_100 }, (_, at) => [at === 0 ? '中央図書館' : '', `${at}`])
  const merges = [{ startRow: 0, startCol: 0, endRow: 1_048_575, endCol: 0 }]
  const grid = { name: '台帳', rows, merges }
  const texts = new Set(textOfGrid('a.xlsx', grid).rows.map(([first]) => first?.text))
  expect([joinsTwice(grid), [...texts]]).toEqual([false, ['中央図書館']])
  expect(joinsTwice({ ...grid, merges: [...merges, ...merges, ...merges] })).toBe(true)
})

const invented = ['examples/invented/procedures', 'examples/invented/policies'] as const

/** The sheet of a form as an office might call its columns, and what each of them is. */
function withOtherHeadings(
  grid: Grid,
  form: LedgerForm,
  { row, series }: Pick<SheetOf, 'row' | 'series'>,
): { readonly columns: Readonly<Record<string, string>>; readonly renamed: Grid } {
  const table = tableIn(textOfGrid('', grid).rows, (heading) =>
    isLedgerHeading(heading, { row, series }, form),
  )
  const head = table?.head.map(({ text }) => text) ?? []
  const at = grid.rows.findIndex((cells) => head.every((text, index) => cells[index] === text))
  expect(at).toBeGreaterThanOrEqual(0)
  const used = new Map<string, number>()
  const columns = head.map((heading, index): [string, string] => {
    const nth = used.get(heading) ?? 0
    used.set(heading, nth + 1)
    const column = form.columns(heading)[nth]
    // Where both the series and its entries have such a key, a mapping can name that of the entries alone.
    const isHidden = column?.part === 'series' && column.key in row.fields
    return [`列の${index + 1}番`, isHidden || !column ? 'none' : column.key]
  })
  const rows = grid.rows.map((cells, index) =>
    index === at ? columns.map(([heading]) => heading) : cells,
  )
  return { columns: Object.fromEntries(columns), renamed: { ...grid, rows } }
}
