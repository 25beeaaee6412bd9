import { resolve } from 'node:path'
import { UsageError } from '../../finding/usage-error.ts'
import type { Notices } from '../../workflow/compare/notices.ts'
import type { CliCommand } from '../command.ts'
import { openSides } from '../compared.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { asOfOption, given, dayOption, policiesOption } from '../options.ts'
import { writeFiles } from '../output.ts'

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
  declare(command, io, end) {
    command
      .description('変更の影響を受ける所属ごとに、取扱変更通知（kind: notice）を作ります')
      .usage('[オプション] <変更前> [変更後]')
      .argument('<変更前>', '変更前のフォルダー、ファイル、または git の版（main、HEAD~1 など）')
      .argument('[変更後]', '変更後。変更前が git の版のときは省略でき、今のファイルになります')
      .option('--out <フォルダー>', '通知を一つずつファイルに書くフォルダー（省略すると標準出力）')
      .addOption(dayOption('--on', '通知を出す日（省略すると今日）'))
      .addOption(dayOption('--reply-by', '回答の期限（省略すると出す日の14日後）'))
      .option('--issuer <組織>', '通知を出す組織の id（省略すると実施手順の所管）')
      .addOption(asOfOption('変更を判定する日'))
      .addOption(policiesOption('変更後の '))
      .option('--force', '同じ名前のファイルがあれば書き換えます')
      .addHelpText('after', examples)
      .action(async (before: string, after: string | undefined, options: NoticeOptions) => {
        end(await runNotice(before, after, options, io))
      })
  },
}

async function runNotice(
  before: string,
  after: string | undefined,
  options: NoticeOptions,
  io: Io,
): Promise<ExitCode> {
  const { asOf, on, replyBy, policies, issuer } = options
  const sides = await openSides(before, after, io)
  const { draftNotices } = await import('../../workflow/compare/notices.ts')
  const drafted = await draftNotices({
    ...sides,
    ...given({ asOf, on, replyBy, policies, issuer }),
  })
  await write(drafted, options, io)
  tell(drafted, options, io)
  return exitCode.clean
}

async function write({ files }: Notices, { out, force }: NoticeOptions, io: Io): Promise<void> {
  if (out === undefined) {
    io.stdout.write(files.map(({ content }) => content).join('---\n'))
    return
  }
  const { firstTaken } = await import('../../source/write-together.ts')
  const taken = force ? undefined : firstTaken(resolve(io.cwd, out), files)
  if (taken !== undefined) {
    throw new UsageError(`「${out}」に、同じ名前の通知「${taken}」が既にあります`, {
      hint: '送った記録などを失わないように止めました。別のフォルダーにするか、書き換えてよければ --force を付けてください',
    })
  }
  await writeFiles(files, out, io)
}

function tell(drafted: Notices, { out }: NoticeOptions, io: Io): void {
  const { notices, withheld, told } = drafted
  if (told === 0) {
    io.stderr.write('通知の要る変更はありません\n')
    return
  }
  const where = out === undefined ? '' : `「${out}」に`
  const made =
    notices.length === 0
      ? '作った通知はありません'
      : `${where}${notices.length}件の通知を作りました`
  io.stderr.write(`${made}（通知の要る変更 ${told}件）\n`)
  for (const { name, value, isIssuedByEarlier } of notices) {
    const issuer = isIssuedByEarlier ? '、発出元は変更前の所管' : ''
    io.stderr.write(`  ${name}あて ${value.id}（${value.statements?.length ?? 0}項目${issuer}）\n`)
  }
  if (withheld.length === 0) return
  io.stderr.write(`通知を作らなかったところ ${withheld.length}件\n`)
  for (const { name, because, changes } of withheld) {
    io.stderr.write(`  ${name}（変更 ${changes.length}件） ${reasons[because]}\n`)
  }
}

/** Why nobody is written to, and what to do about it. */
const reasons: Readonly<Record<Notices['withheld'][number]['because'], string>> = {
  issuer: '通知を出す組織であるため',
  unknownIssuer:
    '通知を出す組織が分からないため。実態の owner に所管を書くか、--issuer で組織の id を示してください',
  noProcedure:
    '知らせる変更のある実施手順が、変更前にも変更後にもないため。必要なら、別に知らせてください',
}
