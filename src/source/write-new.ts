import { existsSync, mkdirSync, rmSync } from 'node:fs'
import nodePath from 'node:path'
import { writeWhole } from './write-whole.ts'

/** A file to be written, by its name in the folder. */
export interface NewFile {
  readonly name: string
  readonly content: string
}

/** The first of some names that is already taken in a folder (native). */
export function firstTaken(folder: string, files: readonly NewFile[]): string | undefined {
  return files.find(({ name }) => existsSync(nodePath.join(folder, name)))?.name
}

/** Writes files into a folder, all or none; the folder is made where it is not there. */
export function writeNew(folder: string, files: readonly NewFile[]): void {
  mkdirSync(folder, { recursive: true })
  const written: string[] = []
  try {
    for (const { name, content } of files) {
      const path = nodePath.join(folder, name)
      writeWhole(path, content)
      written.push(path)
    }
  } catch (cause) {
    for (const path of written) rmSync(path, { force: true })
    throw cause
  }
}
