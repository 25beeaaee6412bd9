import type { Grade } from '../finding/change.ts'
import { fingerprint } from '../finding/finding.ts'
import { joinList } from '../japanese/list.ts'
import type { WrittenDossier } from '../model/dossier.ts'
import { newestOf } from '../model/edition.ts'
import type { Element } from '../model/element.ts'
import { membersOf } from '../model/organisation.ts'
import type { WrittenPart } from '../model/part.ts'
import { shapeOf } from '../model/shape.ts'
import { labelIn } from '../words/field.ts'
import type { GradedChange } from './change.ts'
import {
  goalsOf,
  membersIn,
  type Occasion,
  occasionName,
  occasionsOf,
  type Reach,
  reachOf,
} from './reach.ts'
import type { Requirements } from './taken.ts'

/**
 * What changes of contact chains come to, which no single change shows: whose report no longer arrives,
 * and where everything now hangs on one office. Both sides are told in the ids of the later.
 */
export function consequencesOf(
  before: readonly WrittenDossier[],
  after: readonly WrittenDossier[],
  requirements: Requirements,
): readonly GradedChange[] {
  const earlier = new Map<string, readonly WrittenPart[]>()
  for (const dossier of before) {
    earlier.set(dossier.id, [...(earlier.get(dossier.id) ?? []), ...newestOf(dossier.editions)])
  }
  return after.flatMap((later) => {
    return newestOf(later.editions).flatMap((procedure) => {
      const old = earlier.get(later.id)?.find(({ key }) => key === procedure.key)
      return old ? new Comparison(old, procedure, later, requirements).changes() : []
    })
  })
}

/** How one kind of consequence is told. */
interface Telling {
  readonly kind: string
  readonly grade: Grade
  readonly title: string
  readonly was: string
  readonly is: string
  readonly reason: (occasions: string) => string
  readonly organisations: readonly string[]
  /** Whether something that was there is there no more. */
  readonly isLoss: boolean
}

class Comparison {
  readonly #old: WrittenPart
  readonly #new: WrittenPart
  readonly #dossier: WrittenDossier
  readonly #requirements: Requirements

  constructor(
    old: WrittenPart,
    later: WrittenPart,
    dossier: WrittenDossier,
    requirements: Requirements,
  ) {
    this.#old = old
    this.#new = later
    this.#dossier = dossier
    this.#requirements = requirements
  }

  changes(): readonly GradedChange[] {
    const goals = goalsOf(this.#old, this.#new)
    const [before, after] = [reachOf(this.#old, goals), reachOf(this.#new, goals)]
    // Where there is no chain left at all, that says everything.
    const used = new Set(this.#new.parts('chains').flatMap(occasionsOf).map(occasionName))
    const left = new Map(
      [...before.paths].map(([key, all]) => [
        key,
        all.filter((one) => used.has(occasionName(one))),
      ]),
    )
    return [
      ...this.#differences(left, after.paths, (key) => this.#pathGone(key)),
      ...this.#differences(after.paths, before.paths, (key) => this.#pathCome(key, before)),
      ...this.#differences(after.bottlenecks, before.bottlenecks, (key) => this.#bottleneck(key)),
    ]
  }

  #differences(
    from: ReadonlyMap<string, readonly Occasion[]>,
    other: ReadonlyMap<string, readonly Occasion[]>,
    tell: (key: string) => Telling | undefined,
  ): readonly GradedChange[] {
    return [...from].flatMap(([key, occasions]) => {
      const kept = new Set((other.get(key) ?? []).map(occasionName))
      const gone = occasions.filter((one) => !kept.has(occasionName(one)))
      const telling = gone.length === 0 ? undefined : tell(key)
      return telling ? [this.#change(key, gone, telling)] : []
    })
  }

  /** Somebody who has no more to do with the system need not be reached. */
  #pathGone(key: string): Telling | undefined {
    const { from, to, organisations } = this.#ends(key)
    if (!organisations.every((one) => this.#takesPart(one))) return undefined
    return {
      kind: 'chain.reach.lost',
      grade: 'relaxed',
      title: `${from}から${to}への連絡`,
      was: '届く',
      is: '届かない',
      reason: (when) => `${when}、${from}から${to}へ連絡が届かなくなる。`,
      organisations,
      isLoss: true,
    }
  }

  /** A way for somebody who had none; a new member's way stands with the member. */
  #pathCome(key: string, before: Reach): Telling | undefined {
    const { from, to, organisations } = this.#ends(key)
    const known = new Set([...before.paths.keys()].flatMap((one) => one.split('\0')))
    if (!organisations.every((one) => known.has(one))) return undefined
    return {
      kind: 'chain.reach.gained',
      grade: 'tightened',
      title: `${from}から${to}への連絡`,
      was: '届かない',
      is: '届く',
      reason: (when) => `${when}、${from}から${to}へ連絡が届くようになる。`,
      organisations,
      isLoss: false,
    }
  }

  #bottleneck(key: string): Telling {
    const name = this.#nameOf(key)
    return {
      kind: 'chain.bottleneck.gained',
      grade: 'relaxed',
      title: `${name}を通らない連絡`,
      was: 'できる',
      is: 'できない',
      reason: (when) => `${when}、${name}に連絡が付かなければ、どこにも届かなくなる。`,
      organisations: [key],
      isLoss: false,
    }
  }

  /** Whether an organisation stands in a contact chain of the later side, or has to do with the system. */
  #takesPart(organisation: string): boolean {
    const inChains = this.#new.parts('chains').flatMap((chain) => membersIn(chain))
    const { context } = this.#dossier
    const involved = context?.written('involved')
      ? context.parts('involved').flatMap((one) => one.part('organisation') ?? [])
      : undefined
    if (inChains.some(({ key }) => key === organisation)) return true
    if (context?.part('owner')?.key === organisation) return true
    // Where nobody wrote down who is involved, all that were are.
    return (
      involved === undefined || involved.flatMap(membersOf).some(({ key }) => key === organisation)
    )
  }

  #ends(key: string): {
    readonly from: string
    readonly to: string
    readonly organisations: readonly string[]
  } {
    const [from = '', to = ''] = key.split('\0')
    return { from: this.#nameOf(from), to: this.#nameOf(to), organisations: [from, to] }
  }

  #nameOf(id: string): string {
    const name = this.#dossier.municipality.organisations.get(id)?.data['name']
    return typeof name === 'string' ? name : id
  }

  #change(key: string, occasions: readonly Occasion[], told: Telling): GradedChange {
    const before = this.#chain(this.#old, occasions)
    const after = this.#chain(this.#new, occasions)
    const { requirements, system } = { requirements: this.#requirements, system: this.#dossier.id }
    const requirement = requirements.of(before)
    const isTaken = told.isLoss && requirement !== null
    const taken = isTaken && requirements.isMandatory(system, requirement) ? [requirement] : []
    return {
      fingerprint: fingerprint(told.kind, this.#new.trail, key),
      kind: told.kind,
      grade: told.grade,
      reason: told.reason(this.#words(occasions)),
      system,
      subject: `chain:${before.key}`,
      title: told.title,
      requirement,
      before: { value: told.was, location: before.location() },
      after: { value: told.is, location: after.location() },
      affected: { roles: [], organisations: [...told.organisations].sort() },
      needsNotice: true,
      breaksMandatory: taken.length > 0,
      taken,
      fact: { verb: 'changed', before, after },
    }
  }

  /** The chain of a side that is used on the occasions; the procedure where it has none. */
  #chain(procedure: WrittenPart, occasions: readonly Occasion[]): Element {
    const chains = procedure.parts('chains')
    const names = new Set(occasions.map(occasionName))
    const used = chains.find((chain) =>
      occasionsOf(chain).some((one) => names.has(occasionName(one))),
    )
    return used ?? chains[0] ?? procedure
  }

  /** 夜間・休日の障害・侵害のとき */
  #words(occasions: readonly Occasion[]): string {
    const chain = shapeOf('Chain')
    const bands = [...new Set(occasions.map(({ band }) => band))]
    const triggers = [
      ...new Set(occasions.map(({ trigger }) => labelIn(chain, 'triggers', trigger))),
    ]
    const when = bands.length > 1 ? '' : `${labelIn(chain, 'bands', bands[0] ?? '')}の`
    return `${when}${joinList(triggers).replaceAll('、', '・')}のとき`
  }
}
