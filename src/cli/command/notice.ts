import { resolve } from 'node:path'
import { UsageError } from '../../finding/usage-error.ts'
import type { Notices } from '../../workflow/notices.ts'
import type { CliCommand } from '../command.ts'
import { openSides } from '../compared.ts'
import { dayOf } from '../day.ts'
import type { Dependencies } from '../dependencies.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { cannotWrite } from '../output.ts'

interface NoticeOptions {
  readonly asOf?: string
  readonly force?: true
  readonly issuer?: string
  readonly on?: string
  readonly out?: string
  readonly policies?: string
  readonly replyBy?: string
}

const examples = `
例:
  policy-lint notice main --out notices/
  policy-lint notice HEAD~1 HEAD --on 2024-02-15 --reply-by 2024-02-29 --out notices/

できたファイルは、システムのフォルダーに置いて check で判定できます。
送った日、受け取った日、回答、催促を書き加えていくと、届いていない所属が分かります。
`

/** `policy-lint notice`: the notices that follow from a change, one for each organisation. */
export const noticeCommand: CliCommand = {
  name: 'notice',
  declare(command, io, parts, end) {
    command
      .description('変更の影響を受ける所属ごとに、取扱変更通知（kind: notice）を作ります')
      .usage('[オプション] <変更前> [変更後]')
      .argument('<変更前>', '変更前のフォルダー、ファイル、または git の版（main、HEAD~1 など）')
      .argument('[変更後]', '変更後。変更前が git の版のときは省略でき、今のファイルになります')
      .option('--out <フォルダー>', '通知を一つずつファイルに書くフォルダー（省略すると標準出力）')
      .option('--on <日付>', '通知を出す日（省略すると今日）')
      .option('--reply-by <日付>', '回答の期限（省略すると出す日の14日後）')
      .option('--issuer <組織>', '通知を出す組織の id（省略すると実施手順の所管）')
      .option('--as-of <日付>', '変更を判定する日（2024-03-31、令和6年3月31日 など）')
      .option('--policies <フォルダー>', '対策基準のフォルダー（省略すると変更後の ./policies）')
      .option('--force', '同じ名前のファイルがあれば書き換えます')
      .addHelpText('after', examples)
      .action(async (before: string, after: string | undefined, options: NoticeOptions) => {
        end(await runNotice(before, after, options, io, parts))
      })
  },
}

async function runNotice(
  before: string,
  after: string | undefined,
  options: NoticeOptions,
  io: Io,
  parts: Dependencies,
): Promise<ExitCode> {
  const days = { asOf: dayOf(options.asOf), on: dayOf(options.on), replyBy: dayOf(options.replyBy) }
  const sides = await openSides(before, after, io)
  const draft = await parts.draftNotices()
  const drafted = await draft({
    ...sides,
    ...given({ ...days, policies: options.policies, issuer: options.issuer }),
  })
  await write(drafted, options, io)
  tell(drafted, options, io)
  return exitCode.clean
}

/** The options that were given. */
function given<Options extends object>(
  options: Options,
): {
  [Name in keyof Options]?: Exclude<Options[Name], undefined>
} {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as {
    [Name in keyof Options]?: Exclude<Options[Name], undefined>
  }
}

async function write({ files }: Notices, { out, force }: NoticeOptions, io: Io): Promise<void> {
  if (out === undefined) {
    io.stdout.write(files.map(({ content }) => content).join('---\n'))
    return
  }
  const { firstTaken, writeTogether } = await import('../../source/write-together.ts')
  const folder = resolve(io.cwd, out)
  const taken = force ? undefined : firstTaken(folder, files)
  if (taken !== undefined) {
    throw new UsageError(`「${out}」に、同じ名前の通知「${taken}」が既にあります`, {
      hint: '送った記録などを失わないように止めました。別のフォルダーにするか、書き換えてよければ --force を付けてください',
    })
  }
  try {
    writeTogether(folder, files)
  } catch (cause) {
    throw cannotWrite(out, cause)
  }
}

function tell({ notices, told }: Notices, { out }: NoticeOptions, io: Io): void {
  if (notices.length === 0) {
    io.stderr.write('通知の要る変更はありません\n')
    return
  }
  const where = out === undefined ? '' : `「${out}」に`
  io.stderr.write(`${where}${notices.length}件の通知を作りました（通知の要る変更 ${told}件）\n`)
  for (const { name, value } of notices) {
    io.stderr.write(`  ${name}あて ${value.id}（${value.statements?.length ?? 0}項目）\n`)
  }
}
