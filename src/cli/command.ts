import type { Command } from 'commander'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'

/** A command of the program: its name, and how it declares its arguments and what it does. */
export interface CliCommand {
  readonly name: string
  readonly declare: (command: Command, io: Io, end: (code: ExitCode) => void) => void
}
