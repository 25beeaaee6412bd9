import { resolve } from 'node:path'
import { Option } from 'commander'
import { type Day, parseDay } from '../../calendar/day.ts'
import { UsageError } from '../../finding/usage-error.ts'
import { isOrganisationId as isId, questions } from '../../workflow/begin/answers.ts'
import type { Knowledge } from '../../workflow/import/answer.ts'
import type { GivenFile, Imported } from '../../workflow/import.ts'
import type { CliCommand } from '../command.ts'
import { importTables, isTable } from '../ledger-import.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Io, Terminal } from '../io.ts'
import { dayOption, given, policiesOption } from '../options.ts'
import { writeFile, writeFiles } from '../output.ts'
import { nameGiven, openDisk, readGiven } from '../workspace.ts'

interface ImportOptions {
  readonly answer?: true
  readonly as: Kind
  readonly dryRun?: true
  readonly force?: true
  readonly organisation?: string
  readonly from?: Day
  readonly ledger?: string
  readonly section?: string
  readonly covers?: { readonly from: Day; readonly to: Day }
  readonly names?: string
  readonly out?: string
  readonly pack?: string
  readonly policies?: string
  readonly system?: string
  readonly town?: string
}

const kinds = ['procedure', 'standard'] as const

type Kind = (typeof kinds)[number]

const examples = `
例:
  policy-lint import 実施手順.docx --system aoba-city/library
  policy-lint import 実施手順.txt --system aoba-city/library --dry-run
  policy-lint import 対策基準.docx --as standard --pack aoba-city
  policy-lint import 手順書 --town aoba-city --organisation 手順書/全庁.docx
  policy-lint import 媒体管理簿.xlsx 利用者.csv --system aoba-city/library
  policy-lint import 管理簿.xlsx#USB --system aoba-city/library --ledger media --section library --covers 2025-04-01/2026-03-31

前に作った下書きがあるフォルダーでは、文書の変わった所だけを下書きに入れます。直した所や注は残ります。
文書にないことは書きません。読み取ったことは basis: inferred とし、確かめる所に「# 確認:」を付けます。
対策基準は、条文を要求事項に当てはめたパック（policies の中の pack.yaml）にします。
--town では、文書やフォルダーの中の文書を一つずつ別のシステムの実施手順として読みます。システムの識別子は、文書の名前に
システムの名称（context の name）があればそれ、なければ文書の名前（半角でなければ、名前から作る記号）です。読めない
文書は一つずつ知らせ、ほかは読みます（一つでも読めなければ終了コード1）。古い .doc や PDF、画像は読めません。
台帳（.xlsx、.csv）は、見出しを読み取り、読み方（columns、words）を書いた ledgers.yaml にします。# の後にシートの名前を書けば、
そのシートだけを読みます。決められない列は読まず、ledgers.import.md に、シートとセルを示して尋ねます。氏名のある台帳は、
仮名（s-001 など）にした写しを作ります。氏名と仮名の対応は、利用者のフォルダー（--names で変えられます）に置き、自治体の
フォルダーには書きません。個人番号は読みません。業務を行に、月を列にした実施表は、実施の記録（performed）に書き写します。
`

/** `policy-lint import`: the draft of a procedure or of a pack from the document that an office has. */
export const importCommand: CliCommand = {
  name: 'import',
  declare(command, io, end) {
    command
      .description(
        '実施手順や対策基準の文書（Word、HTML、Markdown、テキスト）や台帳（Excel、CSV）を読み、下書き（procedure.yaml、pack.yaml、ledgers.yaml）を作ります',
      )
      .usage('[オプション] <文書>...')
      .argument(
        '<文書...>',
        '実施手順か対策基準の文書（.docx、.html、.md、.txt）か、台帳（.xlsx、.csv）。--town ではフォルダーも',
      )
      .addOption(
        new Option('--as <種類>', 'procedure 実施手順、standard 対策基準')
          .choices(kinds)
          .default('procedure'),
      )
      .option('--system <自治体/システム>', 'どのシステムの実施手順か。例 aoba-city/library')
      .option('--town <自治体>', 'どの自治体の実施手順か（幾つもの文書やフォルダーを読むとき）')
      .option('--organisation <文書>', '--town で読む文書のうち、全庁の実施手順であるもの')
      .option(
        '--pack <パック>',
        '対策基準のパックの名前（省略すると、自治体が一つならその識別子）。例 aoba-city',
      )
      .addOption(dayOption('--from', '対策基準の施行日（文書に書かれていないとき）'))
      .option('--ledger <台帳>', '台帳を読むとき、どの台帳か（決められないとき）。例 media')
      .option('--section <組織>', '台帳を読むとき、どの組織の台帳か。例 library')
      .addOption(coversOption())
      .option('--names <ファイル>', '氏名と仮名の対応を置くファイル（自治体のフォルダーの外）')
      .option(
        '--out <フォルダー>',
        '書き込むフォルダー（省略すると procedures の中のシステムのフォルダー、対策基準は policies の中）',
      )
      .option('--dry-run', '書き込まずに、下書きを標準出力に出します')
      .option('--answer', '下書きを作った後に、確かめることを端末で一つずつ尋ねます')
      .addOption(policiesOption())
      .option('--force', '同じ名前のファイルがあれば、合わせずに書き換えます')
      .addHelpText('after', examples)
      .action(async (files: readonly string[], options: ImportOptions) => {
        end(await runImport(files, options, io))
      })
  },
}

async function runImport(
  files: readonly string[],
  options: ImportOptions,
  io: Io,
): Promise<ExitCode> {
  refuseOthers(options)
  if (files.some(isTable)) return importTables(files, tableOptions(files, options), io)
  refuseGiven(options, ofTables, '台帳（.xlsx、.csv）')
  const terminal = options.answer ? terminalFor(options, io) : undefined
  const { town } = options
  if (town !== undefined) {
    const { importTown } = await import('../town-import.ts')
    return importTown(files, { ...options, town }, io)
  }
  const [file = '', ...others] = files
  if (others.length > 0) {
    throw new UsageError('文書が二つ以上あります', {
      hint: '幾つもの実施手順を読み込むには、--system の代わりに --town を使ってください。例 policy-lint import 手順書 --town aoba-city',
    })
  }
  const bytes = await readGiven(file, io)
  const name = nameGiven(file)
  const { imported, folder, known } = await importedAs({ name, bytes }, options, io)
  if (options.dryRun) {
    for (const { content } of imported.files.slice(0, 1)) io.stdout.write(String(content))
  } else {
    if (!imported.notes && !options.force) await requireFree(imported, folder, io)
    await writeFiles(imported.files, folder, io)
  }
  tell(imported, options.dryRun ? undefined : folder, io)
  if (terminal) await goThrough(imported, folder, known, { terminal, io })
  return exitCode.clean
}

const ofTables = ['ledger', 'section', 'covers', 'names'] as const

/** What is said of ledgers; throws where something is that is of documents alone. */
function tableOptions(files: readonly string[], options: ImportOptions) {
  const document = files.find((file) => !isTable(file))
  if (document !== undefined) {
    throw new UsageError(
      `「${document}」は台帳ではありません。台帳と文書は、別々に読み込んでください`,
    )
  }
  refuseGiven(options, ['town', 'organisation', 'pack', 'from', 'answer'], '文書')
  if (options.as === 'standard') {
    throw new UsageError('台帳は、対策基準（--as standard）として読めません', { hint: help })
  }
  return { ...options, system: options.system ?? '' }
}

function refuseGiven(
  options: ImportOptions,
  names: readonly (keyof ImportOptions)[],
  what: string,
): void {
  const name = names.find((one) => options[one] !== undefined)
  if (name === undefined) return
  throw new UsageError(`「--${name}」は、${what}を読み込むときのオプションです`, { hint: help })
}

/** The stretch of time that a ledger tells whole. */
function coversOption(): Option {
  const flag = '--covers'
  return new Option(
    `${flag} <開始日/終了日>`,
    '台帳に漏れなく書いてある期間。例 2025-04-01/2026-03-31',
  ).argParser((text) => {
    const days = text.split(/(?<=\d{4}-\d{2}-\d{2})\//u).map((one) => parseDay(one))
    const [from, to] = days
    if (days.length === 2 && from !== undefined && to !== undefined && from <= to)
      return { from, to }
    throw new UsageError(`${flag} の「${text}」は期間として読めません`, {
      hint: '2025-04-01/2026-03-31 のように、初めの日と終わりの日を / でつないで書いてください',
    })
  })
}

/** Where the questions can be asked; throws where nobody sits, or where there is no one draft to answer in. */
function terminalFor({ town, dryRun }: ImportOptions, { terminal }: Io): Terminal {
  for (const [flag, isGiven] of Object.entries({ '--town': town, '--dry-run': dryRun })) {
    if (isGiven === undefined) continue
    throw new UsageError(`「--answer」と「${flag}」は同時に指定できません`, { hint: help })
  }
  if (terminal) return terminal
  throw new UsageError('--answer は、人が答えられる端末でだけ使えます', {
    hint: '確かめることは、下書きの「# 確認:」と .import.md の一覧にあります',
  })
}

/** Asks the questions of a draft, and writes each answer: all, or as far as the person came. */
async function goThrough(
  { draft, files: [file] }: Imported,
  folder: string,
  known: Knowledge,
  { terminal, io }: { readonly terminal: Terminal; readonly io: Io },
): Promise<void> {
  if (!file) return
  const { DraftAnswers } = await import('../../workflow/import/answer.ts')
  const { askAll } = await import('../ask.ts')
  const answers = new DraftAnswers(String(file.content), draft, known)
  const path = `${folder}/${file.name}`
  const keep = (): Promise<void> => writeFile(answers.text, path, io)
  const { answered, left, gaveUp } = await askAll(answers, keep, terminal)
  const stopped = gaveUp ? '途中でやめました。' : ''
  const done = answered > 0 ? `答えた${answered}件を「${path}」に書きました` : '何も変えていません'
  io.stderr.write(`${stopped}${done}（残り ${left}件）\n`)
}

/** What a document says as what the user names it, with what an earlier draft has of it, and where it goes. */
async function importedAs(
  file: GivenFile,
  { as, system = '', pack, from, policies, ...options }: ImportOptions,
  io: Io,
): Promise<{
  readonly imported: Imported
  readonly folder: string
  readonly known: Knowledge
}> {
  const reading = await import('../../workflow/import.ts')
  const workspace = await openDisk(io)
  if (as === 'standard') {
    const reader = await reading.openStandardReader({
      workspace,
      ...given({ policies, pack, from }),
    })
    const folder = options.out ?? reader.folder
    const earlier = options.force ? undefined : reading.earlierPack(workspace, folder)
    return { imported: await reading.importStandard(file, reader, earlier), folder, known: reader }
  }
  const reader = await reading.openReader({ workspace, system, ...given({ policies }) })
  const folder = options.out ?? reader.town.folder
  const earlier = options.force ? undefined : reading.earlierIn(workspace, folder)
  const known = { standard: reader.town.standard, words: reader.words }
  return { imported: await reading.importDocument(file, reader, earlier), folder, known }
}

/** A procedure is of a system, a standard is none's: what is said of the other is a mistake. */
function refuseOthers({ as, system, pack, from, town, organisation }: ImportOptions): void {
  if (town !== undefined && !isId(town)) {
    throw new UsageError(`--town の「${town}」は、自治体の名前として使えません`, {
      hint: '自治体の識別子を半角で書いてください。例 aoba-city',
    })
  }
  if (as === 'procedure' && town === undefined) {
    if (system === undefined)
      throw new UsageError('オプション「--system」が必要です', { hint: help })
    requireSystem(system)
  }
  const others =
    as === 'procedure'
      ? { '--pack': pack, '--from': from }
      : { '--system': system, '--town': town, '--organisation': organisation }
  for (const [flag, value] of Object.entries(others)) {
    if (value === undefined) continue
    const mine = as === 'procedure' ? '対策基準（--as standard）' : '実施手順（--as procedure）'
    throw new UsageError(`「${flag}」は、${mine}を読み込むときのオプションです`, { hint: help })
  }
  if (system !== undefined && (town ?? organisation) !== undefined) {
    throw new UsageError('「--system」と「--town」は同時に指定できません', { hint: help })
  }
  if (pack !== undefined && !isId(pack)) {
    throw new UsageError(`--pack の「${pack}」は、パックの名前として使えません`, {
      hint: '半角の英小文字か数字で始めて書いてください。例 aoba-city',
    })
  }
}

const help = '使い方は、--help を付けて実行すると見られます'

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
  const { lists, stem } = told[draft.of]
  const counts = lists.map(
    ([list, name]) => `${name} ${draft.elements.filter((one) => one.list === list).length}`,
  )
  const unread = draft.trace.filter(({ is }) => is === 'unread').length
  io.stderr.write(
    `${folder === undefined ? '' : `「${folder}」${notes ? 'の下書きを文書に合わせました' : 'に下書きを作りました'}。`}${counts.join('、')}\n`,
  )
  if (notes) io.stderr.write(`${changesOf(notes, stem)}\n`)
  io.stderr.write(
    `確かめること ${questions}件、読み取らなかった文 ${unread}件${folder === undefined ? '' : `（${stem}.import.md）`}\n`,
  )
  for (const remark of draft.remarks) io.stderr.write(`${remark}\n`)
}

/** What is counted of a draft, and what its files are called. */
const told = {
  procedure: {
    stem: 'procedure',
    lists: [
      ['roles', '役割'],
      ['duties', '担当業務'],
      ['provisions', '規定'],
      ['chains', '連絡体制'],
    ],
  },
  standard: {
    stem: 'pack',
    lists: [
      ['roles', '役割'],
      ['clauses', '条文'],
    ],
  },
} as const

function changesOf(notes: NonNullable<Imported['notes']>, stem: string): string {
  const count = (kind: string): number => notes.filter(({ is }) => is === kind).length
  const counts = [
    `変えた所 ${count('changed')}`,
    `加えた所 ${count('added')}`,
    `文書に見当たらない所 ${count('gone')}`,
    `食い違う所 ${count('conflict')}`,
  ]
  return `前の読取りから: ${counts.join('、')}（${stem}.import.md）`
}
