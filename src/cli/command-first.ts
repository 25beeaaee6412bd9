import type { Command } from 'commander'

/**
 * The arguments with the command in front, where options stand before it: `--quiet check a` is
 * `check --quiet a`. Commander would take the command for a path of the command meant by default.
 */
export function commandFirst(argv: readonly string[], program: Command): readonly string[] {
  const withValue = new Set(
    program.commands
      .flatMap((command) => command.options.filter((option) => option.required))
      .flatMap(({ short, long }) => [short, long]),
  )
  let index = 0
  while (argv[index]?.startsWith('-') && argv[index] !== '--') {
    index += withValue.has(argv[index]) ? 2 : 1
  }
  const name = argv[index]
  if (name === undefined || !program.commands.some((command) => command.name() === name)) {
    return argv
  }
  return [name, ...argv.slice(0, index), ...argv.slice(index + 1)]
}
