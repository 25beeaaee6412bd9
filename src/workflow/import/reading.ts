import type { Draft } from '../../import/draft.ts'
import type { DraftElement } from '../../import/element.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { shapeNamed, shapeOfObject } from '../../schema/kind.ts'
import type { Shape, ValueShape } from '../../schema/shape.ts'
import { type FieldWords, plainWriting, sayField } from '../../words/field.ts'

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
  documents: 'AppliedDocument',
  exceptions: 'Exception',
  chains: 'Chain',
  revisions: 'Revision',
  clauses: 'Clause',
}

/** What was read as an element, in the words of the format; the text itself stands beside it. */
export function readingOf(
  { list, value }: DraftElement,
  standard: WrittenStandard,
  of: Draft['of'],
): Reading {
  const shape = shapeOfElement(list, of)
  const words = wordsOf(standard)
  return {
    kind: shape.label,
    rows: rowsIn(value, shape, words).filter(({ label }) => label !== shape.fields['text']?.label),
  }
}

/** The shape of what a list of a draft holds. */
export function shapeOfElement(list: DraftElement['list'], of: Draft['of']): Shape {
  const isOfStandard = of === 'standard' && list === 'roles'
  return shapeNamed(isOfStandard ? 'CanonicalRole' : typeOf[list])
}

/** A word stands with its id, by which the file has it; what is named by an id has no name yet. */
function wordsOf(standard: WrittenStandard): FieldWords {
  const words: FieldWords = {
    wordName: (vocabulary, id) => `${standard.wordName(vocabulary, id)}（${id}）`,
    nameOf: (_, id) => id,
    writing: plainWriting,
    truth: (value) => (value ? 'はい' : 'いいえ'),
    number: String,
    list: (items) => (items.length === 0 ? '（なし）' : items.join('、')),
    mapping: (value, type) => {
      const shape = shapeFor(value, type)
      const rows = shape ? rowsIn(value, shape, words) : []
      return rows.map(({ label, text }) => `${label} ${text}`).join('、')
    },
  }
  return words
}

function rowsIn(
  value: Readonly<Record<string, unknown>>,
  shape: Shape,
  words: FieldWords,
): Reading['rows'] {
  return Object.entries(value).flatMap(([key, one]) => {
    const field = shape.fields[key]
    return field ? [{ label: field.label, text: sayField(one, field.type, words) }] : []
  })
}

/** The shape of a mapping: of several, the one whose keys it has. */
function shapeFor(value: object, type: ValueShape): Shape | undefined {
  if (type.kind === 'object') return shapeOfObject(type)
  if (type.kind !== 'union') return undefined
  const all = type.of.flatMap((one) => (one.kind === 'object' ? shapeOfObject(one) : []))
  return all.find((shape) => Object.keys(value).every((key) => key in shape.fields))
}
