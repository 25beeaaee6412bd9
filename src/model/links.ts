import type { Problem, ProblemWords } from '../finding/problem.ts'
import { suggest } from '../japanese/suggest.ts'
import { shapeOfObject } from '../schema/kind.ts'
import { nounOf } from '../schema/describe.ts'
import type { FieldShape, Shape, ValueShape } from '../schema/shape.ts'
import { isMapping, type Mapping } from '../schema/variant.ts'
import { typeOf, walk } from '../schema/walk.ts'
import type { Path } from '../yaml/document.ts'
import type { Vocabularies } from './language.ts'
import type { Word } from './pack.ts'
import { locationIn, type PlacedDocument } from './place.ts'

/** Where ids lead: for each noun the ids that exist where a reference stands. */
export type Ids = (noun: string) => ReadonlySet<string> | undefined

/** Looks through one document for references that lead nowhere, unknown words and ids used twice. */
export function linkProblems(
  shape: Shape,
  value: Readonly<Record<string, unknown>>,
  document: PlacedDocument,
  ids: Ids,
  vocabularies: Vocabularies,
  /** What the files of the whole organisation have: those of a system cannot name it, but people try to. */
  wide: Ids = () => undefined,
): readonly Problem[] {
  const links = new Links(document, ids, vocabularies, wide)
  walk(value, typeOf(shape), [], (...at) => links.look(...at))
  return links.problems
}

class Links {
  readonly problems: Problem[] = []
  readonly #document: PlacedDocument
  readonly #ids: Ids
  readonly #vocabularies: Vocabularies
  readonly #wide: Ids

  constructor(document: PlacedDocument, ids: Ids, vocabularies: Vocabularies, wide: Ids) {
    this.#document = document
    this.#ids = ids
    this.#vocabularies = vocabularies
    this.#wide = wide
  }

  /** Looks at one value, and goes on into all that are not plain. */
  look(value: unknown, type: ValueShape, path: Path, field?: FieldShape): boolean {
    const label = field?.label ?? ''
    if (type.kind === 'list' && Array.isArray(value)) this.#list(type.of, value, path)
    if (typeof value !== 'string') return true
    if (field?.none && value === 'none') return false
    if (type.kind === 'ref') this.#reference(type.to, value, path, label)
    if (type.kind === 'word' && 'vocabulary' in type) {
      this.#word(type.vocabulary, value, path, label)
    }
    return false
  }

  #list(of: ValueShape, items: readonly unknown[], path: Path): void {
    if (of.kind !== 'object') return
    const first = new Map<string, Path>()
    const { label } = shapeOfObject(of)
    for (const [index, item] of items.entries()) {
      if (isMapping(item)) this.#unique(item, [...path, index], first, label)
    }
  }

  #unique(item: Mapping, path: Path, first: Map<string, Path>, label: string): void {
    const name = item['id'] === undefined ? 'key' : 'id'
    const id = item[name]
    if (typeof id !== 'string') return
    const known = first.get(id)
    if (!known) {
      first.set(id, path)
      return
    }
    const location = locationIn(this.#document, [...known, name])
    this.#report([...path, name], {
      code: 'duplicate-id',
      message: `${label}のID「${id}」が二度使われています。`,
      why: 'IDが重なると、参照がどちらを指すのか決まりません。',
      fix: 'どちらかのIDを、ほかと重ならないものに変えてください。',
      related: [{ message: `最初の「${id}」です。`, location }],
    })
  }

  #reference(to: readonly string[], id: string, path: Path, label: string): void {
    const known = to.map((noun) => this.#ids(noun))
    if (known.some((ids) => ids === undefined || ids.has(id))) return
    const near = suggest(
      id,
      known.flatMap((ids) => [...(ids ?? [])]),
    )
    const noun = nounOf(to)
    if (to.some((one) => this.#wide(one)?.has(id) === true)) {
      this.#report(path, ofWhole(noun, id, label))
      return
    }
    this.#report(path, {
      code: 'dangling-reference',
      message: `「${label}」の「${id}」に当たる${noun}がありません。`,
      why: '参照先がないと、誰が行うのか、何を指すのかを判定できません。',
      fix: near
        ? `「${near}」の誤りではありませんか。そうでなければ、${noun}「${id}」を書き加えてください。`
        : `IDのつづりを確かめるか、${noun}「${id}」を書き加えてください。`,
    })
  }

  #word(vocabulary: string, word: string, path: Path, label: string): void {
    const words = this.#vocabularies.get(vocabulary)
    if (words === undefined || words.has(word)) return
    const near = nearWord(word, words)
    const meant = near ? `${told(near)}の誤りではありませんか。` : ''
    this.#report(path, {
      code: 'unknown-word',
      message: `「${label}」の「${word}」は、対策基準パックの語彙「${vocabulary}」にありません。`,
      why: '語彙にない言葉は、どの規則からも見えません。',
      fix: `${meant}${listOf(vocabulary, word, words, near)}新しい言葉なら、パックの vocabularies に加えてください。`,
    })
  }

  #report(path: Path, words: ProblemWords): void {
    this.problems.push({ severity: 'error', ...words, location: locationIn(this.#document, path) })
  }
}

/** What to do where a file of a system names something that stands in the procedures of the whole organisation. */
function ofWhole(noun: string, id: string, label: string): ProblemWords {
  return {
    code: 'dangling-reference',
    message: `「${label}」の「${id}」は、全庁の実施手順の${noun}です。システムのファイルからは指せません。`,
    why: '全庁の実施手順の業務は、全庁のファイルの実態と記録から判定されます。ここに書いても、判定に使われません。',
    fix: `この一件を、全庁（system が 自治体/organisation）の同じ種類のファイルに移してください。このシステムだけのことなら、システムの実施手順に${noun}を書きます。`,
  }
}

type Words = ReadonlyMap<string, Word>

/** The word that was most likely meant: people write the Japanese name as well. */
function nearWord(written: string, words: Words): Word | undefined {
  const all = [...words.values()]
  const byName = (name: string | undefined): Word | undefined =>
    name === undefined ? undefined : all.find((one) => one.name === name)
  const names = all.map(({ name }) => name)
  return (
    byName(names.find((name) => plain(name) === plain(written))) ??
    words.get(suggest(written, words.keys()) ?? '') ??
    byName(suggest(written, names))
  )
}

/** So many words are listed where they stand; of more only those of the same kind or with what is written in them. */
const listed = 12

/** The words to choose from, and how to see the rest. */
function listOf(vocabulary: string, written: string, words: Words, near?: Word): string {
  const all = [...words.values()]
  const kind = written.includes('.') ? written.slice(0, written.indexOf('.') + 1) : undefined
  const wanted = plain(written)
  const alike = all
    .filter((one) => one !== near)
    .filter(
      ({ id, name }) =>
        (kind !== undefined && id.startsWith(kind)) ||
        (wanted !== '' && [id, name].some((one) => plain(one).includes(wanted))),
    )
  const shown = all.length <= listed ? all : alike.slice(0, listed)
  const here = shown.length > 0 ? `使えるのは${shown.map(told).join('、')}` : ''
  if (shown.length === all.length) return `${here}です。`
  const rest = `語彙のすべては policy-lint words ${vocabulary} で見られます。`
  return here === '' ? rest : `${here}などです。${rest}`
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

function told({ id, name }: Word): string {
  return `「${id}」（${name}）`
}
