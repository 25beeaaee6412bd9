import { ownValue } from '../finding/own-value.ts'
import { plainHeading } from '../japanese/width.ts'
import type { Words } from './ledger-rows.ts'
import type { Shape, ValueShape } from './shape.ts'
import { isMapping, type Mapping } from './variant.ts'

/** Where a column belongs: to what is said of the whole series, or to each entry. */
export interface ColumnKey {
  readonly part: 'series' | 'entry'
  readonly key: string
}

/** How the columns of a table are read whose headings and words are not those of the format (`columns`, `words`). */
export interface LedgerColumns {
  /** What a heading stands for; `none` where its column is not read, undefined where nothing is said of it. */
  readonly of: (heading: string) => ColumnKey | 'none' | undefined
  /** What a cell says that holds a word of the office's own; the text itself where nothing is said of it. */
  readonly said: (column: ColumnKey, text: string) => string
  /** The headings that are named, each with what it stands for. */
  readonly headings: readonly { readonly heading: string; readonly key: string }[]
}

/** Something wrong in what is said of the columns: where in the series, and what. */
export interface ColumnsFault {
  readonly path: readonly string[]
  readonly words: Words
}

/** What of a series no column says. */
export const notSaid: ReadonlySet<string> = new Set([
  ...['id', 'from', 'columns', 'words', 'entries', 'basis', 'source', 'notes'],
])

/** The shapes that a ledger's rows are held against. */
export interface LedgerShapes {
  readonly row: Shape
  readonly series: Shape
}

/** What a series says of the columns of its table; undefined where it says nothing. */
export function columnsIn(
  { columns, words }: Mapping,
  shapes: LedgerShapes,
): LedgerColumns | undefined {
  if (!isMapping(columns) && !isMapping(words)) return undefined
  const headings = Object.entries(isMapping(columns) ? columns : {}).flatMap(([heading, key]) =>
    typeof key === 'string' ? [{ heading, key }] : [],
  )
  const byHeading = new Map(
    headings.map(({ heading, key }) => [plainHeading(heading), placeOf(key, shapes)]),
  )
  const byKey = isMapping(words) ? words : {}
  return {
    headings,
    of: (heading) => byHeading.get(plainHeading(heading)),
    said: ({ part, key }, text) => {
      const own = ownValue(byKey, key)
      if (!isMapping(own)) return text
      const field = ownValue(shapes[part === 'entry' ? 'row' : 'series'].fields, key)
      const one = (word: string): string => {
        const said = wordIn(own, word)
        return said === undefined ? word : said === 'none' && !field?.none ? '' : said
      }
      const whole = one(text)
      if (whole !== text || field?.type.kind !== 'list') return whole
      return text
        .split(/[、\n]/u)
        .map(one)
        .join('、')
    },
  }
}

/** Cells are compared as headings are: by what a person sees in them. */
function wordIn(words: Mapping, text: string): string | undefined {
  const plain = text.normalize('NFKC').trim()
  const found = Object.entries(words).find(([word]) => word.normalize('NFKC').trim() === plain)?.[1]
  return typeof found === 'string' ? found : undefined
}

/** An entry's key comes before one of its series. */
function placeOf(key: string, { row, series }: LedgerShapes): ColumnKey | 'none' | undefined {
  if (key === 'none') return 'none'
  if (Object.hasOwn(row.fields, key)) return { part: 'entry', key }
  const isOfSeries = Object.hasOwn(series.fields, key) && !notSaid.has(key)
  return isOfSeries ? { part: 'series', key } : undefined
}

/** What is wrong with what is said of the columns, whatever the table holds. */
export function columnsFaults(own: Mapping, shapes: LedgerShapes): readonly ColumnsFault[] {
  const { columns, words, from } = own
  if (from === undefined) {
    const path = isMapping(columns) ? 'columns' : 'words'
    return isMapping(own[path]) ? [{ path: [path], words: withoutTable(path) }] : []
  }
  const named = Object.entries(isMapping(columns) ? columns : {})
  const seen = new Map<string, string>()
  return [
    ...named.flatMap(([heading, key]): readonly ColumnsFault[] => {
      const place = typeof key === 'string' ? placeOf(key, shapes) : 'none'
      const path = ['columns', heading]
      if (place === undefined) return [{ path, words: unknownKey(String(key), shapes) }]
      if (place === 'none') return []
      const other = seen.get(place.key)
      if (other !== undefined) return [{ path, words: twice(place.key, other, heading) }]
      seen.set(place.key, heading)
      return []
    }),
    ...Object.entries(isMapping(words) ? words : {}).flatMap(([key, said]) =>
      wordsFaults(key, said, shapes),
    ),
  ]
}

function wordsFaults(key: string, said: unknown, shapes: LedgerShapes): readonly ColumnsFault[] {
  const place = placeOf(key, shapes)
  if (place === undefined || place === 'none') {
    return [{ path: ['words', key], words: unknownKey(key, shapes) }]
  }
  const type = shapes[place.part === 'entry' ? 'row' : 'series'].fields[place.key]?.type
  const words = wordsOf(type)
  if (!words || !isMapping(said)) return []
  return Object.entries(said).flatMap(([word, id]) => {
    const isKnown = id === 'none' || Object.entries(words).some((one) => one.includes(String(id)))
    return isKnown ? [] : [{ path: ['words', key, word], words: unknownWord(String(id), words) }]
  })
}

/** The words that a field may hold, or each item of its list, where the format itself has them. */
export function wordsOf(
  type: ValueShape | undefined,
): Readonly<Record<string, string>> | undefined {
  if (type?.kind === 'list') return wordsOf(type.of)
  return type?.kind === 'word' && 'words' in type ? type.words : undefined
}

function unknownKey(key: string, { row, series }: LedgerShapes): Words {
  const fields = [
    ...Object.entries(row.fields),
    ...Object.entries(series.fields).filter(
      ([name]) => !notSaid.has(name) && !Object.hasOwn(row.fields, name),
    ),
  ]
  return {
    code: 'ledger-columns',
    message: `${series.label}に「${key}」というキーはありません。`,
    fix: `書けるのは ${fields.map(([name, { label }]) => `${name}（${label}）`).join('、')} と、読まない列の none です。`,
  }
}

function twice(key: string, first: string, second: string): Words {
  return {
    code: 'ledger-columns',
    message: `「${first}」と「${second}」の二つの列が、同じキー「${key}」になっています。`,
    fix: 'どちらか一つを正しいキーにするか、読まない列を none にしてください。',
  }
}

function unknownWord(id: string, words: Readonly<Record<string, string>>): Words {
  const known = Object.entries(words).map(([one, label]) => `${one}（${label}）`)
  return {
    code: 'ledger-columns',
    message: `読む値の「${id}」は、この項目の言葉ではありません。`,
    fix: `書けるのは ${known.join('、')} です。`,
  }
}

function withoutTable(key: string): Words {
  return {
    code: 'ledger-columns',
    message: `${key} が書かれていますが、表のファイル（from）がありません。`,
    fix: `from に表のファイルを書くか、${key} を消してください。`,
  }
}

/** What is said where a heading that is named does not stand in the table. */
export function absentColumn(heading: string, table: string): Words {
  return {
    code: 'ledger-columns',
    message: `「${table}」に、「${heading}」という見出しの列はありません。`,
    fix: '表の見出しのとおりに直すか、なくなった列なら、この行を消してください。',
  }
}
