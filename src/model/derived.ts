import { bool, day, type Input, list, number, object, optional, text } from '../expression/type.ts'
import type { Unknown } from '../finding/unknown.ts'
import { holderLeftOn, holderOrganisation, isOpen } from './account.ts'
import { demandsOf, evidenceOf, nextOf, startedOn, statusOf } from './action.ts'
import { functionsOfBody, kindOfBody } from './body.ts'
import { kindOfContract, planOf, supervisionOf } from './contract.ts'
import { type DerivedField, field, many, wordOf, wordsOf } from './derived-field.ts'
import { dossierFields } from './dossier-fields.ts'
import { dossierOf, dutiesAll, provisionsAll } from './dossier.ts'
import {
  clausesOf,
  entrustedRoles,
  leavesOwner,
  organisationsOf,
  partiesOf,
  procedureOf,
  subjectsOf,
} from './duty.ts'
import { isInPlace, isLasting } from './evidence.ts'
import { standardsOf } from './jurisdiction.ts'
import { isCounted, isExchangeListed, seenMedia } from './media.ts'
import { dutyStatements, modalityOfDuty } from './notice.ts'
import { bureauOf, isGroup, isThere, membersOf } from './organisation.ts'
import type { Part } from './part.ts'
import { practicesOf } from './practice.ts'
import { checkItemOf, dayOfAnswer, kindOfPlace, placeOfAnswer, resultOfAnswer } from './premises.ts'
import {
  contextLogs,
  dutiesInherited,
  involvedIn,
  provisionsInherited,
  requirementsStated,
  rolesInherited,
} from './procedure.ts'
import { seriesOf } from './record.ts'
import { dutiesOfRole, hoursPerYear } from './role.ts'
import { catalogueFields, standardFields } from './standard-fields.ts'
import { coverageOf } from './training.ts'

export type { DerivedField } from './derived-field.ts'

const modalityWords = wordsOf('Statement', 'modality')
const statusWords = wordsOf('Action', 'status')
const demandWords = wordsOf('Action', 'demands')

const procedure: readonly Input[] = ['procedure']
const context: readonly Input[] = ['context']
const records: readonly Input[] = ['records']
const notice: readonly Input[] = ['notice']
const actions: readonly Input[] = ['actions']
const standard: readonly Input[] = ['standard']
const municipality: readonly Input[] = ['municipality']

/** The series of performances of a party that owes a duty. */
function seriesOfParty(party: Part): Part {
  const duty = party.part('duty')
  const organisation = party.part('organisation')
  if (!duty || !organisation) throw party.missing('series')
  return seriesOf(duty, organisation)
}

/** All derived fields, by the type they belong to. Notice changes are added by the rule floor, which sees the diff. */
export const derivedFields: Readonly<Record<string, Readonly<Record<string, DerivedField>>>> = {
  ...catalogueFields,
  Dossier: dossierFields,
  Standard: standardFields,
  Organisation: {
    members: field(many('Organisation'), [], membersOf),
    isGroup: field(bool, [], isGroup),
    isThere: field(bool, [], isThere),
    bureau: field(object('Organisation'), [], bureauOf),
  },
  Procedure: {
    rolesInherited: field(many('Role'), procedure, rolesInherited),
    dutiesInherited: field(many('Duty'), procedure, dutiesInherited),
    provisionsInherited: field(many('Provision'), procedure, provisionsInherited),
    dutiesAll: field(many('Duty'), procedure, dutiesAll),
    provisionsAll: field(many('Provision'), procedure, provisionsAll),
    contextLogs: field(many('ContextLog'), context, contextLogs),
    involved: field(many('Party'), context, involvedIn),
    requirementsStated: field(list(wordOf('requirements')), procedure, requirementsStated),
    standards: field(many('StandardInForce'), municipality, standardsOf),
  },
  Duty: {
    parties: field(many('Party'), procedure, partiesOf),
    organisations: field(many('Organisation'), procedure, organisationsOf),
    leavesOwner: field(bool, procedure, leavesOwner),
    clauses: field(many('Clause'), standard, clausesOf),
    clause: field(optional(object('Clause')), standard, (duty) => clausesOf(duty)[0]),
    subjects: field(list(wordOf('roles')), standard, subjectsOf),
    entrusted: field(many('Role'), procedure, entrustedRoles),
    practices: field(many('Practice'), context, practicesOf),
    firstPractice: field(optional(object('Practice')), context, (duty) => practicesOf(duty)[0]),
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
    kind: field(object('ContractKind'), context, kindOfContract),
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
  Exchange: {
    organisation: field(object('Organisation'), records, holderOrganisation),
    counted: field(bool, records, isCounted),
    listed: field(bool, records, isExchangeListed),
  },
  SelfInspection: {
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
  Body: {
    kind: field(object('BodyKind'), municipality, kindOfBody),
    functions: field(list(wordOf('functions')), municipality, functionsOfBody),
  },
  Place: {
    kind: field(object('PlaceKind'), context, kindOfPlace),
  },
  PlaceAnswer: {
    result: field(wordsOf('PlaceAnswer', 'result'), records, resultOfAnswer),
    checkItem: field(object('CheckItem'), standard, checkItemOf),
    place: field(object('Place'), records, placeOfAnswer),
    on: field(day, records, dayOfAnswer),
  },
  Training: {
    coverage: field(number, records, coverageOf),
  },
  Prevention: {
    lasting: field(bool, records, isLasting),
    inPlace: field(bool, records, isInPlace),
  },
  Evidence: {
    lasting: field(bool, actions, isLasting),
    inPlace: field(bool, actions, isInPlace),
  },
  Action: {
    evidence: field(many('Evidence'), actions, evidenceOf),
    next: field(optional(object('ActionNext')), actions, nextOf),
    status: field(statusWords, actions, statusOf),
    demands: field(demandWords, actions, demandsOf),
    startedOn: field(optional(day), actions, startedOn),
  },
}

/** A value that may be unknown, as lists of the model hold them. */
export type MaybeUnknown = Part | Unknown
