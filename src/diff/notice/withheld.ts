import { compareText } from '../../finding/order.ts'
import type { GradedChange } from '../change.ts'

/** Why nobody writes to an organisation that a change concerns. */
export type WithheldBecause = 'issuer' | 'unknownIssuer' | 'noProcedure'

/** An organisation that changes concern, and to which no notice tells them. */
export interface Withheld {
  readonly organisation: string
  /** The name of the organisation. */
  readonly name: string
  readonly because: WithheldBecause
  /** Fingerprints of the changes that it is not told. */
  readonly changes: readonly string[]
}

/** A notice, or the lack of one: to whom, of which changes. */
interface Addressed {
  readonly organisation: string
  readonly changes: readonly string[]
}

/**
 * Whoever a change that needs notice concerns is written to, or stands here with the reason: nobody is
 * left out without a word. `lacking` are those for whom a draft could not, or need not, be made.
 */
export function withheldFrom(
  changes: readonly GradedChange[],
  notices: readonly Addressed[],
  lacking: readonly Withheld[],
  nameOf: (change: GradedChange, organisation: string) => string,
): readonly Withheld[] {
  const settled = new Set([...notices, ...lacking].flatMap(pairsOf))
  const found = new Map<string, Withheld>()
  const add = (one: Withheld): void => {
    const key = `${one.organisation}\0${one.because}`
    const known = found.get(key)?.changes ?? []
    found.set(key, { ...one, changes: [...new Set([...known, ...one.changes])] })
  }
  for (const one of lacking) add(one)
  for (const change of changes.filter(({ needsNotice }) => needsNotice)) {
    for (const organisation of change.affected.organisations) {
      if (settled.has(pairOf(organisation, change.fingerprint))) continue
      const name = nameOf(change, organisation)
      add({ organisation, name, because: 'noProcedure', changes: [change.fingerprint] })
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.organisation, b.organisation))
}

function pairsOf({ organisation, changes }: Addressed): readonly string[] {
  return changes.map((change) => pairOf(organisation, change))
}

function pairOf(organisation: string, change: string): string {
  return `${organisation}\0${change}`
}
