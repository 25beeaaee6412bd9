import { expect, test } from 'vitest'
import { termLaidDown } from '../../src/model/patch.ts'
import { context, dossierOf, duty, procedure, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

const pack = (...texts: readonly string[]) => ({
  vocabularies: { activities: [{ id: 'mend', requirement: 'V-1' }] },
  parameters: {
    patchActivities: { type: 'words', vocabulary: 'activities', value: ['mend'], title: '修正' },
  },
  clauses: texts.map((text, index) => ({
    id: String(index),
    requirement: 'V-1',
    force: 'must',
    text,
  })),
  phrases: [],
})

const mending = duty({ id: 'm', activity: 'mend', frequency: { on: 'release', within: 'P20D' } })
const withDuty = { ...procedure, duties: [mending] }
const general = '弱点の修正は、公表の日から60日以内に適用する。'
const grave = '重大な弱点の修正は、公表の日から30日以内に適用する。'

function term(urgency: string | undefined, texts: readonly string[], own: Data | undefined) {
  const records = {
    kind: 'records',
    patches: [
      {
        covers: { from: '2025-01-01', to: '2025-10-01' },
        entries: [{ id: 'x', item: '修正', releasedOn: '2025-03-01', ...(urgency && { urgency }) }],
      },
    ],
  }
  const dossier = dossierOf([context(), ...(own ? [own] : []), records], { pack: pack(...texts) })
  const [patch] = dossier.records.flatMap((one) =>
    one.parts('patches').flatMap((series) => series.parts('entries')),
  )
  if (!patch) throw new Error('no patch')
  return told(() => termLaidDown(patch)?.toString())
}

test.each<[string, string | undefined, readonly string[], Data | undefined, unknown]>([
  ['an urgent one goes by the procedure', 'urgent', [grave], withDuty, 'P20D'],
  ['else by the clause', 'urgent', [grave], procedure, 'P30D'],
  ['by the shorter of two', 'urgent', [general, grave], procedure, 'P30D'],
  ['by the clause also where nobody handed in a procedure', 'urgent', [grave], undefined, 'P30D'],
  ['another goes by a clause on all', undefined, [general, grave], withDuty, 'P60D'],
  ['by none on grave ones', 'normal', [grave], withDuty, undefined],
  [
    'by none that lets off',
    undefined,
    [`弱点を修正する。ただし、${general}`],
    procedure,
    undefined,
  ],
  ['by none on other things', undefined, ['台帳は、10日以内に出す。'], procedure, undefined],
])('%s', (_, urgency, texts, own, expected) => {
  expect(term(urgency, texts, own)).toBe(expected)
})

test('an urgent one is unknown where neither is handed in', () => {
  expect(term('urgent', [], undefined)).toEqual(['procedure: town/system?'])
})
