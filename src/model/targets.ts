import type { Problem } from '../finding/problem.ts'
import { type DossierDocument, shapeNames, type WrittenDossier } from './dossier.ts'
import type { Vocabularies } from './language.ts'
import { type Ids, linkProblems } from './links.ts'
import type { Municipality } from './municipality.ts'
import type { Word } from './pack.ts'
import type { WrittenStandard } from './standard.ts'

type Data = Readonly<Record<string, unknown>>
type Targets = Readonly<Record<string, ReadonlySet<string> | undefined>>

/** What is wrong with the references and words of a system's documents; `wide` are those of the whole organisation. */
export function dossierLinks(
  parts: readonly DossierDocument[],
  wide: readonly DossierDocument[],
  municipality: Municipality,
  standards: readonly WrittenStandard[],
  lost: ReadonlyMap<string, unknown> = new Map(),
): readonly Problem[] {
  const all = idsIn(parts)
  const words = joined(standards.map(({ vocabularies }) => vocabularies))
  const targets: Targets = {
    ...municipalityTargets(municipality),
    duty: new Set([...all('procedure', 'duties'), ...all('procedure', 'documents', 'duties')]),
    role: all('procedure', 'roles'),
    procedure: all('procedure'),
    contract: all('context', 'contracts'),
    sla: all('context', 'contracts', 'sla'),
    log: all('context', 'logs'),
    place: new Set([...all('context', 'places'), ...idsIn(wide)('context', 'places')]),
    // Where a document could not be read, nobody knows what stands in it.
    ...(lost.has('procedure') && { duty: undefined, role: undefined, procedure: undefined }),
    ...(lost.has('context') && { contract: undefined, sla: undefined, log: undefined }),
    ...(lost.has('context') && { place: undefined }),
  }
  return parts.flatMap((part) => {
    const own =
      part.kind === 'procedure' && !lost.has('procedure')
        ? { ...targets, role: new Set(idsAt(part.value, ['roles'])) }
        : targets
    const ids: Ids = (noun) => own[noun]
    return linkProblems(shapeNames[part.kind], part.value, part.document, ids, words)
  })
}

/** What is wrong with the references and words of a municipality's file; its systems' standards know the words. */
export function municipalityLinks(
  municipality: Municipality,
  dossiers: readonly WrittenDossier[],
): readonly Problem[] {
  const { value, document } = municipality
  const targets = municipalityTargets(municipality)
  const words = joined(dossiers.map(({ standard }) => standard.vocabularies))
  return linkProblems('Municipality', value, document, (noun) => targets[noun], words)
}

function municipalityTargets({ organisations, value }: Municipality): Targets {
  const known = new Set(organisations.keys())
  return { organisation: known, group: known, body: new Set(idsAt(value, ['bodies'])) }
}

function joined(all: readonly Vocabularies[]): Vocabularies {
  const merged = new Map<string, ReadonlyMap<string, Word>>()
  for (const vocabularies of new Set(all)) {
    for (const [name, words] of vocabularies) {
      merged.set(name, new Map([...(merged.get(name) ?? []), ...words]))
    }
  }
  return merged
}

function idsIn(
  parts: readonly DossierDocument[],
): (kind: string, ...path: readonly string[]) => Set<string> {
  return (kind, ...path) =>
    new Set(parts.filter((part) => part.kind === kind).flatMap((part) => idsAt(part.value, path)))
}

function idsAt(value: Data, path: readonly string[]): readonly string[] {
  const [field, ...rest] = path
  if (field === undefined) return typeof value['id'] === 'string' ? [value['id']] : []
  const list = value[field]
  // In the place of an element that could not be read stands null.
  return Array.isArray(list)
    ? list.flatMap((item: Data | null) => (item === null ? [] : idsAt(item, rest)))
    : []
}
