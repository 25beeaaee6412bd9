import { type Command, Option } from 'commander'
import { UsageError } from '../finding/usage-error.ts'

/** One report of a run: how it is written, and where to; to stdout without a file. */
export interface Reported<Name extends string> {
  readonly format: Name
  readonly output?: string
}

interface Pair {
  format?: string
  output?: string
}

/**
 * Declares `--format` and `--output`, which may be given more than once: an `--output` belongs to the
 * `--format` next to it, so that one run may show a text and write what a build server reads. Returns
 * what gives the reports asked for, once the arguments are read.
 */
export function declareReports<Name extends string>(
  command: Command,
  names: readonly Name[],
): () => readonly Reported<Name>[] {
  const pairs: Pair[] = []
  const format = new Option('--format <形式>', '結果の形式').choices(names).default('text')
  const choose = format.parseArg
  format.argParser<string>((name, previous) => {
    choose?.(name, previous)
    const last = pairs.at(-1)
    if (last && last.format === undefined) last.format = name
    else pairs.push({ format: name })
    return name
  })
  const output = new Option(
    '--output <ファイル>',
    '結果をファイルに書きます（--format と組にして、いくつでも）',
  )
  output.argParser<string>((file) => {
    const last = pairs.at(-1)
    if (last && last.output === undefined) last.output = file
    else pairs.push({ output: file })
    return file
  })
  command.addOption(format).addOption(output)
  return () => reportsOf(pairs, names)
}

function reportsOf<Name extends string>(
  pairs: readonly Pair[],
  names: readonly Name[],
): readonly Reported<Name>[] {
  const nameOf = ({ format = 'text' }: Pair): Name | undefined =>
    names.find((name) => name === format)
  const reports = (pairs.length === 0 ? [{}] : pairs).flatMap((pair: Pair) => {
    const format = nameOf(pair)
    if (format === undefined) return []
    return [{ format, ...(pair.output === undefined ? {} : { output: pair.output }) }]
  })
  const shown = reports.filter(({ output }) => output === undefined)
  if (shown.length > 1) {
    throw new UsageError(
      `画面に出せる結果は一つだけですが、${shown.map(({ format }) => format).join('、')} の${shown.length}つが指定されています`,
      {
        hint: '--format のすぐ後に、書き込むファイルを --output で指定してください。例: --format text --format sarif --output result.sarif',
      },
    )
  }
  const files = reports.flatMap(({ output }) => output ?? [])
  const twice = files.find((file, index) => files.indexOf(file) !== index)
  if (twice === undefined) return reports
  throw new UsageError(`--output の「${twice}」が二度指定されています`, {
    hint: '結果ごとに、別のファイルを指定してください',
  })
}
