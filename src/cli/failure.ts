import { CommanderError } from 'commander'
import { thrownText, thrownWhole } from '../finding/thrown.ts'
import { UsageError } from '../finding/usage-error.ts'
import { suggest } from '../japanese/suggest.ts'
import { RevisionError } from '../source/git/error.ts'
import { writePlace } from '../source/source.ts'
import { version } from '../workflow/open/version.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { wantsColor } from './page.ts'
import { inJapanese } from './wording.ts'

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
  io.stderr.write([`${title}: ${message}`, ...more.map((line) => `  ${line}`)].join('\n') + '\n')
}
