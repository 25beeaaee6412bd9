import { CommanderError } from 'commander'
import { thrownText, thrownWhole } from '../finding/thrown.ts'
import { UsageError } from '../finding/usage-error.ts'
import { visible } from '../format/text/visible.ts'
import { suggest } from '../japanese/suggest.ts'
import { RevisionError } from '../source/git/error.ts'
import { writePlace } from '../source/source.ts'
import { version } from '../workflow/open/version.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { type Io, wantsColor } from './io.ts'

/** Tells on stderr why a run ended early, and gives the exit code for it. */
export function tellFailure(thrown: unknown, io: Io): ExitCode {
  if (thrown instanceof CommanderError) {
    return thrown.exitCode === 0 ? exitCode.clean : tellWrongUse(inJapanese(thrown), io)
  }
  if (thrown instanceof RevisionError) return tellWrongUse(asWrongUse(thrown), io)
  return thrown instanceof UsageError ? tellWrongUse(thrown, io) : tellFault(thrown, io)
}

/** A revision that cannot be read is wrong use; a name that is near says it best. */
function asWrongUse({ message, hint, missed }: RevisionError): UsageError {
  const near = missed && suggest(missed.word, missed.among)
  return new UsageError(message, {
    hint: near === undefined ? hint : `「${near}」の誤りではありませんか。`,
  })
}

function tellWrongUse({ message, hint, location }: UsageError, io: Io): ExitCode {
  const place = location ? `${writePlace(location)}: ` : ''
  tell(io, 'エラー', `${place}${message}`, hint === undefined ? [] : hint.split('\n'))
  return exitCode.wrongUse
}

function tellFault(thrown: unknown, io: Io): ExitCode {
  tell(io, 'policy-lint の不具合です', thrownText(thrown), [
    '入力した内容に誤りがあっても、このようには終わらないはずです。',
    'お手数ですが、上の文と次の内容を添えて、policy-lint の開発元に知らせてください。',
    `  policy-lint ${version}、Node.js ${process.version}、${process.platform}`,
    ...(io.env['POLICY_LINT_DEBUG'] === '1'
      ? thrownWhole(thrown).split('\n')
      : ['  詳しい記録は、環境変数 POLICY_LINT_DEBUG=1 を付けて実行すると出ます。']),
  ])
  return exitCode.ourFault
}

function tell(io: Io, head: string, message: string, more: readonly string[]): void {
  const title = wantsColor(io, 'stderr') ? `\u001b[31m${head}\u001b[39m` : head
  const said = [message, ...more.map((line) => `  ${line}`)].join('\n')
  io.stderr.write(`${title}: ${visible(said)}\n`)
}

const quoted = /'([^']*)'/g
/** What stands for a value: `--output <ファイル>` is the option `--output`. */
const placeholder = / <.*>$/
const similar = /\(Did you mean (?:one of )?(.*?)\?\)/s
const choices = /Allowed choices are (.*)\.$/s

/** What commander says in English about wrong arguments, in Japanese; its codes are its interface. */
function inJapanese({ code, message }: CommanderError): UsageError {
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
