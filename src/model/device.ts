import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'

/** The technical controls that the standard asks of devices of a kind, and of those that hold information of a class. */
export function controlsNeeded(device: Part): readonly string[] {
  const { standard } = dossierOf(device)
  const ofKind = standard.word('deviceKinds', device.text('kind'))?.needs ?? []
  const ofClasses = device
    .texts('holds')
    .flatMap((one) => standard.word('classes', one)?.needs ?? [])
  return [...new Set([...ofKind, ...ofClasses])]
}

/** Those that neither the devices nor the system has; unknown where nobody wrote which the devices have. */
export function controlsLacking(device: Part): readonly string[] {
  const { context } = dossierOf(device)
  const everywhere = context.writtenTexts('enforced')
  const missing = controlsNeeded(device).filter((one) => !everywhere.includes(one))
  if (missing.length === 0) return []
  const own = device.texts('enforces')
  return missing.filter((one) => !own.includes(one))
}

/** The requirement that devices of a kind are kept under. */
export function requirementOfDevice(device: Part): string {
  const { standard } = dossierOf(device)
  return standard.word('deviceKinds', device.text('kind'))?.requirement ?? 'PHY-2'
}
