import { parsePeriod } from '../../calendar/period.ts'
import type { DraftElement } from '../../import/draft.ts'
import { writePeriod } from '../../japanese/date.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { shapeNamed, shapeOfObject } from '../../schema/kind.ts'
import type { Shape, ValueShape } from '../../schema/shape.ts'

/** An element as a reader sees it: what it is, and what each of its keys says. */
export interface Reading {
  readonly kind: string
  readonly rows: readonly { readonly label: string; readonly text: string }[]
}

const typeOf: Readonly<Record<DraftElement['list'], string>> = {
  roles: 'Role',
  duties: 'Duty',
  provisions: 'Provision',
  passwords: 'PasswordLevel',
  logs: 'Log',
  chains: 'Chain',
  revisions: 'Revision',
}

/** What was read as an element, in the words of the format; the text itself stands beside it. */
export function readingOf({ list, value }: DraftElement, standard: WrittenStandard): Reading {
  const shape = shapeNamed(typeOf[list])
  return {
    kind: shape.label,
    rows: rowsIn(value, shape, standard).filter(
      ({ label }) => label !== shape.fields['text']?.label,
    ),
  }
}

function rowsIn(
  value: Readonly<Record<string, unknown>>,
  shape: Shape,
  standard: WrittenStandard,
): Reading['rows'] {
  return Object.entries(value).flatMap(([key, one]) => {
    const field = shape.fields[key]
    return field ? [{ label: field.label, text: textOf(one, field.type, standard) }] : []
  })
}

function textOf(value: unknown, type: ValueShape, standard: WrittenStandard): string {
  if (Array.isArray(value)) {
    const of = type.kind === 'list' ? type.of : type
    return value.length === 0
      ? '（なし）'
      : value.map((one) => textOf(one, of, standard)).join('、')
  }
  if (typeof value === 'object' && value !== null) {
    const own = shapeFor(value, type)
    const rows = own ? rowsIn(value as Readonly<Record<string, unknown>>, own, standard) : []
    return rows.map(({ label, text }) => `${label} ${text}`).join('、')
  }
  const text = String(value)
  if (type.kind === 'word' && 'vocabulary' in type)
    return `${standard.wordName(type.vocabulary, text)}（${text}）`
  if (type.kind === 'word') return type.words[text] ?? text
  if (type.kind === 'union') {
    const words = type.of.find((one) => one.kind === 'word')
    return words ? textOf(value, words, standard) : text
  }
  if (type.kind === 'period')
    return writePeriod(parsePeriod(text, true) ?? ({ months: 0, days: 0 } as never))
  if (type.kind === 'bool') return value === true ? 'はい' : 'いいえ'
  return text
}

/** The shape of a mapping: of several, the one whose keys it has. */
function shapeFor(value: object, type: ValueShape): Shape | undefined {
  if (type.kind === 'object') return shapeOfObject(type)
  if (type.kind !== 'union') return undefined
  const all = type.of.flatMap((one) => (one.kind === 'object' ? shapeOfObject(one) : []))
  return all.find((shape) => Object.keys(value).every((key) => key in shape.fields))
}
