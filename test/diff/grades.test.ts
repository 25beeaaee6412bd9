import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Element, holdsElements } from '../../src/diff/element.ts'
import type { Verb } from '../../src/diff/fact.ts'
import { eventKinds, unread } from '../../src/diff/grade/event.ts'
import { grade, type Graded, grades } from '../../src/diff/grade/index.ts'
import type { FieldGrade, Verdict, Waiver } from '../../src/diff/grade/table.ts'
import { nowhere } from '../../src/model/place.ts'
import { kinds } from '../../src/schema/generated/file.ts'
import { shapes } from '../../src/schema/generated/shape.ts'
import { rootShape } from '../../src/schema/kind.ts'
import type { Shape, ValueShape } from '../../src/schema/shape.ts'
import { valueOf } from './value.ts'
import { opposite } from '../sample/opposite.ts'

const gradedNames = Object.keys(grades)
/** Fields that say something about an element, its name, and which file it is. */
const asides = new Set(['id', 'key', 'basis', 'source', 'notes'])
const heads = new Set(['kind', 'system'])

/** The types whose elements are compared one by one, from the files down. */
function comparedTypes(): ReadonlySet<string> {
  const found = new Set<string>(kinds.map((kind) => rootShape(kind).name))
  for (const name of found) {
    for (const { type } of Object.values(shapeNamed(name).fields)) {
      if (holdsElements(type)) for (const inner of namesIn(type)) found.add(inner)
    }
  }
  return found
}

function namesIn(type: ValueShape): readonly string[] {
  if (type.kind === 'object') return [type.name]
  if (type.kind === 'list' || type.kind === 'map') return namesIn(type.of)
  return type.kind === 'union' ? type.of.flatMap(namesIn) : []
}

function shapeNamed(name: string): Shape {
  const shape = shapes[name]
  if (!shape) throw new Error(`no shape ${name}`)
  return shape
}

const isRoot = ({ name, kind }: Shape): boolean =>
  kinds.some((one) => one === kind) && rootShape(kind as (typeof kinds)[number]).name === name

/** The fields of a type that a change of it is graded by. */
function gradedFields(shape: Shape): readonly string[] {
  return Object.keys(shape.fields).filter(
    (field) => !asides.has(field) && !(isRoot(shape) && heads.has(field)),
  )
}

const fieldsOf = (name: string): readonly (readonly [string, FieldGrade])[] =>
  Object.entries(grades[name]?.fields ?? {})

const allFields = gradedNames.flatMap((name) =>
  fieldsOf(name).map(([field, rule]) => [`${name}.${field}`, name, field, rule] as const),
)

/** An element that stands alone, with one field. */
function elementOf(name: string, data: Readonly<Record<string, unknown>>): Element {
  const shape = shapeNamed(name)
  return { shape, data, document: nowhere, path: [], key: '', field: '', owner: undefined }
}

/** What the change of one field from one value to another comes to. */
function gradeOf(name: string, field: string, from: unknown, to: unknown): Graded | undefined {
  const [before, after] = [from, to].map((value) =>
    elementOf(name, value === undefined ? {} : { [field]: value }),
  )
  return grade({ verb: 'changed', before, after, field })
}

describe('every part of the model', () => {
  test('is graded field by field, told as an event, or waived in writing', () => {
    const events = Object.keys(eventKinds).flatMap((kind) =>
      Object.values(shapes).flatMap((shape) => (shape.kind === kind ? [shape.name] : [])),
    )
    const valued = ['PeriodicFrequency', 'EventFrequency']
    expect([...gradedNames, ...Object.keys(unread), ...events, ...valued].sort()).toEqual(
      Object.keys(shapes).sort(),
    )
  })

  test('that has no grades of its own is compared as one value, and its field has a grade', () => {
    const compared = comparedTypes()
    const others = Object.keys(shapes).filter((name) => !compared.has(name))
    expect(others.sort()).toEqual(['Assert', 'EventFrequency', 'PeriodicFrequency'])
    const holders = allFields.flatMap(([path, name, field, rule]) => {
      const type = shapeNamed(name).fields[field]?.type
      return type && namesIn(type).some((one) => others.includes(one)) ? [[path, rule.as]] : []
    })
    expect(holders).toEqual([
      ['Duty.frequency', 'frequency'],
      ['Rule.assert', 'value'],
    ])
  })

  test('of a kind of file is graded or told as an event, never both', () => {
    const graded = kinds.filter((kind) => Object.hasOwn(grades, rootShape(kind).name))
    expect([...graded, ...Object.keys(eventKinds)].sort()).toEqual([...kinds].sort())
  })

  test.each(gradedNames)('%s has a grade for every field, and none for another', (name) => {
    expect(Object.keys(grades[name]?.fields ?? {}).sort()).toEqual(
      [...gradedFields(shapeNamed(name))].sort(),
    )
  })

  test.each(allFields)('%s is graded as what stands there', (_, name, field, rule) => {
    const type = shapeNamed(name).fields[field]?.type
    expect(type).toBeDefined()
    if (type) expect(fitting(type, rule)).toContain(rule.as)
  })
})

/** The ways of grading that fit a type. */
function fitting(type: ValueShape, rule: FieldGrade): readonly FieldGrade['as'][] {
  if (holdsElements(type)) return ['elements']
  switch (type.kind) {
    case 'union':
      if (rule.as === 'copied') return ['copied']
      return type.name === 'Frequency' ? ['frequency'] : ['value', 'set', 'scale']
    case 'list':
      if (type.of.kind === 'ref' && type.of.to.includes('role')) return ['performers']
      return rule.as === 'accepted' ? ['accepted'] : ['set', 'value']
    case 'text':
    case 'label':
      return ['wording', 'heading', 'value']
    case 'map':
    case 'any':
    case 'scalar':
    case 'ref':
      return ['value']
    case 'object':
      return ['elements']
    default:
      return rule.as === 'scale' ? scaleFits(type, rule) : ['value']
  }
}

/** A scale measures what its field holds: periods by length, numbers by size, days by date. */
function scaleFits(
  type: ValueShape,
  { scale }: Extract<FieldGrade, { as: 'scale' }>,
): readonly FieldGrade['as'][] {
  const measures: Readonly<Record<string, readonly unknown[]>> = {
    period: ['shorter', 'longer'],
    number: ['more', 'fewer'],
    day: ['later', 'earlier'],
    bool: ['yes', 'no'],
    yes: ['yes', 'no'],
  }
  if (typeof scale !== 'object') return measures[type.kind]?.includes(scale) ? ['scale'] : []
  const words = type.kind === 'word' && 'words' in type ? Object.keys(type.words) : []
  return scale.order.every((word) => words.includes(word)) ? ['scale'] : []
}

describe('every reason', () => {
  const verbs: readonly Verb[] = ['added', 'removed', 'renamed', 'moved', 'merged', 'split']
  const sentence = /^[^\s]*[ぁ-んァ-ヶ一-龠][^\s]*。$/

  test('is a sentence that a reader of Japanese understands', () => {
    const odd = allReasons().filter(([, reason]) => !sentence.test(reason))
    expect(odd).toEqual([])
  })

  test.each([...gradedNames, ...Object.keys(unread)])('%s has one for all that happens', (name) => {
    const reasons = verbs.map((verb) => grade(factOf(name, verb))?.reason ?? '')
    expect(reasons.filter((reason) => !sentence.test(reason))).toEqual([])
  })

  test.each(Object.keys(eventKinds))('%s has one for all that happens', (kind) => {
    const name = rootShape(kind as (typeof kinds)[number]).name
    const reasons = [...verbs, 'changed' as const, 'reordered' as const].map(
      (verb) => grade(factOf(name, verb))?.reason ?? '',
    )
    expect(reasons.filter((reason) => !sentence.test(reason))).toEqual([])
  })

  function factOf(name: string, verb: Verb) {
    const element = elementOf(name, {})
    return {
      verb,
      before: verb === 'added' ? undefined : element,
      after: verb === 'removed' ? undefined : element,
    }
  }
})

/** Every reason of the tables, with where it stands. */
function allReasons(): readonly (readonly [string, string])[] {
  const told = (path: string, verdict: Verdict | Waiver): readonly [string, string] => [
    path,
    'grade' in verdict ? verdict.reason : verdict.waived,
  ]
  const ofField = (path: string, rule: FieldGrade) =>
    Object.entries(rule).flatMap(([name, one]: [string, unknown]) =>
      isVerdict(one) ? [told(`${path}.${name}`, one)] : [],
    )
  return [
    ...gradedNames.flatMap((name) => {
      const own = grades[name]
      if (!own) return []
      return [
        told(`${name}.added`, own.added),
        told(`${name}.removed`, own.removed),
        ...fieldsOf(name).flatMap(([field, rule]) => ofField(`${name}.${field}`, rule)),
      ]
    }),
    ...Object.entries(unread),
    ...Object.entries(eventKinds).flatMap(([kind, verdicts]) =>
      Object.entries(verdicts).map(([verb, one]: [string, Verdict]) =>
        told(`${kind}.${verb}`, one),
      ),
    ),
  ]
}

function isVerdict(value: unknown): value is Verdict {
  return typeof value === 'object' && value !== null && 'reason' in value
}

describe('the way back', () => {
  /** Where coming and going are not each other's opposite, and why. */
  const waived: Readonly<Record<string, string>> = {
    'InForce.until removed/changed': 'what stays in force lays nothing new on anybody',
    'Role.post changed/relaxed': 'naming the post lays nothing on it that the role did not have',
    'Report.record changed/relaxed': 'a form helps to report, but does not make it due',
    'ChainNode.role changed/relaxed': 'the organisation was to be told before, too',
    'ContextLog changed/relaxed': 'a log more is a fact; a log less leaves nothing to look into',
    'Explanation editorial/changed': 'what was done is noted; the note must not vanish',
    'StandardReview editorial/changed': 'what was done is noted; the note must not vanish',
    'Word editorial/changed': 'a word more touches nobody; a word less leaves its users without',
  }

  const maybe = (type: ValueShape) => fc.option(valueOf(type), { nil: undefined })
  const scales = allFields.filter(([, , , rule]) => rule.as === 'scale')

  test.each(scales)('%s is relaxed where the way there is tightened', (_, name, field) => {
    const type = shapeNamed(name).fields[field]?.type
    if (!type) return
    fc.assert(
      fc.property(maybe(type), maybe(type), (from, to) => {
        fc.pre(from !== to)
        const [there, back] = [gradeOf(name, field, from, to), gradeOf(name, field, to, from)]
        expect(back?.grade).toBe(there && opposite[there.grade])
      }),
      { numRuns: 50 },
    )
  })

  test('of a frequency is the opposite', () => {
    const type = shapeNamed('Duty').fields['frequency']?.type
    if (!type) throw new Error('no frequency')
    fc.assert(
      fc.property(valueOf(type), valueOf(type), (from, to) => {
        fc.pre(JSON.stringify(from) !== JSON.stringify(to))
        const there = gradeOf('Duty', 'frequency', from, to)
        const back = gradeOf('Duty', 'frequency', to, from)
        expect(back?.grade).toBe(there && opposite[there.grade])
      }),
      { numRuns: 1000 },
    )
  })

  test('of the frequencies that a clause accepts is the opposite', () => {
    const type = shapeNamed('Cadence').fields['accept']?.type
    if (!type) throw new Error('no frequencies')
    fc.assert(
      fc.property(valueOf(type), valueOf(type), (from, to) => {
        fc.pre(String([...(from as string[])].sort()) !== String([...(to as string[])].sort()))
        const there = gradeOf('Cadence', 'accept', from, to)
        const back = gradeOf('Cadence', 'accept', to, from)
        expect(back?.grade).toBe(there && opposite[there.grade])
      }),
    )
  })

  test('of performers is the opposite', () => {
    const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'))
    fc.assert(
      fc.property(some, some, (from, to) => {
        fc.pre([...from].sort().join() !== [...to].sort().join())
        const there = gradeOf('Duty', 'performers', from, to)
        const back = gradeOf('Duty', 'performers', to, from)
        expect(back?.grade).toBe(there && opposite[there.grade])
      }),
    )
  })

  test('of a text is read by a person', () => {
    const grades = [
      [undefined, '点検する。'],
      ['点検する。', undefined],
      ['点検する。', '点検する'],
      ['点検する。', '確認する。'],
    ].map(([from, to]) => gradeOf('Duty', 'text', from, to)?.grade)
    expect(grades).toEqual(['editorial', 'changed', 'editorial', 'changed'])
  })

  test('of every pair of verdicts is the opposite, or is not, in writing', () => {
    const odd = pairs().flatMap(([path, there, back]) =>
      back.grade === opposite[there.grade] ? [] : [`${path} ${there.grade}/${back.grade}`],
    )
    expect(odd).toEqual(Object.keys(waived))
  })
})

/** Every verdict on something that comes, with that on what goes. */
function pairs(): readonly (readonly [string, Verdict, Verdict])[] {
  return gradedNames.flatMap((name) => {
    const own = grades[name]
    if (!own) return []
    const inside = fieldsOf(name).flatMap(([field, rule]) => {
      const path = `${name}.${field}`
      if (rule.as === 'set') return [[path, rule.gained, rule.lost] as const]
      if (rule.as === 'value' || rule.as === 'scale') {
        return [[path, rule.added, rule.removed] as const]
      }
      return []
    })
    if ('waived' in own.added || 'waived' in own.removed) return inside
    return [[name, own.added, own.removed] as const, ...inside]
  })
}
