import type { PlacedDocument } from './place.ts'

/** A `kind: standard` document as loaded: its value has the right shape and its days are ISO. */
export interface PackDocument {
  readonly id: string
  readonly value: Readonly<Record<string, unknown>>
  readonly document: PlacedDocument
}

/** A word of a vocabulary: the Japanese name is the only form a reader sees. */
export interface Word {
  readonly id: string
  readonly name: string
  /** Words an officer may write for it. */
  readonly near?: readonly string[]
  /** The words by which a sentence of a document is read as it. */
  readonly reads?: Reads
  readonly requirement?: string
  readonly isSecurity?: boolean
  /** The ledgers in which things of this kind usually stand. */
  readonly ledgers?: readonly string[]
  /** Says only that no other word fits: two things of this word need not be alike. */
  readonly unspecific?: boolean
  readonly byAuthority?: boolean
  readonly reports?: boolean
  readonly includes?: readonly string[]
  /** The event that a kind of work answers. */
  readonly event?: string
  /** Whether an event is known beforehand. */
  readonly foreseen?: boolean
  /** The rows of ledgers that are an event of this kind. */
  readonly arisesFrom?: readonly ArisesFrom[]
  /** The technical controls that a device of this kind, or one that holds what is of this class, must have. */
  readonly needs?: readonly string[]
  /** The kinds of device that a kind of counted thing is, and how it is counted: 本, 台. */
  readonly deviceKinds?: readonly string[]
  readonly unit?: string
  /** The roles that no post may hold together with this one. */
  readonly apart?: readonly string[]
  /** The ledgers in which a deed of this kind stands by itself. */
  readonly recordedIn?: readonly string[]
  /** The ledgers and lists of what a kind of work deals with. */
  readonly handles?: readonly string[]
  readonly statedIn?: readonly StatedIn[]
  /** The kinds of work by which a use is allowed. */
  readonly activities?: readonly string[]
  /** Where the facts show that something is used so. */
  readonly seenIn?: readonly SeenIn[]
}

/** A word of `of`, after it one of `do`, and none of `not`: a sentence says what they stand for, and not what it beats. */
export interface Reads {
  readonly of: readonly string[]
  readonly do?: readonly string[]
  readonly not?: readonly string[]
  readonly beats?: readonly string[]
}

/** A list of facts whose rows, or those of some kinds, show a use. */
export interface SeenIn {
  readonly list:
    | 'traits'
    | 'connection'
    | 'links'
    | 'devices'
    | 'privateDevices'
    | 'mediaHeld'
    | 'services'
    | 'kept'
    | 'subcontractors'
    | 'exchanges'
    | 'transfers'
    | 'accounts'
  readonly kinds?: readonly string[]
}

/** A ledger, or a list of things, whose rows are an event on a day of theirs; only some kinds of them where kinds are named. */
export interface ArisesFrom {
  readonly ledger: string
  readonly day?: string
  readonly kinds?: readonly string[]
}

/** A place in a procedure where a point is stated: an element of a list, with a field of it or a step where one is named. */
export interface StatedIn {
  readonly list: 'duties' | 'chains' | 'logs' | 'passwords'
  readonly activity?: string
  readonly step?: string
  readonly field?: string
}

/** Whoever knows the Japanese names of words. */
export interface Words {
  readonly wordName: (vocabulary: string, id: string) => string
}

/** A parameter of the standard, as the pack nearest to the municipality sets it. */
export interface Parameter {
  readonly type: 'period' | 'number' | 'text' | 'bool' | 'words'
  readonly value: unknown
  /** The pack that sets the value, and why. */
  readonly setBy: string
  readonly rationale: string
  /** The vocabulary that a list of words is taken from. */
  readonly vocabulary?: string
  readonly title: string
  /** The only values a text may have; undefined where it is free. */
  readonly words?: readonly string[]
}

/** A change a pack makes to a rule or requirement it inherits, with its reason. */
export interface Tailoring {
  readonly rule?: string
  readonly requirement?: string
  readonly severity?: 'error' | 'warning' | 'info'
  readonly off?: boolean
  /** Takes up a rule for auditors' opinions. */
  readonly adopt?: boolean
  readonly mandatory?: boolean
  readonly rationale: string
}

/** An edition that is put in force whatever the day, of the pack itself or of one it extends. */
export interface ForcedEdition {
  readonly pack: string
  readonly edition: string
  /** The id it goes by in fingerprints, so that what two editions both break has one. */
  readonly knownAs?: string
}

/** The ids of a pack's editions, oldest first. */
export function editionIds({ value }: PackDocument): readonly string[] {
  const { editions } = value
  return Array.isArray(editions) ? editions.map(({ id }: { readonly id: string }) => id) : []
}
