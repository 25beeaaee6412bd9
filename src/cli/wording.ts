import type { CommanderError } from 'commander'
import { UsageError } from '../finding/usage-error.ts'

const quoted = /'([^']*)'/g
/** What stands for a value: `--output <ファイル>` is the option `--output`. */
const placeholder = / <.*>$/
const similar = /\(Did you mean (?:one of )?(.*?)\?\)/s
const choices = /Allowed choices are (.*)\.$/s

/** What commander says in English about wrong arguments, in Japanese; its codes are its interface. */
export function inJapanese({ code, message }: CommanderError): UsageError {
  const [first = '', second = ''] = [...message.matchAll(quoted)].map((match) =>
    (match[1] ?? '').replace(placeholder, ''),
  )
  const suggestion = similar.exec(message)?.[1]
  const meant = suggestion === undefined ? '' : `もしかして: ${suggestion}\n`
  const hint = `${meant}使い方は、--help を付けて実行すると見られます`
  switch (code) {
    case 'commander.unknownOption':
      return new UsageError(`「${first}」というオプションはありません`, { hint })
    case 'commander.unknownCommand':
      return new UsageError(`「${first}」というコマンドはありません`, { hint })
    case 'commander.missingArgument':
      return new UsageError(`「${first}」が指定されていません`, { hint })
    case 'commander.optionMissingArgument':
      return new UsageError(`オプション「${first}」に値がありません`, { hint })
    case 'commander.missingMandatoryOptionValue':
      return new UsageError(`オプション「${first}」が必要です`, { hint })
    case 'commander.conflictingOption':
      return new UsageError(`「${first}」と「${second}」は同時に指定できません`, { hint })
    case 'commander.excessArguments':
      return new UsageError('指定が多すぎます', { hint })
    case 'commander.invalidArgument':
      return invalidValue(message, first, second, hint)
    default:
      return new UsageError(`指定が正しくありません（${code}）`, { hint })
  }
}

function invalidValue(message: string, first: string, second: string, hint: string): UsageError {
  const isOption = message.startsWith('error: option')
  const [what, value] = isOption ? [`オプション「${first}」`, second] : [`「${second}」`, first]
  const allowed = choices.exec(message)?.[1]
  const list = allowed === undefined ? '' : `指定できるもの: ${allowed.replaceAll(', ', '、')}\n`
  return new UsageError(`${what}に「${value}」は指定できません`, { hint: list + hint })
}
