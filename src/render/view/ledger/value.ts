import { parseDay } from '../../../calendar/day.ts'
import { parseWindowLabel } from '../../../calendar/window-label.ts'
import { ownValue } from '../../../finding/own-value.ts'
import { wideSpace } from '../../../japanese/width.ts'
import type { WrittenDossier } from '../../../model/dossier.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { shapeIn } from '../../../model/shape.ts'
import { type FieldWords, sayField } from '../../../words/field.ts'
import { headingOf, organisationName, ownName } from '../../../words/name.ts'
import type { SheetCell } from '../../view.ts'
import type { Style } from '../style.ts'
import { shownFields } from './kind.ts'

/** The value of a field as a reader writes it; empty where nothing is written. */
export function cellOf(
  entry: WrittenPart,
  name: string,
  dossier: WrittenDossier,
  style: Style,
): string {
  const field = entry.shape.fields[name]
  const value = entry.data[name]
  if (!field) return ''
  if (name === 'fiscalYear' && typeof value === 'number') {
    const start = parseDay(`${value}-04-01`)
    return start ? style.fiscalYear(start) : String(value)
  }
  const window = name === 'period' ? parseWindowLabel(String(value)) : undefined
  return window ? style.time(window) : sayField(value, field.type, wordsAt(entry, dossier, style))
}

/** The same for a workbook, which keeps days, numbers and shares as such. */
export function sheetCellOf(
  entry: WrittenPart,
  name: string,
  dossier: WrittenDossier,
  style: Style,
): Exclude<SheetCell, string | number> {
  const text = cellOf(entry, name, dossier, style)
  const type = entry.shape.fields[name]?.type
  const value = entry.data[name]
  if (typeof value === 'number' && type?.kind === 'number' && name !== 'fiscalYear') {
    return { text: value, isShare: isShare(type) }
  }
  const day = type?.kind === 'day' && typeof value === 'string' ? parseDay(value) : undefined
  if (day !== undefined) return { text, day }
  return isPlain(value, text, type) ? { text } : { text, carried: value }
}

/** Whether what is shown says all: it is the value, or the one word or sign for it. */
function isPlain(
  value: unknown,
  text: string,
  type: WrittenPart['shape']['fields'][string]['type'] | undefined,
): boolean {
  if (value === undefined || value === text || typeof value === 'boolean') return true
  const words = type?.kind === 'word' && 'words' in type ? type.words : {}
  return typeof value === 'string' && ownValue(words, value) === text
}

/** How a cell says what its entry has: at a glance, and all of it. */
function wordsAt(at: WrittenPart, { standard }: WrittenDossier, style: Style): FieldWords {
  const words: FieldWords = {
    writing: style,
    nameOf: (nouns, id) => nameOf(at, id, nouns),
    wordName: (vocabulary, id) => standard.wordName(vocabulary, id),
    truth: (value) => (value ? '○' : '―'),
    number: (value, type) => (isShare(type) ? percent(value) : String(value)),
    list: (items) =>
      items.length === 0
        ? 'なし'
        : items.join(items.some((one) => one.includes('\n')) ? '\n' : '、'),
    mapping: (value, type) => group(value, shapeIn(type), words),
  }
  return words
}

function isShare(type: Parameters<FieldWords['number']>[1]): boolean {
  return type.kind === 'number' && type.least === 0 && type.most === 1
}

/** A share of one as people write it: 0.955 → 95.5％. */
function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}％`
}

/** A line for each: 検査日 令和６年４月１日, below it 結果 異常なし. */
function group(
  data: Readonly<Record<string, unknown>>,
  shape: ReturnType<typeof shapeIn>,
  words: FieldWords,
): string {
  if (!shape) return ''
  const { from, to, ...more } = data
  if (typeof from === 'string' && typeof to === 'string' && Object.keys(more).length === 0) {
    const first = words.writing.day(from)
    return from === to ? first : `${first}から${words.writing.day(to)}まで`
  }
  return shownFields(shape)
    .map(([name, field]) => [field.label, sayField(data[name], field.type, words)])
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label ?? ''}${wideSpace}${text ?? ''}`)
    .join('\n')
}

function nameOf(at: WrittenPart, id: string, to: readonly string[]): string {
  const target =
    to.includes('organisation') || to.includes('group') ? 'organisation' : (to[0] ?? '')
  const part = at.world.resolve(target, id, at)
  if (!part) return id
  if (target === 'organisation') return organisationName(part)
  if (target === 'duty') return headingOf(part)
  return part.shape.fields['name'] ? ownName(part) : (part.writtenText('item') ?? id)
}
