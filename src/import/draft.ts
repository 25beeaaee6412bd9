import type { CarriedProcedure } from '../model/carried.ts'
import type { Contents } from './block.ts'
import { aboveInArticle, chainIn } from './chain.ts'
import { dutyIn } from './duty.ts'
import type { Doubt, DraftElement, ReadElement, Traced } from './element.ts'
import { withFurther } from './further.ts'
import { historyIn, type ReadHistory } from './history.ts'
import { levelRows, logIn, passwordIn } from './level.ts'
import { carriedRoles, inCarriedOrder, MarkedText } from './marked.ts'
import { provisionIn } from './provision.ts'
import { regionsIn } from './region.ts'
import { type ReadRole, rolesIn } from './role.ts'
import {
  isOnlyDefinition,
  isSameSentence,
  type Sentence,
  sentencesOf,
  type Statement,
  statementsIn,
} from './statement.ts'
import { traceOf } from './trace.ts'
import { layOut, type Unit } from './unit.ts'
import type { ReadingWords } from './words.ts'

/** A procedure or a standard as it was read out of a document. */
export interface Draft {
  readonly of: 'procedure' | 'standard'
  readonly title: string | undefined
  readonly history: ReadHistory
  /** The procedure of which the document was made, without the elements, where the file carries it. */
  readonly carried: CarriedHead | undefined
  readonly elements: readonly DraftElement[]
  /** The whole of the document in its order, each stretch with what it was read as. */
  readonly trace: readonly Traced[]
  readonly remarks: readonly string[]
}

/** What a Word file that was made of a procedure carries beside its elements. */
export interface CarriedHead {
  readonly system: string
  readonly head: Readonly<Record<string, unknown>>
  /** The keys whose text was changed since. */
  readonly changed: readonly string[]
  /** The whole procedure as it was printed. */
  readonly procedure: CarriedProcedure
}

/**
 * Reads a document by the words of a standard. The same document and the same words give the same draft. What was
 * printed of a procedure and was not changed since is taken as the file carries it.
 */
export function draftFrom(contents: Contents, words: ReadingWords): Draft {
  const { carried, remarks } = contents
  const layout = layOut(contents.blocks)
  const regions = regionsIn(contents)
  const marked = new MarkedText(regions, layout.units)
  const units = layout.units.filter((unit) => !marked.isKept(unit))
  const statements = statementsIn(units)
  const known = carriedRoles(carried, regions, words)
  const roles = rolesIn(sentencesIn(units), units, words, known)
  const history = historyIn(sentencesIn(layout.units), layout.units)
  const { kept } = marked
  const keptIds = new Set(kept.flatMap((one) => (one.list === 'roles' ? (one.known ?? []) : [])))
  const tables = units.flatMap((unit) => (unit.table ? tableIn(unit, units, words) : []))
  const read = [
    ...roles.filter(({ id }) => !keptIds.has(id)).map(roleElement),
    ...tables,
    ...statements
      .filter(
        ({ main }) =>
          !tables.some((one) => one.sources.some((source) => isSameSentence(source, main))),
      )
      .flatMap((statement) => elementsIn(statement, roles, words, history)),
  ]
  const elements = withIds([...kept, ...oneLevel(withFurther(marked.joined(read)))])
  return {
    of: 'procedure',
    title: layout.title,
    history,
    carried: carried && {
      system: carried.system,
      head: { ...carried.head, ...marked.keys },
      changed: marked.changedKeys,
      procedure: carried,
    },
    elements: carried ? inCarriedOrder(withoutStrangers(elements), carried) : elements,
    trace: traceOf(layout, elements, history, statements),
    remarks,
  }
}

/** Where the roles of a procedure are known, one that a changed sentence only speaks of is of it if it does something. */
function withoutStrangers(elements: readonly DraftElement[]): readonly DraftElement[] {
  const named = elements.filter(({ list }) => list !== 'roles').map(({ value }) => value)
  const referred = JSON.stringify(named)
  return elements.filter(
    ({ list, sources, known, id }) =>
      list !== 'roles' ||
      sources.length > 0 ||
      known !== undefined ||
      referred.includes(JSON.stringify(id)),
  )
}

function sentencesIn(units: readonly Unit[]): readonly Sentence[] {
  return units.flatMap((unit) => (unit.table ? [] : sentencesOf(unit)))
}

/** What a table says: who calls whom, or how passwords and logs are kept. */
function tableIn(unit: Unit, units: readonly Unit[], words: ReadingWords): readonly ReadElement[] {
  const chain = chainIn(unit, words, aboveInArticle(unit, units))
  return chain ? [chain] : levelRows(unit, words)
}

function elementsIn(
  statement: Statement,
  roles: readonly ReadRole[],
  words: ReadingWords,
  history: ReadHistory,
): readonly ReadElement[] {
  if (history.sources.some((source) => isSameSentence(source, statement.main))) return []
  const isOfRole = roles.some((role) =>
    role.sources.some((source) => isSameSentence(source, statement.main)),
  )
  if (isOfRole && isOnlyDefinition(statement)) return []
  const duty = dutyIn({ statement, roles, words })
  const main = duty ?? provisionIn(statement, words)
  const levels = [passwordIn(statement, words), logIn(statement, words)].filter(
    (one) => one !== undefined,
  )
  return [...(main ? [main] : []), ...levels]
}

function roleElement(role: ReadRole): ReadElement {
  const { id, name, canonical, post, organisation, each, deputy, place, sources } = role
  const doubts: Doubt[] = []
  if (canonical === undefined)
    doubts.push({
      key: 'canonical',
      about: 'canonical',
      question: `「${name}」が、対策基準のどの役割に当たるか`,
    })
  if (organisation === undefined)
    doubts.push({
      key: 'organisation',
      about: 'organisation',
      question: `「${post ?? name}」の所属`,
    })
  return {
    list: 'roles',
    stem: id,
    place,
    sources,
    doubts,
    value: {
      ...(canonical === undefined ? {} : { canonical }),
      name,
      ...(post === undefined ? {} : { post }),
      ...(organisation === undefined ? {} : { organisation }),
      ...(each === undefined ? {} : { each }),
      ...(deputy === undefined ? {} : { deputy }),
    },
  }
}

/** What is said of passwords in several places is one level, where no two places say another number. */
function oneLevel(elements: readonly ReadElement[]): readonly ReadElement[] {
  const merged: ReadElement[] = []
  for (const element of elements) {
    const at = merged.findIndex((one) => one.list === element.list && mayJoin(one, element))
    const known = merged[at]
    if (!known) merged.push(element)
    else {
      merged[at] = {
        ...known,
        value: { ...known.value, ...element.value },
        sources: [...known.sources, ...element.sources],
        place: [...new Set([known.place, element.place])].join('、'),
      }
    }
  }
  return merged
}

function mayJoin(one: ReadElement, other: ReadElement): boolean {
  if (one.list !== 'passwords' && one.list !== 'logs') return false
  if (one.stem !== other.stem) return false
  return Object.entries(other.value).every(([key, value]) => {
    const known = one.value[key]
    return known === undefined || JSON.stringify(known) === JSON.stringify(value)
  })
}

/** Elements with their ids: each once. */
export function withIds(elements: readonly ReadElement[]): readonly DraftElement[] {
  const taken = new Set(elements.flatMap(({ known }) => known ?? []))
  return elements.map((element) => {
    const { stem, known } = element
    if (known !== undefined) return { ...element, id: known }
    if (stem === undefined) return { ...element, id: undefined }
    let id = stem
    for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`
    taken.add(id)
    return { ...element, id }
  })
}
