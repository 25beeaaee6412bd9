import { describe, expect, test } from 'vitest'
import { standingOf } from '../../src/model/edition.ts'
import { goalsOf } from '../../src/diff/reach.ts'
import { Unknown } from '../../src/finding/unknown.ts'
import { Dossier, type WrittenDossier } from '../../src/model/dossier.ts'
import { dutiesOf } from '../../src/model/procedure.ts'
import { attempt, ownerOf, partiesOf } from '../../src/model/duty.ts'
import type { Part, WrittenPart } from '../../src/model/part.ts'
import { contactChartOf } from '../../src/render/chart/from-chain.ts'
import { evaluateDossier } from '../../src/rule/judge.ts'
import { dossiersIn, shippedFolders } from '../render/view/dossiers.ts'
import { procedure, writtenOf } from './dossier.ts'

/** Reads every field of a part and of all that is written in it. */
function readAll(part: WrittenPart): void {
  for (const name of Object.keys(part.shape.fields)) {
    part.field(name)
    const found = [...part.parts(name), part.part(name)]
    for (const one of found) if (one?.parent === part) readAll(one)
  }
}

describe.each(shippedFolders)('what is written in $path', ({ path, policies }) => {
  test('is read without anything being thrown, whatever is absent', async () => {
    for (const dossier of await dossiersIn(path, policies)) {
      const { context, editions, records, notices, actionFiles, municipalityPart } = dossier
      const parts = [...editions, ...records, ...notices, ...actionFiles, municipalityPart]
      for (const part of context ? [context, ...parts] : parts) readAll(part)
    }
  })
})

test('what nobody wrote is nothing to those who read, and unknown to those who ask', () => {
  const written = writtenOf([{ ...procedure, complete: false }])
  const asked = Dossier.asked(written)
  const [text] = written.procedures
  expect({
    context: written.context,
    owner: text && ownerOf(text),
    duties: text && dutiesOf(text).length,
    list: text?.list('chains'),
  }).toEqual({ context: undefined, owner: undefined, duties: procedure.duties.length, list: [] })
  expect(attempt(() => asked.context)).toBeInstanceOf(Unknown)
  expect(asked.procedures[0]?.list('chains')).toEqual([expect.any(Unknown)])
})

// Held by the compiler: who compares and prints takes what is written, who asks takes what is asked.
export function isRefused(asked: Dossier, written: WrittenDossier): unknown {
  const [question] = asked.procedures
  const [text] = written.procedures
  if (!question || !text) return undefined
  // @ts-expect-error a comparison reads what is written
  standingOf(asked)
  // @ts-expect-error so does what follows from it
  goalsOf(question)
  // @ts-expect-error a document prints what is written
  contactChartOf(question)
  // @ts-expect-error only those who ask may be told that something is unknown
  partiesOf(text)
  // @ts-expect-error there may be no context: what is then has to be said
  written.context.part('owner')
  // @ts-expect-error what is asked is not taken for what is written
  const wrong: WrittenPart = question
  // @ts-expect-error nor the other way round
  const other: Part = text
  return [wrong, other, evaluateDossier(written, [], { day: written.asOf })]
}
