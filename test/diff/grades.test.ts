import { describe, expect, test } from 'vitest'
import { holdsElements } from '../../src/schema/walk.ts'
import type { Verb } from '../../src/diff/fact.ts'
import { grade } from '../../src/diff/grade/index.ts'
import type { FieldGrade, Verdict } from '../../src/diff/grade/table.ts'
import { changes, events, waived } from '../../src/schema/generated/change.ts'
import { kinds } from '../../src/schema/generated/file.ts'
import { shapes } from '../../src/schema/generated/shape.ts'
import { rootShape } from '../../src/schema/kind.ts'
import type { ValueShape } from '../../src/schema/shape.ts'
import { allFields, elementOf, gradedNames, shapeNamed } from './graded.ts'

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

describe('every part of the model', () => {
  test('is graded field by field, told as an event, or waived in writing', () => {
    const happened = Object.keys(events).flatMap((kind) =>
      Object.values(shapes).flatMap((shape) => (shape.kind === kind ? [shape.name] : [])),
    )
    expect([...gradedNames, ...Object.keys(waived), ...happened].sort()).toEqual(
      Object.keys(shapes).sort(),
    )
  })

  test('that has no grades of its own is compared as one value, and its field has a grade', () => {
    const compared = comparedTypes()
    const others = Object.keys(shapes).filter((name) => !compared.has(name))
    expect(others.sort()).toEqual([
      'Assert',
      'EventFrequency',
      'OccasionFrequency',
      'PeriodicFrequency',
    ])
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
    const graded = kinds.filter((kind) => Object.hasOwn(changes, rootShape(kind).name))
    expect([...graded, ...Object.keys(events)].sort()).toEqual([...kinds].sort())
  })

  test.each(gradedNames)('%s has grades for its own fields alone', (name) => {
    const others = Object.keys(changes[name]?.fields ?? {}).filter(
      (field) => !allFields.some(([path]) => path === `${name}.${field}`),
    )
    expect(others).toEqual([])
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
  if (typeof scale === 'string') return measures[type.kind]?.includes(scale) ? ['scale'] : []
  const words = type.kind === 'word' && 'words' in type ? Object.keys(type.words) : []
  return scale.every((word) => words.includes(word)) ? ['scale'] : []
}

describe('every reason', () => {
  const verbs: readonly Verb[] = ['added', 'removed', 'renamed', 'moved', 'merged', 'split']
  const sentence = /^[^\s]*[ぁ-んァ-ヶ一-龠][^\s]*。$/

  test('is a sentence that a reader of Japanese understands', () => {
    const odd = allReasons().filter(([, reason]) => !sentence.test(reason))
    expect(odd).toEqual([])
  })

  test.each([...gradedNames, ...Object.keys(waived)])('%s has one for all that happens', (name) => {
    const reasons = verbs.map((verb) => grade(factOf(name, verb)).reason)
    expect(reasons.filter((reason) => !sentence.test(reason))).toEqual([])
  })

  test.each(Object.keys(events))('%s has one for all that happens', (kind) => {
    const name = rootShape(kind).name
    const reasons = [...verbs, 'changed' as const, 'reordered' as const].map(
      (verb) => grade(factOf(name, verb)).reason,
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
  const ofTypes = Object.entries({ ...changes, ...events }).flatMap(([name, own]) =>
    Object.entries(own).flatMap(([verb, said]: [string, unknown]) =>
      Array.isArray(said) ? [[`${name}.${verb}`, String(said[1])] as const] : [],
    ),
  )
  const ofFields = allFields.flatMap(([path, , , rule]) =>
    Object.entries(rule).flatMap(([verb, one]: [string, unknown]) =>
      isVerdict(one) ? [[`${path}.${verb}`, one.reason] as const] : [],
    ),
  )
  return [...ofTypes, ...ofFields, ...Object.entries(waived)]
}

function isVerdict(value: unknown): value is Verdict {
  return typeof value === 'object' && value !== null && 'reason' in value
}
