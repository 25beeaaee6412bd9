import type { ReadResult } from './decode.ts'
import { digestOf } from './digest.ts'
import type { BytesResult, Workspace } from './workspace.ts'

/** Something that was asked of a workspace beside the files of a run, and what it said, a text as its digest. */
export interface Look {
  readonly ask: 'read' | 'bytes' | 'holds'
  /** The path of a file; with `holds` the folder first. */
  readonly at: readonly string[]
  readonly answer: string
}

/** A workspace that notes which ledgers are read through it, and whether they stand where they may. */
export function watched(workspace: Workspace, looks: Look[]): Workspace {
  return {
    ...workspace,
    holds: (folder, path) => {
      const holds = workspace.holds(folder, path)
      looks.push({ ask: 'holds', at: [folder, path], answer: String(holds) })
      return holds
    },
    read: (path, encodings) => {
      const read = workspace.read(path, encodings)
      looks.push({ ask: 'read', at: [path], answer: saidBy(read) })
      return read
    },
    bytes: (path) => {
      const read = workspace.bytes(path)
      looks.push({ ask: 'bytes', at: [path], answer: saidByBytes(read) })
      return read
    },
  }
}

/** Looks at a file as ledgers are read. */
export function lookAt(workspace: Workspace, path: string): Look {
  return {
    ask: 'read',
    at: [path],
    answer: saidBy(workspace.read(path, { shiftJis: true })),
  }
}

/** Whether a workspace still says what it said. */
export function isAsItWas(workspace: Workspace, { ask, at, answer }: Look): boolean {
  const [first = '', second = ''] = at
  if (ask === 'read') return lookAt(workspace, first).answer === answer
  if (ask === 'bytes') return saidByBytes(workspace.bytes(first)) === answer
  return String(workspace.holds(first, second)) === answer
}

function saidBy(read: ReadResult): string {
  if (!read.ok) return digestOf('problem', JSON.stringify(read.problem))
  return digestOf('text', read.encoding ?? '', read.source.text)
}

function saidByBytes(read: BytesResult): string {
  if (!read.ok) return digestOf('problem', JSON.stringify(read.problem))
  return digestOf('bytes', read.bytes)
}
