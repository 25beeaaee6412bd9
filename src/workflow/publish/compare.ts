import nodePath from 'node:path'
import { isSameContent } from '../../render/same.ts'
import { readBytes } from '../../source/read-bytes.ts'
import type { PublishedFile } from './write.ts'

/** A document of a folder that is not what would be made now. */
export interface Outdated {
  readonly name: string
  readonly state: 'different' | 'missing'
}

/** No document is larger. */
const limit = 200 * 1024 * 1024

/** The documents of a folder (native) that are no longer what would be made. */
export async function outdatedIn(
  folder: string,
  files: readonly PublishedFile[],
): Promise<readonly Outdated[]> {
  const outdated: Outdated[] = []
  for (const { name, content } of files) {
    const read = readBytes(nodePath.join(folder, name), { shown: name, limit })
    if ('problem' in read) {
      // What is too large, or no plain file, is there all the same.
      const state = read.problem.code === 'not-found' ? 'missing' : 'different'
      outdated.push({ name, state })
    } else if (!(await isSameContent(name, read.bytes, bytesOf(content)))) {
      outdated.push({ name, state: 'different' })
    }
  }
  return outdated
}

/** Whether a document of a name is in a folder (native). */
export function isIn(folder: string): (name: string) => boolean {
  return (name) => 'bytes' in readBytes(nodePath.join(folder, name), { shown: name, limit })
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}
