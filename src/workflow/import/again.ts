import { UsageError } from '../../finding/usage-error.ts'
import type { Draft } from '../../import/draft.ts'
import type { Value } from '../../import/match.ts'
import { type Edit, merge, type Note, type Place } from '../../import/merge.ts'
import { procedureCarried } from '../../model/carried.ts'
import type { Workspace } from '../../source/workspace.ts'
import type { Source } from '../../source/source.ts'

import { headsOf } from '../../yaml/head.ts'
import { parseDocuments } from '../../yaml/parse.ts'
import { YamlEdit } from '../../yaml/edit.ts'
import type { DraftReading } from './value.ts'

const format = 'policy-lint/reading.v1'

/** A draft that was read again. */
export interface ReadAgain {
  /** The file of the procedure with what the document changed. */
  readonly text: string
  readonly notes: readonly Note[]
  readonly base: Value
}

/** What was read, as it is kept beside the draft. */
export function baseOf(
  value: Value,
  file: { readonly name: string; readonly digest: string; readonly of: Draft['of'] },
): string {
  const { name, digest, of } = file
  return `${JSON.stringify({ format, file: name, digest, [of]: value }, null, 2)}\n`
}

/** What the folder of a system has of an earlier reading. */
export interface Earlier {
  /** The name of its file without the ending: `procedure`. */
  readonly stem: string
  readonly written: string
  /** Undefined where nothing was kept of what was read. */
  readonly base: Value | undefined
}

/** The name of the file that keeps what was read, for the next time. */
export function baseName(stem: string): string {
  return `${stem}.import.json`
}

/** What a document is merged with: `procedure.yaml`, or the file of the procedure of which a Word file was made. */
export type FindEarlier = (id: string | undefined) => Earlier | undefined

/** The draft of a standard in a folder. */
export function earlierPack(workspace: Workspace, folder: string): FindEarlier {
  return () => {
    const read = workspace.read(`${folder}/pack.yaml`)
    if (!read.ok) return undefined
    const kept = workspace.read(`${folder}/${baseName('pack')}`)
    const base = kept.ok ? baseIn(kept.source.text, 'standard') : undefined
    return { stem: 'pack', written: read.source.text, base }
  }
}

/** Looks for drafts of procedures in a folder. */
export function earlierIn(workspace: Workspace, folder: string): FindEarlier {
  return (id) => {
    const paths = id === undefined ? [`${folder}/procedure.yaml`] : workspace.list(folder).files
    for (const path of paths) {
      const read = workspace.read(path)
      if (!read.ok || (id !== undefined && !isOf(id, read.source))) continue
      const stem = path.replace(/^.*\//u, '').replace(/\.ya?ml$/u, '')
      const kept = workspace.read(`${folder}/${baseName(stem)}`)
      const base = kept.ok ? baseIn(kept.source.text, 'procedure') : undefined
      return { stem, written: read.source.text, base }
    }
    return undefined
  }
}

function isOf(id: string, source: Source): boolean {
  if (!headsOf(source).some(({ kind }) => kind === 'procedure')) return false
  const values = parseDocuments(source).documents.map(({ value }) => value as Value)
  return values.length === 1 && values[0]?.['id'] === id
}

function baseIn(text: string, of: Draft['of']): Value | undefined {
  try {
    const value = JSON.parse(text) as Value | null
    const kept = value?.['format'] === format ? value[of] : undefined
    return typeof kept === 'object' && kept !== null ? (kept as Value) : undefined
  } catch {
    return undefined
  }
}

/**
 * Merges what is read anew into the file as people have edited it. What was read before is what the Word file
 * carries, where it was made of a procedure, else what was kept; undefined where neither is there.
 */
export function readAgain(
  draft: Draft,
  { value, comments }: DraftReading,
  { stem, written, base: kept }: Earlier,
): ReadAgain | undefined {
  const base = draft.carried ? procedureCarried(draft.carried.procedure) : kept
  if (!base) return undefined
  const edit = opened(written, stem)
  const marked = new Set(
    draft.elements.flatMap(({ list, known }) => (known === undefined ? [] : [`${list} ${known}`])),
  )
  const merged = merge({
    base,
    read: value,
    written: edit.value as Value,
    of: draft.of,
    isMarked: (list, id) => marked.has(`${list} ${id}`),
  })
  // Elements are put in last, the innermost first: all other places are those of the file as it is.
  const adding = merged.edits.filter((one) => one.does === 'add')
  for (const one of merged.edits) if (one.does !== 'add') apply(one, edit)
  for (const one of adding.sort((a, b) => b.at.length - a.at.length)) {
    if (!edit.insert(one.at, one.value)) continue
    for (const { path, text } of comments) {
      if (isBelow(path, one.from)) edit.remark([...one.at, ...path.slice(one.from.length)], text)
    }
  }
  return { text: edit.text, notes: merged.notes, base: merged.base }
}

function apply(one: Edit, edit: YamlEdit): void {
  if (one.does === 'ask') edit.remark(one.at, `確認: ${one.question}`)
  if (one.does === 'set' && !edit.set(one.at, one.value))
    edit.remark(
      one.at,
      '確認: 新しい文書で変わりました。ほかの所を参照しているため、書き換えていません',
    )
}

function isBelow(path: Place, above: Place): boolean {
  return path.length > above.length && above.every((step, at) => path[at] === step)
}

/** What people have made of an earlier draft, as plain values. */
export function writtenIn({ written, stem }: Earlier): Value {
  return opened(written, stem).value as Value
}

function opened(written: string, stem: string): YamlEdit {
  try {
    const edit = new YamlEdit(written)
    if (typeof edit.value === 'object' && edit.value !== null) return edit
  } catch {
    // Told below: whatever is wrong, it is not for us to write over.
  }
  throw new UsageError(`前に作った ${stem}.yaml を、YAML として読めません`, {
    hint: 'policy-lint check で誤りの場所を見て直してから、もう一度実行してください。',
  })
}
