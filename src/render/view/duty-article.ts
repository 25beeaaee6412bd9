import { periodOf } from '../../calendar/period.ts'
import { joinAnd } from '../../japanese/list.ts'
import { wideSpace } from '../../japanese/width.ts'
import { ruleEnding, verbOf } from '../../japanese/verb.ts'
import { dossierOf } from '../../model/dossier.ts'
import type { WrittenPart } from '../../model/part.ts'
import { dutySentence, recordClause, reportClause, subjectOf } from '../../words/duty.ts'
import { headingOf, organisationName, roleName, roleNameOf, wordName } from '../../words/name.ts'
import { deadlineOf, timingClause, whenClause } from '../../words/when.ts'
import { sourceOf } from '../trace.ts'
import {
  article,
  type DraftArticle,
  type DraftItem,
  type DraftParagraph,
  item,
  paragraph,
} from './article.ts'
import { paragraphsOf } from './long-text.ts'
import { areMonthsStated, isActionStated, isFrequencyStated, isStated } from './stated.ts'
import type { Style } from './style.ts'

/** A duty as an article: its own text or the sentence it makes, then whatever that does not say. */
export function dutyArticle(duty: WrittenPart, style: Style): DraftArticle {
  const text = duty.writtenText('text')
  const first =
    text === undefined
      ? [paragraph(dutySentence(duty, style), sourceOf(duty))]
      : paragraphsOf(text, sourceOf(duty, 'text'))
  return article(duty.elementId, headingOf(duty), sourceOf(duty), withFurther(duty, first, style))
}

/** What a further paragraph is made from. */
interface Ground {
  readonly duty: WrittenPart
  readonly style: Style
  /** All that the article says already: nothing is said twice. */
  readonly said: string
  /** What the duty is called here: 前項の業務 directly below it. */
  readonly about: string
  readonly last: DraftParagraph | undefined
}

/** Everything that a duty settles and the paragraphs of its article do not say yet. */
function withFurther(
  duty: WrittenPart,
  first: readonly DraftParagraph[],
  style: Style,
): readonly DraftParagraph[] {
  let paragraphs = first
  for (const more of further) {
    const about = paragraphs.length === 1 ? '前項の業務' : 'この条に定める業務'
    const said = paragraphs.map(wordsOf).join('\n')
    paragraphs = [...paragraphs, ...more({ duty, style, said, about, last: paragraphs.at(-1) })]
  }
  return paragraphs
}

type Further = (ground: Ground) => readonly DraftParagraph[]

/** In the order of a procedure: who and when, how it is shared, step by step, what is kept, who hears of it. */
const further: readonly Further[] = [whoAndWhen, shares, steps, record, reports, confirmation, logs]

function whoAndWhen({ duty, style, said, about }: Ground): readonly DraftParagraph[] {
  const performers = duty.parts('performers').map(roleName)
  const isWhoSaid = performers.some((name) => isStated(said, name))
  const isOftenSaid = isFrequencyStated(said, duty)
  const who = isWhoSaid ? '' : `${subjectOf(duty)}が`
  const months = areMonthsStated(said, duty) ? '' : timingClause(duty)
  const when = isOftenSaid ? months : whenClause(duty, style)
  if (who === '' && when === '') return []
  const text = `${about}は、${[who, when].filter((part) => part !== '').join('、')}行うものとする。`
  return [paragraph(text, sourceOf(duty, isWhoSaid ? 'frequency' : 'performers'))]
}

function shares({ duty, style, said, about }: Ground): readonly DraftParagraph[] {
  const split = duty.parts('split')
  if (
    split.length === 0 ||
    split.every((one) => isActionStated(said, one.writtenText('does') ?? ''))
  ) {
    return []
  }
  const lead = `${about}は、次の各号に掲げる者が、それぞれ当該各号に定めるところにより行うものとする。`
  const items = split.map((one) => {
    const covers = one.parts('covers').map(organisationName)
    const scope = covers.length > 0 ? `${joinAnd(covers)}について、` : ''
    return item(
      `${roleNameOf(one, 'role')}${wideSpace}${scope}${asDuty(one.writtenText('does') ?? '')}`,
      sourceOf(one),
    )
  })
  return [paragraph(style.text(lead), sourceOf(duty, 'split'), items)]
}

function steps({ duty, style, about }: Ground): readonly DraftParagraph[] {
  const list = duty.parts('steps')
  if (list.length === 0) return []
  const items = list.map((step) => stepItem(step, style))
  return [
    paragraph(`${about}は、次に掲げる順序により行うものとする。`, sourceOf(duty, 'steps'), items),
  ]
}

function record({ duty, said, about }: Ground): readonly DraftParagraph[] {
  const name = duty.writtenText('record')
  if (name === undefined || isStated(said, name)) return []
  const { object, verb } = recordClause(name)
  const text = `${about}を行ったときは、${object}${ruleEnding(verb, 'must')}`
  return [paragraph(text, sourceOf(duty, 'record'))]
}

function reports({ duty, style, said, about }: Ground): readonly DraftParagraph[] {
  return duty.parts('reportTo').flatMap((report, at) => {
    const to = roleNameOf(report, 'role')
    const facts = [to, report.writtenText('record') ?? '', written(report, style)]
    if (/報告|知らせ|通知|提出/.test(said) && facts.every((fact) => isStated(said, fact))) return []
    const subject = subjectOf(duty)
      .split(/、|及び/)
      .filter((name) => name !== to)
    const who = subject.length > 0 ? `${joinAnd(subject)}は、` : ''
    const text = `${who}${at === 0 ? about : 'この条に定める業務'}を行ったときは、${reportClause(report, style)}報告しなければならない。`
    return [paragraph(text, sourceOf(report))]
  })
}

function confirmation({ duty, style, said, about, last }: Ground): readonly DraftParagraph[] {
  const confirm = duty.part('confirm')
  if (!confirm) return []
  const by = roleNameOf(confirm, 'by')
  if (/確認|確かめ/.test(said) && isStated(said, by) && isStated(said, written(confirm, style))) {
    return []
  }
  const soon = deadlineOf(confirm, style, 'に')
  const isReported = [`${by}へ報告`, `${by}に報告`].some((told) => last?.text.includes(told))
  const text = isReported
    ? `${by}は、前項の報告を受けたときは、${soon}その内容を確認しなければならない。`
    : `${by}は、${about}の結果を${soon}確認しなければならない。`
  return [paragraph(text, sourceOf(duty, 'confirm'))]
}

function logs({ duty, about }: Ground): readonly DraftParagraph[] {
  const names = duty
    .parts('logs')
    .map(
      (log) =>
        log.writtenText('name') ??
        wordName(dossierOf(duty), 'logKinds', log.writtenText('kind') ?? ''),
    )
  if (names.length === 0) return []
  const text = `${about}の対象とするログは、${joinAnd([...new Set(names)])}とする。`
  return [paragraph(text, sourceOf(duty, 'logs'))]
}

function stepItem(step: WrittenPart, style: Style): DraftItem {
  const does = step.writtenText('does') ?? ''
  const name = wordName(dossierOf(step), 'steps', does)
  const form = step.writtenText('form')
  const with_ = form === undefined ? '' : does === 'record' ? `${form}に` : `${form}により`
  const soon = deadlineOf(step, style, 'に')
  const verb = verbOf(name)?.dictionary ?? `${name}を行う`
  const text = step.writtenText('text')
  const more = text === undefined ? '' : `（${isVerb(text) ? `${text}。` : text}）`
  const action = `${[soon, with_].filter((part) => part !== '').join('、')}${verb}`
  return item(`${roleNameOf(step, 'by')}が、${action}こと${more}。`, sourceOf(step))
}

/** The deadline of a report or confirmation as it is written out; empty where there is none. */
function written(part: WrittenPart, style: Style): string {
  const within = periodOf(part.data['within'])
  return within ? style.period(within) : ''
}

/** 点検する → 点検すること; what is no verb stays as it is. */
function asDuty(action: string): string {
  const bare = action.replace(/。$/, '')
  return isVerb(bare) ? `${bare}こと。` : `${bare}。`
}

function isVerb(text: string): boolean {
  return /[うくぐすつぬぶむる]$/.test(text)
}

function wordsOf({ text, items }: DraftParagraph): string {
  return [text, ...items.map((one) => one.text)].join('\n')
}
