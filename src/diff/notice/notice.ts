import { addDays, addPeriod, type Day } from '../../calendar/day.ts'
import { Period } from '../../calendar/period.ts'
import { compareText } from '../../finding/order.ts'
import { municipalityIdOf } from '../../finding/system-id.ts'
import { modalityOf } from '../../japanese/verb.ts'
import { dutiesOf, type WrittenDossier } from '../../model/dossier.ts'
import { startOf } from '../../model/edition.ts'
import type { Element } from '../../model/element.ts'
import { firstDue } from '../../model/first-due.ts'
import type { Notice, Statement } from '../../schema/generated/notice.ts'
import {
  changeInNotice,
  dutyInNotice,
  letterDay,
  type NoticedDuty,
  reportInNotice,
} from '../../words/letter.ts'
import { nameIn } from '../../words/value.ts'
import type { Sides } from '../affected.ts'
import type { GradedChange } from '../change.ts'
import { municipalityIn, systemIn } from '../names.ts'
import { Printer } from '../print.ts'
import { type Matter, mattersOf, performs, rolesOf } from './matter.ts'
import { type Withheld, withheldFrom } from './withheld.ts'

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

/** The newest editions of both sides, as documents and as dossiers. */
export interface NoticeSides {
  readonly sides: Sides
  readonly before: readonly Element[]
  readonly after: readonly Element[]
  readonly dossiers: readonly WrittenDossier[]
  /** The dossiers of the earlier side, which may say what the later one leaves out. */
  readonly earlier: readonly WrittenDossier[]
}

/** The notices that follow from changes, and those to whom none was made. */
export interface Drafted {
  readonly notices: readonly DraftNotice[]
  readonly withheld: readonly Withheld[]
}

/** How long an addressee has to answer where nothing is said. */
const timeToReply = new Period(0, 14)

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
  const matters = mattersOf(changes, between.sides, between)
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
  return { notices, withheld: withheldFrom(changes, notices, lacking, nameOf) }
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
    this.#replyBy = request.replyBy ?? addPeriod(request.on, timeToReply)
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
    const statements = this.#matters.flatMap((matter, index) =>
      this.#statement(matter, issuer, index),
    )
    const procedure = this.#after ?? this.#before
    const announced = this.#announces()
    const value: Notice = {
      kind: 'notice',
      system: this.#system,
      id: idOf(procedure?.key ?? '', this.#organisation, this.#request.on),
      title: `${(procedure && nameIn(procedure.data)) ?? '実施手順'}の変更について（通知）`,
      issuer,
      on: this.#request.on,
      to: this.#organisation,
      replyBy: this.#replyBy,
      ...(announced.announces && { occasion: 'revision' }),
      ...announced,
      statements,
      deliveries: [],
      confirmations: [],
      reminders: [],
    }
    return { ...head, system: this.#system, value, isIssuedByEarlier: now === undefined }
  }

  #statement(matter: Matter, issuer: string, index: number): readonly Statement[] {
    const contact = this.#nameOf(issuer)
    if (!matter.duty) {
      const text = matter.changes.map((change) => changeInNotice(change)).join('')
      const role = this.#anyRole()
      return [
        {
          id: `s${index + 1}`,
          about: 'procedure',
          ...(role === undefined ? {} : { addressee: role }),
          modality: 'information',
          effect: 'changed',
          from: this.#from,
          contact,
          text,
        },
      ]
    }
    return [this.#dutyStatement(matter, matter.duty, contact, index)]
  }

  #dutyStatement(
    { changes }: Matter,
    duty: NonNullable<Matter['duty']>,
    contact: string,
    index: number,
  ): Statement {
    const { sides } = this.#between
    const did = performs(duty.before, this.#organisation, sides.before, sides.day)
    const does = performs(duty.after, this.#organisation, sides.after, sides.day)
    const effect = does && !did ? 'gained' : did && !does ? 'lost' : 'changed'
    const roles = duty.after ? rolesOf(duty.after, this.#organisation, sides.after, sides.day) : []
    const addressee = roles[0]?.key ?? this.#anyRole()
    const due = does && duty.after ? this.#due(duty.after) : undefined
    const record = does ? duty.after?.data['record'] : undefined
    const reportHow = does && duty.after ? this.#reportHow(duty.after) : undefined
    return {
      id: `s${index + 1}`,
      ...(duty.after ? { duty: duty.after.key } : { about: 'procedure' as const }),
      ...(addressee === undefined ? {} : { addressee }),
      modality: does && duty.after ? modalityOf(duty.after) : 'information',
      effect,
      from: this.#from,
      first: this.#first(effect, duty.after !== undefined),
      ...(due === undefined ? {} : { due }),
      ...(typeof record === 'string' ? { record } : {}),
      ...(reportHow === undefined ? {} : { reportHow }),
      contact,
      text: this.#text(effect, duty, roles, changes),
    }
  }

  #text(
    effect: 'gained' | 'lost' | 'changed',
    duty: NonNullable<Matter['duty']>,
    roles: readonly Element[],
    changes: readonly GradedChange[],
  ): string {
    // The text of a duty is told once: as what is new in it, else as what the procedure says.
    const quotes = effect === 'gained' || !changes.some(({ fact }) => fact.field === 'text')
    const performers = roles.map(({ data, key }) => nameIn(data) ?? key)
    const must =
      duty.after && performers.length > 0
        ? dutyInNotice(this.#told(duty.after), performers, this.#from, { quotes })
        : ''
    if (effect === 'gained') return `新たに担う業務です。${must}`
    if (effect === 'lost') {
      const own = duty.after ?? duty.before
      const name = own ? this.#told(own).name : ''
      const heirs = duty.after ? this.#performers(duty.after) : ''
      const next = heirs === '' ? 'この業務は廃止されます。' : `以後は、${heirs}が行います。`
      return `${letterDay(this.#from)}から、「${name}」を行う必要がなくなります。${next}`
    }
    return `${changes.map(changeInNotice).join('')}${must}`
  }

  #first(effect: 'gained' | 'lost' | 'changed', goesOn: boolean): string {
    switch (effect) {
      case 'gained':
        return `担当する職と実施の時期を決め、${letterDay(this.#replyBy)}までに受領確認票で回答してください。`
      case 'lost':
        return goesOn
          ? `${letterDay(addDays(this.#from, -1))}までに、これまでの記録を新しい担当へ引き継いでください。`
          : 'これまでの記録は、定められた期間が過ぎるまで保管してください。'
      case 'changed':
        return `変わる点を担当者に知らせ、${letterDay(this.#replyBy)}までに受領確認票で回答してください。`
    }
  }

  /** A duty as the later side names it and all it refers to. */
  #told(duty: Element): NoticedDuty {
    const { after } = this.#between.sides
    return { ...after.namesIn(duty), name: new Printer(after).name(duty), data: duty.data }
  }

  #reportHow(duty: Element): string {
    const how = reportInNotice(this.#told(duty))
    if (how !== undefined) return how
    return duty.data['record'] === undefined
      ? '不要です。'
      : '記録を残してください。報告は不要です。'
  }

  /** The first day for which the duty is owed, as the model counts it. */
  #due(duty: Element): Day | undefined {
    const dossier = this.#between.dossiers.find(({ id }) => id === this.#system)
    const parts = (dossier?.editions ?? []).flatMap((edition) => dutiesOf(edition))
    const part = parts.find((one) => one.document === duty.document && one.key === duty.key)
    return part && firstDue(part, this.#from)
  }

  #performers(duty: Element): string {
    const { after } = this.#between.sides
    const ids = duty.writtenTexts('performers')
    return ids.map((id) => after.nameOf(['role'], id, duty)).join('、')
  }

  /** The role that the organisation holds in the procedure; undefined where it holds none. */
  #anyRole(): string | undefined {
    const { sides } = this.#between
    const roles = this.#after?.children('roles') ?? []
    return roles.find((role) => sides.after.holds(this.#organisation, role, sides.day))?.key
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
    return dossier?.context?.writtenText('owner')
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
