import { expect, test } from 'vitest'
import { longestOf } from '../../src/model/exception.ts'
import { longestReportTerm } from '../../src/model/held.ts'
import { termOfPatch, termOfReport } from '../../src/model/procedure.ts'
import { lengthOfProviso } from '../../src/model/sentence.ts'
import { isPermitAsked } from '../../src/model/service.ts'
import { context, dossierOf, duty, procedure } from './dossier.ts'

/* What the calculations look for is named by the pack: one with words of its own is read as well. */

const words = (vocabulary: string, value: readonly string[]) => ({
  type: 'words',
  vocabulary,
  value,
  title: vocabulary,
})

const clause = (id: string, requirement: string, text: string) => ({
  id,
  number: `第${id}条`,
  requirement,
  subject: 'system-manager',
  force: 'must',
  text,
})

const parameters = {
  serviceRequirements: words('requirements', ['E-1']),
  exceptionRequirements: words('requirements', ['E-2']),
  passwordRequirements: words('requirements', ['E-3']),
  patchActivities: words('activities', ['mend']),
  reportActivities: words('activities', ['tell']),
  incidentEvents: words('events', ['mishap']),
}

const clauses = [
  clause('1', 'E-1', '外部サービスには、生徒の成績を載せない。'),
  clause('2', 'E-2', '例外を認めるときは、期間を３か月以内とする。'),
  clause('3', 'E-3', '８文字以上とする。ただし、錠のかかる端末では、４桁とする。'),
]

const dossierWith = (given: Readonly<Record<string, unknown>>) =>
  dossierOf(
    [
      context({ services: [{ name: '掲示板' }] }),
      {
        ...procedure,
        duties: [
          duty({
            id: 'mend',
            activity: 'mend',
            frequency: { on: 'release', within: 'P20D' },
          }),
          duty({ id: 'tell', activity: 'tell', frequency: { on: 'mishap', within: 'P2D' } }),
        ],
        exceptions: [
          {
            id: 'ex',
            requirement: 'ACC-2',
            approver: '校長',
            reason: '間に合わない',
            compensating: '施錠する',
            from: '2025-04-01',
            expires: '2025-05-31',
          },
        ],
      },
    ],
    {
      pack: {
        clauses,
        phrases: [],
        ...given,
      },
    },
  )

const found = (given: Readonly<Record<string, unknown>>): readonly unknown[] => {
  const dossier = dossierWith(given)
  const [own] = dossier.procedures
  const [exception] = own?.parts('exceptions') ?? []
  const [service] = dossier.context.parts('services')
  if (!own || !exception || !service) throw new Error('nothing is written')
  return [
    termOfPatch(own)?.toString(),
    termOfReport(own)?.toString(),
    longestReportTerm(own)?.toString(),
    longestOf(exception)?.toString(),
    isPermitAsked(service),
    lengthOfProviso(own),
  ]
}

test('the words of a pack name what the calculations look for', () => {
  expect(found({ parameters })).toEqual(['P20D', 'P2D', 'P2D', 'P3M', false, 4])
})

test('what a pack does not name is not found', () => {
  expect(found({})).toEqual([undefined, undefined, undefined, undefined, true, undefined])
})
