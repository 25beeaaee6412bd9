import { ownValue } from '../../finding/own-value.ts'
import type { EventChange } from '../../schema/change.ts'
import { events, waived } from '../../schema/generated/change.ts'
import { isMapping } from '../../schema/variant.ts'
import { elementOf, type Fact, valueOf } from '../fact.ts'
import { canonical, isSameWording } from '../same.ts'
import { compareAccepted, compareFrequency } from './frequency.ts'
import { directionOf } from './scale.ts'
import {
  changeOf,
  fieldGrade,
  type FieldGrade,
  reordered,
  says,
  type Verdict,
  verdict,
} from './table.ts'

/** A verdict on a fact, with the word for what happened in its kind. */
export interface Graded extends Verdict {
  readonly verb: string
}

/** What a fact comes to. */
export function grade(fact: Fact): Graded {
  const { shape } = elementOf(fact)
  const event = ownValue(events, elementOf(fact).root.shape.kind)
  if (event) return gradeEvent(fact, event)
  const why = ownValue(waived, shape.name)
  if (why !== undefined) return { verb: fact.verb, ...says('editorial', why) }
  return fact.field === undefined ? gradeElement(fact) : gradeField(fact, fact.field)
}

function gradeEvent(fact: Fact, event: EventChange): Graded {
  const { verb, field } = fact
  if (field !== undefined && isAside(field)) return { verb: 'changed', ...aside }
  if (verb === 'added' || verb === 'removed') return { verb, ...verdict(event[verb]) }
  if (verb === 'reordered' || verb === 'renamed') return { verb, ...orders[verb] }
  if (field === undefined) return { verb: 'changed', ...verdict(event.changed) }
  const [before, after] = [valueOf(fact.before, field), valueOf(fact.after, field)]
  if (isAbsent(before)) return { verb: 'added', ...verdict(event.filled) }
  if (isAbsent(after)) return { verb: 'removed', ...verdict(event.removed) }
  return gradeHappened(fact, field, before, after) ?? { verb: 'changed', ...verdict(event.changed) }
}

/** What grows without anything of it being rewritten: how long records go on. */
function gradeHappened(
  fact: Fact,
  field: string,
  before: unknown,
  after: unknown,
): Graded | undefined {
  if (elementOf(fact).shape.name !== 'Covers') return undefined
  const isLonger =
    directionOf(field === 'from' ? 'earlier' : 'later', before, after) === 'tightened'
  const verb = isLonger ? 'gained' : 'lost'
  return { verb, ...span[verb] }
}

/** The stretch of time of which a record leaves nothing out: records grow every month, and it with them. */
const span = {
  gained: says('editorial', '漏れなく書いてある期間が延びる。業務の定めは変わらない。'),
  lost: says(
    'changed',
    '漏れなく書いてある期間が短くなる。外れた期間は、行ったかどうかが分からなくなる。',
  ),
}

const aside = says('editorial', '出典や備考の記載が変わる。')
const orders = {
  changed: says('changed', '内容が変わる。'),
  reordered: says('editorial', '並ぶ順だけが変わる。'),
  renamed: says('editorial', '識別子だけが変わる。指すものは同じである。'),
  moved: says('editorial', '置かれる場所が変わる。内容は同じである。'),
  merged: says('changed', 'ほかの実施手順に統合される。'),
  split: says('changed', 'ほかの実施手順から分かれる。'),
}

/** Whether a field says something about an element rather than by it. */
export function isAside(field: string): boolean {
  return field === 'basis' || field === 'source' || field === 'notes'
}

function gradeElement(fact: Fact): Graded {
  const { verb } = fact
  const { shape } = elementOf(fact)
  const own = changeOf(shape)
  if (!own) throw new Error(`no grades for ${shape.name}`)
  if (verb === 'added' || verb === 'removed') return { verb, ...verdict(own[verb]) }
  if (verb === 'moved' && own.moved) return { verb, ...verdict(own.moved) }
  return { verb, ...orders[verb] }
}

function gradeField(fact: Fact, field: string): Graded {
  if (isAside(field)) return { verb: 'changed', ...aside }
  const { shape } = elementOf(fact)
  if (fact.verb === 'reordered') {
    return { verb: 'reordered', ...(reordered(shape, field) ?? orders.reordered) }
  }
  if (shape.name === 'Procedure' && field === 'inForce') return gradeEdition(fact)
  const [before, after] = [valueOf(fact.before, field), valueOf(fact.after, field)]
  return (
    gradeNone(elementOf(fact).root.shape.kind, before, after) ??
    gradeValue(fieldGrade(shape, field), before, after)
  )
}

/** Files in which what is not written is not so. */
const closed: ReadonlySet<string> = new Set(['procedure', 'standard', 'rules'])

/** A list without items where nothing was written, or the other way round. */
function gradeNone(kind: string, before: unknown, after: unknown): Graded | undefined {
  const isStated = isAbsent(before) && isEmpty(after)
  if (!isStated && !(isEmpty(before) && isAbsent(after))) return undefined
  const verb = isStated ? 'stated' : 'unstated'
  return { verb, ...(closed.has(kind) ? unsaid : nones[verb]) }
}

const nones = {
  stated: says('changed', '一つもないことが明らかにされる。'),
  unstated: says('changed', '一つもないという記載がなくなり、あるのかどうかが分からなくなる。'),
}

/** An earlier edition that was put in, altered or taken out. */
function gradeEdition({ verb }: Fact): Graded {
  return { verb, ...(verb === 'added' || verb === 'removed' ? editions[verb] : editions.changed) }
}

const editions = {
  added: says('editorial', '過去の版が書き加えられる。今の業務は変わらない。'),
  removed: says('changed', '過去の版がなくなり、いつ何が定められていたのかが分からなくなる。'),
  changed: says('changed', '過去の版の内容が書き換えられる。理由を確かめる。'),
}

function gradeValue(rule: FieldGrade, before: unknown, after: unknown): Graded {
  const change = isAbsent(before) ? 'added' : isAbsent(after) ? 'removed' : 'changed'
  switch (rule.as) {
    case 'elements':
      return { verb: 'changed', ...orders.changed }
    case 'heading':
      return { verb: 'reworded', ...says('editorial', '見出しの言葉だけが変わる。') }
    case 'wording':
      return gradeWording(change, before, after)
    case 'value':
      return { verb: change, ...rule[change] }
    case 'scale': {
      const [was, is] = [before ?? rule.unwritten, after ?? rule.unwritten]
      if (was === is && rule.unwritten === false) return { verb: change, ...unsaid }
      const isStated = change !== 'changed' && (isAbsent(was) || isAbsent(is) || was === is)
      if (isStated) return { verb: change, ...rule[change] }
      const verb = directionOf(rule.scale, was, is)
      return { verb, ...rule[verb] }
    }
    case 'set': {
      const verb = setVerb(before, after)
      return { verb, ...rule[verb] }
    }
    case 'performers':
      return gradePerformers(setVerb(before, after), before, after)
    case 'frequency': {
      if (canonical(withoutAsides(before)) === canonical(withoutAsides(after))) {
        return { verb: 'changed', ...aside }
      }
      const { direction, verdict } = compareFrequency(before, after)
      return { verb: direction, ...verdict }
    }
    case 'copied':
      return gradeCopied(before, after)
    case 'accepted': {
      const { direction, verdict } = compareAccepted(before, after)
      return { verb: direction, ...verdict }
    }
  }
}

const unsaid = says('editorial', '書かないときと同じことが書かれる、または書かれなくなる。')

/** A value that is a mapping, without what is said about it. */
function withoutAsides(value: unknown): unknown {
  if (!isMapping(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([field]) => !isAside(field)))
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}

function gradeWording(change: string, before: unknown, after: unknown): Graded {
  if (change === 'added') return { verb: 'added', ...says('editorial', '言葉が書き加えられる。') }
  if (change === 'removed') return { verb: 'removed', ...says('changed', '言葉の記載がなくなる。') }
  return isSameWording(String(before), String(after))
    ? { verb: 'reworded', ...says('editorial', '表記だけが変わる。') }
    : {
        verb: 'reworded',
        ...says('changed', '言葉が変わる。意味が変わったかどうかを、読んで確かめる。'),
      }
}

function setVerb(before: unknown, after: unknown): 'gained' | 'lost' | 'changed' {
  const [left, right] = [before, after].map(
    (side) => new Set(Array.isArray(side) ? side.map(canonical) : []),
  )
  const gained = [...(right ?? [])].some((one) => !left?.has(one))
  const lost = [...(left ?? [])].some((one) => !right?.has(one))
  return gained && lost ? 'changed' : gained ? 'gained' : 'lost'
}

/** How much of a text was copied: what is not may say anything, so nothing is missing from it. */
function gradeCopied(before: unknown, after: unknown): Graded {
  const [was, is] = [before ?? true, after ?? true]
  if (was === is) return { verb: 'changed', ...unsaid }
  const isLess = is === false || (was === true && is !== true)
  const keys =
    Array.isArray(was) && Array.isArray(is) ? setVerb(was, is) : isLess ? 'lost' : 'gained'
  return keys === 'gained'
    ? { verb: 'tightened', ...copied.more }
    : { verb: 'relaxed', ...copied.less }
}

const copied = {
  more: says(
    'tightened',
    '全文を写したという範囲が広がり、そこに書かれていないことも判定されるようになる。',
  ),
  less: says(
    'relaxed',
    '全文を写したという範囲が狭まり、そこに書かれていないことが判定されなくなる。定めそのものが変わったのかを確かめる。',
  ),
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function gradePerformers(
  verb: 'gained' | 'lost' | 'changed',
  before: unknown,
  after: unknown,
): Graded {
  if (isEmpty(after)) return { verb: 'left', ...says('relaxed', '行う人がいなくなる。') }
  if (isEmpty(before)) return { verb: 'joined', ...says('tightened', '行う人が決まる。') }
  switch (verb) {
    case 'gained':
      return {
        verb: 'joined',
        ...says(
          'transferred',
          '担当が加わり、業務の全部または一部が移る。分担が書かれていなければ、互いに相手が行うと思うおそれがある。',
        ),
      }
    case 'lost':
      return {
        verb: 'left',
        ...says('transferred', '担当の一部が外れ、残る担当者がすべて行うことになる。'),
      }
    case 'changed':
      return {
        verb: 'transferred',
        ...says('transferred', '担当が替わる。新しい担当者は、これまで行っていない業務を担う。'),
      }
  }
}
