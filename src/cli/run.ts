import { type Dependencies, ownParts } from './dependencies.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { runProgram } from './program.ts'

/** Runs the command that the arguments name, and tells what ended it early. */
export async function runOrTell(
  argv: readonly string[],
  io: Io,
  parts: Dependencies = ownParts,
): Promise<ExitCode> {
  try {
    return await runProgram(argv, io, parts)
  } catch (thrown) {
    const { tellFailure } = await import('./failure.ts')
    return tellFailure(thrown, io)
  }
}
