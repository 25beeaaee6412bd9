import { joinAnd } from '../japanese/list.ts'
import {
  conjugated,
  letterEnding,
  type Modality,
  modalityOf,
  type Predicate,
  predicateOf,
  pastOf,
  ruleEnding,
  suru,
  type Verb,
} from '../japanese/verb.ts'
import { dossierOf } from '../model/dossier.ts'
import { performingRoles } from '../model/duty.ts'
import type { WrittenPart } from '../model/part.ts'
import type { Writing } from './field.ts'
import {
  controlName,
  headingOf,
  organisationName,
  roleNameOf,
  roleNames,
  wordName,
} from './name.ts'
import { deadlineOf, frequencyOf, whenClause } from './when.ts'

/** The sentence of a duty as a rule has it: …は、毎月、ログを分析し、ログ点検表に記録しなければならない。 */
export function dutySentence(duty: WrittenPart, writing: Writing): string {
  return sentence(duty, writing, ruleEnding)
}

/** The same as a letter has it: …しなければなりません。 */
export function dutyInLetter(duty: WrittenPart, writing: Writing): string {
  return sentence(duty, writing, letterEnding)
}

/** The same to some of those who perform it, from a day on; to whom they report is told beside it. */
export function dutyInNotice(
  duty: WrittenPart,
  writing: Writing,
  { by, from }: { readonly by: string; readonly from: string },
): string {
  const { object, verb } = doneOf(duty)
  const done = `${object}${letterEnding(verb, modalityOf(duty))}`
  return [`${by}は`, `${from}から`, ...circumstances(duty, writing), done].join('、')
}

/** What one asks oneself of a duty: ユーザIDを点検し、点検票に記録したか。 Empty for what is left free. */
export function doneQuestion(duty: WrittenPart): string {
  const { object, verb } = doneOf(duty)
  switch (modalityOf(duty)) {
    case 'must':
    case 'should':
      return `${object}${verb.past}か。`
    case 'mustNot':
      return `${object}${verb.dictionary}ことがなかったか。`
    case 'may':
      return ''
  }
}

/** The same of the share that one role has of it: 写しを抜き出して届けたか。 */
export function shareQuestion(does: string): string | undefined {
  const bare = does.replace(/(?:こと)?。?$/u, '')
  const past = pastOf(bare)
  return past === undefined ? undefined : `${past}か。`
}

/** Whether the results were told: 結果を10日以内にシステム主任へ報告したか。 */
export function reportQuestion(report: WrittenPart, writing: Writing): string {
  return `${reportClause(report, writing)}報告したか。`
}

type Ending = (verb: Verb, modality: Modality) => string

function sentence(duty: WrittenPart, writing: Writing, end: Ending): string {
  const modality = modalityOf(duty)
  const { object, verb } = doneOf(duty)
  const report = soleReport(duty)
  const done = report
    ? `${object}${verb.continuative}、${reportClause(report, writing)}${end(suru('報告'), modality)}`
    : `${object}${end(verb, modality)}`
  return [`${subjectOf(duty)}は`, ...circumstances(duty, writing), done].join('、')
}

/** What is done, on what, and kept where. */
function doneOf(duty: WrittenPart): Predicate {
  return recorded(duty, targeted(duty, predicateOf(headingOf(duty))))
}

/** Whom the duty binds: A及びB. */
export function subjectOf(duty: WrittenPart): string {
  const performing = new Set(performingRoles(duty).map((role) => role.key))
  const written = duty.data['performers']
  const ids = Array.isArray(written) ? written.map(String) : []
  const names = roleNames(duty, 'performers')
  const own = names.filter((name, at) => performing.has(ids[at] ?? '') || name.startsWith('【'))
  return joinAnd(own.length > 0 ? own : names)
}

/** その結果を、点検票により、10日以内に管理者へ */
export function reportClause(report: WrittenPart, writing: Writing): string {
  const record = report.writtenText('record')
  const by = record === undefined ? '' : `、${record}により、`
  const soon = deadlineOf(report, writing, 'に')
  return `その結果を${by}${soon}${roleNameOf(report, 'role')}${soon === '' ? 'に' : 'へ'}`
}

/**
 * The one report that the sentence of a duty ends with. Several, one to somebody who takes part, and
 * one of a duty that is not strict stand in paragraphs of their own.
 */
function soleReport(duty: WrittenPart): WrittenPart | undefined {
  const [report, ...others] = duty.parts('reportTo')
  if (!report || others.length > 0 || modalityOf(duty) !== 'must') return undefined
  const performers = duty.parts('performers').map((role) => role.key)
  return performers.includes(String(report.data['role'])) ? undefined : report
}

/** When, where, of whom and with what, each a clause of its own. */
function circumstances(duty: WrittenPart, writing: Writing): readonly string[] {
  const dossier = dossierOf(duty)
  const bureaus = duty.parts('bureaus').map(organisationName)
  const respondents = duty.texts('respondents').map((id) => wordName(dossier, 'audiences', id))
  const checklist = duty.writtenText('checklist')
  const target = controlName(duty)
  // A prohibition binds everybody always; it need not say so.
  const isBan = modalityOf(duty) === 'mustNot'
  const isAlways = frequencyOf(duty).kind === 'always'
  return [
    duty.data['severally'] === true && !isBan ? 'それぞれ' : '',
    isBan && isAlways ? '' : whenClause(duty, writing),
    bureaus.length > 0 ? `${joinAnd(bureaus)}において` : '',
    respondents.length > 0 ? `${joinAnd(respondents)}を対象に` : '',
    target === '' || headingOf(duty).includes(target) ? '' : `${target}について`,
    checklist === undefined ? '' : `${checklist}を用いて`,
    duty.writtenText('means') === 'automatic' ? '自動処理により' : '',
  ].filter((clause) => clause !== '')
}

/** What the duty is about by its targets, where the heading names less than they do. */
function targeted(duty: WrittenPart, { object, verb }: Predicate): Predicate {
  const targets = duty.texts('targets')
  if (targets.length === 0 || targets.every((target) => object.includes(target))) {
    return { object, verb }
  }
  const bare = object.replace(/[をに]$/, '')
  if (targets.some((target) => target.startsWith(bare)))
    return { object: `${joinAnd(targets)}を`, verb }
  return { object: `${joinAnd(targets)}について、${object}`, verb }
}

/** With the record that is kept of it: 点検し、点検票に記録する; what is itself a record is written there. */
function recorded(duty: WrittenPart, { object, verb }: Predicate): Predicate {
  const record = duty.writtenText('record')
  if (record === undefined || modalityOf(duty) !== 'must') return { object, verb }
  if (verb.dictionary === '記録する') {
    const kept = recordingIn(record)
    return { object: object + kept.object, verb: kept.verb }
  }
  const kept = recordClause(record)
  return { object: `${object}${verb.continuative}、${kept.object}`, verb: kept.verb }
}

/**
 * How something is kept on a record, by what the record is: 点検票に記録する, 作業記録を作成する,
 * 承認した業務計画書を記録として残す.
 */
export function recordClause(record: string): Predicate {
  const bare = record.replace(/（[^（）]*）$/, '')
  if (bare === record && /(?:録|報告書?)$/.test(bare)) {
    return { object: `${record}を`, verb: suru('作成') }
  }
  if (/(?:台帳|簿|帳|票|表|履歴|控え|一覧)$/.test(bare)) {
    return { object: `${record}に`, verb: suru('記録') }
  }
  return { object: `${record}を記録として`, verb: leave }
}

const leave: Verb = conjugated('残', 'し', 'す', 'さ', 'した')

/** The same where what is to be done is itself to record: 障害を障害記録に記載する. */
function recordingIn(record: string): Predicate {
  return { object: `${record}に`, verb: suru(record.endsWith('録') ? '記載' : '記録') }
}
