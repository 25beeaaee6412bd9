import { fingerprint } from '../../finding/finding.ts'
import { plainText } from '../../japanese/sentence.ts'
import { isStandardSystem, isWholeOrganisation } from '../../finding/system-id.ts'
import type { Workspace } from '../../source/workspace.ts'
import { documentsIn } from './town.ts'

/** A system of a municipality by its id and its Japanese name. */
export interface NamedSystem {
  readonly id: string
  readonly name: string
}

/** What may be an ID of a system. */
const anId = /^[a-z0-9][A-Za-z0-9._-]{0,79}$/u

/** The systems whose context stands in the folder of a municipality. */
export function systemsIn(workspace: Workspace, folder: string): readonly NamedSystem[] {
  const { files } = workspace.discover([folder])
  return documentsIn(workspace, files, 'context').flatMap(({ document }) => {
    const { system, name } = (document.value ?? {}) as Readonly<Record<string, unknown>>
    const id = typeof system === 'string' ? system.split('/')[1] : undefined
    // It becomes the name of a folder: nothing that leads elsewhere is taken.
    const isSound = id !== undefined && anId.test(id)
    return isSound && typeof name === 'string' && name.trim() !== '' ? [{ id, name }] : []
  })
}

/** Whether an id means the whole of a municipality, or its standard. */
function isTaken(id: string): boolean {
  return isWholeOrganisation(`/${id}`) || isStandardSystem(`/${id}`)
}

/**
 * Of which system a document is, by its file's name: of one whose name stands in it, else by the name itself
 * where that may be an id, else by one made of it, which stays the same as long as the file is called so.
 */
export function systemNamed(file: string, systems: readonly NamedSystem[]): string {
  const stem = file.replace(/\.[^.]*$/u, '').normalize('NFKC')
  const plain = plainText(stem)
  const [known] = systems
    .filter(({ name }) => plain.includes(plainText(name)))
    .sort((a, b) => b.name.length - a.name.length)
  if (known) return known.id
  const id = stem.toLowerCase().replaceAll(/\s+/gu, '-')
  if (anId.test(id) && !isTaken(id)) return id
  return `system-${fingerprint(plain).slice(0, 8)}`
}
