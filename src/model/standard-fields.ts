import { bool, type Input, list, object, optional, text } from '../expression/type.ts'
import { Unknown } from '../finding/unknown.ts'
import type { ListName } from './catalogue.ts'
import {
  givesOf,
  isAdopted,
  isInAnnex,
  isRecurring,
  leftElsewhere,
  missingAnnexes,
  needsOf,
} from './clause.ts'
import { deletedArticles, goneClasses, goneDocuments, missingArticles } from './citation.ts'
import { decidedOtherwise, erasedBeside, keptOtherwise, timedOtherwise } from './contradiction.ts'
import { type DerivedField, field, labelIn, many, wordOf, wordsOf } from './derived-field.ts'
import { newerGuidelines } from './guideline.ts'
import type { Part } from './part.ts'
import { allowedIn } from './premises.ts'
import { isDeleted, Standard } from './standard.ts'

const standard: readonly Input[] = ['standard']
const givenWords = list(wordsOf('Clause', 'gives'))

/** One of the lists merged over the packs. */
const merged = (name: ListName, type: string): DerivedField =>
  field(labelIn('Standard', name), many(type), standard, (root) => Standard.of(root).list(name))

/** Reads a part of the edition in force; unknown where the standard has no edition on that day. */
function ofEdition(root: Part, name: string): unknown {
  const { edition } = Standard.of(root)
  if (!edition) throw new Unknown([{ kind: 'standard', path: 'editions' }])
  return edition.field(name)
}

/** What rules may ask of a standard itself. */
export const standardFields: Readonly<Record<string, DerivedField>> = {
  name: field('名称', text, standard, (root) => Standard.of(root).name),
  clauses: field('条文', many('Clause'), standard, (root) => Standard.of(root).clauses),
  requirements: field('要求事項', many('Requirement'), standard, (root) => [
    ...Standard.of(root).requirements.values(),
  ]),
  roles: field('役割', many('CanonicalRole'), standard, (root) => Standard.of(root).roles),
  ownRoles: field(
    'このパックの役割',
    many('CanonicalRole'),
    standard,
    (root) => Standard.of(root).ownRoles,
  ),
  absent: field('定めのない要求事項', list(wordOf('requirements')), standard, (root) => [
    ...Standard.of(root).absent,
  ]),
  isWhole: field('条文の全文を書き写したかどうか', bool, standard, (root) =>
    Standard.of(root).isWhole(),
  ),
  documents: merged('documents', 'StandardDocument'),
  topics: merged('topics', 'Topic'),
  trainingTopics: merged('trainingTopics', 'TrainingTopic'),
  checklists: merged('checklists', 'Checklist'),
  bodyKinds: merged('bodyKinds', 'BodyKind'),
  placeKinds: merged('placeKinds', 'PlaceKind'),
  contractKinds: merged('contractKinds', 'ContractKind'),
  handlings: merged('handlings', 'Handling'),
  networkModels: merged('networkModels', 'NetworkModel'),
  guidelines: merged('guidelines', 'Guideline'),
  phrases: merged('phrases', 'Phrase'),
  newerGuidelines: field(
    '基づくものより新しいガイドライン',
    many('GuidelineEdition'),
    standard,
    (root) => newerGuidelines(Standard.of(root)),
  ),
  editionInForce: field(
    '効力のある版',
    optional(object('Edition')),
    standard,
    (root) => Standard.of(root).edition,
  ),
  inspection: field('自己点検の項目', object('Inspection'), standard, (root) =>
    ofEdition(root, 'inspection'),
  ),
  assurance: field('全庁の取組', many('Assurance'), standard, (root) =>
    ofEdition(root, 'assurance'),
  ),
}

/** What rules may ask of the parts of a standard. */
export const catalogueFields: Readonly<Record<string, Readonly<Record<string, DerivedField>>>> = {
  Clause: {
    leftElsewhere: field('別に定めるとしているもの', optional(text), [], leftElsewhere),
    isRecurring: field('繰り返し行うことを求めるかどうか', bool, standard, isRecurring),
    gives: field('示していること', givenWords, standard, givesOf),
    missingAnnexes: field('文書にない別表など', list(text), standard, missingAnnexes),
    keptOtherwise: field('期間を違える条文', many('Clause'), standard, keptOtherwise),
    erasedBeside: field(
      '残すことと消すことが両立しない条文',
      many('Clause'),
      standard,
      erasedBeside,
    ),
    timedOtherwise: field('間隔や期限を違える条文', many('Clause'), standard, timedOtherwise),
    decidedOtherwise: field('許す職などを違える条文', many('Clause'), standard, decidedOtherwise),
    missingArticles: field('引いているが、ない条', list(text), standard, missingArticles),
    deletedArticles: field('引いているが、削除された条', many('Clause'), standard, deletedArticles),
    goneDocuments: field('引いているが、今はない文書', list(text), standard, goneDocuments),
    goneClasses: field('今はない情報の区分', list(text), standard, goneClasses),
    isInAnnex: field('別表などの中の定めかどうか', bool, standard, isInAnnex),
    isDeleted: field('削られた条文かどうか', bool, standard, isDeleted),
    needs: field('示すべきこと', givenWords, standard, needsOf),
  },
  Requirement: {
    adopted: field('定めがあるかどうか', bool, standard, isAdopted),
    isAsked: field('求められていると分かるかどうか', bool, standard, (requirement) =>
      Standard.of(requirement).isAsked(requirement.key),
    ),
  },
  Topic: {
    isAsked: field('求められていると分かるかどうか', bool, standard, (topic) =>
      Standard.of(topic).isAsked(topic.text('requirement') ?? ''),
    ),
  },
  PlaceKind: {
    mayContain: field('置いてよいもの', optional(list(wordOf('things'))), standard, allowedIn),
  },
}
