/** What the program says to the shell. An interface: other programs decide by it. */
export const exitCode = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** Wrong use, no input, unusable settings, a broken pack. */
  wrongUse: 2,
  /** Our fault. */
  ourFault: 3,
} as const

/** One of the exit codes. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
