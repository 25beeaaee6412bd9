import { ownValue } from '../finding/own-value.ts'
import type { Argument, Command, HelpConfiguration, Option } from 'commander'
import { displayWidth } from '../japanese/width.ts'
import { wrap } from '../japanese/wrap.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'

/** A command of the program: its name, and how it declares its arguments and what it does. */
export interface CliCommand {
  readonly name: string
  readonly declare: (command: Command, io: Io, end: (code: ExitCode) => void) => void
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Commands:': 'コマンド:',
}

/** Commander's help with Japanese headings, and with widths and line breaks of Japanese. */
const japaneseHelp: HelpConfiguration = {
  styleTitle: (title) => ownValue(titles, title) ?? title,
  subcommandTerm: (command) =>
    [command.name(), ...command.registeredArguments.map(written)].join(' '),
  argumentTerm: (argument) => argument.name(),
  optionDescription: described,
  argumentDescription: described,
  displayWidth: (text) => displayWidth(text),
  boxWrap: (text, width) => wrap(text, width).join('\n'),
}

/** An argument as it stands in a line of use. */
function written(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '...' : '')
  return argument.required ? `<${name}>` : `[${name}]`
}

function described(item: Option | Argument): string {
  const preset: unknown = item.defaultValue
  const more = [
    ...(item.argChoices ? [item.argChoices.join('、')] : []),
    ...(typeof preset === 'string' || typeof preset === 'number' ? [`省略すると ${preset}`] : []),
  ]
  return more.length > 0 ? `${item.description}（${more.join('。')}）` : item.description
}

/** The words of commander that a command does not say itself. */
export function speakJapanese(command: Command): Command {
  return command
    .configureHelp(japaneseHelp)
    .helpOption('-h, --help', 'この使い方を表示します')
    .helpCommand(false)
}
