import { ownValue } from '../finding/own-value.ts'
import type { Problem } from '../finding/problem.ts'
import { addedNames } from '../schema/kind.ts'
import type { DossierDocument, WrittenDossier } from './dossier.ts'
import { type Element, rootElement, rootsOf, shapeOfDocument } from './element.ts'
import type { Vocabularies } from './language.ts'
import { type Ids, linkProblems } from './links.ts'
import type { Municipality } from './municipality.ts'
import type { Word } from './pack.ts'
import { nounsIn, writtenReferents } from './referent.ts'
import { shapeOf } from './shape.ts'
import type { WrittenStandard } from './standard.ts'

type Targets = Readonly<Record<string, ReadonlySet<string> | undefined>>

/** What is wrong with the references and words of a system's documents; `wide` are those of the whole organisation. */
export function dossierLinks(
  parts: readonly DossierDocument[],
  wide: readonly DossierDocument[],
  municipality: Municipality,
  standards: readonly WrittenStandard[],
  lost: ReadonlyMap<string, unknown> = new Map(),
): readonly Problem[] {
  const words = joined(standards.map(({ vocabularies }) => vocabularies))
  const [procedures, contexts] = [rootsOf(parts, 'procedure'), rootsOf(parts, 'context')]
  const targets: Targets = {
    ...municipalityTargets(municipality),
    ...idsIn('Procedure', procedures),
    ...idsIn('Context', contexts),
    procedure: new Set(procedures.map(({ key }) => key)),
    ...rowTargets(parts, wide),
    place: idsOf('place', [...contexts, ...rootsOf(wide, 'context')]),
    // Where a document could not be read, nobody knows what stands in it.
    ...(lost.has('procedure') && { duty: undefined, role: undefined, procedure: undefined }),
    ...(lost.has('context') && { contract: undefined, sla: undefined, log: undefined }),
    ...(lost.has('context') && { place: undefined, network: undefined }),
    ...(lost.has('records') && noRows(parts)),
  }
  const wideDuties = idsIn('Procedure', rootsOf(wide, 'procedure'))
  return parts.flatMap((part) => {
    const own =
      part.kind === 'procedure' && !lost.has('procedure')
        ? { ...targets, role: idsOf('role', [rootElement(part)]) }
        : targets
    const ids: Ids = (noun) => ownValue(own, noun)
    const elsewhere: Ids = (noun) =>
      part.kind === 'procedure' ? undefined : ownValue(wideDuties, noun)
    return linkProblems(shapeOfDocument(part), part.value, part.document, ids, words, elsewhere)
  })
}

/** The rows of the ledgers that packs add, by the ledger. */
function rowTargets(parts: readonly DossierDocument[], wide: readonly DossierDocument[]): Targets {
  const records = [...rootsOf(parts, 'records'), ...rootsOf(wide, 'records')]
  const names = new Set(records.flatMap(({ shape }) => addedNames(shape)))
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      new Set(records.flatMap((one) => writtenReferents(name, one)).map(({ key }) => key)),
    ]),
  )
}

/** Of a ledger that could not be read in all, nobody knows which rows it has. */
function noRows(parts: readonly DossierDocument[]): Targets {
  return Object.fromEntries(
    rootsOf(parts, 'records').flatMap(({ shape }) =>
      addedNames(shape).map((name) => [name, undefined]),
    ),
  )
}

/** What is wrong with the references and words of a municipality's file; its systems' standards know the words. */
export function municipalityLinks(
  municipality: Municipality,
  dossiers: readonly Pick<WrittenDossier, 'standard'>[],
): readonly Problem[] {
  const { value, document } = municipality
  const targets = municipalityTargets(municipality)
  const words = joined(dossiers.map(({ standard }) => standard.vocabularies))
  return linkProblems(
    shapeOf('Municipality'),
    value,
    document,
    (noun) => ownValue(targets, noun),
    words,
  )
}

function municipalityTargets({ organisations, value, document }: Municipality): Targets {
  const known = new Set(organisations.keys())
  const root = rootElement({ kind: 'municipality', value, document })
  return { organisation: known, group: known, ...idsIn('Municipality', [root]) }
}

function joined(all: readonly Vocabularies[]): Vocabularies {
  const merged = new Map<string, ReadonlyMap<string, Word>>()
  for (const vocabularies of new Set(all)) {
    for (const [name, words] of vocabularies) {
      const before = merged.get(name)
      merged.set(name, before ? new Map([...before, ...words]) : words)
    }
  }
  return merged
}

function idsIn(type: string, documents: readonly Element[]): Targets {
  return Object.fromEntries(nounsIn(type).map((noun) => [noun, idsOf(noun, documents)]))
}

function idsOf(noun: string, documents: readonly Element[]): ReadonlySet<string> {
  return new Set(
    documents.flatMap((one) => writtenReferents(noun, one)).map(({ data }) => String(data['id'])),
  )
}
