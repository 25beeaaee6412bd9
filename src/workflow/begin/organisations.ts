import { ownValue } from '../../finding/own-value.ts'
import { cannotRead, UsageError } from '../../finding/usage-error.ts'
import { suggest } from '../../japanese/suggest.ts'
import { parseCsv } from '../../source/csv.ts'
import { decode } from '../../source/decode.ts'
import { locate } from '../../source/source.ts'
import { isOrganisationId } from './answers.ts'

/** An organisation as a municipality's file writes it. */
export interface ListedOrganisation {
  readonly id: string
  readonly name: string
  readonly kind?: string
  readonly children?: readonly ListedOrganisation[]
}

/** The organisations of a list, and the columns of it that nothing was taken from. */
export interface OrganisationList {
  readonly organisations: readonly ListedOrganisation[]
  readonly unread: readonly string[]
}

/** A row of a table as an office keeps it, and the line it stands in. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** More than the largest city has. */
const maxRows = 5000
/** More than any office has from the uppermost down. */
const maxLevels = 20

/** The rows of a CSV file, or of the first sheet of an Excel file. Throws a `UsageError` where it is neither. */
export async function tableIn(file: string, bytes: Uint8Array): Promise<readonly TableRow[]> {
  if (/\.xlsx$/i.test(file)) {
    const { readFirstSheet } = await import('../../render/xlsx/read.ts')
    const rows = await readFirstSheet(file, bytes)
    return rows.map((cells, index) => ({ line: index + 1, cells }))
  }
  if (/\.(?:xls|xlsm|xlsb|ods)$/i.test(file)) {
    throw new UsageError(`「${file}」の形式は読めません`, {
      hint: '「Excel ブック（.xlsx）」か「CSV UTF-8（コンマ区切り）」の形式で保存し直してください',
    })
  }
  const read = decode(file, bytes, { shiftJis: true })
  if (!read.ok) throw cannotRead(read.problem)
  const { source } = read
  return parseCsv(source.text, maxRows).map((row) => ({
    line: locate(source, row[0] ?? { start: 0, end: 0 }).start.line,
    cells: row.map((field) => field.text),
  }))
}

/** What the columns of an office's list are called, as far as they say something that is taken over. */
const headings: Readonly<Record<'id' | 'name' | 'above' | 'kind', RegExp>> = {
  id: /^(?:id|(?:組織|所属|部署|課)?コード)$/i,
  name: /^(?:(?:組織|所属|部署)(?:の?名称|名)?|名称|課名|name)$/i,
  above: /^(?:上位(?:の?組織|の?所属)?|親組織|所属先|parent)$/i,
  kind: /^(?:区分|種別|kind)$/i,
}

/** A column of a list that has one for each level, the uppermost first: 部, 課, 係. */
const level = /^(?:[局部課室所館係班]|部局|課室|担当|施設)名?$/

const kinds: Readonly<Record<string, string | undefined>> = {
  庁内: 'internal',
  庁内の部署: 'internal',
  施設: 'facility',
  外部: 'external',
  外部の事業者: 'external',
  委託先: 'external',
}

/** What one row says of an organisation: its names from the uppermost down, or itself and what it is below. */
interface Row {
  readonly line: number
  readonly id: string
  readonly path: readonly string[]
  readonly above: string
  readonly kind: string
}

/** An organisation while the list is read: others may come to stand below it. */
interface Node {
  readonly id: string
  readonly name: string
  readonly kind?: string
  readonly line: number
  readonly above: string
  readonly children: Node[]
}

/**
 * Reads an office's list of organisations: a row for each with its name and what it stands below, or a
 * column for each level, where an empty cell or 〃 repeats the one above. IDs are those of the list, else
 * numbers in its order. Nothing else is taken over: such lists hold persons and telephone numbers.
 */
export function readOrganisations(path: string, table: readonly TableRow[]): OrganisationList {
  const fail = (line: number, message: string, hint: string): UsageError =>
    new UsageError(`${path} の${line}行目: ${message}`, { hint })
  const beyond = table[maxRows]
  if (beyond) {
    const most = maxRows.toLocaleString('ja-JP')
    throw fail(
      beyond.line,
      `組織の一覧が、読める${most}行を超えています`,
      '組織の行だけを残してください',
    )
  }
  const rows = table.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }))
  // A title may stand above the headings.
  const top = rows.slice(0, 10).findIndex(({ cells }) => namingColumns(cells).length > 0)
  const head = rows[top]
  if (!head) throw fail(rows[0]?.line ?? 1, '組織の名称の列がありません', headHint)
  const columnOf = (heading: RegExp): number =>
    head.cells.findIndex((one) => isCalled(one, heading))
  const [id, above, kind] = [headings.id, headings.above, headings.kind].map(columnOf)
  const naming = namingColumns(head.cells)
  if (naming.length > maxLevels) throw tooDeep(head.line, fail)
  const cellOf = (cells: readonly string[], column = -1): string => cells[column] ?? ''
  const read = pathsDown(rows.slice(top + 1), naming).map(({ path: down, line, cells }): Row => ({
    line,
    id: cellOf(cells, id).normalize('NFKC'),
    path: down,
    above: cellOf(cells, above),
    kind: cellOf(cells, kind),
  }))
  const taken = new Set([id, above, kind, ...naming])
  return {
    organisations: treeOf(read, fail),
    unread: head.cells.filter((one, index) => one !== '' && !taken.has(index)),
  }
}

function isCalled(heading: string, name: RegExp): boolean {
  return name.test(heading.normalize('NFKC').replace(/\s/gu, ''))
}

/** The columns that name an organisation: the one of names, else one for each level. */
function namingColumns(head: readonly string[]): readonly number[] {
  const names = head.findIndex((one) => isCalled(one, headings.name))
  if (names >= 0) return [names]
  return head.flatMap((one, index) => (isCalled(one, level) ? [index] : []))
}

const headHint =
  '1行目に見出しを書いてください。「名称」と「上位の組織」（あれば「ID」「区分」）、又は「部」「課」「係」のように段ごとの列です'

/** The names of each row from the uppermost level down; an empty cell before a name repeats the row above. */
function pathsDown(
  rows: readonly TableRow[],
  columns: readonly number[],
): readonly (TableRow & { readonly path: readonly string[] })[] {
  let last: readonly string[] = []
  return rows.map(({ line, cells }) => {
    const names = columns.map((column) => cells[column] ?? '')
    const end = names.findLastIndex((name) => name !== '')
    const path = names
      .slice(0, end + 1)
      .map((name, index) => (name === '' || /^[〃々"”]$/.test(name) ? (last[index] ?? '') : name))
    if (path.length > 0) last = path
    return { line, path, cells }
  })
}

type Fail = (line: number, message: string, hint: string) => UsageError

function treeOf(rows: readonly Row[], fail: Fail): readonly ListedOrganisation[] {
  const roots: Node[] = []
  const all: Node[] = []
  for (const row of rows) {
    let siblings = roots
    for (const [depth, name] of row.path.entries()) {
      const isOwn = depth === row.path.length - 1
      const known = siblings.find((node) => node.name === name && row.above === node.above)
      if (known && isOwn) {
        throw fail(row.line, `「${name}」が二度あります`, '片方の行を消すか、名称を分けてください')
      }
      const node = known ?? nodeOf(name, isOwn ? row : { ...unsaid, line: row.line }, all, fail)
      if (!known) {
        siblings.push(node)
        all.push(node)
      }
      siblings = node.children
    }
  }
  return placed(roots, all, fail)
}

const unsaid = { id: '', above: '', kind: '' }

function nodeOf(
  name: string,
  { line, id, above, kind }: Omit<Row, 'path'>,
  all: readonly Node[],
  fail: Fail,
): Node {
  if (name === '') throw fail(line, '上の段の名称がありません', '部の名称を書いてください')
  if (id !== '' && !isOrganisationId(id)) {
    throw fail(
      line,
      `ID「${id}」は使えません`,
      '半角の英小文字か数字で始め、英数字と . _ - だけで書いてください',
    )
  }
  if (id !== '' && all.some((node) => node.id === id)) {
    throw fail(line, `ID「${id}」が二度あります`, '組織ごとに違うIDにしてください')
  }
  const meant = ownValue(kinds, kind.normalize('NFKC'))
  if (kind !== '' && meant === undefined) {
    throw fail(
      line,
      `区分「${kind}」は分かりません`,
      `使える区分: ${Object.keys(kinds).join('、')}`,
    )
  }
  return { name, id, line, above, children: [], ...(meant === undefined ? {} : { kind: meant }) }
}

/** The organisations below those that their rows name, with the IDs that the list does not give. */
function placed(
  roots: readonly Node[],
  all: readonly Node[],
  fail: Fail,
): readonly ListedOrganisation[] {
  const top: Node[] = []
  for (const node of roots) {
    if (node.above === '') {
      top.push(node)
      continue
    }
    const found = all.filter(({ id, name }) => id === node.above || name === node.above)
    const [one, another] = found
    if (!one || another) {
      const near = suggest(
        node.above,
        all.map(({ name }) => name),
      )
      throw fail(
        node.line,
        `上位の組織「${node.above}」${one ? 'が一つに決まりません' : 'が一覧にありません'}`,
        near === undefined || one
          ? '一覧にある名称かIDを書いてください'
          : `「${near}」の誤りではありませんか`,
      )
    }
    one.children.push(node)
  }
  const reached = reachedFrom(top, fail)
  const lost = all.find((node) => !reached.has(node))
  if (lost)
    throw fail(
      lost.line,
      `「${lost.name}」の上位の組織が輪になっています`,
      '一番上の組織の「上位の組織」は空にしてください',
    )
  const count = { next: 1 }
  const taken = new Set(all.map(({ id }) => id))
  return top.map((node) => listed(node, taken, count))
}

/** The uppermost and all that stands below them, level by level. */
function reachedFrom(top: readonly Node[], fail: Fail): ReadonlySet<Node> {
  const reached = new Set<Node>()
  let nodes = top
  for (let depth = 1; nodes.length > 0; depth += 1) {
    if (depth > maxLevels) throw tooDeep(nodes[0]?.line ?? 1, fail)
    for (const node of nodes) reached.add(node)
    nodes = nodes.flatMap(({ children }) => children)
  }
  return reached
}

function tooDeep(line: number, fail: Fail): UsageError {
  return fail(
    line,
    `組織の段が、読める${maxLevels}段を超えています`,
    '「上位の組織」か、段ごとの列を確かめてください',
  )
}

function listed(
  node: Node,
  taken: ReadonlySet<string>,
  count: { next: number },
): ListedOrganisation {
  const { name, kind, children } = node
  const id = node.id === '' ? freeId(taken, count) : node.id
  return {
    id,
    name,
    ...(kind === undefined ? {} : { kind }),
    ...(children.length === 0
      ? {}
      : { children: children.map((child) => listed(child, taken, count)) }),
  }
}

/** The next number that is no ID of the list. */
function freeId(taken: ReadonlySet<string>, count: { next: number }): string {
  while (taken.has(`org-${count.next}`)) count.next += 1
  const id = `org-${count.next}`
  count.next += 1
  return id
}
