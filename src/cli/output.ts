import { resolve } from 'node:path'
import { thrownText } from '../finding/thrown.ts'
import { UsageError } from '../finding/usage-error.ts'
import type { NewFile } from '../source/write-together.ts'
import type { Io } from './io.ts'

/** Writes the result to stdout, or whole into the file the user named. */
export async function writeOutput(text: string, file: string | undefined, io: Io): Promise<void> {
  if (file === undefined) io.stdout.write(text)
  else await writeFile(text, file, io)
}

/** Writes a result whole into the file the user named. */
export async function writeFile(content: string | Uint8Array, file: string, io: Io): Promise<void> {
  const { writeWhole } = await import('../source/write-together.ts')
  await writeUndisturbed(file, () => {
    writeWhole(resolve(io.cwd, file), content)
  })
}

/** Writes files together into the folder the user named, all or none. */
export async function writeFiles(files: readonly NewFile[], folder: string, io: Io): Promise<void> {
  const { writeTogether } = await import('../source/write-together.ts')
  await writeUndisturbed(folder, () => {
    writeTogether(resolve(io.cwd, folder), files)
  })
}

/** Writes what the user named to its end, whoever asks the run to end meanwhile. */
async function writeUndisturbed(named: string, write: () => void): Promise<void> {
  if (named.trim() === '') throw new UsageError('書き込む先の名前が空です')
  const { holdingSignals } = await import('../source/write-together.ts')
  try {
    await holdingSignals(write)
  } catch (cause) {
    throw cannotWrite(named, cause)
  }
}

/** What to say where a file or folder cannot be written. */
function cannotWrite(file: string, cause: unknown): UsageError {
  const isOfSystem = cause instanceof Error && 'code' in cause
  const why = isOfSystem ? String(cause.code) : thrownText(cause)
  return new UsageError(`「${file}」に書き込めません（${why}）`, {
    hint: ['ENOSPC', 'EDQUOT'].includes(why)
      ? 'ディスクに空きがありません。空きを作ってから、もう一度実行してください'
      : 'フォルダーがあるか、書き込みの許可があるか、ほかのソフトが使っていないかを確かめてください',
  })
}
