import { plainText } from '../japanese/sentence.ts'
import { leadsIn, type Unit } from './unit.ts'

/** One sentence of a document, as it is written. */
export interface Sentence {
  readonly unit: Unit
  readonly text: string
}

/** What is said at one place: a sentence, with what limits it and what is listed below it. */
export interface Statement {
  readonly main: Sentence
  /** The sentence that leads in to this one, where this is an item of its list. */
  readonly lead: Statement | undefined
  /** ただし…, なお…, and the items of a list that are no sentences. */
  readonly more: readonly Sentence[]
}

interface Growing extends Statement {
  readonly more: Sentence[]
}

/** Puts together what is said in the units of a document, in its order. */
export function statementsIn(units: readonly Unit[]): readonly Statement[] {
  const statements: Growing[] = []
  let leads: Growing[] = []
  for (const unit of units) {
    if (unit.table) continue
    leads = leads.filter(
      (lead) => lead.main.unit.depth < unit.depth && isBelow(unit, lead.main.unit),
    )
    const lead = leads.at(-1)
    for (const sentence of sentencesOf(unit)) {
      const last = statements.at(-1)
      if (last && isAddition(sentence.text) && isNear(last.main.unit, unit))
        last.more.push(sentence)
      else if (lead && !isDeed(sentence.text, lead)) lead.more.push(sentence)
      else {
        const statement = { main: sentence, lead, more: [] }
        statements.push(statement)
        if (leadsIn(sentence.text)) leads.push(statement)
      }
    }
  }
  return statements
}

/** Under the same headings; 第6条第2項 stands beside 第6条第1項, whatever is listed there. */
function isBelow(unit: Unit, above: Unit): boolean {
  return (
    unit.section === above.section &&
    unit.headings.join() === above.headings.join() &&
    (!above.place.includes('条') || unit.place.startsWith(above.place))
  )
}

function isNear(above: Unit, unit: Unit): boolean {
  return above === unit || (isBelow(unit, above) && unit.place.startsWith(above.place))
}

function isAddition(text: string): boolean {
  return /^\s*(?:ただし|但し|なお)[、,]/u.test(text)
}

/** Whether an item of a list says what is done, and not only what it is done to. */
function isDeed(text: string, lead: Statement): boolean {
  if (/(?:はならない|禁止する|禁ずる)。?$/u.test(lead.main.text.trim())) return false
  if (/(?:こと|[うくすつむるい])[。]?$/u.test(text.trim())) return true
  return /(?:業務|事務|職務|任務|役割|措置|対策)を/u.test(plainText(lead.main.text))
}

/** The sentences of a unit, each with its 。 */
export function sentencesOf(unit: Unit): readonly Sentence[] {
  const sentences: Sentence[] = []
  let depth = 0
  let text = ''
  for (const sign of unit.text) {
    text += sign
    if ('（(「『【'.includes(sign)) depth += 1
    if ('）)」』】'.includes(sign)) depth = Math.max(0, depth - 1)
    if (sign === '。' && depth === 0) {
      sentences.push({ unit, text })
      text = ''
    }
  }
  if (text.trim() !== '') sentences.push({ unit, text })
  return sentences
}

/** A sentence without what stands in parentheses, in the form in which it is read. */
export function coreOf(text: string): string {
  let core = plainText(text)
  for (let last = ''; last !== core;) {
    last = core
    core = core.replace(/\([^()]*\)/gu, '')
  }
  return core.replace(/。$/u, '')
}

/** この手順は、…を定めるものとする: the document speaks of itself. */
export function isOfDocument(core: string): boolean {
  return /^(?:この|本)(?:手順|要領|基準|規程|規則|マニュアル|書)[^、]{0,4}は/u.test(core)
}

/** Whether a sentence is what something was read out of. */
export function isSameSentence(source: Sentence | Unit, sentence: Sentence): boolean {
  return 'unit' in source && source.unit === sentence.unit && source.text === sentence.text
}

/** A sentence that puts somebody in a role, and has nobody do anything. */
export function isOnlyDefinition({ main }: Statement): boolean {
  return /(?:充てる|あてる|とする|務める|を置く|代理する|代行する|という|をいう|代理する者とする|統括する|総括する|補佐する|掌理する|つかさどる)$/u.test(
    coreOf(main.text),
  )
}
