import type { Change, ChangeReport } from '../../finding/change.ts'
import { municipalityIdOf } from '../../finding/system-id.ts'
import { visibleLine } from '../text/visible.ts'

/** Whom a change concerns, by name. */
export interface AffectedNames {
  readonly roles: readonly string[]
  readonly organisations: readonly string[]
}

/** The names of the roles and organisations a change concerns; an id without a name stands for itself. */
export function affectedNames(
  { system, affected }: Change,
  names: ChangeReport['names'],
): AffectedNames {
  const municipality = system === null ? undefined : municipalityIdOf(system)
  const nameOf = (kind: 'role' | 'organisation', owner: string | undefined, id: string): string => {
    const name = owner === undefined ? onlyName(names, kind, id) : ownName(names, kind, owner, id)
    return visibleLine(name ?? id)
  }
  return {
    roles: [...new Set(affected.roles.map((id) => nameOf('role', system ?? undefined, id)))],
    organisations: [
      ...new Set(affected.organisations.map((id) => nameOf('organisation', municipality, id))),
    ],
  }
}

function ownName(names: ChangeReport['names'], kind: string, owner: string, id: string) {
  const key = `${kind}:${owner}/${id}`
  return Object.hasOwn(names, key) ? names[key] : undefined
}

/** Where the owner is not said, a name is only sure if one owner alone has such an id. */
function onlyName(names: ChangeReport['names'], kind: string, id: string): string | undefined {
  const found = Object.entries(names).filter(
    ([key]) => key.startsWith(`${kind}:`) && key.endsWith(`/${id}`),
  )
  return found.length === 1 ? found[0]?.[1] : undefined
}
