import { resolve } from 'node:path'
import { UsageError } from '../../finding/usage-error.ts'
import { questions } from '../../workflow/begin/answers.ts'
import type { Imported } from '../../workflow/import.ts'
import type { CliCommand } from '../command.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { given, policiesOption } from '../options.ts'
import { writeFiles } from '../output.ts'
import { openDisk, readGiven } from '../workspace.ts'

interface ImportOptions {
  readonly dryRun?: true
  readonly force?: true
  readonly out?: string
  readonly policies?: string
  readonly system: string
}

const examples = `
例:
  policy-lint import 実施手順.docx --system aoba-city/library
  policy-lint import 実施手順.txt --system aoba-city/library --dry-run

前に作った下書きがあるフォルダーでは、文書の変わった所だけを下書きに入れます。直した所や注は残ります。
文書にないことは書きません。読み取ったことは basis: inferred とし、確かめる所に「# 確認:」を付けます。
`

/** The largest document that is read; most of one so large are pictures. */
const largest = 20 * 1024 * 1024

/** `policy-lint import`: the draft of a procedure from the document that an office has. */
export const importCommand: CliCommand = {
  name: 'import',
  declare(command, io, end) {
    command
      .description(
        '実施手順の文書（Word、HTML、Markdown、テキスト）を読み、下書き（procedure.yaml）を作ります',
      )
      .usage('[オプション] <文書>')
      .argument('<文書>', '実施手順の文書（.docx、.html、.md、.txt）')
      .requiredOption(
        '--system <自治体/システム>',
        'どのシステムの実施手順か。例 aoba-city/library',
      )
      .option(
        '--out <フォルダー>',
        '書き込むフォルダー（省略すると procedures の中のシステムのフォルダー）',
      )
      .option('--dry-run', '書き込まずに、下書きを標準出力に出します')
      .addOption(policiesOption())
      .option('--force', '同じ名前のファイルがあれば、合わせずに書き換えます')
      .addHelpText('after', examples)
      .action(async (file: string, options: ImportOptions) => {
        end(await runImport(file, options, io))
      })
  },
}

async function runImport(file: string, options: ImportOptions, io: Io): Promise<ExitCode> {
  const { system, policies } = options
  requireSystem(system)
  const bytes = await readGiven(file, largest, io)
  const { earlierIn, importDocument, openReader } = await import('../../workflow/import.ts')
  const workspace = await openDisk(io)
  const name = file.replace(/^.*[\\/]/u, '')
  const reader = await openReader({ workspace, system, ...given({ policies }) })
  const folder = options.out ?? reader.town.folder
  const earlier = options.force ? undefined : earlierIn(workspace, folder)
  const imported = await importDocument({ name, bytes }, reader, earlier)
  if (options.dryRun) {
    for (const { content } of imported.files.slice(0, 1)) io.stdout.write(String(content))
  } else {
    if (!imported.notes && !options.force) await requireFree(imported, folder, io)
    await writeFiles(imported.files, folder, io)
  }
  tell(imported, options.dryRun ? undefined : folder, io)
  return exitCode.clean
}

function requireSystem(system: string): void {
  if (questions.system.fault(system) === undefined) return
  throw new UsageError(`--system の「${system}」は、システムの名前として使えません`, {
    hint: '「自治体の識別子/システムの識別子」を半角で書いてください。例 aoba-city/library',
  })
}

async function requireFree({ files }: Imported, folder: string, io: Io): Promise<void> {
  const { firstTaken } = await import('../../source/write-together.ts')
  const taken = firstTaken(resolve(io.cwd, folder), files)
  if (taken === undefined) return
  throw new UsageError(`「${folder}」に、同じ名前のファイル「${taken}」が既にあります`, {
    hint: '直したものを失わないように止めました。--out で別のフォルダーにするか、書き換えてよければ --force を付けてください',
  })
}

function tell({ draft, questions, notes }: Imported, folder: string | undefined, io: Io): void {
  const count = (list: string): number => draft.elements.filter((one) => one.list === list).length
  const read = `役割 ${count('roles')}、担当業務 ${count('duties')}、規定 ${count('provisions')}、連絡体制 ${count('chains')}`
  const unread = draft.trace.filter(({ is }) => is === 'unread').length
  io.stderr.write(
    `${folder === undefined ? '' : `「${folder}」${notes ? 'の下書きを文書に合わせました' : 'に下書きを作りました'}。`}${read}\n`,
  )
  if (notes) io.stderr.write(`${changesOf(notes)}\n`)
  io.stderr.write(
    `確かめること ${questions}件、読み取らなかった文 ${unread}件${folder === undefined ? '' : '（procedure.import.md）'}\n`,
  )
  for (const remark of draft.remarks) io.stderr.write(`${remark}\n`)
}

function changesOf(notes: NonNullable<Imported['notes']>): string {
  const count = (kind: string): number => notes.filter(({ is }) => is === kind).length
  const counts = [
    `変えた所 ${count('changed')}`,
    `加えた所 ${count('added')}`,
    `文書に見当たらない所 ${count('gone')}`,
    `食い違う所 ${count('conflict')}`,
  ]
  return `前の読取りから: ${counts.join('、')}（procedure.import.md）`
}
