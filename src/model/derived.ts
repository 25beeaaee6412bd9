import {
  bool,
  type Input,
  list,
  number,
  object,
  optional,
  text,
  type Type,
  day,
  word,
} from '../expression/type.ts'
import { Unknown } from '../finding/unknown.ts'
import { holderLeftOn, holderOrganisation, isOpen } from './account.ts'
import { demandsOf, startedOn, statusOf } from './action.ts'
import { planOf, supervisionOf } from './contract.ts'
import { dossierOf, dutiesOf, provisionsOf } from './dossier.ts'
import {
  clausesOf,
  leavesOwner,
  organisationsOf,
  partiesOf,
  practicesOf,
  procedureOf,
  subjectsOf,
} from './duty.ts'
import { seenMedia } from './media.ts'
import { dutyStatements, modalityOfDuty } from './notice.ts'
import { bureauOf, isGroup, membersOf } from './organisation.ts'
import type { Part } from './part.ts'
import {
  contextLogs,
  dutiesInherited,
  involvedIn,
  provisionsInherited,
  requirementsStated,
} from './procedure.ts'
import { entriesOf, ledger, seriesOf } from './record.ts'
import { hoursPerYear, dutiesOfRole } from './role.ts'
import { shapeOf } from './shape.ts'
import { Standard } from './standard.ts'
import { inlineWord } from './word.ts'

/** A field that is computed, not written: its type, the inputs it looks at, and the calculation. */
export interface DerivedField {
  readonly type: Type
  readonly inputs: readonly Input[]
  readonly compute: (part: Part) => unknown
}

const field = (
  type: Type,
  inputs: readonly Input[],
  compute: (part: Part) => unknown,
): DerivedField => ({ type, inputs, compute })

/** A word of a vocabulary; its words come from the packs at hand. */
const wordOf = (vocabulary: string): Type => word(vocabulary, [])

/** The words that a schema lists for a field, as the field's own type has them. */
function wordsOf(type: string, name: string): Type {
  const value = shapeOf(type).fields[name]?.type
  if (value?.kind !== 'word' || !('words' in value)) throw new Error(`${type}.${name} has no words`)
  return inlineWord(value.words)
}

const connectionWords = wordsOf('Context', 'connection')
const modalityWords = wordsOf('Statement', 'modality')
const statusWords = wordsOf('Action', 'status')
const demandWords = wordsOf('Action', 'demands')

const many = (name: string): Type => list(object(name))
const procedure: readonly Input[] = ['procedure']
const context: readonly Input[] = ['context']
const records: readonly Input[] = ['records']
const notice: readonly Input[] = ['notice']
const standard: readonly Input[] = ['standard']

/** The written lists of a context, as fields of the dossier. */
const contextList = (name: string, type: string): DerivedField =>
  field(many(type), context, (part) => dossierOf(part).context.field(name))

/** The entries of a ledger, as a list of the dossier. */
const entries = (name: string, type: string): DerivedField =>
  field(many(type), records, (part) => entriesOf(dossierOf(part), name))

const dossier: Readonly<Record<string, DerivedField>> = {
  id: field(text, [], (part) => dossierOf(part).id),
  name: field(text, [], (part) => dossierOf(part).name),
  owner: field(object('Organisation'), context, (part) => dossierOf(part).context.part('owner')),
  connection: field(optional(connectionWords), context, (part) =>
    dossierOf(part).context.field('connection'),
  ),
  traits: field(list(wordOf('traits')), context, (part) => dossierOf(part).context.field('traits')),
  procedures: field(many('Procedure'), procedure, (part) => dossierOf(part).procedures),
  standard: field(object('Standard'), standard, (part) => dossierOf(part).standard.root),
  requirements: field(many('Requirement'), [], (part) =>
    dossierOf(part).standard.requirementsFor(dossierOf(part).level, dossierOf(part)),
  ),
  contracts: contextList('contracts', 'Contract'),
  logs: contextList('logs', 'ContextLog'),
  practices: contextList('practices', 'Practice'),
  involved: contextList('involved', 'Involvement'),
  capabilities: contextList('capabilities', 'Capability'),
  devices: contextList('devices', 'DeviceGroup'),
  facilities: field(optional(object('Facilities')), context, (part) =>
    dossierOf(part).context.field('facilities'),
  ),
  accounts: entries('accounts', 'Account'),
  media: entries('media', 'Medium'),
  failures: entries('failures', 'Failure'),
  patches: entries('patches', 'Patch'),
  erasures: entries('erasures', 'Erasure'),
  trainings: entries('trainings', 'Training'),
  audits: entries('audits', 'Audit'),
  selfInspections: entries('selfInspections', 'SelfInspection'),
  counts: field(many('Count'), records, (part) => ledger(dossierOf(part), 'counts')),
  notices: field(many('Notice'), notice, (part) => dossierOf(part).notices),
  actions: field(many('Action'), ['actions'], (part) =>
    dossierOf(part).actionFiles.flatMap((file) => file.parts('actions')),
  ),
  personalIdsRequired: field(bool, procedure, (part) =>
    dossierOf(part).procedures.some((one) =>
      provisionsInherited(one).some((provision) =>
        provision.texts('states').includes('personalId'),
      ),
    ),
  ),
  requiredActivities: field(list(wordOf('activities')), procedure, (part) => [
    ...new Set(
      dossierOf(part)
        .procedures.flatMap(dutiesInherited)
        .map((duty) => duty.text('activity')),
    ),
  ]),
}

/** Reads a part of the edition in force; unknown where the standard has no edition on that day. */
function ofEdition(root: Part, name: string): unknown {
  const { edition } = Standard.of(root)
  if (!edition) throw new Unknown([{ kind: 'standard', path: 'editions' }])
  return edition.field(name)
}

const standardFields: Readonly<Record<string, DerivedField>> = {
  name: field(text, standard, (root) => Standard.of(root).name),
  clauses: field(many('Clause'), standard, (root) => Standard.of(root).clauses),
  requirements: field(many('Requirement'), standard, (root) => [
    ...Standard.of(root).requirements.values(),
  ]),
  roles: field(many('CanonicalRole'), standard, (root) => Standard.of(root).roles),
  editionInForce: field(optional(object('Edition')), standard, (root) => Standard.of(root).edition),
  inspection: field(object('Inspection'), standard, (root) => ofEdition(root, 'inspection')),
  assurance: field(many('Assurance'), standard, (root) => ofEdition(root, 'assurance')),
}

/** Whether a clause wants its duty done again and again: it accepts a cycle, or its requirement has one. */
function isRecurring(clause: Part): boolean {
  const cadence = clause.data['cadence'] as { accept?: readonly string[] } | undefined
  if (cadence?.accept) return cadence.accept.includes('periodic')
  return standardOfClause(clause)?.data['cycle'] === 'periodic'
}

function standardOfClause(clause: Part): Part | undefined {
  const root = clause.parent?.type === 'Edition' ? clause.parent.parent : clause.parent
  return root && Standard.of(root).requirement(clause.writtenText('requirement') ?? '')
}

/** The series of performances of a party that owes a duty. */
function seriesOfParty(party: Part): Part {
  const duty = party.part('duty')
  const organisation = party.part('organisation')
  if (!duty || !organisation) throw party.missing('series')
  return seriesOf(duty, organisation)
}

/** All derived fields, by the type they belong to. Notice changes are added by the rule floor, which sees the diff. */
export const derivedFields: Readonly<Record<string, Readonly<Record<string, DerivedField>>>> = {
  Dossier: dossier,
  Standard: standardFields,
  Clause: { isRecurring: field(bool, standard, isRecurring) },
  Organisation: {
    members: field(many('Organisation'), [], membersOf),
    isGroup: field(bool, [], isGroup),
    bureau: field(object('Organisation'), [], bureauOf),
  },
  Procedure: {
    dutiesInherited: field(many('Duty'), procedure, dutiesInherited),
    provisionsInherited: field(many('Provision'), procedure, provisionsInherited),
    dutiesAll: field(many('Duty'), procedure, dutiesOf),
    provisionsAll: field(many('Provision'), procedure, provisionsOf),
    contextLogs: field(many('ContextLog'), context, contextLogs),
    involved: field(many('Party'), context, involvedIn),
    requirementsStated: field(list(wordOf('requirements')), procedure, requirementsStated),
  },
  Duty: {
    parties: field(many('Party'), procedure, partiesOf),
    organisations: field(many('Organisation'), procedure, organisationsOf),
    leavesOwner: field(bool, procedure, leavesOwner),
    clauses: field(many('Clause'), standard, clausesOf),
    clause: field(optional(object('Clause')), standard, (duty) => clausesOf(duty)[0]),
    subjects: field(list(wordOf('roles')), standard, subjectsOf),
    practices: field(many('Practice'), context, practicesOf),
    procedure: field(object('Procedure'), procedure, procedureOf),
  },
  Role: {
    duties: field(many('Duty'), procedure, dutiesOfRole),
    hoursPerYear: field(number, context, hoursPerYear),
    procedure: field(object('Procedure'), procedure, procedureOf),
  },
  Party: {
    organisation: field(object('Organisation'), [], (party) => party.field('organisation')),
    role: field(optional(object('Role')), procedure, (party) => party.field('role')),
    duty: field(optional(object('Duty')), procedure, (party) => party.field('duty')),
    series: field(object('Performed'), records, seriesOfParty),
    involvement: field(optional(object('Involvement')), context, (party) =>
      party.field('involvement'),
    ),
  },
  Exception: {
    isMandatory: field(bool, standard, (exception) =>
      dossierOf(exception).standard.isMandatory(exception.writtenText('requirement') ?? ''),
    ),
  },
  Sla: {
    isSecurity: field(
      bool,
      [],
      (sla) =>
        dossierOf(sla)
          .standard.vocabularies.get('slaCategories')
          ?.get(sla.text('category') ?? '')?.isSecurity === true,
    ),
  },
  Contract: {
    plan: field(optional(object('ReceivedEntry')), records, planOf),
    supervision: field(many('SupervisionEntry'), records, supervisionOf),
  },
  Account: {
    organisation: field(object('Organisation'), records, holderOrganisation),
    open: field(bool, records, isOpen),
    holderLeftOn: field(optional(day), records, holderLeftOn),
  },
  Medium: {
    organisation: field(object('Organisation'), records, holderOrganisation),
  },
  Count: {
    seen: field(many('SeenMedium'), records, seenMedia),
  },
  SeenMedium: {
    label: field(text, records, (medium) => medium.field('label')),
    count: field(object('Count'), records, (medium) => medium.field('count')),
    exchanges: field(many('Exchange'), records, (medium) => medium.field('exchanges')),
  },
  Notice: {
    dutyStatements: field(many('Statement'), notice, dutyStatements),
  },
  Statement: {
    dutyModality: field(modalityWords, procedure, modalityOfDuty),
    dutyIsPeriodic: field(
      bool,
      procedure,
      (statement) => statement.part('duty')?.part('frequency')?.written('every') === true,
    ),
  },
  Action: {
    status: field(statusWords, ['actions'], statusOf),
    demands: field(demandWords, ['actions'], demandsOf),
    startedOn: field(optional(day), ['actions'], startedOn),
  },
}

/** A value that may be unknown, as lists of the model hold them. */
export type MaybeUnknown = Part | Unknown
