import type { Period } from '../calendar/period.ts'
import { knownOf } from '../finding/unknown.ts'
import { normalise } from '../japanese/width.ts'
import { clausesOnWork } from './clause.ts'
import { dossierOf } from './dossier.ts'
import type { Word } from './pack.ts'
import type { Part } from './part.ts'
import { laidDownFor } from './procedure.ts'
import { intervalsOf } from './proviso.ts'

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
  const all = backup.parent?.writtenParts('backups') ?? []
  const at = all.findIndex((one) => one.key === backup.key)
  return all.slice(0, Math.max(at, 0)).filter((one) => isOfSame(one, backup))
}

/** The other backups of the same data. */
function othersOfSame(backup: Part): readonly Part[] {
  const all = backup.parent?.writtenParts('backups') ?? []
  return all.filter((one) => one.key !== backup.key && isOfSame(one, backup))
}

function isOfSame(one: Part, other: Part): boolean {
  return nameOf(one) === nameOf(other)
}

const nameOf = (backup: Part): string => normalise(backup.writtenText('of') ?? '')

/**
 * How often a backup must have been taken: as it says itself, else as a duty to take it, else as a clause, else as
 * often as another of the same data. Of several the longest; unknown where none is written.
 */
export function intervalOfBackup(backup: Part): Period {
  const own = backup.writtenPeriod('every')
  const asked = [
    own ? [own] : [],
    dutiesTaking(backup).flatMap((duty) => everyOf(duty.writtenPart('frequency'))),
    clausesOnWork(dossierOf(backup), takingWords(backup)).flatMap(intervalsOf),
    othersOfSame(backup).flatMap(everyOf),
  ].find((found) => found.length > 0)
  const longest = asked?.reduce((most, one) => (one.compareCertain(most) === 1 ? one : most))
  if (longest === undefined) throw backup.missing('every')
  return longest
}

const everyOf = (one: Part | undefined): readonly Period[] => {
  const every = one?.writtenPeriod('every')
  return every ? [every] : []
}

/** The duties to take a backup, of these data where they name any. */
function dutiesTaking(backup: Part): readonly Part[] {
  const taking = new Set(takingWords(backup).map(({ id }) => id))
  return knownOf(laidDownFor(dossierOf(backup))).filter((duty) => {
    const targets = duty.writtenTexts('targets').map(normalise)
    return (
      taking.has(duty.writtenText('activity') ?? '') &&
      (targets.length === 0 || targets.includes(nameOf(backup)))
    )
  })
}

/** The kinds of work that have to do with backups, as the packs say. */
function takingWords(backup: Part): readonly Word[] {
  const activities = dossierOf(backup).standard.vocabularies.get('activities')
  return [...(activities?.values() ?? [])].filter(({ handles = [] }) => handles.includes('backups'))
}

/**
 * Which backup it is: where others of the same data go on, or stopped on another day, by what it has and they
 * have not.
 */
export function nameOfBackup(backup: Part): string {
  const whole = `${backup.writtenText('of') ?? ''}のバックアップ`
  const last = backup.legible['lastTakenOn']
  const others = othersOfSame(backup).filter((one) => one.legible['lastTakenOn'] !== last)
  if (others.length === 0) return whole
  const [apart] = kindsOfCopy.filter(
    ([key]) => backup.legible[key] === true && others.every((one) => one.legible[key] !== true),
  )
  return `${whole}のうち${apart?.[1] ?? '一つ'}`
}

const kindsOfCopy = [
  ['offline', 'ネットワークから切り離したもの'],
  ['apart', '離れた場所に置くもの'],
] as const
