import { bool, type Input, list, object, optional, text } from '../expression/type.ts'
import { distinct, knownOf, openEnd, Unknown } from '../finding/unknown.ts'
import { lastClosedYears, latestAudit, latestSelfInspection } from './audit.ts'
import { organisationsInQuestion } from './body.ts'
import { latestChanges } from './change.ts'
import { type DerivedField, field, many, wordOf, wordsOf } from './derived-field.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { latestAnswers } from './premises.ts'
import { dutiesInherited, provisionsInherited } from './procedure.ts'
import { entriesOf, ledger } from './record.ts'
import { topicsFor, trainingTopicsFor } from './topic.ts'
import { latestComprehension } from './training.ts'
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
  field(many(type), context, (part) => dossierOf(part).context.field(name))

/** The entries of a ledger, as a list of the dossier. */
const entries = (name: string, type: string): DerivedField =>
  field(many(type), records, (part) => entriesOf(dossierOf(part), name))

/** The written lists of the municipality's file. */
const municipalityList = (name: string, type: string): DerivedField =>
  field(many(type), municipality, (part) => dossierOf(part).municipalityPart.field(name))

/** What rules may ask of a dossier itself. */
export const dossierFields: Readonly<Record<string, DerivedField>> = {
  id: field(text, [], (part) => dossierOf(part).id),
  name: field(text, [], (part) => dossierOf(part).name),
  owner: field(object('Organisation'), context, (part) => dossierOf(part).context.part('owner')),
  connection: field(optional(connectionWords), context, (part) =>
    dossierOf(part).context.field('connection'),
  ),
  level: field(wordsOf('Topic', 'level'), [], (part) => dossierOf(part).level),
  traits: field(list(wordOf('traits')), context, (part) => traitsOf(dossierOf(part))),
  enforced: field(list(wordOf('controls')), context, (part) => enforcedOn(dossierOf(part))),
  procedures: field(many('Procedure'), procedure, (part) => dossierOf(part).procedures),
  firstProcedure: field(
    optional(object('Procedure')),
    procedure,
    (part) => dossierOf(part).procedures[0],
  ),
  standard: field(object('Standard'), standard, (part) => dossierOf(part).standard.root),
  requirements: field(many('Requirement'), [], (part) =>
    dossierOf(part).standard.requirementsFor(dossierOf(part).level, dossierOf(part)),
  ),
  topics: field(many('Topic'), [], (part) => topicsFor(dossierOf(part))),
  trainingTopics: field(many('TrainingTopic'), [], (part) => trainingTopicsFor(dossierOf(part))),
  contracts: contextList('contracts', 'Contract'),
  logs: contextList('logs', 'ContextLog'),
  practices: contextList('practices', 'Practice'),
  involved: contextList('involved', 'Involvement'),
  capabilities: contextList('capabilities', 'Capability'),
  devices: contextList('devices', 'DeviceGroup'),
  places: contextList('places', 'Place'),
  terminals: contextList('terminals', 'Terminal'),
  entryMeans: contextList('entryMeans', 'EntryMeans'),
  networks: contextList('networks', 'Network'),
  controls: contextList('controls', 'Control'),
  facilities: field(optional(object('Facilities')), context, (part) =>
    dossierOf(part).context.field('facilities'),
  ),
  accounts: entries('accounts', 'Account'),
  media: entries('media', 'Medium'),
  exchanges: entries('exchanges', 'Exchange'),
  failures: entries('failures', 'Failure'),
  patches: entries('patches', 'Patch'),
  erasures: entries('erasures', 'Erasure'),
  trainings: entries('trainings', 'Training'),
  audits: entries('audits', 'Audit'),
  selfInspections: entries('selfInspections', 'SelfInspection'),
  meetings: entries('meetings', 'Meeting'),
  visits: entries('visits', 'Visit'),
  inspections: entries('inspections', 'PlaceInspection'),
  incidents: entries('incidents', 'Incident'),
  changes: entries('changes', 'SystemChange'),
  lessons: entries('lessons', 'Lesson'),
  explanations: entries('explanations', 'ExplanationEntry'),
  latestAudit: field(optional(object('Audit')), records, latestAudit),
  latestSelfInspection: field(optional(object('SelfInspection')), records, latestSelfInspection),
  latestAnswers: field(many('PlaceAnswer'), records, latestAnswers),
  latestComprehension: field(many('Comprehension'), records, latestComprehension),
  latestChanges: field(many('SystemChange'), records, latestChanges),
  lastClosedYears: field(many('Window'), [], lastClosedYears),
  bodies: municipalityList('bodies', 'Body'),
  contactPoints: municipalityList('contactPoints', 'ContactPoint'),
  plans: municipalityList('plans', 'Plan'),
  officers: municipalityList('officers', 'Officer'),
  organisations: field(many('Organisation'), municipality, organisationsInQuestion),
  counts: field(many('Count'), records, (part) => ledger(dossierOf(part), 'counts')),
  notices: field(many('Notice'), notice, (part) => dossierOf(part).notices),
  actions: field(many('Action'), ['actions'], (part) =>
    dossierOf(part).actionFiles.flatMap((file) => file.parts('actions')),
  ),
  personalIdsRequired: field(bool, procedure, (part) => requiresPersonalIds(dossierOf(part))),
  requiredActivities: field(list(wordOf('activities')), procedure, (part) =>
    distinct(
      dossierOf(part)
        .procedures.flatMap(dutiesInherited)
        .map((duty) => (duty instanceof Unknown ? duty : duty.text('activity'))),
    ),
  ),
}

/** Whether a procedure lays down one ID for each person; unknown where the text that may do so is not copied. */
function requiresPersonalIds({ procedures }: Dossier): boolean {
  const provisions = procedures.flatMap(provisionsInherited)
  if (knownOf(provisions).some((one) => one.texts('states').includes('personalId'))) return true
  const end = openEnd(provisions)
  if (end) throw end
  return false
}
