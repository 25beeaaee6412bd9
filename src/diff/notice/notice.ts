import { addDays, addPeriod, type Day } from '../../calendar/day.ts'
import { Period } from '../../calendar/period.ts'
import { compareText } from '../../finding/order.ts'
import { municipalityIdOf } from '../../finding/system-id.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { startOf } from '../../model/edition.ts'
import type { Element } from '../../model/element.ts'
import type { Notice } from '../../schema/generated/notice.ts'
import { nameIn } from '../../words/value.ts'
import type { Sides } from '../affected.ts'
import type { GradedChange } from '../change.ts'
import { elementOf } from '../fact.ts'
import { municipalityIn, systemIn } from '../names.ts'
import { type Matter, mattersOf, type NoticeSides } from './matter.ts'
import { Statements } from './statement.ts'

/** What a notice is to be made with. */
export interface NoticeRequest {
  /** The day of issue. */
  readonly on: Day
  /** The day by which the addressee answers; two weeks after the issue without it. */
  readonly replyBy?: Day
  /** The organisation that issues; the owner of the procedure without it. */
  readonly issuer?: string
}

/** A notice to one organisation, and the changes it tells of. */
export interface DraftNotice {
  readonly system: string
  readonly organisation: string
  /** The name of the organisation. */
  readonly name: string
  readonly value: Notice
  /** Whether the later side names no issuer, so that the owner on the earlier one issues. */
  readonly isIssuedByEarlier: boolean
  /** Fingerprints of the changes it tells. */
  readonly changes: readonly string[]
}

/** The notices that follow from changes, and those to whom none was made. */
export interface Drafted {
  readonly notices: readonly DraftNotice[]
  readonly withheld: readonly Withheld[]
}

/** How long an addressee has to answer where nothing is said, and how long it needs at least. */
const timeToReply = new Period(0, 14)
const leastToReply = new Period(0, 7)

/**
 * One notice for each organisation that the changes of a procedure concern: what changes for it, from
 * when, what it must do first and by which day, on which record, to whom it reports, whom to ask. Every
 * change that needs notice is told to everybody it concerns but the issuer itself; whoever is not written
 * to is named with the reason.
 */
export function noticesOf(
  changes: readonly GradedChange[],
  between: NoticeSides,
  request: NoticeRequest,
): Drafted {
  const news = changes.filter((change) => change.needsNotice && isNews(change, between))
  const matters = mattersOf(news, between.sides, between)
  const groups = new Map<string, Matter[]>()
  for (const matter of matters) {
    const key = [matter.system, matter.procedure, matter.organisation].join('\0')
    groups.set(key, [...(groups.get(key) ?? []), matter])
  }
  const drafts = [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, own]) => new Draft(own, between, request).notice())
  const notices = drafts.flatMap((one) => ('value' in one ? [one] : []))
  const lacking = drafts.flatMap((one) => ('because' in one ? [one] : []))
  const nameOf = ({ fact }: GradedChange, organisation: string): string => {
    const element = fact.after ?? fact.before
    const municipality = element ? municipalityIn(element) : ''
    return organisationName(between.sides, municipality, organisation)
  }
  return { notices, withheld: withheldFrom(news, notices, lacking, nameOf) }
}

/** That an edition took the place of another, and its duties run from its day, is what the letter says at its head. */
function isNews({ fact }: GradedChange, { before, after }: NoticeSides): boolean {
  const root = elementOf(fact).root
  if (root.shape.name !== 'Procedure' || !fact.before || !fact.after) return true
  const startIn = (procedures: readonly Element[]): string | undefined => {
    const same = procedures.find((one) => one.key === root.key && systemIn(one) === systemIn(root))
    return same && startOf(same)
  }
  const [was, is] = [startIn(before), startIn(after)]
  if (was === is || is === undefined) return true
  if (fact.field === 'since') return fact.after.data['since'] !== is
  return fact.field !== 'inForce' && fact.after.parentField !== 'inForce'
}

class Draft {
  readonly #matters: readonly Matter[]
  readonly #between: NoticeSides
  readonly #request: NoticeRequest
  readonly #before: Element | undefined
  readonly #after: Element | undefined
  readonly #from: Day
  readonly #replyBy: Day
  readonly #system: string
  readonly #organisation: string

  constructor(matters: readonly Matter[], between: NoticeSides, request: NoticeRequest) {
    const { system = '', procedure, organisation = '' } = matters[0] ?? {}
    const find = (procedures: readonly Element[]): Element | undefined =>
      procedures.find((one) => systemIn(one) === system && one.key === procedure)
    this.#matters = matters
    this.#between = between
    this.#request = request
    this.#system = system
    this.#organisation = organisation
    this.#before = find(between.before)
    this.#after = find(between.after)
    this.#from = this.#effectiveDay()
    this.#replyBy = request.replyBy ?? this.#usualReply()
  }

  /** The notice, or why there is none: the issuer needs not write to itself. */
  notice(): DraftNotice | Withheld {
    const told = new Set(
      this.#matters.flatMap((one) => one.changes.map((change) => change.fingerprint)),
    )
    const head = {
      organisation: this.#organisation,
      name: this.#nameOf(this.#organisation),
      changes: [...told],
    }
    const now = this.#request.issuer ?? this.#owner(this.#after, this.#between.dossiers)
    const issuer = now ?? this.#owner(this.#before, this.#between.earlier)
    if (issuer === undefined) return { ...head, because: 'unknownIssuer' }
    if (issuer === this.#organisation) return { ...head, because: 'issuer' }
    const announced = this.#announces()
    const statements = new Statements({
      between: this.#between,
      system: this.#system,
      organisation: this.#organisation,
      procedure: this.#after,
      from: this.#from,
      replyBy: this.#replyBy,
      issuedOn: this.#request.on,
      contact: this.#nameOf(issuer),
      hasComparison: announced.announces !== undefined,
    }).of(this.#matters)
    const procedure = this.#after ?? this.#before
    const value: Notice = {
      kind: 'notice',
      system: this.#system,
      id: idOf(procedure?.key ?? '', this.#organisation, this.#request.on),
      title: `${(procedure && nameIn(procedure.data)) ?? '実施手順'}の${this.#whatHappens()}について（通知）`,
      issuer,
      on: this.#request.on,
      to: this.#organisation,
      replyBy: this.#replyBy,
      ...(announced.announces && { occasion: 'revision' }),
      ...announced,
      statements: [...statements],
      deliveries: [],
      confirmations: [],
      reminders: [],
    }
    return { ...head, system: this.#system, value, isIssuedByEarlier: now === undefined }
  }

  #whatHappens(): '制定' | '廃止' | '一部改正' {
    if (!this.#before) return '制定'
    return this.#after ? '一部改正' : '廃止'
  }

  /** Two weeks to answer, but before the change begins where the time allows it. */
  #usualReply(): Day {
    const { on } = this.#request
    const [usual, eve] = [addPeriod(on, timeToReply), addDays(this.#from, -1)]
    return eve < usual && eve >= addPeriod(on, leastToReply) ? eve : usual
  }

  /** The first day of the new edition; the day of issue where the text was changed in place. */
  #effectiveDay(): Day {
    const [was, is] = [this.#before && startOf(this.#before), this.#after && startOf(this.#after)]
    return is !== undefined && is !== was ? (is as Day) : this.#request.on
  }

  /** Which editions the notice stands between, where both are kept. */
  #announces(): Pick<Notice, 'announces'> {
    const dossier = this.#between.dossiers.find(({ id }) => id === this.#system)
    const procedure = this.#after?.key
    if (!dossier || procedure === undefined) return {}
    const eve = addDays(this.#from, -1)
    const isKept = dossier.editionOn(procedure, eve) && dossier.editionOn(procedure, this.#from)
    const isRevised = this.#before && this.#after && startOf(this.#before) !== startOf(this.#after)
    return isKept && isRevised ? { announces: { procedure, from: eve, to: this.#from } } : {}
  }

  /** Whoever owns the procedure on one side, else its system. */
  #owner(procedure: Element | undefined, dossiers: readonly WrittenDossier[]): string | undefined {
    const own = procedure?.data['owner']
    if (typeof own === 'string') return own
    const dossier = dossiers.find(({ id }) => id === this.#system)
    return dossier?.context?.part('owner')?.key
  }

  #nameOf(organisation: string): string {
    return organisationName(this.#between.sides, municipalityIdOf(this.#system), organisation)
  }
}

function organisationName({ after, before }: Sides, municipality: string, id: string): string {
  const entry = after.organisation(municipality, id) ?? before.organisation(municipality, id)
  return (entry && nameIn(entry.data)) ?? id
}

/** An id that says of what, to whom and when, and is made of ids. */
function idOf(procedure: string, organisation: string, on: string): string {
  return `notice-${on}-${procedure}-${organisation}`.slice(0, 80)
}

/** Why nobody writes to an organisation that a change concerns. */
type WithheldBecause = 'issuer' | 'unknownIssuer' | 'noProcedure'

/** An organisation that changes concern, and to which no notice tells them. */
export interface Withheld {
  readonly organisation: string
  /** The name of the organisation. */
  readonly name: string
  readonly because: WithheldBecause
  /** Fingerprints of the changes that it is not told. */
  readonly changes: readonly string[]
}

/** A notice, or the lack of one: to whom, of which changes. */
interface Addressed {
  readonly organisation: string
  readonly changes: readonly string[]
}

/**
 * Whoever a change that needs notice concerns is written to, or stands here with the reason: nobody is
 * left out without a word. `lacking` are those for whom a draft could not, or need not, be made.
 */
function withheldFrom(
  changes: readonly GradedChange[],
  notices: readonly Addressed[],
  lacking: readonly Withheld[],
  nameOf: (change: GradedChange, organisation: string) => string,
): readonly Withheld[] {
  const settled = new Set([...notices, ...lacking].flatMap(pairsOf))
  const found = new Map<string, Withheld>()
  const add = (one: Withheld): void => {
    const key = `${one.organisation}\0${one.because}`
    const known = found.get(key)?.changes ?? []
    found.set(key, { ...one, changes: [...new Set([...known, ...one.changes])] })
  }
  for (const one of lacking) add(one)
  for (const change of changes.filter(({ needsNotice }) => needsNotice)) {
    for (const organisation of change.affected.organisations) {
      if (settled.has(pairOf(organisation, change.fingerprint))) continue
      const name = nameOf(change, organisation)
      add({ organisation, name, because: 'noProcedure', changes: [change.fingerprint] })
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.organisation, b.organisation))
}

function pairsOf({ organisation, changes }: Addressed): readonly string[] {
  return changes.map((change) => pairOf(organisation, change))
}

function pairOf(organisation: string, change: string): string {
  return `${organisation}\0${change}`
}
