import type { Contents } from './block.ts'
import { chainIn } from './chain.ts'
import { dutyIn } from './duty.ts'
import type { Doubt, ReadElement } from './element.ts'
import { historyIn, type ReadHistory } from './history.ts'
import { logIn, passwordIn } from './level.ts'
import { provisionIn } from './provision.ts'
import { type ReadRole, rolesIn } from './role.ts'
import { coreOf, type Sentence, sentencesOf, type Statement, statementsIn } from './statement.ts'
import { layOut, type Layout, type Unit } from './unit.ts'
import type { ReadingWords } from './words.ts'

/** A procedure as it was read out of a document. */
export interface Draft {
  readonly title: string | undefined
  readonly history: ReadHistory
  readonly elements: readonly DraftElement[]
  /** The whole of the document in its order, each stretch with what it was read as. */
  readonly trace: readonly Traced[]
  readonly remarks: readonly string[]
}

/** An element with its id, where such elements have one. */
export interface DraftElement extends ReadElement {
  readonly id: string | undefined
}

/** A stretch of the document, and what became of it. */
export interface Traced {
  readonly text: string
  readonly place: string
  /** What it is where it is no sentence, and whether a sentence was read. */
  readonly is: 'title' | 'heading' | 'number' | 'contents' | 'read' | 'unread'
  /** The elements it stands in. */
  readonly elements: readonly DraftElement[]
  /** Why a sentence was not read, in Japanese. */
  readonly why?: string
}

/** Reads a document by the words of a standard. The same document and the same words give the same draft. */
export function draftFrom(contents: Contents, words: ReadingWords): Draft {
  const layout = layOut(contents.blocks)
  const sentences = layout.units.flatMap((unit) => (unit.table ? [] : sentencesOf(unit)))
  const statements = statementsIn(layout.units)
  const roles = rolesIn(sentences, layout.units, words)
  const history = historyIn(sentences, layout.units)
  const read = [
    ...roles.map(roleElement),
    ...layout.units.flatMap((unit) => (unit.table ? (chainIn(unit, words) ?? []) : [])),
    ...statements.flatMap((statement) => elementsIn(statement, roles, words, history)),
  ]
  const elements = withIds(oneLevel(read))
  return {
    title: layout.title,
    history,
    elements,
    trace: traceOf(layout, elements, history, statements),
    remarks: contents.remarks,
  }
}

function elementsIn(
  statement: Statement,
  roles: readonly ReadRole[],
  words: ReadingWords,
  history: ReadHistory,
): readonly ReadElement[] {
  if (history.sources.some((source) => isSame(source, statement.main))) return []
  const isOfRole = roles.some((role) =>
    role.sources.some((source) => isSame(source, statement.main)),
  )
  if (isOfRole && isOnlyDefinition(statement)) return []
  const duty = dutyIn({ statement, roles, words })
  const main = duty ?? provisionIn(statement, words)
  const levels = [passwordIn(statement, words), logIn(statement, words)].filter(
    (one) => one !== undefined,
  )
  return [...(main ? [main] : []), ...levels]
}

/** A sentence that puts somebody in a role, and has nobody do anything. */
function isOnlyDefinition({ main }: Statement): boolean {
  return /(?:充てる|あてる|とする|務める|を置く|代理する|代行する|という|をいう|代理する者とする|統括する|総括する|補佐する|掌理する|つかさどる)$/u.test(
    coreOf(main.text),
  )
}

function isSame(source: Sentence | Unit, sentence: Sentence): boolean {
  return 'unit' in source && source.unit === sentence.unit && source.text === sentence.text
}

function roleElement(role: ReadRole): ReadElement {
  const { id, name, canonical, post, organisation, deputy, place, sources } = role
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

function withIds(elements: readonly ReadElement[]): readonly DraftElement[] {
  const taken = new Set<string>()
  return elements.map((element) => {
    const { stem } = element
    if (stem === undefined) return { ...element, id: undefined }
    let id = stem
    for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`
    taken.add(id)
    return { ...element, id }
  })
}

function traceOf(
  layout: Layout,
  elements: readonly DraftElement[],
  history: ReadHistory,
  statements: readonly Statement[],
): readonly Traced[] {
  const byUnit = new Map<Unit, DraftElement[]>()
  for (const element of elements) {
    for (const unit of new Set(element.sources.map((one) => ('unit' in one ? one.unit : one)))) {
      const own = byUnit.get(unit)
      if (own) own.push(element)
      else byUnit.set(unit, [element])
    }
  }
  const readAs = (source: Sentence | Unit): readonly DraftElement[] =>
    (byUnit.get('unit' in source ? source.unit : source) ?? []).filter((element) =>
      element.sources.some((one) => ('unit' in source ? isSame(one, source) : one === source)),
    )
  // A sentence that leads in to a list is read with what is listed.
  const leading = new Map<
    Unit,
    { readonly text: string; readonly read: readonly DraftElement[] }[]
  >()
  for (const { lead, main } of statements) {
    if (!lead) continue
    const { unit, text } = lead.main
    const own = leading.get(unit) ?? []
    own.push({ text, read: readAs(main) })
    leading.set(unit, own)
  }
  return layout.pieces.flatMap((piece): readonly Traced[] => {
    const { place, text, unit } = piece
    if (piece.is === 'text' && unit) {
      return sentencesOf(unit).map((sentence) => {
        const own = readAs(sentence)
        const led = (leading.get(unit) ?? []).filter((one) => one.text === sentence.text)
        const isHistory = history.sources.some((source) => isSame(source, sentence))
        const all = [...new Set([...own, ...led.flatMap(({ read }) => read)])]
        if (all.length > 0 || isHistory)
          return { text: sentence.text, place, is: 'read', elements: all }
        return { text: sentence.text, place, is: 'unread', elements: [], why: whyUnread(sentence) }
      })
    }
    if (piece.is === 'table' && unit) {
      const all = readAs(unit)
      const isRead = all.length > 0 || history.sources.includes(unit)
      return [
        {
          text,
          place,
          is: isRead ? 'read' : 'unread',
          elements: all,
          ...(isRead ? {} : { why: '表を読み取れませんでした' }),
        },
      ]
    }
    const is =
      piece.is === 'caption' || piece.is === 'text' || piece.is === 'table' ? 'heading' : piece.is
    return [{ text, place, is, elements: [] }]
  })
}

/** Why a sentence is in no element. */
function whyUnread({ text, unit }: Sentence): string {
  const core = coreOf(text)
  if (unit.section === 'front') return '本文の前にある文です'
  if (/(?:表|図)のとおり/u.test(core)) return '表や図を指す文です'
  if (/(?:という|をいう)$/u.test(core)) return '用語の定義です'
  if (
    /(?:目的とする|適用する|対象とする|準用する|別に定める)$/u.test(core) ||
    /^(?:この|本)(?:手順|要領|基準|規程|規則|書)/u.test(core)
  )
    return '目的、適用などの文です'
  return '業務か規定か、どの要求事項についてかを、読み取れませんでした'
}
