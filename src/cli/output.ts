import { resolve } from 'node:path'
import { thrownText } from '../finding/thrown.ts'
import { UsageError } from '../finding/usage-error.ts'
import type { Io } from './io.ts'

/** Writes the result to stdout, or whole into the file the user named. */
export async function writeOutput(text: string, file: string | undefined, io: Io): Promise<void> {
  if (file === undefined) io.stdout.write(text)
  else await writeFile(text, file, io)
}

/** Writes a result whole into the file the user named. */
export async function writeFile(content: string | Uint8Array, file: string, io: Io): Promise<void> {
  const { writeWhole } = await import('../source/write-whole.ts')
  try {
    writeWhole(resolve(io.cwd, file), content)
  } catch (cause) {
    throw cannotWrite(file, cause)
  }
}

/** What to say where a file or folder cannot be written. */
export function cannotWrite(file: string, cause: unknown): UsageError {
  const isOfSystem = cause instanceof Error && 'code' in cause
  const why = isOfSystem ? String(cause.code) : thrownText(cause)
  return new UsageError(`「${file}」に書き込めません（${why}）`, {
    hint: 'フォルダーがあるか、書き込みの許可があるか、ほかのソフトが使っていないかを確かめてください',
  })
}
