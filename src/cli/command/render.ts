import { resolve } from 'node:path'
import type { Finding } from '../../finding/finding.ts'
import { mistakeLines, cannotRead, UsageError } from '../../finding/usage-error.ts'
import { suggest } from '../../japanese/suggest.ts'
import type { Publication, PublishRequest } from '../../workflow/publish.ts'
import { type FormatName, formatNames, publishable } from '../../workflow/publish/kind.ts'
import type { CliCommand } from '../command.ts'
import { namesPath, openSides } from '../compared.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { asOfOption, given, policiesOption } from '../options.ts'
import { writeFiles } from '../output.ts'
import { openDisk } from '../workspace.ts'

interface RenderOptions {
  readonly asOf?: string
  readonly check?: string
  readonly draft?: true
  readonly letterhead?: string
  readonly out?: string
  readonly policies?: string
  readonly post?: string
  readonly templates?: string
  readonly to?: string
  readonly trace?: true
}

const examples = `
文書:
${publishable.map(({ name, title, formats }) => `  ${name.padEnd(11)} ${title}（${formats.join('、')}）`).join('\n')}

例:
  policy-lint render procedure procedures/aoba-city/library --to docx,pdf --out documents/
  policy-lint render comparison main procedures/aoba-city/library --to docx --out documents/
  policy-lint render procedure procedures/ --check documents/

終了コード:
  0 作れた  1 誤りがあるので作らなかった文書がある、--check で古い文書があった
  2 使い方や設定の誤り、この機械では作れない形式や図があった（ほかは作ります）
`

/** `policy-lint render`: official documents. */
export const renderCommand: CliCommand = {
  name: 'render',
  declare(command, io, end) {
    command
      .description('実施手順書、役割分担表、新旧対照表などの公文書を作ります')
      .usage('[オプション] <文書> [パス...]')
      .argument('<文書>', '文書の名前（下の一覧）')
      .argument(
        '[パス...]',
        'もとになるファイルやフォルダー（省略すると今のフォルダー）。comparison は <変更前> [変更後] でもよく、一つなら前の版と比べます。standard はパックのフォルダーか識別子です',
      )
      .option('--to <形式>', '作る形式。コンマで区切って並べます（省略すると文書ごとの最初の形式）')
      .option(
        '--out <フォルダー>',
        '文書を書くフォルダー（html と md が一つだけなら省略でき、標準出力に出ます）',
      )
      .option('--templates <フォルダー>', '付属のものの代わりに使うテンプレートのフォルダー')
      .option(
        '--letterhead <ファイル>',
        '本文を {{body}} の所に入れる Word のひな形（docx のとき）',
      )
      .addOption(asOfOption('文書の日'))
      .option('--draft', '誤りがあっても作り、「案」と記します')
      .option('--trace', '段落ごとに、もとの YAML の場所を書いたファイルを添えます')
      .option(
        '--check <フォルダー>',
        'このフォルダーの文書が、今の内容と同じかを調べます（書きません）',
      )
      .option('--post <職>', '引継書と担当者別業務一覧を、この職や役割のものだけ作ります')
      .addOption(policiesOption())
      .addHelpText('after', examples)
      .action(async (document: string, paths: string[], options: RenderOptions) => {
        end(await runRender(document, paths, options, io))
      })
  },
}

async function runRender(
  document: string,
  paths: readonly string[],
  options: RenderOptions,
  io: Io,
): Promise<ExitCode> {
  if (options.check !== undefined && options.out !== undefined) {
    throw new UsageError('「--check」と「--out」は同時に指定できません', {
      hint: '調べるだけなら --check、書くなら --out を指定してください。',
    })
  }
  const request = await requestOf(document, paths, options, io)
  const { publish } = await import('../../workflow/publish.ts')
  const publication = await publish(request)
  if (publication.kind === 'refused') return refuse(publication, io)
  warnOf(publication, options, io)
  for (const reason of publication.empty) io.stderr.write(`作りませんでした: ${reason}\n`)
  if (publication.files.length === 0) {
    io.stderr.write('案として作るには、--draft を付けてください。\n')
    return publication.unavailable.length > 0 ? exitCode.wrongUse : exitCode.findings
  }
  for (const note of publication.notes) io.stderr.write(`注意: ${note}\n`)
  for (const { message, hint } of publication.unavailable) {
    io.stderr.write(
      `エラー: ${message}\n${hint
        .split('\n')
        .map((line) => `  ${line}\n`)
        .join('')}`,
    )
  }
  const code =
    options.check === undefined
      ? await deliver(publication, options, io)
      : await compareWith(publication, resolve(io.cwd, options.check), io)
  if (publication.unavailable.length > 0) return exitCode.wrongUse
  const { refused, empty } = publication
  return refused.length + empty.length > 0 ? exitCode.findings : code
}

async function requestOf(
  document: string,
  paths: readonly string[],
  options: RenderOptions,
  io: Io,
): Promise<PublishRequest> {
  const { templates, policies, post, check } = options
  const formats = formatsOf(options.to)
  const letterhead = await letterheadOf(options, formats, io)
  const { isIn } = await import('../../workflow/publish/compare.ts')
  const isThere = check === undefined ? undefined : isIn(resolve(io.cwd, check))
  return {
    document,
    input: await inputOf(document, paths, io),
    draft: options.draft ?? false,
    trace: options.trace ?? false,
    ...given({ policies, asOf: options.asOf, formats, letterhead, isThere, post }),
    ...(templates === undefined
      ? {}
      : { templates: { folder: resolve(io.cwd, templates), shown: templates } }),
  }
}

async function inputOf(
  document: string,
  paths: readonly string[],
  io: Io,
): Promise<PublishRequest['input']> {
  const isComparison = publishable.some(({ name, of }) => name === document && of === 'comparison')
  const [before, after, ...others] = paths
  // Packs have ids as well as folders; without any, those of the user's folder are meant.
  if (isOfStandard(document)) return { workspace: await openDisk(io), paths }
  const isOfPaths = !isComparison || (await isAlone(before, after, io))
  if (isOfPaths) return { workspace: await openDisk(io), paths: paths.length > 0 ? paths : ['.'] }
  if (before === undefined || others.length > 0) {
    throw new UsageError(`「${document}」に指定できるのは、変更前と変更後の二つまでです`, {
      hint: `例: policy-lint render ${document} システムのフォルダー（今の版と前の版）\n例: policy-lint render ${document} main（main と今のファイル）\n例: policy-lint render ${document} 変更前/ 変更後/`,
    })
  }
  return openSides(before, after, io)
}

function isOfStandard(document: string): boolean {
  return publishable.some(({ name, of }) => name === document && of === 'standard')
}

/** Whether a comparison is of what one path holds with the edition before it. */
async function isAlone(
  before: string | undefined,
  after: string | undefined,
  io: Io,
): Promise<boolean> {
  return after === undefined && (before === undefined || (await namesPath(before, io)))
}

function formatsOf(to: string | undefined): readonly FormatName[] | undefined {
  if (to === undefined) return undefined
  const named = to.split(/[,、，\s]+/).filter((one) => one !== '')
  const formats = named.map((name) => {
    const known = formatNames.find((format) => format === name.toLowerCase())
    if (known) return known
    const meant = suggest(name, formatNames)
    throw new UsageError(`「${name}」という形式はありません`, {
      hint: [
        ...(meant === undefined ? [] : [`もしかして: ${meant}`]),
        `使える形式: ${formatNames.join('、')}`,
      ].join('\n'),
    })
  })
  if (formats.length > 0) return [...new Set(formats)]
  throw new UsageError('オプション「--to」に形式がありません', {
    hint: `使える形式: ${formatNames.join('、')}`,
  })
}

/** The largest letterhead that is read. */
const largestLetterhead = 20 * 1024 * 1024

async function letterheadOf(
  { letterhead }: RenderOptions,
  formats: readonly FormatName[] | undefined,
  io: Io,
): Promise<PublishRequest['letterhead']> {
  if (letterhead === undefined) return undefined
  if (formats && !formats.includes('docx')) {
    throw new UsageError('「--letterhead」は、docx の文書を作るときに使えます', {
      hint: '--to docx を付けるか、--letterhead を外してください。',
    })
  }
  const { readBytes } = await import('../../source/read-bytes.ts')
  const read = readBytes(resolve(io.cwd, letterhead), {
    shown: letterhead,
    limit: largestLetterhead,
  })
  if ('bytes' in read) return { shown: letterhead, bytes: read.bytes }
  throw cannotRead(read.problem)
}

function refuse({ findings }: Extract<Publication, { kind: 'refused' }>, io: Io): ExitCode {
  io.stderr.write(
    `誤りが${findings.length}件あるため、文書を作りませんでした\n${mistakesOf(findings)}`,
  )
  return exitCode.findings
}

/** Says which systems were left out, or that what was made is a draft, and why. */
function warnOf({ findings, refused }: Made, { draft }: RenderOptions, io: Io): void {
  if (draft && findings.length > 0) {
    io.stderr.write(
      `誤りが${findings.length}件ある内容を、案として作りました（policy-lint check で調べられます）\n`,
    )
  }
  if (refused.length === 0) return
  io.stderr.write(
    `誤りが${findings.length}件あるため、次のシステムの文書は作りませんでした: ${refused.join('、')}\n${mistakesOf(findings)}`,
  )
}

function mistakesOf(findings: readonly Finding[]): string {
  const lines = mistakeLines(findings, { limit: 10 })
  return `${lines.join('\n')}\n  policy-lint check で詳しく調べられます。案として作るには、--draft を付けてください。\n`
}

type Made = Extract<Publication, { kind: 'made' }>

/** Writes the documents into the folder, all or none; a single text goes to stdout without one. */
async function deliver({ files }: Made, { out }: RenderOptions, io: Io): Promise<ExitCode> {
  if (out === undefined) {
    const [only, ...others] = files
    if (only && others.length === 0 && typeof only.content === 'string') {
      io.stdout.write(only.content)
      return exitCode.clean
    }
    throw new UsageError('文書を書くフォルダーが指定されていません', {
      hint: `--out documents/ のように指定してください。書くもの: ${files
        .map(({ name }) => name)
        .slice(0, 5)
        .join('、')}${files.length > 5 ? ' ほか' : ''}`,
    })
  }
  await writeFiles(files, out, io)
  const folder = out.replace(/[\\/]+$/, '')
  for (const { name } of files) io.stdout.write(`${folder}/${name}\n`)
  return exitCode.clean
}

async function compareWith({ files }: Made, folder: string, io: Io): Promise<ExitCode> {
  const { outdatedIn } = await import('../../workflow/publish/compare.ts')
  const outdated = await outdatedIn(folder, files)
  for (const { name, state } of outdated) {
    io.stdout.write(`${state === 'missing' ? 'まだない' : '古い'}: ${name}\n`)
  }
  if (outdated.length === 0) {
    io.stdout.write(`${files.length}件の文書は、どれも今の内容と同じです\n`)
    return exitCode.clean
  }
  io.stderr.write('render --out で作り直してください\n')
  return exitCode.findings
}
