import type { WrittenDossier } from '../../model/dossier.ts'
import type { Element } from '../../model/element.ts'
import type { GradedChange } from '../change.ts'
import { municipalityIn, type Side, systemIn } from '../names.ts'
import type { Sides } from '../affected.ts'

/** A duty or something else of a procedure, and what the changes do to it for one organisation. */
export interface Matter {
  readonly system: string
  readonly procedure: string
  readonly organisation: string
  /** The duty on either side; undefined for what is no duty. */
  readonly duty:
    { readonly before: Element | undefined; readonly after: Element | undefined } | undefined
  readonly changes: readonly GradedChange[]
}

/** The newest edition of every procedure on either side. */
export interface Procedures {
  readonly before: readonly Element[]
  readonly after: readonly Element[]
}

/** The newest editions of both sides, as documents and as dossiers. */
export interface NoticeSides extends Procedures {
  readonly sides: Sides
  readonly dossiers: readonly WrittenDossier[]
  /** The dossiers of the earlier side, which may say what the later one leaves out. */
  readonly earlier: readonly WrittenDossier[]
}

/** What changes mean to each organisation they concern: one matter for each duty, one for all the rest. */
export function mattersOf(
  changes: readonly GradedChange[],
  sides: Sides,
  procedures: Procedures,
): readonly Matter[] {
  const found = new Matters(sides, procedures)
  for (const change of changes) if (change.needsNotice) found.add(change)
  return found.all()
}

class Matters {
  readonly #sides: Sides
  readonly #procedures: Procedures
  readonly #matters = new Map<string, Matter>()

  constructor(sides: Sides, procedures: Procedures) {
    this.#sides = sides
    this.#procedures = procedures
  }

  all(): readonly Matter[] {
    return [...this.#matters.values()]
  }

  /** Every affected organisation gets a matter, whatever kind of change it is. */
  add(change: GradedChange): void {
    const element = change.fact.after ?? change.fact.before
    if (!element) return
    for (const organisation of change.affected.organisations) {
      const duties = this.#dutiesTouched(change, organisation)
      for (const duty of duties) this.#note(duty, organisation, change, true)
      if (duties.length > 0) continue
      for (const place of this.#placesOf(element)) this.#note(place, organisation, change, false)
    }
  }

  /** The duties of an organisation that a change touches: its own, those of a role, of a group, of a procedure. */
  #dutiesTouched({ fact }: GradedChange, organisation: string): readonly Element[] {
    const element = fact.after ?? fact.before
    if (!element) return []
    const subject = element.subject
    switch (subject.shape.name) {
      case 'Duty':
        return [subject]
      case 'Role':
        return fact.field === undefined || fact.field === 'organisation' || fact.field === 'each'
          ? this.#performed(organisation, ({ key }) => key === subject.key, systemIn(subject))
          : []
      case 'Procedure':
        return fact.field === undefined
          ? this.#performed(
              organisation,
              (role) => role.root.key === subject.key,
              systemIn(subject),
            )
          : []
      default:
        return element.shape.name === 'GroupMember'
          ? this.#performed(organisation, (role) => role.data['organisation'] === subject.key)
          : []
    }
  }

  /** The duties an organisation performs on either side through certain roles, as the later side has them. */
  #performed(
    organisation: string,
    through: (role: Element) => boolean,
    system?: string,
  ): readonly Element[] {
    const found = new Map<string, Element>()
    for (const name of ['before', 'after'] as const) {
      for (const procedure of this.#procedures[name]) {
        if (system !== undefined && systemIn(procedure) !== system) continue
        const roles = new Set(
          procedure
            .children('roles')
            .filter(through)
            .map(({ key }) => key),
        )
        for (const duty of procedure.within('duties')) {
          const isIts = duty.writtenTexts('performers').some((role) => roles.has(role))
          if (isIts && performs(duty, organisation, this.#sides[name], this.#sides.day)) {
            found.set(nameOf(duty), duty)
          }
        }
      }
    }
    return [...found.values()]
  }

  /** The procedures in which a change is told: its own, or all that a municipality's file concerns. */
  #placesOf(element: Element): readonly Element[] {
    const root = element.root
    if (root.shape.name === 'Procedure') return [root]
    const group = element.subject.key
    const naming = (procedures: readonly Element[]): readonly Element[] =>
      procedures.filter(
        (procedure) =>
          municipalityIn(procedure) === municipalityIn(element) && namesGroup(procedure, group),
      )
    const now = naming(this.#procedures.after)
    return now.length > 0 ? now : naming(this.#procedures.before)
  }

  #note(element: Element, organisation: string, change: GradedChange, isDuty: boolean): void {
    const root = element.root
    const [system, procedure] = [systemIn(root), root.key]
    const key = [system, procedure, organisation, isDuty ? element.key : ''].join('\0')
    const known = this.#matters.get(key)
    const duty = isDuty ? (known?.duty ?? this.#dutyOf(element)) : undefined
    const changes = [...(known?.changes ?? []), change]
    this.#matters.set(key, { system, procedure, organisation, duty, changes })
  }

  /** A duty on both sides, in whichever procedure of its system it stands. */
  #dutyOf(duty: Element): Matter['duty'] {
    const on = (procedures: readonly Element[]): Element | undefined => {
      const own = procedures.filter((one) => systemIn(one) === systemIn(duty))
      const same = own.filter(({ key }) => key === duty.root.key)
      return [...same, ...own]
        .flatMap((procedure) => procedure.within('duties'))
        .find(({ key }) => key === duty.key)
    }
    return { before: on(this.#procedures.before), after: on(this.#procedures.after) }
  }
}

/** Whether a procedure gives a group a role, or holds for it. */
function namesGroup(procedure: Element, group: string): boolean {
  return (
    procedure.writtenTexts('covers').includes(group) ||
    procedure.children('roles').some(({ data }) => data['organisation'] === group)
  )
}

/** Whether an organisation performs a duty, itself or as the member of a group. */
export function performs(
  duty: Element | undefined,
  organisation: string,
  side: Side,
  day: string,
): boolean {
  return duty !== undefined && rolesOf(duty, organisation, side, day).length > 0
}

/** The roles in which an organisation performs a duty. */
export function rolesOf(
  duty: Element,
  organisation: string,
  side: Side,
  day: string,
): readonly Element[] {
  return duty.writtenTexts('performers').flatMap((id) => {
    const role = side.thing('role', id, duty)
    return role && side.holds(organisation, role, day) ? [role] : []
  })
}

function nameOf(duty: Element): string {
  return [systemIn(duty), duty.root.key, duty.key].join('\0')
}
