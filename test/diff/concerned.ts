import type { GradedChange } from '../../src/diff/change.ts'
import type { Affected } from '../../src/finding/change.ts'
import type { Mapping } from '../../src/schema/variant.ts'
import type { Version } from './sides.ts'

/**
 * Whom a change of a duty or role concerns, worked out field by field: the roles that the duty names, the
 * organisations of these roles, the members of groups.
 */
export function concernedBy(
  { fact: { before, after } }: GradedChange,
  earlier: Version,
  later: Version,
): Affected {
  const roles = new Set<string>()
  const organisations = new Set<string>()
  for (const [element, version] of [
    [before, earlier],
    [after, later],
  ] as const) {
    if (!element) continue
    const subject = element.subject
    const entries = (element.root.data['roles'] ?? []) as readonly Mapping[]
    const isRole = subject.shape.name === 'Role'
    const named = isRole ? [subject.key] : rolesIn(subject.data)
    for (const role of named) {
      roles.add(role)
      const organisation = entries.find(({ id }) => id === role)?.['organisation']
      if (typeof organisation === 'string') {
        for (const member of membersOf(organisation, version)) organisations.add(member)
      }
    }
    if (!isRole) {
      for (const id of (subject.data['bureaus'] ?? []) as readonly string[]) {
        for (const member of membersOf(id, version)) organisations.add(member)
      }
      for (const part of (subject.data['split'] ?? []) as readonly Mapping[]) {
        for (const id of (part['covers'] ?? []) as readonly string[]) {
          for (const member of membersOf(id, version)) organisations.add(member)
        }
      }
    }
  }
  return { roles: [...roles].sort(), organisations: [...organisations].sort() }
}

/** Every role that a duty names. */
function rolesIn(duty: Readonly<Mapping>): readonly string[] {
  const list = (name: string): readonly Mapping[] => (duty[name] ?? []) as readonly Mapping[]
  const confirm = duty['confirm'] as Mapping | undefined
  return [
    ...((duty['performers'] ?? []) as readonly string[]),
    ...list('reportTo').map(({ role }) => String(role)),
    ...list('split').map(({ role }) => String(role)),
    ...list('steps').map(({ by }) => String(by)),
    ...(confirm ? [String(confirm['by'])] : []),
  ]
}

/** A group stands for its members; a sample also for itself. */
function membersOf(id: string, version: Version): readonly string[] {
  const municipality = [...version.values()].flat().find(({ kind }) => kind === 'municipality')
  const groups = (municipality?.['groups'] ?? []) as readonly Mapping[]
  const group = groups.find((one) => one['id'] === id)
  if (!group) return [id]
  const members = (group['members'] as readonly Mapping[])
    .filter(({ until }) => typeof until !== 'string' || until >= '2026-01-01')
    .map(({ organisation }) => String(organisation))
  return members.length === 0 || group['known'] === 'sample' ? [...members, id] : members
}
