import { normalise } from '../japanese/width.ts'
import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'

/**
 * What both a thing and the thing it stands in for depend on, over any number of steps: where that stops,
 * neither can be used. The thing it stands in for is one of them where it depends on that itself.
 */
export function sharedDependencies(dependency: Part): readonly string[] {
  const replaced = dependency.writtenText('insteadOf')
  if (replaced === undefined) return []
  const known = dossierOf(dependency).withOrganisation.flatMap((one) =>
    one.hasContext ? one.context.writtenParts('dependencies') : [],
  )
  const own = reached(dependency.texts('on'), known)
  const others = new Set([replaced, ...reached([replaced], known)].map(normalise))
  return own.filter((name) => others.has(normalise(name)))
}

/** Some things and all that they depend on, each once. */
function reached(names: readonly string[], known: readonly Part[]): readonly string[] {
  const found = new Map<string, string>()
  const queue = [...names]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const key = normalise(next)
    if (found.has(key)) continue
    found.set(key, next)
    const own = known.filter((one) => normalise(one.text('what') ?? '') === key)
    for (const one of own.flatMap((each) => each.texts('on'))) queue.push(one)
  }
  return [...found.values()]
}

/** The backups of the same data that are written before one: what holds of all of them is told of the first. */
export function earlierOfSame(backup: Part): readonly Part[] {
  const nameOf = (one: Part): string => normalise(one.writtenText('of') ?? '')
  const all = backup.parent?.writtenParts('backups') ?? []
  const at = all.findIndex((one) => one.key === backup.key)
  return all.slice(0, Math.max(at, 0)).filter((one) => nameOf(one) === nameOf(backup))
}
