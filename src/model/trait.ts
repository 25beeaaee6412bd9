import { Unknown } from '../finding/unknown.ts'
import type { Dossier } from './dossier.ts'
import type { Part } from './part.ts'

/** The traits of a system: its own and those of its devices. Unknown where its own were not written. */
export function traitsOf(dossier: Dossier): readonly string[] {
  return [...new Set([...dossier.context.texts('traits'), ...devicesWith(dossier, 'traits')])]
}

/** The technical controls in force: on the system, on its devices, and on those of the whole organisation. */
export function enforcedOn(dossier: Dossier): readonly (string | Unknown)[] {
  const wide = dossier.organisationWide
  return [
    ...list(dossier, 'enforced'),
    ...devicesWith(dossier, 'enforces'),
    ...(wide ? enforcedOn(wide) : []),
  ]
}

/** Whether a system has all of some traits; unknown where those not found may merely not be written. */
export function hasTraits(dossier: Dossier, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true
  const found = new Set(devicesWith(dossier, 'traits'))
  const missing = wanted.filter((trait) => !found.has(trait))
  if (missing.length === 0) return true
  const own = dossier.context.texts('traits')
  return missing.every((trait) => own.includes(trait))
}

/** The devices that give a system one of some traits. */
export function devicesOfTraits(dossier: Dossier, traits: readonly string[]): readonly Part[] {
  return devicesOf(dossier).filter(
    (device) =>
      device.written('traits') && device.texts('traits').some((trait) => traits.includes(trait)),
  )
}

function devicesWith(dossier: Dossier, field: 'traits' | 'enforces'): readonly string[] {
  return devicesOf(dossier).flatMap((device) => (device.written(field) ? device.texts(field) : []))
}

function devicesOf(dossier: Dossier): readonly Part[] {
  return dossier.hasContext && dossier.context.written('devices')
    ? dossier.context.parts('devices')
    : []
}

/** A list of the context, or what is missing where it was not written. */
function list(dossier: Dossier, field: string): readonly (string | Unknown)[] {
  try {
    return dossier.context.texts(field)
  } catch (thrown) {
    if (thrown instanceof Unknown) return [thrown]
    throw thrown
  }
}
