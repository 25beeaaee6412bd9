import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/calendar/day.ts'
import { writtenStandard } from '../../src/model/standard.ts'
import { checkRule } from '../../src/rule/check-rule.ts'
import { put } from '../../src/rule/example/pointer.ts'
import { languageOf } from '../../src/rule/language.ts'
import type { ParsedDocument, Path } from '../../src/yaml/document.ts'
import { oneIn } from '../sample/sweep.ts'
import { misspellings, namingTexts } from './mutants.ts'
import { type PackAtHand, packsBelow } from './packs.ts'

type Data = Readonly<Record<string, unknown>>

const day = '9999-12-31' as Day

/** A rule with one slip, and the line that the slip stands in. */
interface Mutant {
  readonly document: ParsedDocument
  readonly path: Path
  readonly rule: Data
  readonly slip: string
  readonly line: number
}

function mutantsOf({ pack }: PackAtHand): readonly Mutant[] {
  return pack.rules.flatMap((document) => {
    const { rules } = document.value as { rules: readonly Data[] }
    return rules.flatMap((rule, index) =>
      namingTexts(rule).flatMap(({ path, text, names }) =>
        names.flatMap((name) => {
          const offset = document.scalarAt(['rules', index, ...path])?.offsetAt(name.start) ?? 0
          const line = document.source.text.slice(0, offset).split('\n').length
          return misspellings(text, name).map((slip) => {
            const mutated = put(rule, path, slip) as Data
            return { document, path: ['rules', index], rule: mutated, slip, line }
          })
        }),
      ),
    )
  })
}

const packs = packsBelow('policies', 'examples/invented/policies')
  .map((at) => ({ ...at, id: at.pack.id, mutants: [...oneIn(5, mutantsOf(at))] }))
  .filter(({ mutants }) => mutants.length > 0)

describe.each(packs)('$id', ({ id, chain, mutants }) => {
  const packs = chain.map(({ document }) => document)
  const standard = writtenStandard({ packs, asOf: day })
  const language = languageOf(standard, { day })
  const keys = new Set(standard.requirements.keys())

  test(`${mutants.length} slips in names and constants are refused where they stand`, () => {
    const survivors = mutants.flatMap(({ document, path, rule, slip, line }) => {
      const { problems } = checkRule(rule, path, document, id, language, keys)
      const told = problems[0]?.location.start.line
      if (told === line) return []
      return [
        `${document.source.path}:${line} ${slip} (${told ? `told in line ${told}` : 'passed'})`,
      ]
    })
    expect(survivors).toEqual([])
  })
})
