import { joinAnd } from '../../../japanese/list.ts'
import type { ArticleText, FigureText, TableText } from '../article.ts'
import type { FormText } from '../procedure/form.ts'
import type { Style } from '../style.ts'
import type { BlockLine, Clause } from './article.ts'
import type { Step } from './order.ts'
import { wordsOfAmendment } from './words.ts'

/** A sentence of an amendment (改正文), and what is put in by it. */
export interface AmendmentText {
  readonly sentence: string
  readonly articles: readonly ArticleText[]
  readonly lines: readonly AmendmentLineText[]
  readonly figures: readonly FigureText[]
  readonly tables: readonly TableText[]
  readonly forms: readonly FormText[]
}

/** A line that is put in, told apart by what it is. */
export interface AmendmentLineText {
  readonly isArticle: boolean
  readonly isParagraph: boolean
  readonly isItem: boolean
  readonly isSubitem: boolean
  readonly number: string
  readonly text: string
}

/** A sentence with nothing below it. */
export function sentence(words: string, more: Partial<AmendmentText> = {}): AmendmentText {
  return { sentence: words, articles: [], lines: [], figures: [], tables: [], forms: [], ...more }
}

/** A line below a sentence. */
export function lineText({ level, number, text }: BlockLine): AmendmentLineText {
  return {
    isArticle: level === 'article',
    isParagraph: level === 'paragraph',
    isItem: level === 'item',
    isSubitem: level === 'subitem',
    number,
    text,
  }
}

/** 改め → 改める。 */
export function ended(clause: string): string {
  return `${clause
    .replace(/り$/, 'る')
    .replace(/(め|え)$/, '$1る')
    .replace(/とし$/, 'とする')}。`
}

/** The steps of an amendment as its sentences. */
export function sentencesOf(steps: readonly Step[], style: Style): readonly AmendmentText[] {
  const result: AmendmentText[] = []
  let moves: string[] = []
  let alike: Alike | undefined
  const end = (): void => {
    if (moves.length > 0) result.push(sentence(ended(moves.join('、'))))
    if (alike) result.push(sentence(ended(`${joinAnd(alike.places)}${alike.verb}`)))
    moves = []
    alike = undefined
  }
  const nameOf = (number: number): string => style.counted('第', number, '条')
  for (const step of steps) {
    const next = alikeOf(step, nameOf)
    if (next && alike?.verb === next.verb) {
      alike = { ...next, places: [...alike.places, ...next.places] }
      continue
    }
    if (next) {
      end()
      alike = next
      continue
    }
    if (step.kind === 'amend' && step.clauses.length === 0) {
      if (alike) end()
      moves.push(`${nameOf(step.at)}を${nameOf(step.to)}とし`)
      continue
    }
    end()
    for (const one of stepSentences(step, nameOf, style)) result.push(one)
  }
  end()
  return result
}

/** What is done to some places in the same words: 第８条及び第９条 + 中「甲」を「乙」に改め. */
interface Alike {
  readonly places: readonly string[]
  readonly verb: string
}

/** Of an article that stays where it is, the one thing that may be said together with others. */
function alikeOf(step: Step, nameOf: (number: number) => string): Alike | undefined {
  if (step.kind !== 'amend' || step.at !== step.to) return undefined
  const [only, ...others] = step.clauses
  if (!only || others.length > 0) return undefined
  const name = nameOf(step.at)
  if (only.kind === 'words')
    return { places: [`${name}${only.at}`], verb: `中${wordsOfAmendment(only.words)}` }
  const [place, ...more] = only.kind === 'remove' ? only.at : []
  if (place !== undefined && more.length === 0)
    return { places: [`${name}${place}`], verb: 'を削り' }
  return undefined
}

function stepSentences(
  step: Step,
  nameOf: (number: number) => string,
  style: Style,
): readonly AmendmentText[] {
  switch (step.kind) {
    case 'amend':
      return articleSentences(nameOf(step.at), step, nameOf(step.to), style)
    case 'rewrite':
      return [rewritten(nameOf(step.at), nameOf(step.to), step.article)]
    case 'remove':
      return [sentence(`${stretches(step.at, nameOf)}を削る。`)]
    case 'shift': {
      const by = style.counted('', Math.abs(step.by), '条ずつ')
      const way = step.by > 0 ? '繰り下げる' : '繰り上げる'
      return [sentence(`${nameOf(step.from)}から${nameOf(step.until)}までを${by}${way}。`)]
    }
    case 'add': {
      const inside = step.container === '' ? '' : `${step.container}中`
      const beside = `${nameOf(step.beside)}の${step.isAfter ? '次' : '前'}に`
      const count = style.counted('次の', step.articles.length, '条')
      const articles = step.articles.map(({ article }) => article)
      return [sentence(`${inside}${beside}${count}を加える。`, { articles })]
    }
  }
}

function rewritten(name: string, newName: string, article: ArticleText): AmendmentText {
  const moved = name === newName ? name : `${name}を${newName}とし、同条`
  return sentence(`${moved}を次のように改める。`, { articles: [article] })
}

/** 第３条, 第３条及び第４条, 第３条から第５条まで: what follows one another is a stretch. */
function stretches(numbers: readonly number[], nameOf: (number: number) => string): string {
  const runs: number[][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && number === (last.at(-1) ?? NaN) + 1) last.push(number)
    else runs.push([number])
  }
  return joinAnd(
    runs.flatMap((run) => {
      const [first = 0, last = 0] = [run[0], run.at(-1)]
      return run.length > 2 ? [`${nameOf(first)}から${nameOf(last)}まで`] : run.map(nameOf)
    }),
  )
}

/** All that is done to one article: said in one sentence as far as nothing is put in between. */
function articleSentences(
  name: string,
  { at, to, clauses }: Extract<Step, { kind: 'amend' }>,
  newName: string,
  style: Style,
): readonly AmendmentText[] {
  const result: AmendmentText[] = []
  let parts: string[] = []
  const end = (): void => {
    if (parts.length > 0) result.push(sentence(ended(parts.join('、'))))
    parts = []
  }
  for (const clause of clauses) {
    const own = parts.length === 0 ? name : '同条'
    const said = saidOf(clause, own, style)
    if (clause.kind === 'replace' || clause.kind === 'append') {
      result.push(sentence([...parts, said].join('、'), { lines: clause.lines.map(lineText) }))
      parts = []
    } else if (clause.kind === 'figure') {
      result.push(sentence([...parts, said].join('、'), { figures: clause.figures }))
      parts = []
    } else parts.push(said)
  }
  if (to !== at) parts.push(`${parts.length === 0 ? name : '同条'}を${newName}とし`)
  end()
  return result
}

function saidOf(clause: Clause, own: string, style: Style): string {
  switch (clause.kind) {
    case 'words':
      return `${own}${clause.at}中${wordsOfAmendment(clause.words)}`
    case 'caption':
      return clause.to === '' ? `${own}の見出しを削り` : `${own}の見出しを「${clause.to}」に改め`
    case 'remove':
      return `${own}${joinAnd(clause.at)}を削り`
    case 'replace':
      return `${own}${clause.at}を次のように改める。`
    case 'figure':
      return `${own}の図を次のように改める。`
    case 'append':
      return `${own}${clause.at}に次の${style.number(clause.count)}${clause.unit}を加える。`
  }
}
