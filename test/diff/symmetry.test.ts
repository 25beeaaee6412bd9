import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Verdict, verdict } from '../../src/diff/grade/table.ts'
import { changes } from '../../src/schema/generated/change.ts'
import type { ValueShape } from '../../src/schema/shape.ts'
import { opposite } from '../sample/opposite.ts'
import { allFields, gradeOf, shapeNamed } from './graded.ts'
import { valueOf } from './value.ts'

describe('the way back', () => {
  /** Where coming and going are not each other's opposite, and why. */
  const waived: Readonly<Record<string, string>> = {
    'ContextLog changed/relaxed': 'a log more is a fact; a log less leaves nothing to look into',
    'PublicName tightened/changed': 'a name is to be kept up; one that is given up is a fact',
    'Explanation editorial/changed': 'what was done is noted; the note must not vanish',
    'InForce.until removed/changed': 'what stays in force lays nothing new on anybody',
    'Role.post changed/relaxed': 'naming the post lays nothing on it that the role did not have',
    'Report.record changed/relaxed': 'a form helps to report, but does not make it due',
    'ChainNode.role changed/relaxed': 'the organisation was to be told before, too',
    'StandardReview editorial/changed': 'what was done is noted; the note must not vanish',
    'Word editorial/changed': 'a word more touches nobody; a word less leaves its users without',
    'Ledger editorial/relaxed': 'a ledger more asks nothing; one less leaves its rows unread',
    'LedgerColumn changed/relaxed':
      'a column more is a fact; one less leaves what stands in it unread',
  }

  const maybe = (type: ValueShape) => fc.option(valueOf(type), { nil: undefined })
  const scales = allFields.filter(([, , , rule]) => rule.as === 'scale')

  test.each(scales)('%s is relaxed where the way there is tightened', (_, name, field) => {
    const type = shapeNamed(name).fields[field]?.type
    if (!type) return
    fc.assert(
      fc.property(maybe(type), maybe(type), (from, to) => {
        fc.pre(from !== to)
        const there = gradeOf(name, field, from, to)
        const back = gradeOf(name, field, to, from)
        expect(back.grade).toBe(opposite[there.grade])
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
        expect(back.grade).toBe(opposite[there.grade])
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
        expect(back.grade).toBe(opposite[there.grade])
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
        expect(back.grade).toBe(opposite[there.grade])
      }),
    )
  })

  test('of a text is read by a person', () => {
    const grades = [
      [undefined, '点検する。'],
      ['点検する。', undefined],
      ['点検する。', '点検する'],
      ['点検する。', '確認する。'],
    ].map(([from, to]) => gradeOf('Duty', 'text', from, to).grade)
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
  return Object.entries(changes).flatMap(([name, own]) => {
    const inside = allFields.flatMap(([path, type, , rule]) => {
      if (type !== name) return []
      if (rule.as === 'set') return [[path, rule.gained, rule.lost] as const]
      if (rule.as === 'value' || rule.as === 'scale') {
        return [[path, rule.added, rule.removed] as const]
      }
      return []
    })
    return [[name, verdict(own.added), verdict(own.removed)] as const, ...inside]
  })
}
