import { type OpenList, Unknown } from '../finding/unknown.ts'
import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'
import { isEnforcedFor, isUnavailable, worksOn } from './trait.ts'

/** The technical controls that the standard asks of devices of a kind, and of those that hold information of a class. */
export function controlsNeeded(device: Part): OpenList<string> {
  const { standard } = dossierOf(device)
  const ofKind = standard.word('deviceKinds', device.text('kind'))?.needs ?? []
  const ofClasses = device
    .writtenTexts('holds')
    .flatMap((one) => standard.word('classes', one)?.needs ?? [])
  const classes = [...(standard.vocabularies.get('classes')?.values() ?? [])]
  // Classes that ask for nothing need not be known.
  const mayNeedMore = !device.written('holds') && classes.some(({ needs }) => needs)
  const end = mayNeedMore ? [device.missing('holds')] : []
  return [...new Set([...ofKind, ...ofClasses]), ...end]
}

/**
 * Those of some controls that do not work on devices, or in a network: said to be lacking, none of all that
 * work there, or beyond what the system can do. What is merely not written, nobody knows: one unknown each.
 */
export function controlsLacking(thing: Part, needed: OpenList<string>): OpenList<string> {
  const dossier = dossierOf(thing)
  return needed
    .filter((control) => {
      if (control instanceof Unknown) return true
      if (thing.writtenTexts('lacks').includes(control)) return true
      return !isEnforcedFor(dossier, thing, control)
    })
    .map((control) => {
      if (control instanceof Unknown) return control
      const isKnown = worksOn(thing, [control]) === false || isUnavailable(dossier, control)
      return isKnown ? control : thing.missing('enforces')
    })
}

/** The requirement that devices of a kind are kept under; none where the packs name none. */
export function requirementOfDevice(device: Part): string | undefined {
  const { standard } = dossierOf(device)
  return standard.word('deviceKinds', device.text('kind'))?.requirement
}
