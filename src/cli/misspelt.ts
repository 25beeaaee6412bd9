import { UsageError } from '../finding/usage-error.ts'
import { suggest } from '../japanese/suggest.ts'

/** What other programs have as a command and this one as an option. */
const asOption = new Map([
  ['help', '--help'],
  ['version', '--version'],
])

/** Refuses a first word that is neither a command nor a file but almost a command. */
export async function refuseMisspeltCommand(
  argv: readonly string[],
  commands: readonly string[],
  cwd: string,
): Promise<void> {
  const [word] = argv
  if (word === undefined || !/^[a-z-]+$/i.test(word) || word.startsWith('-')) return
  if (commands.includes(word)) return
  const meant = asOption.get(word) ?? suggest(word, commands)
  if (meant === undefined) return
  const { diskWorkspace } = await import('../source/disk.ts')
  const { files, problems } = diskWorkspace({ cwd }).discover([word])
  if (files.length > 0 || !problems.some(({ code }) => code === 'not-found')) return
  throw new UsageError(`「${word}」というコマンドも、ファイルやフォルダーもありません`, {
    hint: `もしかして: policy-lint ${meant}`,
  })
}
