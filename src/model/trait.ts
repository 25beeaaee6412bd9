import { Unknown } from '../finding/unknown.ts'
import type { Part } from './part.ts'
import type { Nothing, Reading } from './reading.ts'

/** The facts of a system that its traits and controls are read from. */
export interface Situation<R extends Reading = 'asked'> {
  readonly id: string
  readonly hasContext: boolean
  readonly context: Part<R> | Nothing<R>
  readonly organisationWide: Situation<R> | undefined
}

/** The traits of a system: its own and those of its devices. Unknown where its own were not written. */
export function traitsOf<R extends Reading>(system: Situation<R>): readonly string[] {
  const own = system.context?.texts('traits') ?? []
  return [...new Set([...own, ...devicesWith(system, 'traits')])]
}

/** The technical controls in force: on the system, on its devices, and on those of the whole organisation. */
export function enforcedOn(system: Situation): readonly (string | Unknown)[] {
  const wide = system.organisationWide
  return [
    ...list(system, 'enforced'),
    ...devicesWith(system, 'enforces'),
    ...(wide ? enforcedOn(wide) : []),
  ]
}

/**
 * Whether one of some controls is in force: on the whole system or organisation, or on each of the devices
 * that need one; where none is known to need it, on any. Unknown where it may merely not be written.
 */
export function isEnforced(
  system: Situation,
  controls: readonly string[],
  devices: readonly Part[],
): boolean {
  const wide = system.organisationWide
  const everywhere = [...list(system, 'enforced'), ...(wide ? enforcedOn(wide) : [])]
  if (everywhere.some((one) => typeof one === 'string' && controls.includes(one))) return true
  const works = (device: Part): boolean => worksOn(device, controls) === true
  if (devices.length === 0 ? devicesOf(system).some(works) : devices.every(works)) return true
  const unknown = everywhere.find((one) => one instanceof Unknown)
  if (unknown instanceof Unknown) throw unknown
  return false
}

/**
 * Whether one of some controls works on devices, or in a network, as far as is written of them alone: not
 * where all of them are said to be lacking, or none of all there are works there; else unknown.
 */
export function worksOn(
  thing: Part,
  controls: readonly string[],
  field: 'enforces' | 'protection' = 'enforces',
): boolean | undefined {
  const isLacking = (control: string): boolean => thing.writtenTexts('lacks').includes(control)
  const works = thing.writtenTexts(field)
  if (controls.some((one) => works.includes(one) && !isLacking(one))) return true
  const isNone = thing.written(field) && works.length === 0
  return isNone || controls.every(isLacking) ? false : undefined
}

/** Whether one of some controls protects what is kept, sent or linked; unknown where it is written neither way. */
export function isProtectedBy(thing: Part, controls: readonly string[]): boolean {
  const works = worksOn(thing, controls, 'protection')
  if (works === undefined) throw thing.missing(thing.written('protection') ? 'lacks' : 'protection')
  return works
}

/** Whether a control is known to be in force for devices or a network: there, in all of the system, or of their kind everywhere. */
export function isEnforcedFor(system: Situation, thing: Part, control: string): boolean {
  const wide = system.organisationWide
  const alike = wide
    ? devicesOf(wide).filter(
        (one) => one.type === thing.type && one.data['kind'] === thing.data['kind'],
      )
    : []
  const systems = [system, ...(wide ? [wide] : [])]
  return (
    [thing, ...alike].some((one) => worksOn(one, [control])) ||
    systems.some((one) => one.hasContext && one.context.writtenTexts('enforced').includes(control))
  )
}

/** Whether a system is known to have no means for a control, and nothing in its stead. */
export function isUnavailable(system: Situation, control: string): boolean {
  const capabilities = system.hasContext ? system.context.writtenParts('capabilities') : []
  return capabilities.some(
    (one) =>
      one.data['control'] === control &&
      one.data['available'] === false &&
      !one
        .writtenParts('compensating')
        .some((other) => (other.days('since')?.to ?? '') <= other.world.asOf),
  )
}

/** Whether a system has all of some traits; unknown where those not found may merely not be written. */
export function hasTraits<R extends Reading>(
  system: Situation<R>,
  wanted: readonly string[],
): boolean | Unknown {
  const found = new Set(devicesWith(system, 'traits'))
  const missing = wanted.filter((trait) => !found.has(trait))
  if (missing.length === 0) return true
  const own = stated(system, 'traits')
  if (own instanceof Unknown) return own
  return Array.isArray(own) && missing.every((trait) => own.includes(trait))
}

/** What a context states in a field, as it is written; unknown where nobody wrote it. */
export function stated<R extends Reading>(system: Situation<R>, field: string): unknown {
  if (!system.hasContext) return new Unknown([{ kind: 'context', path: system.id }])
  return system.context?.data[field] ?? system.context?.missing(field)
}

/** The devices that give a system one of some traits. */
export function devicesOfTraits(system: Situation, traits: readonly string[]): readonly Part[] {
  return devicesOf(system).filter((device) =>
    device.writtenTexts('traits').some((trait) => traits.includes(trait)),
  )
}

function devicesWith<R extends Reading>(
  system: Situation<R>,
  field: 'traits' | 'enforces',
): readonly string[] {
  return devicesOf(system).flatMap((device) => device.writtenTexts(field))
}

function devicesOf<R extends Reading>(system: Situation<R>): readonly Part<R>[] {
  const context = system.hasContext ? system.context : undefined
  return context?.writtenParts('devices') ?? []
}

/** A list of the context, or what is missing where it was not written. */
function list(system: Situation, field: string): readonly (string | Unknown)[] {
  try {
    return system.context.texts(field)
  } catch (thrown) {
    if (thrown instanceof Unknown) return [thrown]
    throw thrown
  }
}
