import { addPeriod, type Day } from '../calendar/day.ts'
import { knownOf, type OpenList, Unknown } from '../finding/unknown.ts'
import { actionsOf, nextOf, statusOf } from './action.ts'
import { actionsOn } from './audit.ts'
import type { Dossier } from './dossier.ts'
import { type AskedDue, orNone } from './due-item.ts'
import { attempt, organisationsOf, ownerOf } from './duty.ts'
import { renewalOf } from './exception.ts'
import type { Part } from './part.ts'
import { coverOf, writtenLedger } from './record.ts'

type Found = readonly AskedDue<Part>[]

/** A day that a thing of the context or of a ledger carries, by which something must be done or ends. */
interface Term {
  /** The list of the context or the ledger, and what in each of its things has the day, where not itself. */
  readonly of: string
  readonly within?: string
  readonly day: string
  /** What is written once it is done; where nothing can be, what ends by itself is told of only beforehand. */
  readonly settledBy: readonly string[]
}

const ofContext: readonly Term[] = [
  { of: 'contracts', day: 'until', settledBy: [] },
  { of: 'services', day: 'permittedUntil', settledBy: [] },
  { of: 'devices', within: 'software', day: 'supportedUntil', settledBy: [] },
  { of: 'assets', day: 'keepUntil', settledBy: ['disposedOn'] },
]

const ofRecords: readonly Term[] = [
  { of: 'accounts', day: 'expiresOn', settledBy: ['disabledOn', 'removedOn'] },
  { of: 'devices', day: 'returnBy', settledBy: ['returnedOn', 'disposedOn', 'lostOn'] },
  { of: 'media', day: 'returnBy', settledBy: ['returnedOn', 'disposedOn', 'lostOn'] },
  { of: 'exchanges', day: 'returnBy', settledBy: ['returnedOn'] },
  { of: 'transfers', day: 'returnBy', settledBy: ['returnedOn'] },
  { of: 'transfers', day: 'eraseBy', settledBy: ['erasedOn'] },
  { of: 'supervision', day: 'dueBy', settledBy: ['settledOn'] },
  { of: 'incidents', within: 'prevention', day: 'dueBy', settledBy: ['doneOn'] },
]

/** What has a day of its own: ends and revisions of the standard, measures, findings of audits, exceptions, and terms of things. */
export function duesOfTerms(dossier: Dossier): Found {
  return [
    ...orNone(() => actionsDue(dossier)),
    ...orNone(() => auditsDue(dossier)),
    ...orNone(() => exceptionsDue(dossier)),
    ...orNone(() => standardsDue(dossier)),
    ...ofContext.flatMap((term) => orNone(() => termsInContext(dossier, term))),
    ...ofRecords.flatMap((term) => orNone(() => termsInRecords(dossier, term))),
  ]
}

/**
 * The days written ahead on which the edition of the standard in force ends or another begins, and on which a
 * document of the standard ends: until then the procedure must be looked at anew.
 */
function standardsDue(dossier: Dossier): Found {
  const { standard, asOf } = dossier
  const editions = standard.root.parts('editions')
  const next = editions.find((one) => (one.writtenText('from') ?? '') > asOf)
  const documents = standard.list('documents').flatMap((one) => one.writtenPart('inForce') ?? [])
  const told: readonly (readonly [Part | undefined, string])[] = [
    [standard.edition, 'until'],
    [next, 'from'],
    ...documents.map((one) => [one, 'until'] as const),
  ]
  return told.flatMap(([about, field]): Found => {
    const due = about?.writtenText(field)
    if (!about || due === undefined || due < asOf) return []
    return [
      { kind: 'term', state: 'open', due: due as Day, about, field, organisation: owner(dossier) },
    ]
  })
}

/** What is to be done next for a finding, until the measure is done or declined. */
function actionsDue(dossier: Dossier): Found {
  return knownOf(actionsOf(dossier)).flatMap((action): Found => {
    if (['done', 'declined'].includes(statusOf(action))) return []
    const next = attempt(() => nextOf(action))
    if (next instanceof Unknown) return []
    const [due, turn] = [next?.writtenText('due'), next?.writtenText('what')]
    if (due === undefined) return []
    const duty = attempt(() => action.writtenPart('duty'))
    const [organisation] = duty instanceof Unknown || !duty ? [] : organisationsOf(duty)
    return [
      {
        kind: 'action',
        state: stateOf(due, dossier),
        due: due as Day,
        about: action,
        ...(turn !== undefined && { turn }),
        organisation: organisation ?? owner(dossier),
      },
    ]
  })
}

/** The findings of audits that are to be mended by a day, until they are, or a measure for them is done. */
function auditsDue(dossier: Dossier): Found {
  return entriesIn(dossier, 'audits').flatMap(([audit]) =>
    audit.writtenParts('findings').flatMap((finding): Found => {
      const due = finding.writtenText('dueBy')
      if (due === undefined || finding.written('closedOn')) return []
      const actions: OpenList<Part> = orNone(() => actionsOn(finding))
      if (knownOf(actions).some((action) => statusOf(action) === 'done')) return []
      const organisation = owner(dossier)
      const state = stateOf(due, dossier)
      return [{ kind: 'audit', state, due: due as Day, about: finding, organisation }]
    }),
  )
}

/** The last days of the exceptions in force, and the days by which they must be looked at again. */
function exceptionsDue(dossier: Dossier): Found {
  const review = dossier.standard.period('exceptionReview')
  return dossier.procedures.flatMap((procedure) =>
    procedure
      .parts('exceptions')
      .filter((one) => !one.written('endedOn') && !renewalOf(one))
      .flatMap((about): Found => {
        const expires = about.writtenText('expires') as Day | undefined
        const reviewed = about.writtenTexts('reviewedOn').filter((day) => day <= dossier.asOf)
        const last = [about.text('from') ?? '', ...reviewed].sort().at(-1) as Day
        const next = review && addPeriod(last, review)
        const found = attempt(() => ownerOf(procedure))
        const organisation = found instanceof Unknown ? owner(dossier) : found
        const one = { about, organisation }
        const isOver = expires !== undefined && (expires < dossier.asOf || (next ?? '') >= expires)
        return [
          ...(expires === undefined
            ? []
            : [
                {
                  ...one,
                  kind: 'exception',
                  state: stateOf(expires, dossier),
                  due: expires,
                } as const,
              ]),
          ...(next === undefined || isOver
            ? []
            : [{ ...one, kind: 'review', state: stateOf(next, dossier), due: next } as const]),
        ]
      }),
  )
}

function termsInContext(dossier: Dossier, term: Term): Found {
  if (!dossier.hasContext) return []
  return dossier.context
    .writtenParts(term.of)
    .flatMap((one) => (term.within === undefined ? [one] : one.writtenParts(term.within)))
    .flatMap((about) => termOf(about, term, (due) => stateOf(due, dossier), owner(dossier)))
}

function termsInRecords(dossier: Dossier, term: Term): Found {
  return entriesIn(dossier, term.of).flatMap(([entry, series]) => {
    const covered = coverOf(series).to
    const state = (due: string): AskedDue<Part>['state'] =>
      due >= dossier.asOf ? 'open' : due <= covered ? 'overdue' : 'unrecorded'
    const keeper =
      'organisation' in series.shape.fields ? series.writtenPart('organisation') : undefined
    const things = term.within === undefined ? [entry] : entry.writtenParts(term.within)
    return things.flatMap((about) => termOf(about, term, state, keeper ?? owner(dossier)))
  })
}

function termOf(
  about: Part,
  { day: field, settledBy }: Term,
  stateAt: (due: string) => AskedDue<Part>['state'],
  organisation: Part | undefined,
): Found {
  // Of a day told roughly the last that it may be.
  const due = about.writtenDays(field)?.to
  const { asOf } = about.world
  const isSettled = settledBy.some((one) => (about.writtenText(one) ?? '~') <= asOf)
  const isOver = settledBy.length === 0 && due !== undefined && due < asOf
  if (due === undefined || isSettled || isOver) return []
  return [{ kind: 'term', state: stateAt(due), due, about, field, organisation }]
}

/** The entries of a ledger with the series each stands in; none where nobody keeps it. */
function entriesIn(dossier: Dossier, name: string): readonly (readonly [Part, Part])[] {
  return writtenLedger(dossier, name).flatMap((series) =>
    series.parts('entries').map((entry) => [entry, series] as const),
  )
}

function stateOf(due: string, { asOf }: Dossier): AskedDue<Part>['state'] {
  return due >= asOf ? 'open' : 'overdue'
}

/** Who owns the system, as far as that is written. */
function owner(dossier: Dossier): Part | undefined {
  return dossier.hasContext ? dossier.context.writtenPart('owner') : undefined
}
