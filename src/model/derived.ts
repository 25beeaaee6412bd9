import { addDays } from '../calendar/day.ts'
import {
  bool,
  day,
  type Input,
  list,
  number,
  object,
  optional,
  period,
  text,
} from '../expression/type.ts'
import {
  closedOn,
  holderGoneOn,
  holderLeftOn,
  holderOrganisation,
  isOpen,
  listedFrom,
  lastDepartureOn,
  removalAppliedWithin,
  removalWithin,
  unusedSince,
  usageKnownUntil,
  usedAfterLeaving,
} from './account.ts'
import {
  demandsOf,
  evidenceOf,
  isInPlace,
  isLasting,
  nextOf,
  startedOn,
  statusOf,
} from './action.ts'
import { actionsOn, dutiesOfAnswer, toldOfAudit } from './audit.ts'
import { functionsOfBody, kindOfBody } from './body.ts'
import {
  contractsOfInterest,
  erasuresAtEnd,
  idleSupervision,
  kindOfContract,
  planOf,
  reportsOf,
  statedKindOf,
  supervisionOf,
} from './contract.ts'
import { accountOf, changeWithin, isInUse, isShared, lastKnowerLeftOn } from './credential.ts'
import { seenThings, unseenThings } from './count.ts'
import {
  comparisonsOf,
  explainedGaps,
  nameOfCount,
  requirementOfCount,
  subjectOf,
} from './comparison.ts'
import { controlsLacking, controlsNeeded, requirementOfDevice } from './device.ts'
import { type DerivedField, field, many, wordOf, wordsOf } from './derived-field.ts'
import {
  clausesErasingLogSooner,
  clausesErasingSooner,
  clausesKeepingLonger,
  clausesAlsoOften,
  clausesAtOnce,
  clausesMoreOften,
  clausesSooner,
} from './below-clause.ts'
import { contactGone, contactLeftOn, goneInChain } from './chain.ts'
import {
  bansBeside,
  decidedOtherwise,
  erasedBeside,
  keptOtherwise,
  timedOtherwise,
} from './contradiction.ts'
import { droppedBy } from './dropped.ts'
import { earlierOfSame, intervalOfBackup, nameOfBackup, sharedDependencies } from './continuity.ts'
import { goneDocumentsOf } from './citation.ts'
import { dutiesHeld, longestReportTerm } from './held.ts'
import { dossierFields } from './dossier-fields.ts'
import { dossierOf } from './dossier.ts'
import {
  accountAdministration,
  chainsInherited,
  contextLogs,
  dutiesAll,
  dutiesInherited,
  dutiesOwn,
  involvedIn,
  logsAll,
  logsInherited,
  nameOfCopy,
  passwordsInherited,
  provisionsAll,
  provisionsInherited,
  requirementsStated,
  rolesInherited,
  termOfPatch,
  termOfReport,
} from './procedure.ts'
import {
  clausesOf,
  entrustedRoles,
  leavesOwner,
  namesOffice,
  organisationsOf,
  partiesOf,
  partiesTold,
  procedureOf,
  servedBy,
  stepsTake,
  subjectsOf,
} from './duty.ts'
import { isCycleLetOff, isCycleOfClauses, isProviso } from './proviso.ts'
import { doneByStrangers, rivalsOf, workAfterEnd } from './engagement.ts'
import {
  carriedOn,
  isEndedByClause,
  isRenewedFreely,
  isReviewAsked,
  isTermOfProviso,
  longestOf,
  renewalOf,
  termSeverity,
} from './exception.ts'
import {
  concernsPersons,
  dayOfIncident,
  nameOfIncident,
  reportsMade,
  subjectOfFailure,
} from './incident.ts'
import { watchedBans, watchedByName } from './in-use.ts'
import { standardsOf } from './jurisdiction.ts'
import {
  certificateClausesOf,
  erasuresOf,
  isCertificateAsked,
  isCounted,
  isExchangeListed,
  isHeldCounted,
  lentOf,
  listedAs,
  lossesOf,
} from './media.ts'
import { isReportItself, lateReports } from './deadline.ts'
import {
  eventAnswered,
  lateAnswers,
  latePreparations,
  limitOf,
  nameOfEvent,
  unansweredEvents,
  unpreparedEvents,
} from './event.ts'
import { dutyStatements, modalityOfDuty } from './notice.ts'
import { bureauOf, isGroup, isOutside, isThere, membersOf } from './organisation.ts'
import {
  isLackAbove,
  isLackOfForm,
  isStatedAllTheSame,
  lacksAll,
  requirementOfLack,
} from './lack.ts'
import type { OpenList } from '../finding/unknown.ts'
import { saysConsentFree } from '../japanese/decider.ts'
import type { Part } from './part.ts'
import {
  nameOfPractice,
  nameOfShare,
  practicesOf,
  practicesTold,
  requirementOfPractice,
} from './practice.ts'
import { checkItemOf, dayOfAnswer, kindOfPlace, placeOfAnswer, resultOfAnswer } from './premises.ts'
import {
  dayOf,
  doneAtOnce,
  entriesAsOwed,
  failedInRow,
  hasSeries,
  idleTime,
  extentThen,
  inTimeOf,
  recordedOf,
  unrecorded,
  otherwiseOf,
  personsOf,
  outcomeOf,
  owed,
  seriesOf,
  whenOf,
} from './performance.ts'
import {
  dutiesOfRole,
  goneInPost,
  hasNoDeputy,
  heldAcross,
  heldWith,
  hoursPerYear,
  isUnfilled,
  keptApart,
  officesWith,
} from './role.ts'
import {
  allowedBy,
  bansOn,
  goneInText,
  longerKeepers,
  measuresNeeded,
  otherDeciders,
  permitsAwaited,
  soonerAsked,
  storagesNamed,
  toldAtOnce,
  toldTime,
  rulingsBinding,
  rulingsInherited,
  rulingsOf,
  rulingsOfTexts,
} from './ruling.ts'
import {
  otherDoers,
  otherOccasions,
  otherReceivers,
  otherRecords,
  otherTurns,
  passedBack,
} from './same-task.ts'
import { catalogueFields, standardFields } from './standard-fields.ts'
import {
  saidDeadline,
  saidEvery,
  saidForce,
  saidFrequency,
  saidKept,
  lengthOfProviso,
  heldUpBy,
  saidLength,
  saidMonths,
  saysWhen,
} from './sentence.ts'
import { isPermitAsked, isPermitAskedOfImportant } from './service.ts'
import { extentDue, failureDue, failuresDue, remaindersDue } from './remainder.ts'
import { revisedOn } from './told.ts'
import { termLaidDown } from './patch.ts'
import { documentOf } from './upper.ts'
import {
  clausesWanting,
  requirementOfDocument,
  rulingsWanting,
  wantedBy,
} from './required-document.ts'
import { attendanceOf, coverageOf, joinedTogether, newcomersTogether } from './training.ts'
import { isPermitAskedByDuty } from './transfer.ts'
import { inlineWord } from './word.ts'
import { failuresOf, hoursDown, shareLeft } from './uptime.ts'
import { dueTextOf } from './timing.ts'
import { lateTurns, skippedWindows, undoneWindows } from './turn.ts'

export type { DerivedField } from './derived-field.ts'

const modalityWords = wordsOf('Statement', 'modality')
const dutyModalityWords = wordsOf('Duty', 'modality')
const saidFrequencyWords = wordsOf('Phrase', 'frequency')
const statusWords = wordsOf('Action', 'status')
const demandWords = wordsOf('Action', 'demands')

const procedure: readonly Input[] = ['procedure']
const context: readonly Input[] = ['context']
const records: readonly Input[] = ['records']
const notice: readonly Input[] = ['notice']
const actions: readonly Input[] = ['actions']
const standard: readonly Input[] = ['standard']
const municipality: readonly Input[] = ['municipality']
const ruled: readonly Input[] = ['procedure', 'standard']

/** The series of performances of a party that owes a duty. */
/** What is lent or taken out and still away, of which it is written that no term was set for it. */
function withoutTerm() {
  return field(
    '期限を決めずに貸し出しているかどうか',
    bool,
    records,
    ({ data }) => data['returnBy'] === 'none' && data['returnedOn'] === undefined,
  )
}

function seriesOfParty(party: Part): Part {
  const { duty, organisation } = owed(party)
  return seriesOf(duty, organisation)
}

/** What a count of one ledger did not see of it; nothing where another ledger was counted. */
function unseenOf(count: Part, name: string): OpenList<Part> {
  return count.text('ledger') === name ? unseenThings(count) : []
}

/** All derived fields, by the type they belong to. Notice changes are added by the rule floor, which sees the diff. */
export const derivedFields: Readonly<Record<string, Readonly<Record<string, DerivedField>>>> = {
  ...catalogueFields,
  Dossier: dossierFields,
  Standard: standardFields,
  Organisation: {
    members: field('グループの構成員', many('Organisation'), [], membersOf),
    isGroup: field('グループかどうか', bool, [], isGroup),
    isThere: field('判定日にあるかどうか', bool, [], isThere),
    isOutside: field('団体の外の組織かどうか', bool, [], isOutside),
    bureau: field('所属する局や部', object('Organisation'), [], bureauOf),
  },
  Procedure: {
    chainsInherited: field(
      '連絡体制（全庁の実施手順を含む）',
      many('Chain'),
      procedure,
      chainsInherited,
    ),
    rolesInherited: field('役割（全庁の実施手順を含む）', many('Role'), procedure, rolesInherited),
    dutiesInherited: field(
      '担当業務（全庁の実施手順を含む）',
      many('Duty'),
      procedure,
      dutiesInherited,
    ),
    provisionsInherited: field(
      '規定（全庁の実施手順を含む）',
      many('Provision'),
      procedure,
      provisionsInherited,
    ),
    dutiesAll: field('担当業務（関係する文書を含む）', many('Duty'), procedure, dutiesAll),
    dutiesHeld: field(
      '担当業務（記録や実際の行い方の書かれた、上位の文書のものを含む。頻度や期限のないものは、条文のものによる）',
      many('Duty'),
      procedure,
      dutiesHeld,
    ),
    dutiesOwn: field('担当業務（自ら定めた文書を含む）', many('Duty'), procedure, dutiesOwn),
    provisionsAll: field('規定（関係する文書を含む）', many('Provision'), procedure, provisionsAll),
    rulings: field('定め（関係する文書を含む）', many('Ruling'), procedure, rulingsOf),
    rulingsOfTexts: field(
      '定め（上位の文書のものを含む）',
      many('Ruling'),
      procedure,
      rulingsOfTexts,
    ),
    rulingsBinding: field(
      '守るべき定め（全庁の実施手順と上位の文書を含む）',
      many('Ruling'),
      procedure,
      rulingsBinding,
    ),
    rulingsInherited: field(
      '定め（関係する文書と全庁の実施手順を含む）',
      many('Ruling'),
      procedure,
      rulingsInherited,
    ),
    logsAll: field('ログの定め（関係する文書を含む）', many('Log'), procedure, logsAll),
    logsInherited: field(
      'ログの定め（関係する文書と全庁の実施手順を含む）',
      many('Log'),
      procedure,
      logsInherited,
    ),
    passwordsInherited: field(
      'パスワードの定め（関係する文書と全庁の実施手順を含む）',
      many('PasswordLevel'),
      procedure,
      passwordsInherited,
    ),
    contextLogs: field('実態のログ', many('ContextLog'), context, contextLogs),
    involved: field('関わる組織', many('Party'), context, involvedIn),
    accountAdministration: field(
      'アカウント管理の実態',
      many('AccountAdministration'),
      context,
      accountAdministration,
    ),
    requirementsStated: field(
      '取り上げている要求事項',
      list(wordOf('requirements')),
      procedure,
      requirementsStated,
    ),
    lacksAll: field('定めのない点（関係する文書を含む）', many('Lack'), procedure, lacksAll),
    standards: field('適用される対策基準', many('StandardInForce'), municipality, standardsOf),
    revisedOn: field('改めた日', list(day), procedure, revisedOn),
  },
  Duty: {
    answers: field('応える出来事', optional(wordOf('events')), standard, eventAnswered),
    saidForce: field('条文の義務の強さ', optional(dutyModalityWords), standard, saidForce),
    saidEvery: field('条文の間隔', optional(period), standard, saidEvery),
    saidFrequency: field('条文の頻度', optional(saidFrequencyWords), standard, saidFrequency),
    saidDeadline: field('条文の期限', optional(period), [], saidDeadline),
    saidMonths: field('条文の月', list(number), [], saidMonths),
    clausesSooner: field('もっと早く行うことを求める条文', many('Clause'), ruled, clausesSooner),
    clausesMoreOften: field('もっと短い間隔を求める条文', many('Clause'), ruled, clausesMoreOften),
    clausesAlsoOften: field(
      'きっかけのほかに定期にも行うことを求める条文',
      many('Clause'),
      ruled,
      clausesAlsoOften,
    ),
    saysWhen: field('条文が行う時期を述べているかどうか', bool, [], saysWhen),
    stepsTake: field('手順にかかる期間', optional(period), procedure, stepsTake),
    partiesTold: field('記録のある組織とその役割', many('Party'), procedure, partiesTold),
    parties: field('担当する組織とその役割', many('Party'), procedure, partiesOf),
    organisations: field('担当する組織', many('Organisation'), procedure, organisationsOf),
    leavesOwner: field('所管の外で行うかどうか', bool, procedure, leavesOwner),
    clauses: field('当てはまる条文', many('Clause'), standard, clausesOf),
    clause: field(
      '当てはまる最初の条文',
      optional(object('Clause')),
      standard,
      (duty) => clausesOf(duty)[0],
    ),
    subjects: field('条文の主体', list(wordOf('roles')), standard, subjectsOf),
    isCycleLetOff: field('ただし書や例外が間隔を認めるかどうか', bool, ruled, isCycleLetOff),
    isCycleOfClauses: field('条文の認める間隔かどうか', bool, ruled, isCycleOfClauses),
    isProviso: field('条文のただし書や、ほかの業務の例外かどうか', bool, ruled, isProviso),
    serves: field('応える要求事項', list(wordOf('requirements')), standard, servedBy),
    isReport: field('知らせることそのものの業務かどうか', bool, procedure, isReportItself),
    entrusted: field('任せられた役割', many('Role'), procedure, entrustedRoles),
    practices: field('実際の行い方', many('Practice'), context, practicesOf),
    namesOffice: field('行う組織が書かれているかどうか', bool, procedure, namesOffice),
    doneByStrangers: field(
      '関わりのない組織の実施記録',
      many('Performed'),
      records,
      doneByStrangers,
    ),
    practicesTold: field('書かれている実際の行い方', many('Practice'), context, practicesTold),
    firstPractice: field(
      '実際の行い方（最初のもの）',
      optional(object('Practice')),
      context,
      (duty) => practicesOf(duty)[0],
    ),
    procedure: field('実施手順', object('Procedure'), procedure, procedureOf),
    document: field(
      '担当業務が書かれている文書',
      optional(object('AppliedDocument')),
      procedure,
      documentOf,
    ),
  },
  Provision: {
    saidKept: field('条文の保管期間', optional(period), [], saidKept),
    saidLength: field('条文の文字数', optional(number), [], saidLength),
    saysWhen: field('条文が行う時期を述べているかどうか', bool, [], saysWhen),
  },
  Subcontractor: {
    saysConsentFree: field('業務が承諾を要しないとされているかどうか', bool, ['context'], (entry) =>
      saysConsentFree(entry.writtenText('work') ?? ''),
    ),
  },
  Lack: {
    requirement: field('要求事項', wordOf('requirements'), standard, requirementOfLack),
    holder: field('定めのない文書の題名', text, procedure, ({ parent }) => parent?.text('title')),
    isStated: field('ほかに定めがあるかどうか', bool, procedure, isStatedAllTheSame),
    isAbove: field('上位の文書に定めのないことかどうか', bool, procedure, isLackAbove),
    isOfForm: field('様式に欄のないことかどうか', bool, procedure, isLackOfForm),
  },
  Chain: {
    gone: field('連絡体制にある今はない組織', many('Organisation'), procedure, goneInChain),
  },
  ChainNode: {
    personLeftOn: field('載っている者がいなくなった日', optional(day), records, contactLeftOn),
    personGone: field('載っている者がどうしたか', text, records, contactGone),
  },
  Dependency: {
    shared: field('代わるものと共に依っているもの', list(text), context, sharedDependencies),
  },
  Ruling: {
    allowed: field('許していること', list(wordOf('uses')), procedure, allowedBy),
    permitsAwaited: field(
      '直ちに行うことを、許可がなければ禁じる定め',
      many('Ruling'),
      procedure,
      permitsAwaited,
    ),
    bans: field('許していることを禁じる定め', many('Ruling'), procedure, bansOn),
    storagesNamed: field(
      '条文が挙げる置き場所',
      list(wordOf('storages')),
      procedure,
      storagesNamed,
    ),
    longerKeepers: field('同じ記録をより長く残す定め', many('Ruling'), procedure, longerKeepers),
    measuresNeeded: field(
      '使わないとした対策を求める定め',
      many('Ruling'),
      procedure,
      measuresNeeded,
    ),
    heldUpBy: field('報告を待たせる言葉', optional(text), [], heldUpBy),
    toldAtOnce: field('すぐに知らせることを求める定め', many('Ruling'), procedure, toldAtOnce),
    clausesAtOnce: field('すぐに知らせることを求める条文', many('Clause'), ruled, clausesAtOnce),
    soonerAsked: field('同じことをもっと早く求める定め', many('Ruling'), procedure, soonerAsked),
    toldTime: field('定めた文書と期限', text, procedure, toldTime),
    otherDeciders: field(
      '同じことを別の役割が決める定め',
      many('Ruling'),
      procedure,
      otherDeciders,
    ),
    keptOtherwise: field('期間を違える定め', many('Ruling'), procedure, keptOtherwise),
    erasedBeside: field(
      '残すことと消すことが両立しない定め',
      many('Ruling'),
      procedure,
      erasedBeside,
    ),
    timedOtherwise: field('間隔や期限を違える定め', many('Ruling'), procedure, timedOtherwise),
    decidedOtherwise: field('許す職などを違える定め', many('Ruling'), procedure, decidedOtherwise),
    bansBeside: field(
      '許していることを同じ文書で禁じる定め',
      many('Ruling'),
      procedure,
      bansBeside,
    ),
    inText: field('定めた文書', text, procedure, (ruling) => ruling.parent?.text('title') ?? ''),
    otherDoers: field('同じ業務を別の者が行う定め', many('Ruling'), procedure, otherDoers),
    clausesKeepingLonger: field(
      'もっと長く残すことを求める条文',
      many('Clause'),
      ruled,
      clausesKeepingLonger,
    ),
    clausesErasingSooner: field(
      'もっと早く消すことを求める条文',
      many('Clause'),
      ruled,
      clausesErasingSooner,
    ),
    passedBack: field('互いに相手が行うとしている定め', many('Ruling'), procedure, passedBack),
    otherOccasions: field(
      '同じ業務を別の程度から行う定め',
      many('Ruling'),
      procedure,
      otherOccasions,
    ),
    otherTurns: field('同じ業務を別の間隔で行う定め', many('Ruling'), procedure, otherTurns),
    otherRecords: field('同じ業務を別の記録に残す定め', many('Ruling'), procedure, otherRecords),
    otherReceivers: field(
      '同じ業務を別の者に報告する定め',
      many('Ruling'),
      procedure,
      otherReceivers,
    ),
    gone: field('条文にある今はない組織', many('Organisation'), procedure, goneInText),
    goneDocuments: field('引いているが、今はない文書', list(text), ruled, goneDocumentsOf),
    watched: field('行っているかどうかが分かる禁止', list(wordOf('uses')), procedure, watchedBans),
    watchedByName: field(
      '名を挙げたものについて、行っているかどうかが分かる禁止',
      list(wordOf('uses')),
      procedure,
      watchedByName,
    ),
  },
  Role: {
    heldWith: field('同じ職の担うほかの役割', many('Role'), procedure, heldWith),
    heldAcross: field(
      'ほかの実施手順も合わせて同じ職の担う役割',
      many('Role'),
      procedure,
      heldAcross,
    ),
    contractsOfInterest: field(
      '関わりのある組織との契約',
      many('Contract'),
      context,
      contractsOfInterest,
    ),
    isUnfilled: field('空いたまま務める者がいないかどうか', bool, procedure, isUnfilled),
    hasNoDeputy: field('代わる者がいないかどうか', bool, procedure, hasNoDeputy),
    gone: field('職の名称にある今はない組織', many('Organisation'), procedure, goneInPost),
    keptApart: field('兼ねない役割', list(wordOf('roles')), standard, keptApart),
    duties: field('担当業務', many('Duty'), procedure, dutiesOfRole),
    hoursPerYear: field('年間に要る時間', number, context, hoursPerYear),
    procedure: field('実施手順', object('Procedure'), procedure, procedureOf),
  },
  Party: {
    organisation: field('組織', object('Organisation'), [], (party) => party.field('organisation')),
    role: field('役割', optional(object('Role')), procedure, (party) => party.field('role')),
    duty: field('担当業務', optional(object('Duty')), procedure, (party) => party.field('duty')),
    series: field('実施記録', object('Performed'), records, seriesOfParty),
    hasSeries: field('実施記録があるかどうか', bool, records, hasSeries),
    idleFrom: field(
      '一度も行われていない期間の初め',
      optional(day),
      records,
      (party) => idleTime(party)?.from,
    ),
    idleUntil: field(
      '一度も行われていない期間の終わり',
      optional(day),
      records,
      (party) => idleTime(party)?.to,
    ),
    entriesOwed: field('例外措置の及ばない実施', many('PerformedEntry'), records, entriesAsOwed),
    undone: field('行われていない期間', many('Window'), records, undoneWindows),
    skipped: field('措置の済んでいない抜けた期間', many('Window'), records, skippedWindows),
    lateTurns: field('期日のあとに行った期間', many('Window'), records, lateTurns),
    openFailures: field('失敗したままの実施', many('PerformedEntry'), records, failuresDue),
    doneAtOnce: field(
      '一日にまとめて行ったとされる実施',
      many('PerformedEntry'),
      records,
      doneAtOnce,
    ),
    failedInRow: field('続けて失敗した実施', many('PerformedEntry'), records, failedInRow),
    unrecorded: field('記録に残していない実施', many('PerformedEntry'), records, unrecorded),
    openRemainders: field('残りのある実施', many('PerformedEntry'), records, remaindersDue),
    extent: field('行えた程度', text, records, extentDue),
    failure: field('行えなかったことの言い方', text, records, failureDue),
    lateReports: field('報告の遅れた実施', many('PerformedEntry'), records, lateReports),
    unansweredEvents: field('対応していない出来事', many('Event'), records, unansweredEvents),
    lateAnswers: field('対応の遅れた出来事', many('Event'), records, lateAnswers),
    unpreparedEvents: field('前もって行っていない出来事', many('Event'), records, unpreparedEvents),
    latePreparations: field(
      '前もって行うのが遅れた出来事',
      many('Event'),
      records,
      latePreparations,
    ),
    involvement: field('関わり方', optional(object('Involvement')), context, (party) =>
      party.field('involvement'),
    ),
  },
  PerformedEntry: {
    cameTo: field('数から見た成否', wordsOf('PerformedEntry', 'outcome'), records, outcomeOf),
    lastDay: field('行い終えた日', day, records, dayOf),
    when: field('行った時の言い方', text, records, whenOf),
    extent: field('いつ、どれだけ行えたかの言い方', text, records, extentThen),
    inTimeShare: field('期限までに行った数の言い方', text, records, inTimeOf),
    recordedShare: field('記録に残した数の言い方', text, records, recordedOf),
    otherwiseShare: field('違う方法で行った数の言い方', text, records, otherwiseOf),
    byPersons: field('何人で行ったかの言い方', text, records, personsOf),
  },
  Exception: {
    reviewAsked: field('見直しが求められているかどうか', bool, standard, isReviewAsked),
    isTermOfProviso: field('期間がただし書で決まるかどうか', bool, standard, isTermOfProviso),
    endedByClause: field('終わりが条文で決まるかどうか', bool, standard, isEndedByClause),
    longest: field('認められる最も長い期間', optional(period), standard, longestOf),
    termSeverity: field(
      '期間の誤りの重大さ',
      inlineWord({ error: '誤り', warning: '注意' }),
      standard,
      termSeverity,
    ),
    renewedBy: field('次の例外措置', optional(object('Exception')), procedure, renewalOf),
    carriedOn: field('続いてきた例外措置', many('Exception'), procedure, carriedOn),
    renewedFreely: field('更新の回数を限らないかどうか', bool, standard, isRenewedFreely),
    isMandatory: field('例外を認めない要求事項かどうか', bool, standard, (exception) =>
      dossierOf(exception).standard.isMandatory(exception.writtenText('requirement') ?? ''),
    ),
  },
  Sla: {
    isSecurity: field(
      'セキュリティの項目かどうか',
      bool,
      [],
      (sla) =>
        dossierOf(sla).standard.word('slaCategories', sla.text('category'))?.isSecurity === true,
    ),
  },
  Contract: {
    kind: field('契約の種類', object('ContractKind'), context, kindOfContract),
    kindStated: field(
      '契約の種類（書かれ、又は名称の告げるもの）',
      optional(object('ContractKind')),
      context,
      statedKindOf,
    ),
    plan: field('受け取った計画', optional(object('ReceivedEntry')), records, planOf),
    reportsReceived: field('受け取った報告', many('ReceivedEntry'), records, reportsOf),
    supervision: field('委託先の監督の記録', many('SupervisionEntry'), records, supervisionOf),
    erasures: field('終わった後の返却と消去', many('Erasure'), records, erasuresAtEnd),
    idleFrom: field('監督の記録のない期間の前の日', optional(day), records, (contract) => {
      const idle = idleSupervision(contract)
      return idle && addDays(idle.from, -1)
    }),
    idleStart: field(
      '監督の記録のない期間の初め',
      optional(day),
      records,
      (contract) => idleSupervision(contract)?.from,
    ),
    idleUntil: field(
      '監督の記録のない期間の終わり',
      optional(day),
      records,
      (contract) => idleSupervision(contract)?.to,
    ),
    workAfterEnd: field('契約の終わった後の実施', many('PerformedEntry'), records, workAfterEnd),
  },
  Asset: {
    classesWritten: field('分類が書かれているかどうか', bool, context, (asset) =>
      asset.written('classes'),
    ),
    users: field('使うと書かれている組織', many('Organisation'), context, (asset) => [
      ...asset.parts('usedBy'),
      ...[asset.writtenPart('owner')].filter((one) => one !== undefined),
    ]),
  },
  ContextLog: {
    clausesErasingSooner: field(
      'もっと早く消すことを求める条文',
      many('Clause'),
      ['context', 'standard'],
      clausesErasingLogSooner,
    ),
  },
  Keeping: {
    sealed: field('封をしてあるかどうか', bool, context, (keeping) =>
      keeping.writtenTexts('protection').includes('sealed'),
    ),
  },
  Practice: {
    called: field('業務の呼び方', text, context, nameOfPractice),
    requirement: field('要求事項', wordOf('requirements'), standard, requirementOfPractice),
  },
  Responsibility: {
    called: field('業務の呼び方', text, context, nameOfShare),
    rivals: field('同じ業務の先に書かれた分担', many('Responsibility'), context, rivalsOf),
  },
  PasswordLevel: {
    provisoLength: field('ただし書の文字数', optional(number), standard, lengthOfProviso),
  },
  Service: {
    permitAsked: field('許可が求められているかどうか', bool, ruled, isPermitAsked),
    permitAskedOfImportant: field(
      '重要な情報を扱うなら許可が求められているかどうか',
      bool,
      ruled,
      isPermitAskedOfImportant,
    ),
  },
  Patch: {
    term: field('手順の定める適用の期限', optional(period), procedure, termOfPatch),
    termLaidDown: field('手順や条文の定める適用の期限', optional(period), ruled, termLaidDown),
  },
  Account: {
    organisation: field('使う組織', object('Organisation'), records, holderOrganisation),
    listedFrom: field('あったと分かる初めの日', day, records, listedFrom),
    open: field('使われているかどうか', bool, records, isOpen),
    holderLeftOn: field('使用者が離れた日', optional(day), records, holderLeftOn),
    closedOn: field('使えなくなった日', optional(day), records, closedOn),
    removalWithin: field('抹消の期限', optional(period), procedure, removalWithin),
    removalAppliedWithin: field(
      '抹消の申請の期限',
      optional(period),
      standard,
      removalAppliedWithin,
    ),
    unusedSince: field('使われなくなった日', optional(day), records, unusedSince),
    usedAfterLeaving: field('離れた後の利用', optional(bool), records, usedAfterLeaving),
    usageKnownUntil: field('利用を調べた日', day, records, usageKnownUntil),
    lastDepartureOn: field('最後に人が離れた日', optional(day), records, lastDepartureOn),
  },
  Credential: {
    account: field('利用者ID', optional(object('Account')), records, accountOf),
    inUse: field('使われているかどうか', bool, records, isInUse),
    isShared: field('二人以上が知るかどうか', bool, [...records, 'procedure'], isShared),
    lastDepartureOn: field('最後に人が離れた日', optional(day), records, lastKnowerLeftOn),
    changeWithin: field('条文の求める変更の間隔', optional(period), ruled, changeWithin),
  },
  ProcedureCopy: { called: field('版の呼び方', text, records, nameOfCopy) },
  Erasure: {
    isCertificateAsked: field(
      '証明書を求める定めの有無',
      bool,
      [...records, 'procedure', 'context', 'standard'],
      isCertificateAsked,
    ),
    certificateClauses: field(
      '証明書を求める条文',
      many('Clause'),
      [...records, 'context', 'standard'],
      certificateClausesOf,
    ),
  },
  DeviceGroup: {
    needs: field('要る対策', list(wordOf('controls')), context, controlsNeeded),
    lacking: field('働いていない対策', list(wordOf('controls')), context, (device) =>
      controlsLacking(device, controlsNeeded(device)),
    ),
    requirement: field('要求事項', optional(text), standard, requirementOfDevice),
  },
  Device: {
    organisation: field('持つ組織', object('Organisation'), records, holderOrganisation),
    holderLeftOn: field('使用者が離れた日（休職は含まない）', optional(day), records, holderGoneOn),
    losses: field('紛失や盗難の事故', many('Incident'), records, lossesOf),
    erasures: field('消去の記録', many('Erasure'), records, erasuresOf),
    withoutTerm: withoutTerm(),
  },
  Medium: {
    organisation: field('持つ組織', object('Organisation'), records, holderOrganisation),
    losses: field('紛失や盗難の事故', many('Incident'), records, lossesOf),
    erasures: field('消去の記録', many('Erasure'), records, erasuresOf),
    withoutTerm: withoutTerm(),
  },
  Exchange: {
    withoutTerm: withoutTerm(),
    organisation: field('持つ組織', object('Organisation'), records, holderOrganisation),
    counted: field('実地の確認で見られたかどうか', bool, records, isCounted),
    listed: field('台帳にあるかどうか', bool, records, isExchangeListed),
  },
  RequiredDocument: {
    clauses: field('作ることを求める条文', many('Clause'), standard, clausesWanting),
    rulings: field('作ることを求める定め', many('Ruling'), ruled, rulingsWanting),
    wantedBy: field('作ることを求めるもの', text, ruled, wantedBy),
    requirementAsked: field('問う要求事項', optional(text), ruled, requirementOfDocument),
  },
  RosterChange: {
    isFirstOfDay: field(
      '同じ台帳の同じ日の同じ区分の、最初の行かどうか',
      bool,
      records,
      (change) => joinedTogether(change)[0]?.key === change.key,
    ),
    together: field('同じ日の同じ区分の異動', many('RosterChange'), records, joinedTogether),
    newcomers: field('同じ日に着任した者', text, records, newcomersTogether),
  },
  SelfInspection: {
    organisation: field('点検した組織', object('Organisation'), records, holderOrganisation),
    duties: field('回答の対象の業務', many('Duty'), procedure, dutiesOfAnswer),
  },
  Count: {
    seen: field('実際に見られたもの', many('SeenMedium'), records, seenThings),
    unseenMedia: field('見つからない記録媒体', many('Medium'), records, (count) =>
      unseenOf(count, 'media'),
    ),
    unseenDevices: field('見つからない機器', many('Device'), records, (count) =>
      unseenOf(count, 'devices'),
    ),
    unseenAccounts: field('見つからない利用者ID', many('Account'), records, (count) =>
      unseenOf(count, 'accounts'),
    ),
    comparisons: field('突き合わせた結果', many('Comparison'), records, comparisonsOf),
    explainedGaps: field('わけの分かった食い違い', many('Comparison'), records, explainedGaps),
    called: field('突き合わせの呼び方', text, records, nameOfCount),
    subject: field('数えたもの', text, records, subjectOf),
    requirementAsked: field('問う要求事項', optional(text), standard, requirementOfCount),
  },
  Transfer: {
    permitAskedByDuty: field(
      '担当業務が許可を求めているかどうか',
      bool,
      procedure,
      isPermitAskedByDuty,
    ),
  },
  Measurement: {
    hoursDown: field('同じ期間の障害で止まった時間', number, records, hoursDown),
    shareLeft: field('その時間を除いた割合（％）', optional(number), records, shareLeft),
    failures: field('同じ期間の障害', many('Failure'), records, failuresOf),
  },
  Backup: {
    earlierOfSame: field(
      '同じ情報の、前に書かれたバックアップ',
      many('Backup'),
      ['context'],
      earlierOfSame,
    ),
    interval: field(
      '取るはずの間隔',
      period,
      ['context', 'procedure', 'standard'],
      intervalOfBackup,
    ),
    called: field('バックアップの呼び方', text, ['context'], nameOfBackup),
  },
  Comparison: {
    agrees: field('一致しているかどうか', bool, records, (one) => one.field('agrees')),
    first: field('比べた記録', text, records, (one) => one.field('first')),
    second: field('比べた相手の記録', text, records, (one) => one.field('second')),
    firstNumber: field('比べた記録の数', text, records, (one) => one.field('firstNumber')),
    secondNumber: field('相手の記録の数', text, records, (one) => one.field('secondNumber')),
    by: field('食い違う数', text, records, (one) => one.field('by')),
    isNamed: field(
      '食い違うものの名が、記録にないものとして書かれているかどうか',
      bool,
      records,
      (one) => one.field('isNamed'),
    ),
    known: field('わけの分かった数', optional(text), records, (one) => one.field('known')),
    left: field('わけの分からない数', optional(text), records, (one) => one.field('left')),
    onlyFirst: field('比べた記録にだけあるもの', list(text), records, (one) =>
      one.field('onlyFirst'),
    ),
    onlySecond: field('相手の記録にだけあるもの', list(text), records, (one) =>
      one.field('onlySecond'),
    ),
  },
  SeenMedium: {
    label: field('表示', text, records, (medium) => medium.field('label')),
    count: field('実地の確認', object('Count'), records, (medium) => medium.field('count')),
    exchanges: field('授受', many('Exchange'), records, (medium) => medium.field('exchanges')),
  },
  MediaHeld: {
    listed: field('台帳にあるもの', many('Medium'), records, listedAs),
    lent: field('貸し出している数', number, records, lentOf),
    isCounted: field('現物を確かめたかどうか', bool, records, isHeldCounted),
  },
  Timing: {
    dueText: field('期日の言い方', text, procedure, dueTextOf),
  },
  Frequency: {
    limit: field('期限の言い方', text, [], limitOf),
  },
  Event: {
    name: field('出来事の呼び名', text, [], nameOfEvent),
  },
  Notice: {
    concerned: field('関わる者（書かれたもの）', list(wordOf('audiences')), notice, (one) =>
      one.written('concerns') ? one.texts('concerns') : [],
    ),
    dutyStatements: field('業務についての記載', many('Statement'), notice, dutyStatements),
    dropped: field('改正でなくなったもの', many('NoticeDrop'), ['notice', 'procedure'], droppedBy),
  },
  DayInTurn: {
    what: field('記録の種類', text, records, (turn) => turn.field('what')),
    later: field('後にあるはずの日', text, records, (turn) => turn.field('later')),
    earlier: field('先にあるはずの日', text, records, (turn) => turn.field('earlier')),
    inOrder: field('順に並ぶかどうか', bool, records, (turn) => turn.field('inOrder')),
  },
  NoticeDrop: {
    name: field('なくなったもの', text, procedure, (drop) => drop.field('name')),
    told: field('通知に挙げられているかどうか', bool, notice, (drop) => drop.field('told')),
  },
  Statement: {
    dutyModality: field('業務の義務の強さ', modalityWords, procedure, modalityOfDuty),
    dutyIsPeriodic: field(
      '業務が定期のものかどうか',
      bool,
      procedure,
      (statement) => statement.part('duty')?.part('frequency')?.written('every') === true,
    ),
  },
  Body: {
    kind: field('体制の種類', object('BodyKind'), municipality, kindOfBody),
    functions: field('加わる機能', list(wordOf('functions')), municipality, functionsOfBody),
  },
  Officer: {
    heldWith: field('同じ職の就くほかの役職', many('Officer'), municipality, officesWith),
    contractsOfInterest: field(
      '関わりのある組織との契約',
      many('Contract'),
      context,
      contractsOfInterest,
    ),
    isUnfilled: field('空いたまま務める者がいないかどうか', bool, municipality, isUnfilled),
    keptApart: field('兼ねない役割', list(wordOf('roles')), standard, keptApart),
  },
  Place: {
    kind: field('場所の種類', object('PlaceKind'), context, kindOfPlace),
  },
  PlaceAnswer: {
    result: field('点検の結果', wordsOf('PlaceAnswer', 'result'), records, resultOfAnswer),
    checkItem: field('点検の項目', object('CheckItem'), standard, checkItemOf),
    place: field('場所', object('Place'), records, placeOfAnswer),
    on: field('点検した日', day, records, dayOfAnswer),
  },
  Training: {
    coverage: field('受講の割合', number, records, coverageOf),
    attendance: field('受けた者の数', text, records, attendanceOf),
  },
  TrainingGroup: {
    coverage: field('受講の割合', number, records, coverageOf),
    attendance: field('受けた者の数', text, records, attendanceOf),
  },
  AuditFinding: {
    actions: field('この指摘への措置', many('Action'), actions, actionsOn),
  },
  Failure: {
    subject: field('起きたこと', text, records, subjectOfFailure),
  },
  Audit: {
    toldOfficers: field('結果を知らせた責任者', many('AuditReport'), records, (audit) =>
      toldOfAudit(audit, 'role'),
    ),
    toldOffices: field('結果を知らせた組織', many('AuditReport'), records, (audit) =>
      toldOfAudit(audit, 'organisation'),
    ),
  },
  Incident: {
    concernsPersons: field('個人情報に関わるかどうか', bool, records, concernsPersons),
    called: field('事故の呼び方', text, standard, nameOfIncident),
    since: field('事故の日の言い方', text, records, dayOfIncident),
    told: field('行った報告', many('IncidentReport'), records, reportsMade),
    toldOf: field('書かれた報告', many('IncidentReport'), records, (incident) =>
      incident.parts('reports'),
    ),
    reportTerm: field('手順の定める報告の期限', optional(period), procedure, termOfReport),
    longestReportTerm: field(
      '定めのうち最も長い報告の期限',
      optional(period),
      ruled,
      longestReportTerm,
    ),
  },
  Prevention: {
    dueWritten: field('期限が書かれているかどうか', bool, records, (measure) =>
      measure.written('dueBy'),
    ),
    lasting: field('続く対策かどうか', bool, records, isLasting),
    inPlace: field('講じられているかどうか', bool, records, isInPlace),
  },
  Evidence: {
    lasting: field('続く対策かどうか', bool, actions, isLasting),
    inPlace: field('講じられているかどうか', bool, actions, isInPlace),
  },
  Action: {
    evidence: field('裏付け', many('Evidence'), actions, evidenceOf),
    next: field('次に行うこと', optional(object('ActionNext')), actions, nextOf),
    status: field('判定日の状態', statusWords, actions, statusOf),
    demands: field('求められたこと', demandWords, actions, demandsOf),
    startedOn: field('着手した日', optional(day), actions, startedOn),
  },
}
