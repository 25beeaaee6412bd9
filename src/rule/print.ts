import { isWindow, stretchLabels } from '../calendar/window.ts'
import type { Print, Shape } from '../expression/template.ts'
import { AtLeast, SomeDay, Unknown } from '../finding/unknown.ts'
import { writeDayText } from '../japanese/date.ts'
import { dossierOf } from '../model/dossier.ts'
import { attempt } from '../model/duty.ts'
import type { Words } from '../model/pack.ts'
import { isPart, type Part } from '../model/part.ts'
import { inlineWordName } from '../model/word.ts'
import { frequencyIn, howOften, nameIn, notWritten, sayList, sayPlain } from '../words/value.ts'

/** How values stand in a message: things by their Japanese name, words by their label, days as written in prose. */
export function printer(words: Words): Print {
  const print = (value: unknown, type: Shape): string => {
    if (value === undefined || value === null) return `（${notWritten}）`
    if (value instanceof AtLeast) return `少なくとも${printNumber(value.least)}`
    if (value instanceof SomeDay) return writeDayText(`${value.from}/${value.to}`)
    if (value instanceof Unknown) return '（不明）'
    if (type.kind === 'optional') return print(value, type.of)
    if (Array.isArray(value)) return printList(value, type, print)
    if (isPart(value)) return inText(value, words)
    if (type.kind === 'day' && typeof value === 'string') return writeDayText(value)
    if (type.kind === 'word' && typeof value === 'string') {
      return inlineWordName(type.vocabulary, value) ?? words.wordName(type.vocabulary, value)
    }
    if (typeof value === 'number') return printNumber(value)
    const plain = sayPlain(value)
    if (plain !== undefined) return plain
    return typeof value === 'object' && 'label' in value ? String(value.label) : ''
  }
  return print
}

function printList(items: readonly unknown[], type: Shape, print: Print): string {
  const of: Shape = type.kind === 'list' ? type.of : { kind: 'any' }
  const known = items.filter((item) => item instanceof SomeDay || !(item instanceof Unknown))
  if (known.length === 0 && items.length > 0) return '（不明）'
  if (known.every(isWindow)) return sayList(stretchLabels(known))
  return sayList([...new Set(known.map((item) => print(item, of)))])
}

function printNumber(value: number): string {
  if (!Number.isFinite(value)) return '際限なし'
  if (Number.isInteger(value)) return String(value)
  // What was written is said as it was written (0.85, 99.56); what was reckoned need not be finer than a tenth.
  if (value < 1) return String(Number(value.toFixed(3)))
  return Number(value.toFixed(2)) === value ? String(value) : value.toFixed(1)
}

/** How a thing stands in a text: under its name; one without a name as the kind of thing it is. */
function inText(part: Part, words: Words): string {
  const name = writtenName(part, words)
  if (name !== undefined) return name
  // The id of an account is what ledger and screen show.
  if (part.type === 'Account') return part.key
  return nameOfKind(part, words) ?? `${part.shape.label}（${part.key}）`
}

function nameOfKind(part: Part, words: Words): string | undefined {
  const type = part.shape.fields['kind']?.type
  const kind = part.legible['kind']
  if (type?.kind !== 'word' || typeof kind !== 'string') return undefined
  return 'vocabulary' in type ? words.wordName(type.vocabulary, kind) : type.words[kind]
}

/** The name a reader knows a thing by; one without a name goes by its id. */
export function nameOfPart(part: Part, words: Words): string {
  return writtenName(part, words) ?? part.key
}

/** What somebody does: by the kind of it with what it is limited to, or in its own words where no kind says what it is. */
function nameOfWork(part: Part, activity: string, words: Words): string {
  const name = words.wordName('activities', activity)
  const { text, targets } = part.legible
  const named = Array.isArray(targets) ? sayList(targets.map(String)) : ''
  if (dossierOf(part).standard.word('activities', activity)?.unspecific !== true) {
    return named === '' ? name : `${name}（${named}）`
  }
  if (typeof text !== 'string') return named === '' ? `${name}（${part.key}）` : named
  const [sentence = text] = text.split('。')
  return sentence.length <= sentenceShown ? sentence : `${sentence.slice(0, sentenceShown)}…`
}

/** How much of a sentence stands for what has no name. */
const sentenceShown = 60

/** The name, title or label of a thing, else that of what it belongs to, else the sentence it carries. */
function writtenName(part: Part, words: Words): string | undefined {
  const { legible: data } = part
  const own = nameIn(data) ?? data['label']
  // A duty of a document beside the procedure is told as that document's.
  const holder =
    part.type === 'Duty' && part.parent?.type === 'AppliedDocument' ? part.parent : null
  if (holder && typeof holder.legible['title'] === 'string') {
    const { title } = holder.legible
    return `${title}の${typeof own === 'string' ? own : nameOfWork(part, String(data['activity']), words)}`
  }
  if (typeof own === 'string') return own
  const organisation = data['organisation']
  if (isPart(organisation)) return nameOfPart(organisation, words)
  if (typeof data['activity'] === 'string') return nameOfWork(part, data['activity'], words)
  const frequency = part.type === 'Frequency' ? frequencyIn(data) : undefined
  if (frequency) return howOften(frequency, words)
  for (const field of ['role', 'duty', 'organisation', 'to', 'by']) {
    if (part.shape.fields[field]?.type.kind === 'ref' && data[field] !== undefined) {
      const target = attempt(() => part.part(field))
      if (isPart(target)) return nameOfPart(target, words)
    }
  }
  const text = data['text'] ?? data['what'] ?? data['key']
  return typeof text === 'string' ? text : undefined
}
