import type { Period } from '../calendar/period.ts'
import { knownOf } from '../finding/unknown.ts'
import { gistOf } from '../japanese/gist.ts'
import { saysAlsoOften } from '../japanese/cycle.ts'
import { plainText } from '../japanese/sentence.ts'
import { saysToldAtOnce } from '../japanese/telling.ts'
import { differ, excludeOneAnother, isOfKind, outlasts, type Retention } from '../japanese/term.ts'
import { type Demand, saidBy } from './contradiction.ts'
import { dossierOf } from './dossier.ts'
import { procedureOf } from './duty.ts'
import type { Part } from './part.ts'
import { dutiesInherited } from './procedure.ts'
import { heldUpBy } from './sentence.ts'

/*
 * What a provision or a duty asks, against what the text of a clause plainly asks of the very same: a city that only
 * pastes its clauses has no keys to compare.
 */

/** The clauses that have the same things kept longer than a ruling does, or while the ruling has them erased. */
export function clausesKeepingLonger(ruling: Part): readonly Part[] {
  const own = saidBy(ruling).retentions
  if (own.length === 0) return []
  const clauses = bindingClauses(ruling)
  const named = new Set(
    clauses.flatMap((clause) => saidBy(clause).retentions.map(({ what }) => what)),
  )
  // What a clause names itself goes by that clause, and not by one for all of its kind.
  const asKind = own.filter(({ what }) => !named.has(what))
  return clauses.filter((clause) =>
    saidBy(clause).retentions.some(
      (asked) =>
        own.some((given) => isShorter(given, asked)) ||
        asKind.some(
          (given) =>
            isOfKind(given.what, asked.what) && isShorter({ ...given, what: asked.what }, asked),
        ),
    ),
  )
}

/** The clauses that have the same things gone sooner than a ruling lets them be kept. */
export function clausesErasingSooner(ruling: Part): readonly Part[] {
  const own = saidBy(ruling).retentions
  if (own.length === 0) return []
  return bindingClauses(ruling).filter((clause) =>
    saidBy(clause).retentions.some((asked) => own.some((given) => outlasts(given, asked))),
  )
}

/** The clauses that have a log, by its name or its kind, gone sooner than it is really kept. */
export function clausesErasingLogSooner(log: Part): readonly Part[] {
  const period = log.writtenPeriod('retention')
  if (!period) return []
  const kind = dossierOf(log).standard.word('logKinds', log.writtenText('kind'))
  const names = [log.writtenText('name'), kind?.name].flatMap((name) => name ?? [])
  const kept = names.map((name): Retention => ({ what: plainText(name), period, way: 'keep' }))
  return bindingClauses(log).filter((clause) =>
    saidBy(clause).retentions.some((asked) => kept.some((given) => outlasts(given, asked))),
  )
}

function isShorter(given: Retention, asked: Retention): boolean {
  if (asked.way !== 'keep') return false
  if (given.way === 'erase') return excludeOneAnother(given, asked)
  return differ(given, asked) && given.period.compareCertain(asked.period) === -1
}

/** The clauses that ask the same performers for the same deed sooner than a duty does. */
export function clausesSooner(duty: Part): readonly Part[] {
  const limit = duty.writtenPart('frequency')?.writtenPeriod('within')
  if (!limit) return []
  const performers = new Set(duty.parts('performers').map((role) => role.writtenText('canonical')))
  return clausesAsking(duty).filter(
    (clause) =>
      performers.has(clause.text('subject')) &&
      asksOfSame(duty, clause, ({ deadline }) => deadline?.compareCertain(limit) === -1),
  )
}

/** The clauses that ask for the deed of a duty done on an event, and besides for the same again and again. */
export function clausesAlsoOften(duty: Part): readonly Part[] {
  return clausesAsking(duty).filter(
    (clause) =>
      saysAlsoOften(clause.writtenText('text') ?? '') && asksOfSame(duty, clause, () => true),
  )
}

/** The clauses that want an incident told at once, where a duty has it told only once the cause is found. */
export function clausesAtOnce(duty: Part): readonly Part[] {
  const kinds = dossierOf(duty).standard.words('reportActivities')
  if (!kinds.includes(duty.text('activity') ?? '') || heldUpBy(duty) === undefined) return []
  return clausesAsking(duty).filter((clause) => saysToldAtOnce(clause.writtenText('text') ?? ''))
}

/** The clauses that ask for the same deed more often than any duty of its requirement does. */
export function clausesMoreOften(duty: Part): readonly Part[] {
  const every = everyOf(duty)
  if (!every) return []
  const others = knownOf(dutiesInherited(procedureOf(duty)))
    .filter((other) => other.text('requirement') === duty.text('requirement'))
    .flatMap((other) => everyOf(other) ?? [])
  return clausesAsking(duty).filter(
    (clause) =>
      clause.writtenPart('cadence')?.written('max') !== true &&
      asksOfSame(
        duty,
        clause,
        (asked) =>
          asked.every?.compareCertain(every) === -1 &&
          !others.some((one) => asked.every && one.isAtMost(asked.every) === true),
      ),
  )
}

const everyOf = (duty: Part): Period | undefined =>
  duty.writtenPart('frequency')?.writtenPeriod('every')

/** The clauses of the standard that hold here and must be obeyed. */
function bindingClauses(ruling: Part): readonly Part[] {
  const dossier = dossierOf(ruling)
  return knownOf(dossier.standard.holding(dossier.standard.clauses, dossier)).filter(mustBeObeyed)
}

/** Those of them for the requirement of a duty. */
export function clausesAsking(duty: Part): readonly Part[] {
  const dossier = dossierOf(duty)
  const clauses = dossier.standard.clausesFor(duty.text('requirement') ?? '', dossier)
  return knownOf(clauses).filter(mustBeObeyed)
}

const mustBeObeyed = (clause: Part): boolean => clause.text('force') === 'must'

/** Whether a sentence of a clause asks for what a duty does: its deed, and one more word, stand in the duty's text. */
export function asksOfSame(duty: Part, clause: Part, holds: (asked: Demand) => boolean): boolean {
  const words = new Set(gistOfDuty(duty))
  return saidBy(clause).demands.some((asked) => {
    const shared = asked.gist.split(' ').filter((word) => words.has(word))
    return (
      !asked.isProviso &&
      asked.deed !== undefined &&
      shared.includes(asked.deed) &&
      shared.length > 1 &&
      holds(asked)
    )
  })
}

/** The words that say what a duty is about, by its title and its text. */
export function gistOfDuty(duty: Part): readonly string[] {
  return gistOf(`${duty.writtenText('title') ?? ''}、${duty.writtenText('text') ?? ''}`).split(' ')
}
