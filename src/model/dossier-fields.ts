import { bool, day, type Input, list, object, optional, text } from '../expression/type.ts'
import { distinct, knownOf, openEnd, Unknown } from '../finding/unknown.ts'
import { actionsOf } from './action.ts'
import { lastClosedYears, latestAudit, latestSelfInspection } from './audit.ts'
import { organisationsInQuestion } from './body.ts'
import { latestCredentials } from './credential.ts'
import { latestChanges } from './recent.ts'
import { type DerivedField, field, labelIn, many, wordOf, wordsOf } from './derived-field.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { workersOf } from './engagement.ts'
import { listedKind } from './kind.ts'
import type { Part } from './part.ts'
import { daysInTurn } from './day-order.ts'
import { latestAnswers } from './premises.ts'
import { answersHeard } from './self-check.ts'
import { dutiesInherited, provisionsInherited } from './procedure.ts'
import { openEntries, openLedger, writtenLedger } from './record.ts'
import { topicsFor, trainingTopicsFor } from './topic.ts'
import { latestComprehension } from './training.ts'
import { noticesOf } from './told.ts'
import { enforcedOn, traitsOf } from './trait.ts'

const connectionWords = wordsOf('Context', 'connection')

const procedure: readonly Input[] = ['procedure']
const context: readonly Input[] = ['context']
const records: readonly Input[] = ['records']
const notice: readonly Input[] = ['notice']
const standard: readonly Input[] = ['standard']
const municipality: readonly Input[] = ['municipality']

/** The written lists of a context, as fields of the dossier. */
const contextList = (name: string, type: string): DerivedField =>
  field(labelIn('Context', name), many(type), context, (part) =>
    dossierOf(part).context.field(name),
  )

/** The same of a list that is asked about only where it is written. */
const contextListGiven = (name: string, type: string): DerivedField =>
  field(labelIn('Context', name), many(type), context, (part) => {
    const { context: facts } = dossierOf(part)
    return facts.written(name) ? facts.field(name) : []
  })

/** The counts of what one ledger lists, as far as nobody knows why they differ; none where nothing was counted. */
const countsOf = (label: string, name: string): DerivedField =>
  field(label, many('Count'), records, (part) =>
    writtenLedger(dossierOf(part), 'counts').filter(
      (one) => one.text('ledger') === name && !one.written('explained'),
    ),
  )

/** The entries of a ledger, as a list of the dossier. */
const entries = (name: string, type: string): DerivedField =>
  field(labelIn('Records', name), many(type), records, (part) => openEntries(dossierOf(part), name))

/** The written lists of the municipality's file. */
const municipalityList = (name: string, type: string): DerivedField =>
  field(labelIn('Municipality', name), many(type), municipality, (part) =>
    dossierOf(part).municipalityPart.field(name),
  )

/**
 * The procedures that rules look at. Where the context says that there is none, that is told by itself,
 * and what a procedure would say cannot be judged.
 */
function judgedProcedures(dossier: Dossier): readonly Part[] {
  const { procedures } = dossier
  if (procedures.length > 0) return procedures
  throw new Unknown([{ kind: 'procedure', path: dossier.id }])
}

/** What rules may ask of a dossier itself. */
export const dossierFields: Readonly<Record<string, DerivedField>> = {
  id: field('識別子', text, [], (part) => dossierOf(part).id),
  name: field('名称', text, [], (part) => dossierOf(part).name),
  owner: field('所管', object('Organisation'), context, (part) => {
    const { context } = dossierOf(part)
    const owner = context.part('owner')
    // That nobody owns it is told by itself.
    if (!owner) throw context.missing('owner')
    return owner
  }),
  connection: field('接続', optional(connectionWords), context, (part) =>
    dossierOf(part).context.field('connection'),
  ),
  level: field('単位', wordsOf('Topic', 'level'), [], (part) => dossierOf(part).level),
  traits: field('特性', list(wordOf('traits')), context, (part) => traitsOf(dossierOf(part))),
  enforced: field('効いている技術的対策', list(wordOf('controls')), context, (part) =>
    enforcedOn(dossierOf(part)),
  ),
  context: field('実態', object('Context'), context, (part) => dossierOf(part).context),
  procedures: field('効力のある実施手順', many('Procedure'), procedure, (part) =>
    judgedProcedures(dossierOf(part)),
  ),
  proceduresWritten: field(
    '効力のある実施手順（書かれているもの）',
    many('Procedure'),
    procedure,
    (part) => dossierOf(part).procedures,
  ),
  firstProcedure: field(
    '効力のある最初の実施手順',
    optional(object('Procedure')),
    procedure,
    (part) => dossierOf(part).procedures[0],
  ),
  standard: field(
    '対策基準',
    object('Standard'),
    standard,
    (part) => dossierOf(part).standard.root,
  ),
  requirements: field('当てはまる要求事項', many('Requirement'), [], (part) =>
    dossierOf(part).standard.requirementsFor(dossierOf(part).level, dossierOf(part)),
  ),
  topics: field('当てはまる主題', many('Topic'), [], (part) => topicsFor(dossierOf(part))),
  trainingTopics: field('当てはまる研修の主題', many('TrainingTopic'), [], (part) =>
    trainingTopicsFor(dossierOf(part)),
  ),
  contracts: contextList('contracts', 'Contract'),
  logs: contextList('logs', 'ContextLog'),
  practices: contextList('practices', 'Practice'),
  involved: contextList('involved', 'Involvement'),
  workers: field('関わり方の書かれていない外部の事業者', many('Party'), context, workersOf),
  capabilities: contextList('capabilities', 'Capability'),
  accountAdministration: contextList('accountAdministration', 'AccountAdministration'),
  devices: contextListGiven('devices', 'DeviceGroup'),
  deviceLedger: field(labelIn('Records', 'devices'), many('Device'), records, (part) =>
    writtenLedger(dossierOf(part), 'devices').flatMap((series) => series.list('entries')),
  ),
  deviceRegister: entries('devices', 'Device'),
  performed: field(labelIn('Records', 'performed'), many('Performed'), records, (part) =>
    writtenLedger(dossierOf(part), 'performed'),
  ),
  places: contextList('places', 'Place'),
  terminals: contextList('terminals', 'Terminal'),
  entryMeans: contextList('entryMeans', 'EntryMeans'),
  networks: contextList('networks', 'Network'),
  controls: contextList('controls', 'Control'),
  mediaHeld: contextListGiven('mediaHeld', 'MediaHeld'),
  rightsHeld: contextListGiven('rightsHeld', 'RightHeld'),
  authentication: contextListGiven('authentication', 'Authentication'),
  liveFrom: field(labelIn('Context', 'liveFrom'), optional(day), context, (part) =>
    dossierOf(part).context.field('liveFrom'),
  ),
  assets: contextList('assets', 'Asset'),
  networkModel: field('ネットワークの構成', object('NetworkModel'), context, (part) =>
    networkModelOf(dossierOf(part)),
  ),
  backups: contextList('backups', 'Backup'),
  dependencies: contextListGiven('dependencies', 'Dependency'),
  requiredDocuments: contextListGiven('requiredDocuments', 'RequiredDocument'),
  publicNames: contextListGiven('publicNames', 'PublicName'),
  responsibilities: contextListGiven('responsibilities', 'Responsibility'),
  services: contextListGiven('services', 'Service'),
  register: field('全庁のサービスの台帳', many('Service'), context, (part) => {
    const wide = dossierOf(part).organisationWide
    return wide?.hasContext && wide.context.written('services') ? wide.context.list('services') : []
  }),
  facilities: field('施設', optional(object('Facilities')), context, (part) =>
    dossierOf(part).context.field('facilities'),
  ),
  accounts: entries('accounts', 'Account'),
  rosterChanges: entries('rosterChanges', 'RosterChange'),
  credentials: field(
    labelIn('Records', 'credentials'),
    many('Credential'),
    records,
    latestCredentials,
  ),
  media: entries('media', 'Medium'),
  exchanges: entries('exchanges', 'Exchange'),
  transfers: entries('transfers', 'Transfer'),
  failures: entries('failures', 'Failure'),
  patches: entries('patches', 'Patch'),
  erasures: entries('erasures', 'Erasure'),
  trainings: entries('trainings', 'Training'),
  audits: entries('audits', 'Audit'),
  auditSeries: field('監査の記録', many('Audits'), records, (part) =>
    openLedger(dossierOf(part), 'audits'),
  ),
  inquiries: entries('inquiries', 'Inquiry'),
  selfInspections: entries('selfInspections', 'SelfInspection'),
  meetings: entries('meetings', 'Meeting'),
  visits: entries('visits', 'Visit'),
  inspections: entries('inspections', 'PlaceInspection'),
  incidents: entries('incidents', 'Incident'),
  changes: entries('changes', 'SystemChange'),
  lessons: entries('lessons', 'Lesson'),
  keepsLessons: field('他の事例を記録しているかどうか', bool, records, (part) =>
    dossierOf(part).records.some((one) => one.written('lessons')),
  ),
  lessonSeries: field('他の事例の記録', many('Lessons'), records, (part) =>
    openLedger(dossierOf(part), 'lessons'),
  ),
  explanations: entries('explanations', 'ExplanationEntry'),
  latestAudit: field('最後の監査', optional(object('Audit')), records, latestAudit),
  latestSelfInspection: field(
    '最後の自己点検',
    optional(object('SelfInspection')),
    records,
    latestSelfInspection,
  ),
  daysInTurn: field('前後のある日', many('DayInTurn'), records, daysInTurn),
  selfInspectionsHeard: field(
    '自己点検の回答（全庁のものを含む）',
    many('SelfInspection'),
    records,
    answersHeard,
  ),
  latestAnswers: field('場所ごとの最後の点検の結果', many('PlaceAnswer'), records, latestAnswers),
  latestComprehension: field(
    '最後の理解度の確認',
    many('Comprehension'),
    records,
    latestComprehension,
  ),
  latestChanges: field('最後の変更', many('SystemChange'), records, latestChanges),
  lastClosedYears: field('終わった年度', many('Window'), [], lastClosedYears),
  adoptedStandards: municipalityList('standards', 'StandardInForce'),
  bodies: municipalityList('bodies', 'Body'),
  contactPoints: municipalityList('contactPoints', 'ContactPoint'),
  plans: municipalityList('plans', 'Plan'),
  officers: municipalityList('officers', 'Officer'),
  officersHeld: field('役職（書かれたもの）', many('Officer'), municipality, (part) =>
    dossierOf(part).municipalityPart.writtenParts('officers'),
  ),
  organisations: field(
    '対象かどうかが分かる組織',
    many('Organisation'),
    municipality,
    organisationsInQuestion,
  ),
  counts: field('実地の確認', many('Count'), records, (part) =>
    openLedger(dossierOf(part), 'counts'),
  ),
  countsHeld: field('突き合わせ', many('Count'), records, (part) =>
    writtenLedger(dossierOf(part), 'counts'),
  ),
  deviceCounts: countsOf('機器の確認', 'devices'),
  copies: field(labelIn('Records', 'copies'), many('ProcedureCopy'), records, (part) =>
    openLedger(dossierOf(part), 'copies'),
  ),
  accountCounts: countsOf('利用者IDの確認', 'accounts'),
  notices: field('通知', many('Notice'), notice, (part) => noticesOf(dossierOf(part))),
  actions: field('改善措置', many('Action'), ['actions'], (part) => actionsOf(dossierOf(part))),
  personalIdsRequired: field('個人ごとのIDを求めているかどうか', bool, procedure, (part) =>
    requiresPersonalIds(dossierOf(part)),
  ),
  requiredActivities: field('定めている業務の種類', list(wordOf('activities')), procedure, (part) =>
    distinct(
      judgedProcedures(dossierOf(part))
        .flatMap(dutiesInherited)
        .map((duty) => (duty instanceof Unknown ? duty : duty.text('activity'))),
    ),
  ),
}

/** The model of the networks that a system stands in: its own, else that of the whole organisation. */
function networkModelOf({ context, hasContext, organisationWide }: Dossier): Part {
  const own = hasContext && context.written('networkModel')
  if (!own && organisationWide) return networkModelOf(organisationWide)
  return listedKind(context, 'networkModels', context.text('networkModel') ?? '')
}

/** Whether a procedure lays down one ID for each person; unknown where the text that may do so is not copied. */
function requiresPersonalIds(dossier: Dossier): boolean {
  const provisions = judgedProcedures(dossier).flatMap(provisionsInherited)
  if (knownOf(provisions).some((one) => one.texts('states').includes('personalId'))) return true
  const end = openEnd(provisions)
  if (end) throw end
  return false
}
