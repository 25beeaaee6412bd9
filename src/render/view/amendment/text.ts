import { wideSpace } from '../../../japanese/width.ts'
import type { TableText } from '../article.ts'
import { type Entry, entriesOf } from '../comparison/entry.ts'
import { type FormText, recordTable } from '../procedure/form.ts'
import type { ProcedureText } from '../procedure/text.ts'
import type { Style } from '../style.ts'
import { type BlockLine, clausesOf, tableUnits } from './article.ts'
import { type Placed, stepsOf } from './order.ts'
import { type AmendmentText, ended, lineText, sentence, sentencesOf } from './sentence.ts'
import { substitutionsIn, type Unit, wordsOfAmendment } from './words.ts'

/**
 * What makes one edition the other, in the sentences of an amendment; undefined where these cannot say it exactly,
 * and only the two texts side by side can. Supplementary provisions are those of the amendment itself.
 */
export function amendmentText(
  before: ProcedureText,
  after: ProcedureText,
  style: Style,
): readonly AmendmentText[] | undefined {
  const [was, is] = [entriesOf(before), entriesOf(after)]
  if (headings(was) !== headings(is)) return undefined
  const steps = stepsOf(placed(was), placed(is), (one, other) =>
    clausesOf(one.article, other.article, style),
  )
  const heads = headingAmendments(was, is)
  const table = recordAmendments(before, after)
  const forms = formAmendments(before.forms, after.forms, style)
  if (!steps || !forms) return undefined
  return [...heads, ...sentencesOf(steps, style), ...table, ...forms]
}

/** The chapters and sections by number and name: where these differ, words alone do not say it. */
function headings(entries: readonly Entry[]): string {
  return JSON.stringify(
    entries.flatMap((one) =>
      one.kind === 'heading' && one.id !== 'title' ? [[one.id, one.heading]] : [],
    ),
  )
}

function placed(entries: readonly Entry[]): readonly Placed[] {
  let [chapter, section] = ['', '']
  return entries.flatMap((one): readonly Placed[] => {
    if (one.kind === 'heading') {
      if (one.id.startsWith('section:')) section = one.heading.number
      else [chapter, section] = [one.heading.number, '']
      return []
    }
    const { id, place, article } = one
    return Number.isNaN(place) ? [] : [{ id, place, article, container: chapter + section }]
  })
}

/** 題名 and 目次. */
function headingAmendments(was: readonly Entry[], is: readonly Entry[]): readonly AmendmentText[] {
  const titleOf = (entries: readonly Entry[]): string =>
    entries.flatMap((one) =>
      one.id === 'title' && one.kind === 'heading' ? [one.heading.text] : [],
    )[0] ?? ''
  const contentsOf = (entries: readonly Entry[]): readonly BlockLine[] =>
    entries
      .flatMap((one) =>
        one.id === 'contents' && one.kind === 'article' ? one.article.paragraphs : [],
      )
      .flatMap(({ items }) =>
        items.map(({ number, text }) => ({ level: 'item' as const, number, text })),
      )
  const [old, now] = [contentsOf(was), contentsOf(is)]
  const units = old.map(({ text }, at) => ({ before: text, after: now[at]?.text ?? '' }))
  const title = { level: 'paragraph' as const, number: '', text: titleOf(is) }
  return [
    ...changed('題名', [{ before: titleOf(was), after: titleOf(is) }], {
      lines: [title].map(lineText),
    }),
    ...changed('目次', units, { lines: now.map(lineText) }),
  ]
}

/** The contents and the list of forms have many numbers, which move together. */
const manyNumbers = { words: 8, share: 1 }

/** Other words in the same place; where these would be too many, all of it anew. */
function changed(
  name: string,
  units: readonly Unit[],
  whole: Partial<AmendmentText>,
): readonly AmendmentText[] {
  if (units.every(({ before, after }) => before === after)) return []
  const words = substitutionsIn(units, manyNumbers)
  return words
    ? [sentence(`${name}中${ended(wordsOfAmendment(words))}`)]
    : [sentence(`${name}を次のように改める。`, whole)]
}

/** 別表 */
function recordAmendments(before: ProcedureText, after: ProcedureText): readonly AmendmentText[] {
  const tablesOf = ({ records }: ProcedureText): readonly TableText[] =>
    records.length === 0
      ? []
      : [{ ...recordTable(records), caption: `別表${wideSpace}記録及び様式の一覧` }]
  const [was, is] = [tablesOf(before), tablesOf(after)]
  if (was.length > is.length) return [sentence('別表を削る。')]
  if (was.length < is.length) return [sentence('附則の次に次の別表を加える。', { tables: is })]
  const units = tableUnits(was, is)
  return units
    ? changed('別表', units, { tables: is })
    : [sentence('別表を次のように改める。', { tables: is })]
}

/** 様式, by their numbers; undefined where one comes in between others. */
function formAmendments(
  before: readonly FormText[],
  after: readonly FormText[],
  style: Style,
): readonly AmendmentText[] | undefined {
  const old = new Map(before.map((one) => [one.number, one]))
  const now = new Set(after.map(({ number }) => number))
  const kept = after.filter(({ number }) => old.has(number))
  const added = after.slice(kept.length)
  const gone = before.filter(({ number }) => !now.has(number))
  const order = before.filter(({ number }) => now.has(number)).map(({ number }) => number)
  if (order.some((number, at) => after[at]?.number !== number)) return undefined
  const last = kept.at(-1)?.number ?? '附則'
  return [
    ...kept.flatMap((form) => {
      const was = old.get(form.number)
      return was ? formChanged(was, form) : []
    }),
    ...(gone.length > 0
      ? [sentence(`${gone.map(({ number }) => number).join('、')}を削る。`)]
      : []),
    ...(added.length > 0
      ? [sentence(`${last}の次に次の${style.number(added.length)}様式を加える。`, { forms: added })]
      : []),
  ]
}

function formChanged(before: FormText, after: FormText): readonly AmendmentText[] {
  const textsOf = ({ related, name, fields }: FormText): readonly string[] => [
    related,
    name,
    ...fields.flatMap(({ label, value }) => [label, value]),
  ]
  const [was, is] = [textsOf(before), textsOf(after)]
  const whole = { forms: [after] }
  if (was.length !== is.length) return [sentence(`${after.number}を次のように改める。`, whole)]
  const units = was.map((text, at) => ({ before: text, after: is[at] ?? '' }))
  return changed(after.number, units, whole)
}
