import { joinAnd } from '../../japanese/list.ts'
import { letterEnding, type Modality, ruleEnding } from '../../japanese/obligation.ts'
import { type Predicate, predicateOf, type Verb } from '../../japanese/verb.ts'
import { dossierOf } from '../../model/dossier.ts'
import { performingRoles } from '../../model/duty.ts'
import type { WrittenPart } from '../../model/part.ts'
import { frequencyOf, whenClause } from './frequency.ts'
import {
  controlName,
  headingOf,
  organisationName,
  roleNameOf,
  roleNames,
  wordName,
} from './name.ts'
import { recordClause, recordingIn } from './record-clause.ts'
import type { Style } from './style.ts'
import { partsIf, periodIf, textIf, textsIf } from './written.ts'

/** The sentence of a duty as a rule has it: …は、毎月、ログを分析し、ログ点検表に記録しなければならない。 */
export function dutySentence(duty: WrittenPart, style: Style): string {
  return sentence(duty, style, ruleEnding)
}

/** The same as a letter has it: …しなければなりません。 */
export function dutyInLetter(duty: WrittenPart, style: Style): string {
  return sentence(duty, style, letterEnding)
}

/** What one asks oneself of a duty: ユーザIDを点検し、点検票に記録したか。 Empty for what is left free. */
export function doneQuestion(duty: WrittenPart): string {
  const { object, verb } = recorded(duty, targeted(duty, predicateOf(headingOf(duty))))
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

type Ending = (verb: Verb, modality: Modality) => string

function sentence(duty: WrittenPart, style: Style, end: Ending): string {
  const modality = modalityOf(duty)
  const { object, verb } = recorded(duty, targeted(duty, predicateOf(headingOf(duty))))
  const report = soleReport(duty)
  const done = report
    ? `${object}${verb.continuative}、${reportClause(report, style)}${end(reporting, modality)}`
    : `${object}${end(verb, modality)}`
  return [`${subjectOf(duty)}は`, ...circumstances(duty, style), done].join('、')
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
export function reportClause(report: WrittenPart, style: Style): string {
  const within = periodIf(report, 'within')
  const record = textIf(report, 'record')
  const to = roleNameOf(report, 'role')
  const by = record === undefined ? '' : `、${record}により`
  return within
    ? `その結果を${by}${by === '' ? '' : '、'}${style.period(within)}以内に${to}へ`
    : `その結果を${by}${by === '' ? '' : '、'}${to}に`
}

/** How binding a duty is. */
export function modalityOf(duty: WrittenPart): Modality {
  // The schema has said that it is one of the four.
  return (textIf(duty, 'modality') ?? 'must') as Modality
}

/**
 * The one report that the sentence of a duty ends with. Several, one to somebody who takes part, and
 * one of a duty that is not strict stand in paragraphs of their own.
 */
export function soleReport(duty: WrittenPart): WrittenPart | undefined {
  const [report, ...others] = partsIf(duty, 'reportTo')
  if (!report || others.length > 0 || modalityOf(duty) !== 'must') return undefined
  const performers = partsIf(duty, 'performers').map((role) => role.key)
  return performers.includes(String(report.data['role'])) ? undefined : report
}

const reporting: Verb = {
  continuative: '報告し',
  dictionary: '報告する',
  negative: '報告し',
  past: '報告した',
}

/** When, where, of whom and with what, each a clause of its own. */
function circumstances(duty: WrittenPart, style: Style): readonly string[] {
  const dossier = dossierOf(duty)
  const bureaus = partsIf(duty, 'bureaus').map(organisationName)
  const respondents = textsIf(duty, 'respondents').map((id) => wordName(dossier, 'audiences', id))
  const checklist = textIf(duty, 'checklist')
  const target = controlName(duty)
  // A prohibition binds everybody always; it need not say so.
  const isBan = modalityOf(duty) === 'mustNot'
  const isAlways = frequencyOf(duty).kind === 'always'
  return [
    duty.data['severally'] === true && !isBan ? 'それぞれ' : '',
    isBan && isAlways ? '' : whenClause(duty, style),
    bureaus.length > 0 ? `${joinAnd(bureaus)}において` : '',
    respondents.length > 0 ? `${joinAnd(respondents)}を対象に` : '',
    target === '' || headingOf(duty).includes(target) ? '' : `${target}について`,
    checklist === undefined ? '' : `${checklist}を用いて`,
    textIf(duty, 'means') === 'automatic' ? '自動処理により' : '',
  ].filter((clause) => clause !== '')
}

/** What the duty is about by its targets, where the heading names less than they do. */
function targeted(duty: WrittenPart, { object, verb }: Predicate): Predicate {
  const targets = textsIf(duty, 'targets')
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
  const record = textIf(duty, 'record')
  if (record === undefined || modalityOf(duty) !== 'must') return { object, verb }
  if (verb.dictionary === '記録する') {
    const kept = recordingIn(record)
    return { object: object + kept.object, verb: kept.verb }
  }
  const kept = recordClause(record)
  return { object: `${object}${verb.continuative}、${kept.object}`, verb: kept.verb }
}
