import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { runProgram } from './program.ts'

/** Runs the command that the arguments name, and tells what ended it early. */
export async function runOrTell(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await runProgram(argv, io)
  } catch (thrown) {
    const { tellFailure } = await import('./failure.ts')
    return tellFailure(thrown, io)
  }
}
