import type { Day } from '../calendar/day.ts'
import { groupByAll } from '../finding/order.ts'
import { type Problem, problemAt } from '../finding/problem.ts'
import { municipalityIdOf, wholeOrganisationOf } from '../finding/system-id.ts'
import { UsageError } from '../finding/usage-error.ts'
import { locate, ownText } from '../source/source.ts'
import {
  type DossierDocument,
  dossierKinds,
  type WrittenDossier,
  writtenDossier,
} from './dossier.ts'
import { editionProblems } from './edition-problem.ts'
import type { ShapedDocument } from './element.ts'
import { jurisdictionsOf } from './jurisdiction.ts'
import { type Municipality, municipalityOf, type StandardInForce } from './municipality.ts'
import type { PlacedDocument } from './place.ts'
import { overlapProblems } from './standard-in-force.ts'
import type { WrittenStandard } from './standard.ts'
import { dossierLinks, municipalityLinks } from './targets.ts'

/** The standard of a municipality on a day; throws where its pack is missing or broken. */
export type StandardSource = (
  pack: string,
  edition: string | undefined,
  asOf: Day,
) => WrittenStandard

/** The kinds of document of each system that are there but could not be read, in all or in part. */
export type Lost = ReadonlyMap<string, ReadonlyMap<string, 'whole' | 'part'>>

/** What was built, and what is wrong with how the documents refer to each other. */
export interface Built {
  readonly municipalities: readonly Municipality[]
  readonly dossiers: readonly WrittenDossier[]
  readonly problems: readonly Problem[]
  /** Those of them that were told of one system, by its id. */
  readonly problemsOf: ReadonlyMap<string, readonly Problem[]>
  /** The systems that are judged as of today, for nothing else says when. */
  readonly undated: ReadonlySet<string>
}

/** Which day systems are judged on. */
export interface JudgementDay {
  /** The day asked for; each system's own without it. */
  readonly asked: Day | undefined
  readonly today: Day
  /** The day of one system, where something else decides it. */
  readonly of?: (system: string) => Day | undefined
}

/** Whether documents of a kind belong to the dossier of a system. */
export function isDossierKind(kind: string | undefined): boolean {
  return dossierKinds.some((one) => one === kind)
}

/**
 * Builds the dossiers of all systems from their documents. The day of judgement of a system is the
 * day asked for, else the day its facts were found, else today. What refers to what is looked through
 * of the systems in turn: where some are built at a time, the whole organisation is there every time, and
 * what the municipality's file refers to is left to `linksOfMunicipalities`.
 */
export function buildDossiers(
  documents: readonly ShapedDocument[],
  standardFor: StandardSource,
  day: JudgementDay,
  lost: Lost = new Map(),
  isInTurn?: (system: string) => boolean,
): Built {
  const problems: Problem[] = []
  const problemsOf = new Map<string, Problem[]>()
  const tell: Tell = (more, system) => {
    for (const one of more) {
      problems.push(one)
      if (system !== undefined) problemsOf.set(system, [...(problemsOf.get(system) ?? []), one])
    }
  }
  const undated = new Set<string>()
  const municipalities = municipalitiesOf(documents, tell)
  const dossiers: WrittenDossier[] = []
  const systems = bySystem(documents)
  for (const [system, parts] of systems) {
    const municipality = municipalities.get(municipalityIdOf(system))
    if (!municipality) {
      tell(
        parts.slice(0, 1).map((part) => noMunicipality(part, system)),
        system,
      )
      continue
    }
    tell(repeatedContext(parts, system), system)
    const foundOn = parts.find((part) => part.kind === 'context')?.value['foundOn'] as
      Day | undefined
    const dated = day.of?.(system) ?? day.asked ?? foundOn
    if (dated === undefined) undated.add(system)
    const asOf = dated ?? day.today
    const judgedBy = jurisdictionsOf(system, parts, municipality, asOf)
    if (judgedBy.length === 0) tell(noStandard(parts, system, municipality), system)
    const unread = wholly(lost.get(system))
    const own = judgedBy.map(({ inForce, ...share }) => {
      const standard = standardIn(municipality, inForce, asOf, standardFor)
      const making = { id: system, documents: parts, unread, municipality, standard, asOf, share }
      return writtenDossier(making)
    })
    for (const one of own) dossiers.push(one)
    if (isInTurn && !isInTurn(system)) continue
    const wide = systems.get(wholeOrganisationOf(municipality.id)) ?? []
    const standards = own.map(({ standard }) => standard)
    tell(dossierLinks(parts, wide, municipality, standards, lost.get(system)), system)
    tell(own.slice(0, 1).flatMap(editionProblems), system)
  }
  if (!isInTurn) tell(linksOfMunicipalities(municipalities.values(), dossiers))
  joinOrganisationWide(dossiers)
  return { municipalities: [...municipalities.values()], dossiers, problems, problemsOf, undated }
}

/** What is wrong with the references and words of municipalities' files, the standards of all their systems known. */
export function linksOfMunicipalities(
  municipalities: Iterable<Municipality>,
  dossiers: readonly Pick<WrittenDossier, 'municipality' | 'standard'>[],
): readonly Problem[] {
  const of = groupByAll(dossiers, ({ municipality }) => [municipality.id])
  return [...municipalities].flatMap((one) => municipalityLinks(one, of.get(one.id) ?? []))
}

/** The kinds of which a document is lost in all. */
function wholly(lost: ReadonlyMap<string, 'whole' | 'part'> = new Map()): ReadonlySet<string> {
  return new Set([...lost.keys()].filter((kind) => lost.get(kind) === 'whole'))
}

/** A standard in force in a municipality; one that cannot be had is told where it is named. */
function standardIn(
  municipality: Municipality,
  inForce: StandardInForce,
  asOf: Day,
  standardFor: StandardSource,
): WrittenStandard {
  try {
    return standardFor(inForce.pack, inForce.edition, asOf)
  } catch (thrown) {
    if (!(thrown instanceof UsageError) || thrown.location) throw thrown
    const { document, standards } = municipality
    const span = document.spanOf(['standards', standards.indexOf(inForce)], 'mark')
    const location = locate(document.source, span)
    throw new UsageError(thrown.message, {
      location,
      ...(thrown.hint === undefined ? {} : { hint: thrown.hint }),
    })
  }
}

/** Takes down what is wrong, however much it is. */
type Tell = (more: readonly Problem[], system?: string) => void

function municipalitiesOf(
  documents: readonly ShapedDocument[],
  tell: Tell,
): Map<string, Municipality> {
  const found = new Map<string, Municipality>()
  for (const { kind, value, document } of documents) {
    if (kind !== 'municipality') continue
    const municipality = municipalityOf(value, document)
    const first = found.get(municipality.id)
    if (first) tell([twice(document, municipality.id, first.document)])
    else found.set(municipality.id, municipality)
    tell([...municipality.repeated, ...overlapProblems(municipality)])
  }
  return found
}

function bySystem(documents: readonly ShapedDocument[]): Map<string, DossierDocument[]> {
  const systems = new Map<string, DossierDocument[]>()
  for (const one of documents) {
    if (!isDossierKind(one.kind)) continue
    const system = ownText(String(one.value['system']))
    const parts = systems.get(system) ?? []
    parts.push(one as DossierDocument)
    systems.set(system, parts)
  }
  return new Map([...systems].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Joins each system to the whole organisation under the same standard. Where the organisation has nothing
 * written under it, its facts and records hold all the same, but none of its procedures does.
 */
function joinOrganisationWide(dossiers: readonly WrittenDossier[]): void {
  const wide = groupByAll(dossiers, ({ level, municipality }) =>
    level === 'organisation' ? [municipality.id] : [],
  )
  for (const dossier of dossiers) {
    const { level, municipality, standard } = dossier
    const [first, ...more] = level === 'system' ? (wide.get(municipality.id) ?? []) : []
    if (!first) continue
    const same = [first, ...more].find((one) => one.standard.id === standard.id)
    dossier.organisationWide = same ?? first.under(standard)
  }
}

function noMunicipality(part: DossierDocument, system: string): Problem {
  const id = municipalityIdOf(system)
  return problemAt(part.document.source, part.document.spanOf(['system']), {
    code: 'no-municipality',
    message: `システム「${system}」の自治体「${id}」のファイルがないか、誤りがあって読めません。`,
    why: '組織や適用する対策基準が分からないと、このシステムは判定できません。',
    fix: `上のフォルダーに kind: municipality、id: ${id} のファイルを置き、そのファイルの誤りを直してください。system の書き方も確かめてください。`,
  })
}

function noStandard(
  parts: readonly DossierDocument[],
  system: string,
  { document }: Municipality,
): readonly Problem[] {
  const location = locate(document.source, document.spanOf(['standards'], 'key'))
  return parts.slice(0, 1).map((part) =>
    problemAt(part.document.source, part.document.spanOf(['system']), {
      code: 'no-standard',
      message: `システム「${system}」に適用する対策基準がありません。`,
      why: '適用する対策基準が分からないと、このシステムは判定できません。',
      fix: '自治体のファイルの standards に、for を書かない（全体に適用する）対策基準を加えるか、for にこのシステムか所管の組織を加えてください。',
      related: [{ message: '自治体の対策基準です。', location }],
    }),
  )
}

function twice(document: PlacedDocument, id: string, first: PlacedDocument): Problem {
  const place = problemAt(first.source, first.spanOf(['id']), emptyWords)
  return problemAt(document.source, document.spanOf(['id']), {
    code: 'duplicate-municipality',
    message: `自治体「${id}」のファイルが二つあります。`,
    why: 'どちらの組織と対策基準を使うのか決まりません。',
    fix: '一つにまとめてください。',
    related: [{ message: '最初のファイルです。', location: place.location }],
  })
}

function repeatedContext(parts: readonly DossierDocument[], system: string): readonly Problem[] {
  const [first, ...others] = parts.filter((part) => part.kind === 'context')
  if (!first || others.length === 0) return []
  const place = problemAt(first.document.source, first.document.spanOf(['system']), emptyWords)
  return others.map(({ document }) =>
    problemAt(document.source, document.spanOf(['system']), {
      code: 'duplicate-context',
      message: `システム「${system}」の実態(kind: context)が二つあります。`,
      why: '実態は一つのシステムに一つです。二つあると、どちらが本当か決まりません。',
      fix: '一つにまとめてください。',
      related: [{ message: '最初の実態です。', location: place.location }],
    }),
  )
}

const emptyWords = { code: '', message: '', why: '', fix: '' }
