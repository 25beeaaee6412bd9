import { beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '../../src/calendar/day.ts'
import type { Finding } from '../../src/finding/finding.ts'
import { buildDossiers } from '../../src/model/build.ts'
import type { Saying } from '../../src/rule/said.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { Judging } from '../../src/workflow/judge/judging.ts'
import { type JudgedState, outcomeOf } from '../../src/workflow/judge/outcome.ts'
import { openPacks } from '../../src/workflow/open/packs.ts'
import { readDocuments } from '../../src/workflow/open/batch.ts'
import { select } from '../../src/workflow/open/select.ts'
import { oneIn } from '../sample/sweep.ts'
import { changed, type Files, towns } from '../sample/towns.ts'

/** The systems of some files, judged so that another judgement can be held against this one. */
async function judged(files: Files, folder: string): Promise<JudgedState> {
  const workspace = memoryWorkspace(files)
  const packs = await openPacks({ workspace })
  const { documents } = await readDocuments(select({ workspace, paths: [folder] }), packs)
  const day = { asked: undefined, today: '2026-10-31' as Day }
  const judging = new Judging(packs, { holding: true })
  const { dossiers } = buildDossiers(documents, packs.standardFor, day)
  for (const dossier of dossiers) judging.judge(dossier)
  const { judgements, said } = judging
  return { findings: judgements.flatMap(({ findings }) => findings), said }
}

/** What one judgement says of what a finding of another is about; undefined for checks that are built in. */
function sayingOf(
  { system, fingerprint }: Finding,
  from: JudgedState,
  of: JudgedState,
): Saying | undefined {
  const point = from.said.get(system ?? '')?.pointOf(fingerprint)
  return point && (of.said.get(system ?? '')?.of(point) ?? 'nothing')
}

function prints(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(({ fingerprint }) => fingerprint))].sort()
}

describe.each([...oneIn(2, towns, 1)])('$name', ({ files, folder }) => {
  const other: Readonly<Record<string, Files>> = {
    'copied in part': changed(files, (document) =>
      document['kind'] === 'procedure' ? { ...document, complete: false } : document,
    ),
    'without traits': changed(files, (document) =>
      document['kind'] === 'context' ? { ...document, traits: [] } : document,
    ),
  }
  let before: JudgedState
  beforeAll(async () => {
    before = await judged(files, folder)
  }, 60_000)

  test('what a finding speaks of is broken, as the judgement itself has it', () => {
    const odd = before.findings.filter((one) => sayingOf(one, before, before) !== 'broken')
    expect(odd.filter(({ rule }) => rule !== 'exception.unused')).toEqual([])
  })

  test('between a state and itself nothing becomes of anything', () => {
    expect(outcomeOf(before, before)).toEqual({ introduced: [], resolved: [], gone: [] })
  })

  test.each(Object.keys(other))('held against %s, each finding has one fate', async (name) => {
    const after = await judged(other[name] ?? {}, folder)
    const { introduced, resolved, gone } = outcomeOf(before, after)
    const lost = gone.map(({ finding }) => finding)
    const known = new Set(prints(after.findings))
    // What another finding tells of now is as open as it was.
    const open = before.findings.filter((one) => sayingOf(one, before, after) === 'broken')
    const fates = [...prints(resolved), ...prints(lost), ...prints(open)].sort()
    expect(fates.filter((one) => !known.has(one) || !prints(open).includes(one))).toEqual(
      prints(before.findings.filter((one) => !known.has(one.fingerprint))),
    )
    expect(prints(introduced)).toEqual(
      prints(after.findings).filter((one) => !prints(before.findings).includes(one)),
    )
    // Where less is known of a text, or less is asked, nothing was mended.
    expect(resolved).toEqual([])
  })

  test('a system that is away takes its findings with it, whatever is said of it', () => {
    const { introduced, resolved, gone } = outcomeOf(
      before,
      { findings: [], said: before.said },
      () => 'excluded',
    )
    expect({ introduced, resolved, gone: prints(gone.map(({ finding }) => finding)) }).toEqual({
      introduced: [],
      resolved: [],
      gone: prints(before.findings),
    })
    expect(new Set(gone.map(({ because }) => because))).toEqual(
      new Set(gone.length > 0 ? ['excluded'] : []),
    )
  })
})
