import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { parseAllDocuments, stringify } from 'yaml'
import type { Town } from './town.ts'

const ways = [
  'remove',
  'replace',
  'repeat',
  'graft',
  'rename',
  'open',
  'insert',
  'cut',
  'double',
  'flip',
  'lose',
] as const

/** A change of one file: numbers that are read in the light of what there is, so that they can be made smaller. */
export interface Edit {
  readonly file: number
  readonly at: number
  readonly from: number
  readonly way: (typeof ways)[number]
}

/** Any change of a file: of its tree where it is YAML, of its text, of its bytes. */
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  file: fc.nat(999),
  at: fc.nat(99_999),
  from: fc.nat(99_999),
  way: fc.constantFrom(...ways),
})

/** The town with changes made one after another. */
export function edited(town: Town, edits: readonly Edit[]): Town {
  const changed = new Map(town)
  for (const edit of edits) {
    const paths = [...changed.keys()]
    const path = paths[edit.file % Math.max(paths.length, 1)]
    if (path === undefined) break
    if (edit.way === 'lose') changed.delete(path)
    else changed.set(path, editedFile(path, changed.get(path) ?? '', edit))
  }
  return changed
}

function editedFile(path: string, content: string | Uint8Array, edit: Edit): string | Uint8Array {
  if (typeof content !== 'string') return editedParts(content, edit) ?? editedBytes(content, edit)
  return (
    (path.endsWith('.yaml') ? editedTree(content, edit) : undefined) ?? editedText(content, edit)
  )
}

type Tree = Record<string, unknown> | unknown[]

/** A place in a tree: what holds it, and under which key. */
interface Place {
  readonly holder: Tree
  readonly key: string
}

/** The YAML with its tree changed; undefined where it has none, or the change is one of text. */
function editedTree(text: string, { at, from, way }: Edit): string | undefined {
  const documents = parseAllDocuments(text)
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0))
    return undefined
  const trees = documents.map((one): unknown => one.toJS({ maxAliasCount: -1 }) as unknown)
  const places = placesIn(trees)
  const place = places[at % Math.max(places.length, 1)]
  const other = places[from % Math.max(places.length, 1)]
  if (!place || !other || !change(way, place, other, from)) return undefined
  return trees.map((tree) => stringify(tree)).join('---\n')
}

function change(way: Edit['way'], { holder, key }: Place, other: Place, from: number): boolean {
  switch (way) {
    case 'remove':
      if (Array.isArray(holder)) holder.splice(Number(key), 1)
      else Reflect.deleteProperty(holder, key)
      return true
    case 'replace':
      put(holder, key, values[from % values.length])
      return true
    case 'repeat':
      if (Array.isArray(holder))
        holder.splice(Number(key), 0, structuredClone<unknown>(holder[Number(key)]))
      return Array.isArray(holder)
    case 'graft':
      put(holder, key, structuredClone(Reflect.get(other.holder, other.key)))
      return true
    case 'rename':
      if (Array.isArray(holder)) return false
      put(holder, Array.isArray(other.holder) ? 'constructor' : other.key, Reflect.get(holder, key))
      return Reflect.deleteProperty(holder, key)
    case 'open':
      if (!Array.isArray(holder)) put(holder, 'complete', false)
      return !Array.isArray(holder)
    default:
      return false
  }
}

/** Also under `__proto__`, as a parser does it. */
function put(holder: Tree, key: string, value: unknown): void {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  })
}

function placesIn(trees: readonly unknown[]): readonly Place[] {
  const places: Place[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      places.push({ holder: value as Tree, key })
      visit(inner)
    }
  }
  trees.forEach(visit)
  return places
}

/** What stands in no good file, or only at the edge of one. */
const values: readonly unknown[] = [
  null,
  '',
  [],
  {},
  [null],
  [[]],
  0,
  -1,
  1e308,
  1.5,
  true,
  false,
  ' ',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  '\u001b[2J::stop-commands::x',
  '\u200b',
  '\ud800',
  '𠮷'.repeat(300),
  'あ'.repeat(20_000),
  '../../../etc/passwd',
  'CON',
  'History',
  '0001-01-01',
  '9999-12-31',
  '2023-02-29',
  '令和999年1月1日',
  'P0D',
  'P9999Y',
  'P1M',
  'unstated',
  'periodic',
  'undecided',
  'always',
  { every: 'P1D' },
  { every: 'P1D', counted: 'fiscalYear' },
  { on: 'constructor', within: 'P0D' },
  { from: '9999-01-01', to: '0001-01-01' },
  ['a', 'a'],
  ['ORG-1', 'ACC-1'],
  'none',
  'doc.procedures',
  'stated(duty.record) || true',
  '{{ duty }}{{ duty.performers }}',
  '{{#each duties}}',
]

/** Pieces that mean something to one reader or another. */
const pieces: readonly string[] = [
  '\n',
  '\t',
  '\r\n',
  '\0',
  '\ufeff',
  '---\n',
  '...\n',
  ': ',
  '- ',
  '"',
  "'",
  ',',
  '[',
  '{',
  '&a ',
  '*a',
  '!!binary ',
  '<<: ',
  '|\n',
  '>-\n',
  '%YAML 1.1\n',
  '# ',
  '{{',
  '}}',
  '{{/each}}',
  '{{> head}}',
  '{{{x}}}',
  '<table>',
  '</article>',
  '<td rowspan="99999">',
  '<table><tr><td>',
  '<w:tbl><w:tr><w:tc>',
  '</w:p>',
  '</w:body>',
  '<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
  '<w:gridSpan w:val="99999999"/>',
  '<w:sdt><w:sdtContent>',
  '<c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c>',
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>',
  '&#0;&#x10ffff;&a;',
  ' xmlns:w="x"',
  '第１条　',
  '（１）',
  '令和６年４月１日',
  '９９９９９９９９９９９９年以内に',
  '=1+1',
  '🏯',
]

function editedText(text: string, { at, from, way }: Edit): string {
  const start = at % (text.length + 1)
  const end = Math.min(text.length, start + (from % 200))
  switch (way) {
    case 'cut':
    case 'remove':
      return text.slice(0, start) + text.slice(end)
    case 'double':
    case 'repeat':
      return text.slice(0, end) + text.slice(start)
    case 'flip':
      return text.slice(0, start) + String.fromCharCode(from % 0x10000) + text.slice(start + 1)
    default:
      return text.slice(0, start) + (pieces[from % pieces.length] ?? '') + text.slice(start)
  }
}

/** An Office file with the text of one of its parts changed; undefined where it is none, or the change is one of bytes. */
function editedParts(bytes: Uint8Array, edit: Edit): Uint8Array | undefined {
  if (edit.way === 'cut' || edit.way === 'flip') return undefined
  try {
    const parts = unzipSync(bytes)
    const names = Object.keys(parts)
    const name = names[edit.from % Math.max(names.length, 1)]
    if (name === undefined) return undefined
    const changed = editedText(strFromU8(parts[name] ?? new Uint8Array()), edit)
    const renamed = edit.way === 'rename' ? { [name]: strToU8('') } : { [name]: strToU8(changed) }
    return zipSync({ ...parts, ...renamed }, { level: 0, mtime: '1980-01-02' })
  } catch {
    return undefined
  }
}

function editedBytes(bytes: Uint8Array, { at, from, way }: Edit): Uint8Array {
  const start = at % (bytes.length + 1)
  if (way === 'cut') return bytes.slice(0, start)
  const changed = Uint8Array.from(bytes)
  changed[start % Math.max(bytes.length, 1)] = from % 256
  return changed
}
