import { type ElementList, elementLists, standardLists } from './element.ts'
import { matchLists, type Pair, renamed, type Renaming, rolesRenamed, type Value } from './match.ts'

/** Where something stands in the file. */
export type Place = readonly (string | number)[]

/** One thing to be done to the file, in the order in which it is to be done. */
export type Edit =
  | { readonly does: 'set'; readonly at: Place; readonly value: unknown }
  | { readonly does: 'ask'; readonly at: Place; readonly question: string }
  /** `from` is where the element stands in what was read anew. */
  | { readonly does: 'add'; readonly at: Place; readonly value: Value; readonly from: Place }

/** What came of an element or a key, for those who go through it. */
export interface Note {
  readonly is: 'changed' | 'added' | 'gone' | 'conflict' | 'left out'
  /** 担当業務「利用者IDの点検」 */
  readonly what: string
  /** 第5条第2項; empty where nothing is numbered. */
  readonly place: string
  readonly keys: readonly string[]
}

/** What three sides come to. */
export interface Merged {
  readonly edits: readonly Edit[]
  readonly notes: readonly Note[]
  /** What was read anew, under the ids of the file: the base of the next time. */
  readonly base: Value
}

/** The three sides of a merge. */
export interface Sides {
  /** As the document was read before. */
  readonly base: Value
  /** As it is read now. */
  readonly read: Value
  /** As people have edited it since. */
  readonly written: Value
  /** Whether an element that is read now says itself, by a bookmark, which it is. */
  readonly isMarked: (list: string, id: string) => boolean
  readonly of: 'procedure' | 'standard'
}

/** The lists of elements of each kind of file, and what the file is called. */
const files = {
  procedure: { lists: elementLists, name: '実施手順' },
  standard: { lists: standardLists, name: '対策基準' },
} as const

/** What stands beside an element and says nothing of what the document holds. */
const aside: ReadonlySet<string> = new Set(['id', 'unconfirmed', 'basis', 'kind', 'system'])
/** Keys that hold what the document has word for word. */
const copied: ReadonlySet<string> = new Set([
  'name',
  'title',
  'text',
  'source',
  'summary',
  'on',
  'number',
  'quoted',
])
const inDocuments = ['duties', 'provisions'] as const

/**
 * Merges what is read anew into what people have made of what was read before. What the document changed and
 * nobody edited is taken over; what was edited stays; where both were changed, it stays with a question.
 * Nothing is taken away.
 */
export function merge(sides: Sides): Merged {
  const merging = new Merging(sides.isMarked)
  const ids = merging.roleIds(sides)
  const base = rolesRenamed(sides.base, ids.base)
  const read = rolesRenamed(sides.read, ids.read)
  merging.keys({ base, read, written: sides.written }, sides.of)
  const { lists: own } = files[sides.of]
  const lists = merging.lists(base, read, sides.written, [], own, ids)
  return { edits: merging.edits, notes: merging.notes, base: { ...read, ...lists } }
}

class Merging {
  readonly edits: Edit[] = []
  readonly notes: Note[] = []
  readonly #isMarked: Sides['isMarked']

  constructor(isMarked: Sides['isMarked']) {
    this.#isMarked = isMarked
  }

  /** What the roles of both readings are called in the file: they are referred to by their ids. */
  roleIds({ base, read, written }: Sides): { readonly base: Renaming; readonly read: Renaming } {
    const [before, after, edited] = [base, read, written].map((one) => valuesIn(one, 'roles'))
    const toWritten = this.#pairs('roles', before ?? [], edited ?? [])
    const toBase = this.#pairs('roles', after ?? [], before ?? [], true)
    const ids = (pairs: readonly Pair[], ones: readonly Value[], others: readonly Value[]) =>
      new Map(pairs.map(([one, other]) => [idOf(ones[one]), idOf(others[other])] as const))
    const ofBase = ids(toWritten, before ?? [], edited ?? [])
    const ofRead = ids(toBase, after ?? [], before ?? [])
    const taken = new Set((edited ?? []).map(idOf))
    const readIds = new Map(
      (after ?? []).map((role) => {
        const id = idOf(role)
        const known = ofRead.get(id)
        if (known !== undefined) return [id, ofBase.get(known) ?? known] as const
        return [id, free(id, taken)] as const
      }),
    )
    return { base: ofBase, read: readIds }
  }

  /** The keys of the file itself. */
  keys(sides: Pick<Sides, 'base' | 'read' | 'written'>, of: Sides['of']): void {
    const { lists, name } = files[of]
    const keys = Object.keys({ ...sides.base, ...sides.read }).filter(
      (key) => !aside.has(key) && !lists.some((list) => list === key),
    )
    const { changed, conflicts } = this.#compare(keys, sides, [])
    this.#note('changed', name, '', changed)
    this.#note('conflict', name, '', conflicts)
  }

  /** Lists of elements, with what stands in them; gives the lists as they were read, under the ids of the file. */
  lists(
    base: Value,
    read: Value,
    written: Value,
    at: Place,
    lists: readonly ElementList[],
    roles: { readonly read: Renaming },
  ): Value {
    const found = lists.flatMap((list) => {
      const own = this.#list(list, base, read, written, at, roles)
      return own.length > 0 ? [[list, own] as const] : []
    })
    return Object.fromEntries(found)
  }

  #list(
    list: ElementList,
    base: Value,
    read: Value,
    written: Value,
    at: Place,
    roles: { readonly read: Renaming },
  ): readonly Value[] {
    const [before, after, edited] = [base, read, written].map((one) => valuesIn(one, list)) as [
      readonly Value[],
      readonly Value[],
      readonly Value[],
    ]
    const baseOf = new Map(this.#pairs(list, after, before, true))
    const writtenOf = new Map(this.#pairs(list, before, edited))
    const taken = new Set(edited.map(idOf))
    const matched = new Set(writtenOf.values())
    const strangers = [...edited.keys()].filter((one) => !matched.has(one))
    const fresh = [...after.keys()].filter((one) => !baseOf.has(one))
    // What people added by hand before the document said it is not added again.
    const byHand = new Map(
      matchLists(
        list,
        fresh.map((one) => after[one] ?? {}),
        strangers.map((one) => edited[one] ?? {}),
        () => false,
      ).map(([one, other]) => [fresh[one], strangers[other]] as const),
    )
    let behind = -1
    let added = 0
    const whole = after.map((value, index) => {
      const was = baseOf.get(index)
      const is = was === undefined ? byHand.get(index) : writtenOf.get(was)
      const own = edited[is ?? -1]
      if (own && is !== undefined) {
        behind = Math.max(behind, is)
        if (was !== undefined) this.#element(list, before[was] ?? {}, value, own, [...at, list, is])
        const inner = this.#inner(
          list,
          before[was ?? -1] ?? {},
          value,
          own,
          [...at, list, is],
          roles,
        )
        return { ...renamed(value, idOf(own)), ...inner }
      }
      if (was !== undefined) {
        // Somebody took it out: it stays out.
        if (!isSameText(before[was] ?? {}, value))
          this.#note('left out', nameOf(list, value), placeOf(value), [])
        return value
      }
      const id = list === 'roles' ? idOf(value) : free(idOf(value), taken)
      const named = renamed(value, id)
      behind += 1
      this.edits.push({
        does: 'add',
        at: [...at, list, behind + added],
        value: named,
        from: [...at, list, index],
      })
      behind -= 1
      added += 1
      this.#note('added', nameOf(list, value), placeOf(value), [])
      return named
    })
    const kept = new Set(baseOf.values())
    for (const [index, value] of before.entries()) {
      if (kept.has(index) || !writtenOf.has(index)) continue
      this.#note('gone', nameOf(list, value), placeOf(value), [])
    }
    return whole
  }

  #inner(
    list: ElementList,
    base: Value,
    read: Value,
    written: Value,
    at: Place,
    roles: { readonly read: Renaming },
  ): Value {
    return list === 'documents' ? this.lists(base, read, written, at, inDocuments, roles) : {}
  }

  #element(list: ElementList, base: Value, read: Value, written: Value, at: Place): void {
    const inner: readonly string[] = list === 'documents' ? inDocuments : []
    const keys = Object.keys({ ...base, ...read }).filter(
      (key) => !aside.has(key) && !inner.includes(key),
    )
    const { changed, conflicts } = this.#compare(keys, { base, read, written }, at)
    this.#unconfirmed(changed, written, at)
    this.#note('changed', nameOf(list, written), placeOf(read), changed)
    this.#note('conflict', nameOf(list, written), placeOf(read), conflicts)
  }

  /** Takes over what the document changed of some keys, and asks of what people edited too; tells of both. */
  #compare(
    keys: readonly string[],
    { base, read, written }: Pick<Sides, 'base' | 'read' | 'written'>,
    at: Place,
  ): { readonly changed: readonly string[]; readonly conflicts: readonly string[] } {
    const changed: string[] = []
    const conflicts: string[] = []
    for (const key of keys) {
      const [before, after, edited] = [base[key], read[key], written[key]]
      // A key that is read no more says nothing against what is written.
      if (after === undefined || isSame(before, after) || isSame(after, edited)) continue
      // That an element was renumbered is no news.
      const isPlace = at.length > 0 && key === 'source'
      if (isSame(before, edited)) {
        this.edits.push({ does: 'set', at: [...at, key], value: after })
        if (!isPlace) changed.push(key)
      } else if (!isPlace) {
        this.edits.push({ does: 'ask', at: [...at, key], question: conflicting(after) })
        conflicts.push(key)
      }
    }
    return { changed, conflicts }
  }

  /** What was taken over nobody has confirmed yet. */
  #unconfirmed(changed: readonly string[], written: Value, at: Place): void {
    const known = Array.isArray(written['unconfirmed']) ? (written['unconfirmed'] as unknown[]) : []
    const more = changed.filter((key) => !copied.has(key) && !known.includes(key))
    if (more.length > 0)
      this.edits.push({ does: 'set', at: [...at, 'unconfirmed'], value: [...known, ...more] })
  }

  #pairs(
    list: ElementList,
    ones: readonly Value[],
    others: readonly Value[],
    isRead = false,
  ): readonly Pair[] {
    const isKnown = (one: Value, other: Value): boolean => {
      const id = idOf(one)
      // Ids that a reading makes up count in order: the same one may be of another sentence.
      return id !== '' && id === idOf(other) && (!isRead || this.#isMarked(list, id))
    }
    return matchLists(list, ones, others, isKnown)
  }

  #note(is: Note['is'], what: string, place: string, keys: readonly string[]): void {
    if (keys.length === 0 && (is === 'changed' || is === 'conflict')) return
    this.notes.push({ is, what, place, keys })
  }
}

function conflicting(after: unknown): string {
  const text = inline(after).replaceAll('\n', ' ')
  return `新しい文書では ${text.length > 80 ? `${text.slice(0, 80)}…` : text}`
}

/** A value as people write it on one line: { every: P1Y } */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{ ${Object.entries(value)
    .map(([key, own]) => `${key}: ${inline(own)}`)
    .join(', ')} }`
}

/** An id that no element of the file has; empty where such elements have none. */
function free(id: string, taken: Set<string>): string {
  let own = id
  for (let count = 2; id !== '' && taken.has(own); count += 1) own = `${id}-${count}`
  taken.add(own)
  return own
}

function isSameText(one: Value, other: Value): boolean {
  return isSame(one['text'], other['text']) && isSame(one['name'], other['name'])
}

const listNames: Readonly<Record<ElementList, string>> = {
  roles: '役割',
  duties: '担当業務',
  provisions: '規定',
  documents: '関係文書',
  chains: '連絡体制',
  passwords: 'パスワードの水準',
  logs: 'ログの水準',
  exceptions: '例外措置',
  revisions: '改正',
  clauses: '条文',
}

function nameOf(list: ElementList, { name, title, text, id, on }: Value): string {
  const called = [name, title, text, on, id].find((one) => typeof one === 'string') ?? ''
  return `${listNames[list]}「${called.length > 30 ? `${called.slice(0, 30)}…` : called}」`
}

function placeOf({ source, number }: Value): string {
  const place = source ?? number
  return typeof place === 'string' ? place : ''
}

function idOf(value: Value | undefined): string {
  return typeof value?.['id'] === 'string' ? value['id'] : ''
}

function valuesIn(value: Value, list: string): readonly Value[] {
  const found = value[list]
  if (!Array.isArray(found)) return []
  return found.map((one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one) ? (one as Value) : {},
  )
}

/** Whether two values say the same, in whichever order their keys stand. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([, own]) => own !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => [key, inOrder(own)])
}
