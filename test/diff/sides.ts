import { align, type Alignment } from '../../src/diff/align.ts'
import { compareDocuments } from '../../src/diff/compare.ts'
import { joinMoves } from '../../src/diff/moved.ts'
import { type GradedChange, gradeFacts } from '../../src/diff/change.ts'
import type { Fact } from '../../src/diff/fact.ts'
import { Side } from '../../src/diff/names.ts'
import { policies } from '../../src/diff/policy.ts'
import type { ShapedDocument } from '../../src/model/element.ts'
import type { Mapping } from '../../src/schema/variant.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { packDocuments, type SideRequest } from '../../src/workflow/compare/side.ts'
import { documentsIn } from '../../src/workflow/open/batch.ts'
import { readFiles } from '../../src/workflow/open/files.ts'
import { select } from '../../src/workflow/open/select.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'
import { yamlBelow } from '../rule/packs.ts'

/** One version of some files: what is written in each, by its path. */
export type Version = ReadonlyMap<string, readonly Mapping[]>

/** The files below a folder of the project, by their path from the folder. */
export function versionOf(folder: string): Version {
  return new Map(
    yamlBelow(folder).map(({ path, text }) => [
      path.slice(folder.length + 1),
      parseDocuments({ path, text }).documents.map(({ value }) => value as Mapping),
    ]),
  )
}

/** A version with other values; none of the given version is touched. */
export function copyOf(version: Version): Map<string, Mapping[]> {
  return new Map([...version].map(([path, documents]) => [path, structuredClone([...documents])]))
}

/** The version as one side of a comparison, in a folder beside other files. JSON is YAML. */
export function sideOf(
  version: Version,
  name = '版',
  beside: Readonly<Record<string, string>> = {},
): SideRequest {
  const files = [...version].map(([path, documents]) => [
    `procedures/${path}`,
    documents.map((one) => `${JSON.stringify(one, undefined, 1)}\n`).join('---\n'),
  ])
  const own = Object.fromEntries(files) as Record<string, string>
  return { name, workspace: memoryWorkspace({ ...beside, ...own }), paths: ['procedures'] }
}

/** The standards of the project's packs, by their ids. */
const standards = new Map(
  ['policies', 'examples/invented/policies']
    .flatMap((folder) => [...versionOf(folder).values()].flat())
    .filter(({ kind }) => kind === 'standard')
    .map((standard) => [String(standard['id']), standard]),
)

/** What a pack and those below it say, base first. */
function writtenIn(id: string): readonly Mapping[] {
  const standard = standards.get(id)
  if (!standard) return []
  const { extends: below } = standard
  return [...(typeof below === 'string' ? writtenIn(below) : []), standard]
}

/** The documents of a version, all of the right shape. */
export function documentsOf(version: Version): readonly ShapedDocument[] {
  const files = readFiles(select(sideOf(version)), { whole: true })
  const { documents, packSources, findings } = documentsIn(files, { writtenIn })
  const inPacks = packDocuments(packSources)
  const wrong = [...findings, ...inPacks.findings].filter(({ severity }) => severity === 'error')
  if (wrong[0]) throw new Error(wrong[0].message)
  return [...documents, ...inPacks.documents]
}

/** Two versions aligned, and every difference between them. */
export interface Compared {
  readonly before: readonly ShapedDocument[]
  readonly after: readonly ShapedDocument[]
  readonly aligned: Alignment
  readonly facts: readonly Fact[]
}

/** Aligns and compares two versions. */
export function compared(
  before: readonly ShapedDocument[],
  after: readonly ShapedDocument[],
): Compared {
  const aligned = align(before, after)
  return { before, after, aligned, facts: joinMoves(compareDocuments(aligned, after), aligned) }
}

/** The differences graded, and what the policies make of them; no clause is known. */
export function graded({ after, aligned, facts }: Compared): {
  readonly plain: readonly GradedChange[]
  readonly changes: readonly GradedChange[]
} {
  const noStandard = () => undefined
  const plain = gradeFacts(
    facts,
    {
      before: new Side(aligned.documents, noStandard),
      after: new Side(after, noStandard),
      day: '2026-01-01',
    },
    {
      of: () => null,
      ofKind: () => [],
      all: () => new Set(),
      isMandatory: () => false,
      isMandatoryIn: () => false,
    },
  )
  const changes = policies.reduce<readonly GradedChange[]>((list, policy) => policy(list), plain)
  return { plain, changes }
}
