import { type ExitCode, exitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { version } from '../workflow/open/version.ts'

/**
 * Runs the program: arguments in, exit code out. The result goes to stdout, the talk to stderr; nothing
 * is thrown. What the arguments do not ask for is not loaded.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    io.stdout.write(`${version}\n`)
    return exitCode.clean
  }
  const { runOrTell } = await import('./run.ts')
  return runOrTell(argv, io)
}
