import type { Affected } from '../finding/change.ts'
import type { ValueShape } from '../schema/shape.ts'
import { eachIn, typeOf, walk } from '../schema/walk.ts'
import type { Element } from '../model/element.ts'
import type { Fact } from './fact.ts'
import { municipalityIn, type Side } from './names.ts'

/** Both sides, and the day on which they are held against each other. */
export interface Sides {
  readonly before: Side
  readonly after: Side
  readonly day: string
}

/** The roles and organisations that a change concerns, on either side; groups by their members. */
export function affectedBy(fact: Fact, sides: Sides): Affected {
  const roles = new Set<string>()
  const organisations = new Set<string>()
  for (const [element, side] of [
    [fact.before, sides.before],
    [fact.after, sides.after],
  ] as const) {
    if (!element) continue
    const found = new Found(side, sides.day, roles, organisations)
    if (element.root.shape.name === 'Procedure') found.inProcedure(element, fact)
    else found.among(element)
  }
  return { roles: [...roles].sort(), organisations: [...organisations].sort() }
}

class Found {
  readonly #side: Side
  readonly #day: string
  readonly #roles: Set<string>
  readonly #organisations: Set<string>

  constructor(side: Side, day: string, roles: Set<string>, organisations: Set<string>) {
    this.#side = side
    this.#day = day
    this.#roles = roles
    this.#organisations = organisations
  }

  /** Of a duty its performers and receivers, of a chain its members, of what all follow all its roles. */
  inProcedure(element: Element, fact: Fact): void {
    const { field, verb } = fact
    const subject = element.subject
    switch (subject.shape.name) {
      case 'Duty':
        this.named(subject)
        return
      case 'Role':
        this.#role(subject)
        return
      case 'Chain':
        this.named(element === subject && field === undefined ? subject : element)
        return
      case 'AppliedDocument':
        for (const one of subject.children('duties')) this.named(one)
        return
      case 'Exception':
        this.#excused(subject)
        return
      default:
        if (field === 'covers' && verb === 'changed') this.#covered(element, fact)
        else this.#everyone(element.root)
    }
  }

  /** Those an element names, and those that what it stands in names beside it: the contractor of an SLA. */
  among(element: Element): void {
    this.named(element)
    for (let at = element.parent; at?.parent; at = at.parent) this.#beside(at)
  }

  /** Every role and organisation that an element or what is in it names. */
  named(element: Element): void {
    if (element.shape.name === 'Organisation') this.#organisation(element.key, element)
    walk(element.data, typeOf(element.shape), [], (value, type, path) => {
      this.#reference(value, type, element)
      return path.at(-1) !== 'children'
    })
  }

  /** The references of an element itself, not of what is in it. */
  #beside(element: Element): void {
    if (element.shape.name === 'Organisation' || element.shape.name === 'Group') return
    eachIn(element.data, typeOf(element.shape), (value, _step, type) => {
      if (type) this.#reference(value, type, element)
    })
  }

  #reference(value: unknown, type: ValueShape, from: Element): void {
    if (type.kind !== 'ref' || typeof value !== 'string') return
    if (type.to.includes('role')) this.#roleNamed(value, from)
    else if (type.to.includes('organisation')) this.#organisation(value, from)
  }

  #roleNamed(id: string, from: Element): void {
    this.#roles.add(id)
    const role = this.#side.thing('role', id, from)
    if (role) this.#role(role)
  }

  #role(role: Element): void {
    this.#roles.add(role.key)
    const { organisation } = role.data
    if (typeof organisation === 'string') this.#organisation(organisation, role)
  }

  #organisation(id: string, from: Element): void {
    for (const member of this.#side.members(municipalityIn(from), id, this.#day)) {
      this.#organisations.add(member)
    }
  }

  /** Those on one side of a procedure's scope that are not on the other. */
  #covered(procedure: Element, { before, after }: Fact): void {
    const [other] = [before, after].filter((one) => one !== undefined && one !== procedure)
    const others = other?.writtenTexts('covers')
    const only = procedure.writtenTexts('covers').filter((one) => !others?.includes(one))
    this.named(procedure.with({ data: { covers: only } }))
  }

  #everyone(procedure: Element): void {
    for (const role of procedure.children('roles')) this.#role(role)
    this.named(procedure.with({ data: { covers: procedure.data['covers'] } }))
  }

  /** Those whose duty an exception excuses: the one it names, else all of its requirement. */
  #excused(exception: Element): void {
    const { element, requirement } = exception.data
    const id = typeof element === 'string' ? element.slice(element.indexOf(':') + 1) : undefined
    const duties = exception.root.within('duties')
    const named = duties.filter(({ key }) => key === id)
    const excused =
      named.length > 0 ? named : duties.filter(({ data }) => data['requirement'] === requirement)
    for (const duty of excused) this.named(duty)
    if (excused.length === 0) this.#everyone(exception.root)
  }
}
