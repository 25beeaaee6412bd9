import { describe, expect, test } from 'vitest'
import { eventKinds, unread } from '../../src/diff/grade/event.ts'
import { grades } from '../../src/diff/grade/index.ts'
import type { FieldGrade, Verdict } from '../../src/diff/grade/table.ts'
import { shapes } from '../../src/schema/generated/shape.ts'

/** Told aside of an element, or what tells it apart: graded for all types at once. */
const aside = new Set(['id', 'key', 'kind', 'system', 'basis', 'source', 'notes'])

/** Kinds of file whose types are graded one by one. */
const graded = Object.values(shapes).filter(
  ({ kind, name }) => !(kind in eventKinds) && !(name in unread),
)

function fieldsOf(name: string): readonly (readonly [string, FieldGrade])[] {
  return Object.entries<FieldGrade>(grades[name]?.fields ?? {})
}

function verdictsOf(field: FieldGrade): readonly Verdict[] {
  switch (field.as) {
    case 'value':
      return [field.added, field.removed, field.changed]
    case 'set':
      return [field.gained, field.lost, field.changed]
    case 'scale':
      return [field.added, field.removed, field.tightened, field.relaxed, field.undecidable]
    default:
      return []
  }
}

test('every type of every file is graded, or waived in writing, and no other', () => {
  // A frequency is one value; what stands in several kinds of file has its own name in each.
  const written = graded.map(({ name }) => name).filter((name) => !name.endsWith('Frequency'))
  expect(Object.keys(grades).sort()).toEqual([...written].sort())
})

describe.each(graded.flatMap(({ name }) => (name in grades ? [name] : [])))('%s', (name) => {
  test('every field is graded, and no other', () => {
    const wanted = Object.keys(shapes[name]?.fields ?? {}).filter((field) => !aside.has(field))
    const found = fieldsOf(name).map(([field]) => field)
    expect(found.filter((field) => !aside.has(field)).sort()).toEqual(
      wanted.filter((field) => field !== 'kind').sort(),
    )
  })

  test('every verdict says why in a sentence', () => {
    const own = grades[name]
    const all = [own?.added, own?.removed, ...fieldsOf(name).flatMap(([, one]) => verdictsOf(one))]
    const reasons = all.flatMap((one) =>
      one === undefined ? [] : 'waived' in one ? [one.waived] : [one.reason],
    )
    expect(reasons.filter((reason) => !/[ぁ-んァ-ヶ一-龠].*。$/.test(reason))).toEqual([])
  })

  test('what asks more one way asks less the other', () => {
    const pairs = fieldsOf(name).flatMap(([field, one]) => {
      if (one.as === 'set') return [[field, one.gained.grade, one.lost.grade]]
      if (one.as === 'scale') return [[field, one.tightened.grade, one.relaxed.grade]]
      return []
    })
    const mirror: Readonly<Record<string, string>> = {
      added: 'removed',
      removed: 'added',
      tightened: 'relaxed',
      relaxed: 'tightened',
      changed: 'changed',
      transferred: 'transferred',
    }
    expect(pairs.filter(([, more = '', less]) => mirror[more] !== less)).toEqual([])
  })
})
