import { plainText } from '../japanese/sentence.ts'
import type { ReadElement } from './element.ts'
import { recordNamed } from './duty.ts'
import { deadlineIn } from './frequency.ts'

/** 「前項の業務は、…」「この条に定める業務を行ったときは、…」: what is said further of the duty above. */
const further =
  /^(?:.{2,60}?は、)?(?:前項の業務|この条に定める業務)(?:は、|を行ったときは、|の結果を|の対象とするログは、)/u
/** 「前項の業務は、…が、毎月行うものとする。」 */
const whoAndWhen = /^(?:前項の業務|この条に定める業務)は、.*行うものとする。?$/u
/** 「…は、前項の報告を受けたときは、…その内容を確認…」 */
const afterReport = /は、前項の報告を受けたときは、.{0,24}その内容を確認/u
/** What the first sentence of a duty says best, and what a further one may add. */
const added = ['record', 'keepFor', 'reportTo', 'confirm', 'timing', 'split'] as const

/** Elements with what is said further of a duty in the same article joined to it. */
export function withFurther(elements: readonly ReadElement[]): readonly ReadElement[] {
  const joined: ReadElement[] = []
  for (const element of elements) {
    const at = joined.findLastIndex(
      (one) => isOfArticle(one) && articleOf(one) === articleOf(element),
    )
    const above = joined[at]
    if (above && isFurther(element)) joined[at] = joinedTo(asDuty(above), element)
    else joined.push(element)
  }
  return joined
}

function isOfArticle(element: ReadElement): boolean {
  return (element.list === 'duties' || element.list === 'provisions') && articleOf(element) !== ''
}

/** 「ログを毎月分析する。」 with 「前項の業務は、…が行う」 below: it is a duty, though it names nobody. */
function asDuty(element: ReadElement): ReadElement {
  if (element.list === 'duties') return element
  return {
    ...element,
    list: 'duties',
    value: { activity: 'other', ...element.value, frequency: 'unstated' },
  }
}

function articleOf({ place }: ReadElement): string {
  return /^.*?条(?:の\d+)*/u.exec(place)?.[0] ?? ''
}

function isFurther(element: ReadElement): boolean {
  const text = plainText(textOf(element))
  return isOfArticle(element) && (further.test(text) || afterReport.test(text))
}

/** What leads in to several items stands before each of them: it is said once. */
function withLines(text: string, more: string): string {
  const lines = text.split('\n')
  return [...lines, ...more.split('\n').filter((line) => !lines.includes(line))].join('\n')
}

function textOf({ value }: ReadElement): string {
  return typeof value['text'] === 'string' ? value['text'] : ''
}

function joinedTo(duty: ReadElement, more: ReadElement): ReadElement {
  const { value } = duty
  const own = confirming(more)
  const isWho = value['performers'] === undefined && own['performers'] !== undefined
  const isWhen =
    whoAndWhen.test(plainText(textOf(more))) &&
    value['frequency'] === 'unstated' &&
    (own['frequency'] ?? 'unstated') !== 'unstated'
  const gained = [
    ...added.filter((key) => value[key] === undefined && own[key] !== undefined),
    ...(isWho ? ['performers'] : []),
    ...(isWhen ? ['frequency'] : []),
    // 「10日以内に…に報告しなければならない」 after 「結果を…に知らせる」: the same report, with its deadline.
    ...(own['reportTo'] !== undefined && JSON.stringify(own['reportTo']).includes('within')
      ? ['reportTo']
      : []),
  ]
  return {
    ...duty,
    value: {
      ...value,
      ...Object.fromEntries(gained.map((key) => [key, own[key]])),
      text: withLines(textOf(duty), textOf(more)),
    },
    sources: [...duty.sources, ...more.sources],
    doubts: duty.doubts.filter(({ key }) => !gained.includes(key)),
  }
}

/** What a further sentence says; who confirms the result of the duty does not perform it. */
function confirming(more: ReadElement): ReadElement['value'] {
  const text = plainText(textOf(more))
  const { performers } = more.value
  if (more.list === 'provisions') return recordNamed(text)
  if (!/(?:業務の結果を|その内容を).{0,16}確認し/u.test(text) || !Array.isArray(performers))
    return more.value
  const within = deadlineIn(text)
  const by: unknown = performers[0]
  return { confirm: { by, ...(within === undefined ? {} : { within }) } }
}
