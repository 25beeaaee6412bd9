import { parseDay } from '../../../calendar/day.ts'
import { parsePeriod } from '../../../calendar/period.ts'
import { parseWindowLabel } from '../../../calendar/window-label.ts'
import type { WrittenDossier } from '../../../model/dossier.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { shapeOf } from '../../../model/shape.ts'
import { headingOf, organisationName, ownName, wordName } from '../name.ts'
import type { Style } from '../style.ts'
import { textIf } from '../written.ts'
import { writeWindow } from './window.ts'

type FieldShape = WrittenPart['shape']['fields'][string]
type ValueShape = FieldShape['type']

/** A column of a ledger: a field of its entries with its Japanese label. */
export interface LedgerColumn {
  readonly name: string
  readonly label: string
  /** The words it may have, where the schema lists them. */
  readonly choices: readonly string[]
  /** Whether it holds days, which are read in one line. */
  readonly isDay: boolean
}

/** Fields that are for the tool or for its author, not for a ledger on paper. */
const hidden: ReadonlySet<string> = new Set(['basis', 'source', 'notes'])

/** The columns of the entries of one type; what people write stands before the remarks. */
export function columnsOf(type: string): readonly LedgerColumn[] {
  return visible(shapeOf(type).fields).map(([name, { label, type: value }]) => {
    const choices = value.kind === 'word' && 'words' in value ? Object.values(value.words) : []
    return { name, label, choices, isDay: value.kind === 'day' }
  })
}

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
    return start ? style.fiscalYear(start) : plain(value)
  }
  const window = name === 'period' ? parseWindowLabel(plain(value)) : undefined
  return window ? writeWindow(window, style) : written(entry, value, field.type, dossier, style)
}

function written(
  at: WrittenPart,
  value: unknown,
  type: ValueShape,
  dossier: WrittenDossier,
  style: Style,
): string {
  if (type.kind === 'object') return group(at, value, type.name, dossier, style)
  if (type.kind === 'list') {
    const items: readonly unknown[] = Array.isArray(value) ? value : []
    return items.map((item) => written(at, item, type.of, dossier, style)).join('、')
  }
  if (type.kind === 'bool' || type.kind === 'yes') {
    return value === undefined ? '' : value === true ? '○' : '―'
  }
  const text = plain(value)
  return text === '' ? '' : leaf(at, text, type, dossier, style)
}

function leaf(
  at: WrittenPart,
  text: string,
  type: ValueShape,
  dossier: WrittenDossier,
  style: Style,
): string {
  switch (type.kind) {
    case 'ref':
      return nameOf(at, text, type.to)
    case 'word':
      return 'words' in type ? (type.words[text] ?? text) : wordName(dossier, type.vocabulary, text)
    case 'day':
      return style.day(text)
    case 'period': {
      const period = parsePeriod(text)
      return period ? style.period(period) : text
    }
    case 'number':
      return type.least === 0 && type.most === 1 ? percent(Number(text)) : text
    default:
      return text
  }
}

/** A share of one as people write it: 0.955 → 95.5％. */
function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}％`
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** 検査日 令和６年４月１日／結果 異常なし */
function group(
  at: WrittenPart,
  value: unknown,
  type: string,
  dossier: WrittenDossier,
  style: Style,
): string {
  if (typeof value !== 'object' || value === null) return plain(value)
  const data = value as Readonly<Record<string, unknown>>
  const { from, to, ...more } = data
  if (typeof from === 'string' && typeof to === 'string' && Object.keys(more).length === 0) {
    return `${style.day(from)}から${style.day(to)}まで`
  }
  return visible(shapeOf(type).fields)
    .map(([name, field]) => [field.label, written(at, data[name], field.type, dossier, style)])
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label ?? ''} ${text ?? ''}`)
    .join('／')
}

function nameOf(at: WrittenPart, id: string, to: readonly string[]): string {
  const target =
    to.includes('organisation') || to.includes('group') ? 'organisation' : (to[0] ?? '')
  const part = at.world.resolve(target, id, at)
  if (!part) return id
  if (target === 'organisation') return organisationName(part)
  if (target === 'duty') return headingOf(part)
  return part.shape.fields['name'] ? ownName(part) : (textIf(part, 'item') ?? id)
}

function visible(
  fields: Readonly<Record<string, FieldShape>>,
): readonly (readonly [string, FieldShape])[] {
  return Object.entries(fields).filter(([name]) => !hidden.has(name))
}
