import { isFallen } from '../../finding/review.ts'
import type { ReturnedSheet } from '../../workflow/survey/review.ts'
import type { CliCommand } from '../command.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Io, pageSize } from '../io.ts'
import { given, policiesOption } from '../options.ts'
import { writeFile } from '../output.ts'
import { openDisk, readGiven } from '../workspace.ts'

const examples = `
例:
  policy-lint render standard our-city --to xlsx --out documents/   確認票を作る
  policy-lint review our-city documents/our-city-standard.xlsx      戻った確認票を取り込む
  policy-lint review our-city                                       確認の状況を見る

確認は、パックのフォルダーの review.json に残します。確認した後に、条文、規則、水準の一語でも
変わると、その確認は無効になります。

終了コード:
  0 無効になった確認はない  1 無効になった確認がある  2 使い方や設定の誤り
`

/** `policy-lint review`: who has looked at which clause and rule, and whose look no longer counts. */
export const reviewCommand: CliCommand = {
  name: 'review',
  declare(command, io, end) {
    command
      .description('対策基準の条文と規則を、誰がいつ確認したか、その確認がまだ有効かを示します')
      .usage('[オプション] <パック> [確認票...]')
      .argument('<パック>', 'パックのフォルダーか識別子')
      .argument('[確認票...]', '戻った確認票（render standard --to xlsx で作った Excel）')
      .addOption(policiesOption())
      .addHelpText('after', examples)
      .action(async (pack: string, sheets: string[], options: { readonly policies?: string }) => {
        end(await runReview(pack, sheets, options, io))
      })
  },
}

async function runReview(
  pack: string,
  sheets: readonly string[],
  { policies }: { readonly policies?: string },
  io: Io,
): Promise<ExitCode> {
  const { review } = await import('../../workflow/survey/review.ts')
  const returned: ReturnedSheet[] = []
  for (const shown of sheets) returned.push({ shown, bytes: await readGiven(shown, io) })
  const { report, file } = await review({
    workspace: await openDisk(io),
    pack,
    sheets: returned,
    ...given({ policies }),
  })
  if (file) await writeFile(file.text, file.path, io)
  const { reviewText } = await import('../../format/review.ts')
  io.stdout.write(reviewText(report, pageSize(io)))
  if (file) io.stderr.write(`${file.path} に書きました\n`)
  return report.items.some(isFallen) ? exitCode.findings : exitCode.clean
}
