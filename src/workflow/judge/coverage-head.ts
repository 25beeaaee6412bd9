import type { CoveredCommit, CoveredSystem, Named } from '../../finding/coverage.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { guidelineOf } from '../../model/guideline.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { traitsOf } from '../../model/trait.ts'
import { rulesInForce } from '../../rule/digest.ts'
import type { Source } from '../../source/source.ts'
import type { Workspace } from '../../source/workspace.ts'
import type { Packs } from '../open/packs.ts'
import { editionOf } from './report.ts'

/** The commit that the files of a run may be those of. */
export interface CommitAtHand {
  readonly id: string
  readonly workspace: Workspace
}

/** The bodies that some systems belong to, each once. */
export function municipalitiesOf(dossiers: readonly WrittenDossier[]): readonly Named[] {
  const names = new Map(dossiers.map(({ municipality: { id, name } }) => [id, name]))
  return [...names].map(([id, name]) => ({ id, name }))
}

/** Whether what was judged is what was committed: the same files with the same texts. */
export function commitOf(
  { id, workspace }: CommitAtHand,
  paths: readonly string[],
  sources: Iterable<Source>,
): CoveredCommit {
  const texts = new Map([...sources].map(({ path, text }) => [path, text]))
  const isSame = ([path, text]: readonly [string, string]): boolean => {
    const read = workspace.read(path)
    return read.ok && plain(read.source.text) === plain(text)
  }
  const committed = workspace.discover(paths).files
  const isModified = committed.some((path) => !texts.has(path)) || ![...texts].every(isSame)
  return { id, isModified }
}

/** Git may give the lines of a file other ends on the disk. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/** The standard that something was judged by, exactly. */
export function standardOf(standard: WrittenStandard, packs: Packs): CoveredSystem['standard'] {
  return {
    ...editionOf(standard),
    guideline: guidelineIn(standard),
    rules: rulesInForce(standard, packs.rulesFor(standard)),
  }
}

/** The guideline that the edition in force says it is based on, by its name. */
function guidelineIn(standard: WrittenStandard): CoveredSystem['standard']['guideline'] {
  const basedOn = standard.edition?.part('basedOn')
  if (!basedOn) return null
  const written = basedOn.writtenText('guideline') ?? ''
  const name = guidelineOf(standard, written)?.writtenText('name') ?? written
  return { name, edition: basedOn.writtenText('edition') ?? '' }
}

/** Who owns a system, and what is so of it; null where nobody wrote it. */
export function aboutSystem(
  dossier: WrittenDossier | undefined,
): Pick<CoveredSystem, 'owner' | 'traits'> {
  if (!dossier?.context) return { owner: null, traits: null }
  const { context, standard } = dossier
  const owner = context.part('owner')
  const traits = context.written('traits') ? traitsOf(dossier) : undefined
  return {
    owner: owner ? { id: owner.key, name: owner.writtenText('name') ?? owner.key } : null,
    traits: traits?.map((id) => ({ id, name: standard.wordName('traits', id) })) ?? null,
  }
}
