import { addPeriod, type Day, parseDay } from '../../calendar/day.ts'
import { Period } from '../../calendar/period.ts'
import {
  type DueItem,
  dueKinds,
  type DueReport,
  dueStates,
  type DueSystem,
} from '../../finding/due.ts'
import { UsageError } from '../../finding/usage-error.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { type Due, duesOf } from '../../model/due.ts'
import { type DossiersRequest, openDossiers } from '../open/dossiers.ts'
import { version } from '../open/version.ts'
import { type Concerned, concerning } from '../open/concerned.ts'
import { fingerprint } from '../../finding/finding.ts'
import { compareText } from '../../finding/order.ts'
import type { WrittenPart } from '../../model/part.ts'
import { standardSubject } from '../../model/standard-in-force.ts'
import { dueOccasion, duePost, dueTitle } from '../../words/due.ts'
import { organisationName } from '../../words/name.ts'

/** Whose deadlines to list, and of which days. */
export interface DueRequest extends DossiersRequest, Concerned {
  /** The first day; without it all that is overdue is listed. */
  readonly from?: string
  /** The last day; without it so long after the day of judgement. */
  readonly to?: string
  readonly within?: Period
}

/** How far ahead an office looks: one quarter. */
const usually = new Period(3, 0)

/** A calendar ends: so far ahead nobody knows what holds. */
const farthest = new Period(120, 0)

/** Reads the selected systems and lists what falls due in them, for whom, and what is overdue by the records. */
export async function due(request: DueRequest): Promise<DueReport> {
  const { dossiers, day, formal } = await openDossiers(request)
  const isConcerned = concerning(request, dossiers)
  const found = dossiers.flatMap((dossier) =>
    duesIn(dossier, request)
      .filter(isConcerned)
      .map((one) => dueItem(one, dossier)),
  )
  const items = [...new Map(found.map((one) => [one.id, one])).values()].sort(compareItems)
  const unread = formal.filter(({ severity }) => severity === 'error')
  const count = (state: string): number => items.filter((one) => one.state === state).length
  return {
    format: 'policy-lint/due.v1',
    asOf: day.asked ?? day.today,
    tool: { name: 'policy-lint', version },
    systems: [...systemsOf(dossiers, request), ...standardsAmong(items, dossiers, request)],
    summary: Object.fromEntries(
      dueStates.map((state) => [state, count(state)]),
    ) as DueReport['summary'],
    items,
    unread: unread.map(({ message, location }) => ({ message, location })),
  }
}

function duesIn(dossier: WrittenDossier, request: DueRequest): readonly Due[] {
  const { from, to } = spanOf(dossier.asOf, request)
  return duesOf(dossier, to).filter(
    (one) => from === undefined || (one.run?.until ?? one.due) >= from,
  )
}

/** The days looked at; what is overdue is listed however long it has been where no first day is asked for. */
function spanOf(asOf: Day, request: DueRequest): { from: Day | undefined; to: Day } {
  const from = parseDay(request.from ?? '')
  const to = parseDay(request.to ?? '') ?? addPeriod(asOf, request.within ?? usually)
  if (to > addPeriod(asOf, farthest)) {
    throw new UsageError('終わりの日が遠すぎます', {
      hint: `基準の日（${asOf}）から10年以内の日を --to か --within で指定してください`,
    })
  }
  if (from !== undefined && from > to) {
    throw new UsageError(`始まりの日（${from}）が、終わりの日（${to}）より後になっています`, {
      hint: '--from と --to（--within）を確かめてください',
    })
  }
  return { from, to }
}

/** The standards of which something is due, each once. */
function standardsAmong(
  items: readonly DueItem[],
  dossiers: readonly WrittenDossier[],
  request: DueRequest,
): readonly DueSystem[] {
  const due = new Set(items.map(({ system }) => system))
  const standards = dossiers.map((dossier): [string, DueSystem] => {
    const system = subjectOfStandard(dossier)
    const { asOf } = dossier
    const { from, to } = spanOf(asOf, request)
    return [system, { system, name: dossier.standard.name, asOf, from: from ?? null, to }]
  })
  return [...new Map(standards.filter(([system]) => due.has(system))).values()]
}

/** Each system once, and only those that are still in use. */
function systemsOf(dossiers: readonly WrittenDossier[], request: DueRequest): readonly DueSystem[] {
  const inUse = dossiers.filter(({ retirement }) => retirement === undefined)
  const named = inUse.map(({ id, name, asOf }): [string, DueSystem] => {
    const { from, to } = spanOf(asOf, request)
    return [id, { system: id, name, asOf, from: from ?? null, to }]
  })
  return [...new Map(named).values()]
}

/** Something that falls due in a system, in the words of an office. */
function dueItem(due: Due, dossier: WrittenDossier): DueItem {
  const { kind, state, from, run, about } = due
  const isOfStandard = about.root.type === 'Standard'
  // What ends for all systems at once is nobody's in particular, and told once.
  const organisation = isOfStandard ? undefined : due.organisation
  const system = isOfStandard ? subjectOfStandard(dossier) : dossier.id
  return {
    id: idOf({ ...due, organisation }, system),
    kind,
    state,
    from: from ?? null,
    due: due.due,
    run: run ?? null,
    system,
    title: dueTitle(due),
    turn: dueOccasion(due) ?? null,
    post: duePost(due) ?? null,
    section: organisation ? { id: organisation.key, name: organisationName(organisation) } : null,
    record: about.writtenText('record') ?? null,
    location: about.location(),
  }
}

/** What is due of the standard of a system is of this subject. */
function subjectOfStandard({ municipality, standard }: WrittenDossier): string {
  return standardSubject(municipality, standard.id)
}

/** Made of ids alone, so that a calendar knows the entry again whatever becomes of its day and its words. */
function idOf(
  { kind, about, field, turn, from, run, after, role, organisation }: Due,
  system: string,
) {
  const which = kind === 'turn' ? [run ? (turn ?? '') : (from ?? '')] : []
  const follows = after ? [...trailOf(after), after.writtenText('on') ?? ''] : []
  return fingerprint(
    kind,
    system,
    ...trailOf(about),
    field ?? '',
    role?.key ?? '',
    organisation?.key ?? '',
    ...which,
    ...follows,
  )
}

function trailOf(part: WrittenPart): readonly string[] {
  return [...(part.parent ? trailOf(part.parent) : []), part.elementId]
}

/** By day, then system, kind, title and section: one order whatever the order of the files. */
function compareItems(a: DueItem, b: DueItem): number {
  const parts = (one: DueItem): readonly string[] => [
    one.due,
    one.system,
    String(dueKinds.indexOf(one.kind)).padStart(2, '0'),
    one.title,
    one.section?.id ?? '',
    one.id,
  ]
  const [first, second] = [parts(a), parts(b)]
  return first.map((part, at) => compareText(part, second[at] ?? '')).find((one) => one !== 0) ?? 0
}
