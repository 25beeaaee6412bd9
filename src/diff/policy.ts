import type { GradedChange } from './change.ts'
import { childrenOf, type Element, rootOf, trailOf } from './element.ts'
import { fingerprint } from '../finding/fingerprint.ts'
import { within } from './within.ts'

/** What is done with graded changes before anybody reads them, in this order. */
export const policies: readonly ((changes: readonly GradedChange[]) => readonly GradedChange[])[] =
  [mergeRoles, foldReaders]

/**
 * A role that is gone, and whose duties another role of the procedure has all taken over, is merged
 * into it: nothing is lost, but much is handed over.
 */
function mergeRoles(changes: readonly GradedChange[]): readonly GradedChange[] {
  return changes.map((change) => {
    const { before, verb, field } = change.fact
    if (verb !== 'removed' || field !== undefined || before?.shape.name !== 'Role') return change
    const heir = heirOf(before, changes)
    if (!heir) return change
    return {
      ...change,
      kind: 'role.merged',
      fingerprint: fingerprint('role.merged', trailOf(before)),
      grade: 'transferred',
      reason: '役割がほかの役割に統合され、担っていた業務がすべて移る。',
      breaksMandatory: false,
      fact: { ...change.fact, after: heir },
    }
  })
}

/** The one role that performs all that another performed. */
function heirOf(role: Element, changes: readonly GradedChange[]): Element | undefined {
  const duties = within(rootOf(role), 'duties').filter(performs(role.key))
  const laters = duties.map((duty) => {
    const change = changes.find(
      ({ fact }) =>
        fact.field === 'performers' && fact.before && trailOf(fact.before) === trailOf(duty),
    )
    return change?.fact.after
  })
  const [first] = laters
  if (!first || laters.some((later) => later === undefined)) return undefined
  const heirs = childrenOf(rootOf(first), 'roles').filter(({ key }) =>
    laters.every((later) => later && performs(key)(later)),
  )
  const known = new Set(childrenOf(rootOf(role), 'roles').map(({ key }) => key))
  const old = heirs.filter(({ key }) => known.has(key))
  return old.length === 1 ? old[0] : undefined
}

function performs(role: string): (duty: Element) => boolean {
  return ({ data }) => {
    const performers: unknown = data['performers']
    return Array.isArray(performers) && performers.includes(role)
  }
}

/** Many changes of a rule's examples are one: they are there for its readers. */
function foldReaders(changes: readonly GradedChange[]): readonly GradedChange[] {
  const seen = new Set<string>()
  return changes.filter(({ fact, subject, kind }) => {
    const element = fact.after ?? fact.before
    if (element?.owner?.shape.name !== 'Rule') return true
    const key = `${subject}\0${kind}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
