import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WrittenDossier } from '../../../src/model/dossier.ts'
import type { WrittenPart } from '../../../src/model/part.ts'
import { memoryWorkspace } from '../../../src/source/memory.ts'
import { dossiersOf } from './dossiers.ts'

const folder = join(import.meta.dirname, 'town')

/** The files of かすみ村, a village that does not exist, each edited first. */
export function townFiles(
  edit: (path: string, text: string) => string = (_, text) => text,
): Readonly<Record<string, string>> {
  const files = readdirSync(folder).map((name) => {
    const path = `town/${name}`
    return [path, edit(path, readFileSync(join(folder, name), 'utf8'))] as const
  })
  return Object.fromEntries(files)
}

/** Its one system. */
export async function townDossier(
  edit?: (path: string, text: string) => string,
  asOf?: string,
): Promise<WrittenDossier> {
  const workspace = memoryWorkspace(townFiles(edit))
  const [dossier] = await dossiersOf(workspace, ['town'], undefined, asOf)
  if (!dossier) throw new Error('no dossier')
  return dossier
}

/** The same as a kind of document needs it: reminders are of an answer that is overdue. */
export async function dossierFor(
  document: string,
  edit?: (path: string, text: string) => string,
): Promise<WrittenDossier> {
  if (document !== 'reminders') return townDossier(edit)
  const asked = readdirSync(join(folder, '../asked')).map((name) => {
    return [`asked/${name}`, readFileSync(join(folder, '../asked', name), 'utf8')] as const
  })
  const workspace = memoryWorkspace(Object.fromEntries(asked))
  const [dossier] = await dossiersOf(workspace, ['asked'], undefined, '2026-09-01')
  if (!dossier) throw new Error('no dossier')
  return dossier
}

/** The same with some conventions of writing. */
export function withConventions(conventions: string): (path: string, text: string) => string {
  return (path, text) =>
    path.endsWith('municipality.yaml') ? `${text}conventions: ${conventions}\n` : text
}

/** The procedure in force. */
export function procedureOf(dossier: WrittenDossier): WrittenPart {
  const [procedure] = dossier.procedures
  if (!procedure) throw new Error('no procedure')
  return procedure
}
