import { beforeAll, describe, expect, test } from 'vitest'
import type { Sides } from '../../src/diff/affected.ts'
import { type Element, rootElement, type ShapedDocument } from '../../src/model/element.ts'
import { Side, systemIn } from '../../src/diff/names.ts'
import { type Requirements, takenFrom } from '../../src/diff/taken.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { compareSides } from '../../src/workflow/compare.ts'
import { towns } from '../sample/towns.ts'

describe.each(towns)('of the files of $name', ({ files, folder }) => {
  let documents: readonly ShapedDocument[]
  let sides: Sides
  let requirements: Requirements

  beforeAll(async () => {
    const side = { name: '', workspace: memoryWorkspace(files), paths: [folder] }
    const { judged, before } = await compareSides({ before: side, after: side })
    documents = before.documents
    sides = judged.sides
    requirements = judged.requirements
  }, 60_000)

  const taken = (before: Element, on: Sides = sides): ReadonlySet<string> =>
    takenFrom({ verb: 'removed', before, after: undefined }, on, requirements)
  const procedures = (): readonly Element[] =>
    documents.filter(({ kind }) => kind === 'procedure').map(rootElement)

  test('a document takes with it what each of its elements does', () => {
    for (const document of documents.map(rootElement)) {
      const fields = Object.keys(document.shape.fields)
      const parts = fields.flatMap((field) => document.children(field))
      const all = taken(document)
      const more = parts.flatMap((part) => [...taken(part)].filter((key) => !all.has(key)))
      expect({ path: document.document.source.path, more }).toEqual({
        path: document.document.source.path,
        more: [],
      })
    }
  })

  test('a chain of contact takes from the clause that asks for one', () => {
    const chains = procedures().flatMap((one) => one.children('chains'))
    expect(chains.filter((chain) => !taken(chain).has('ORG-2'))).toEqual([])
  })

  test('a system of which nothing is left takes all that was asked of it', () => {
    const gone = { ...sides, after: new Side([], () => undefined) }
    for (const procedure of procedures()) {
      expect(taken(procedure, gone)).toEqual(requirements.all(systemIn(procedure)))
    }
  })

  test('a text no longer copied whole takes that for which it was', () => {
    for (const procedure of procedures()) {
      const all = requirements.all(systemIn(procedure))
      const [first = '', ...rest] = all
      const narrowed = (was: unknown, is: unknown): ReadonlySet<string> => {
        const [before, after] = [was, is].map((complete) =>
          procedure.with({ data: { ...procedure.data, complete } }),
        )
        const fact = { verb: 'changed' as const, before, after, field: 'complete' }
        return takenFrom(fact, sides, requirements)
      }
      expect({
        all: narrowed(undefined, false),
        butOne: narrowed(true, [first]),
        one: narrowed([first], false),
        other: narrowed([first], rest),
        none: narrowed(false, true),
      }).toEqual({
        all,
        butOne: new Set(rest),
        one: new Set([first]),
        other: new Set([first]),
        none: new Set(),
      })
    }
  })
})
