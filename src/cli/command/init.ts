import { dirname, join, resolve } from 'node:path'
import { Option } from 'commander'
import { UsageError } from '../../finding/usage-error.ts'
import {
  type Answers,
  commonPack,
  type Fetched,
  fetchedOptions,
  type GateName,
  gateNames,
  type Question,
  questions,
  unknownFetched,
} from '../../workflow/begin/answers.ts'
import type { OrganisationList } from '../../workflow/begin/organisations.ts'
import type { PackChoice, TownFile } from '../../workflow/begin/town.ts'
import type { CliCommand } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { Io, Terminal } from '../io.ts'
import { given, policiesOption } from '../options.ts'
import { writeFiles } from '../output.ts'
import { openDisk, readGiven } from '../workspace.ts'

interface InitOptions extends Partial<Answers>, Partial<Fetched> {
  readonly organisations?: string
  readonly ci: GateName
  readonly dryRun?: true
  readonly policies?: string
}

const examples = `
例:
  policy-lint init aoba
  policy-lint init aoba --name 青葉市 --system aoba-city/library --system-name 図書館システム --owner 中央図書館
  policy-lint init aoba --organisations 組織一覧.xlsx

端末では、オプションで指定しなかったことを尋ねます。組織の一覧は、「名称」「上位の組織」（あれば「ID」「区分」）の列か、
「部」「課」「係」のように段ごとの列のある Excel か CSV の表です。すでにあるファイルは書き換えません。
`

/** `policy-lint init`: the files that a municipality and its first system begin with. */
export const initCommand: CliCommand = {
  name: 'init',
  declare(command, io, end) {
    command
      .description('自治体と最初のシステムのファイルを作ります')
      .usage('[オプション] [フォルダー]')
      .argument('[フォルダー]', '作るフォルダー（省略すると今のフォルダー）')
    for (const { flag, value, about } of Object.values(questions)) {
      command.option(`${flag} <${value}>`, about)
    }
    command
      .option(
        '--organisations <CSV>',
        '組織の一覧のファイル（省略すると、所管の所属だけを書きます）',
      )
      .addOption(
        new Option('--ci <種類>', '変更のたびに調べる仕組み').choices(gateNames).default('github'),
      )
    for (const { flag, value, about } of Object.values(fetchedOptions)) {
      command.option(`${flag} <${value}>`, about)
    }
    command
      .option('--dry-run', '作るファイルの名前を示すだけで、何も書きません')
      .addOption(policiesOption())
      .addHelpText('after', examples)
      .action(async (folder: string | undefined, options: InitOptions) => {
        await runInit(folder ?? '.', options, io)
        end(exitCode.clean)
      })
  },
}

async function runInit(folder: string, options: InitOptions, io: Io): Promise<void> {
  const place = resolve(io.cwd, folder)
  await refuseTool(place)
  const { policies, dryRun } = options
  const { repository, commit, image } = checked(options)
  const packsOf = { workspace: await openDisk(io), ...given({ policies }) }
  const list = await listIn(options.organisations, io)
  const { beginTown, packChoices } = await import('../../workflow/begin/town.ts')
  const answers = io.terminal
    ? await askedFor(options, list, () => packChoices(packsOf), io.terminal)
    : givenBy(options)
  const { dossier, around } = await beginTown({
    ...packsOf,
    answers,
    gates: [options.ci],
    fetched: given({ repository, commit, image }),
    ...given({ organisations: list?.organisations }),
  })
  const { firstTaken } = await import('../../source/write-together.ts')
  const taken = firstTaken(place, dossier)
  if (taken !== undefined) {
    throw new UsageError(`「${folder}」に「${taken}」が既にあるので、何も書きませんでした`, {
      hint: '別のフォルダーを指定するか、--system で別の名前にしてください。二つ目のシステムは、自治体のフォルダーの下に context.yaml を置いて加えます',
    })
  }
  const kept = around.filter((file) => firstTaken(place, [file]) !== undefined)
  const files = [...dossier, ...around.filter((file) => !kept.includes(file))]
  if (dryRun !== true) await writeFiles(files, folder, io)
  io.stdout.write(made(files, kept, options))
  for (const heading of list?.unread ?? []) {
    io.stderr.write(`注意: 組織の一覧の「${heading}」の列は使いませんでした\n`)
  }
  if (dryRun !== true) io.stdout.write(nextSteps(folder, answers))
}

/** A municipality's files do not belong among those of the tool: the next version would be laid over them. */
async function refuseTool(place: string): Promise<void> {
  const { readBytes } = await import('../../source/read-bytes.ts')
  for (let folder = place; ; folder = dirname(folder)) {
    const read = readBytes(join(folder, 'package.json'), { shown: folder, limit: 100_000 })
    if ('bytes' in read && /"name":\s*"policy-lint"/.test(Buffer.from(read.bytes).toString())) {
      throw new UsageError('policy-lint そのもののフォルダーの中には作れません', {
        hint: '道具を新しくするときに混ざらないように、外のフォルダーを指定してください。例: policy-lint init ../aoba-city',
      })
    }
    if (dirname(folder) === folder) return
  }
}

async function listIn(file: string | undefined, io: Io): Promise<OrganisationList | undefined> {
  if (file === undefined) return undefined
  const bytes = await readGiven(file, io)
  const { readOrganisations, tableIn } = await import('../../workflow/begin/organisations.ts')
  return readOrganisations(file, await tableIn(file, bytes))
}

/** The answers given as options, where nobody can be asked. */
function givenBy(options: InitOptions): Answers {
  const { name, system, systemName, owner, pack = commonPack } = checked(options)
  if (
    name === undefined ||
    system === undefined ||
    systemName === undefined ||
    owner === undefined
  ) {
    const missing = Object.entries({ name, system, systemName, owner })
      .filter(([, answer]) => answer === undefined)
      .map(([key]) => questions[key as keyof Answers])
    throw new UsageError(`指定が足りません: ${missing.map(({ flag }) => flag).join('、')}`, {
      hint: `端末で実行すると尋ねます。例: policy-lint init ${missing
        .map(({ flag, example }) => `${flag} ${example}`)
        .join(' ')}`,
    })
  }
  return { name, system, systemName, owner, pack }
}

/** The same options, none of which cannot be. */
function checked(options: InitOptions): InitOptions {
  for (const [key, { flag, fault }] of Object.entries({ ...questions, ...fetchedOptions })) {
    const answer = options[key as keyof Answers | keyof Fetched]
    const hint = answer === undefined ? undefined : fault(answer)
    if (hint !== undefined) throw new UsageError(`「${flag}」の「${answer}」は使えません`, { hint })
  }
  return options
}

/** The answers given as options, and of a person those that were not. */
async function askedFor(
  options: InitOptions,
  list: OrganisationList | undefined,
  packs: () => Promise<readonly PackChoice[]>,
  terminal: Terminal,
): Promise<Answers> {
  const { name, system, systemName, owner, pack } = checked(options)
  const { askText, askWhich } = await import('../ask.ts')
  const { ownerFault } = await import('../../workflow/begin/town.ts')
  const ask = (question: Question): Promise<string> => askText(question, terminal)
  const ownerOf = (question: Question): Question => ({
    ...question,
    fault: (answer) => {
      const fault = list && ownerFault(list.organisations, answer)
      return question.fault(answer) ?? (fault && `${fault.message}。${fault.hint}`)
    },
  })
  const choose = async (): Promise<string> => {
    const choices = (await packs()).map(({ id, name: label }) => ({
      value: id,
      label: `${id}（${label}）`,
    }))
    return askWhich(questions.pack.asks, choices, commonPack, terminal)
  }
  return {
    name: name ?? (await ask(questions.name)),
    systemName: systemName ?? (await ask(questions.systemName)),
    system: system ?? (await ask(questions.system)),
    owner: owner ?? (await ask(ownerOf(questions.owner))),
    pack: pack ?? (await choose()),
  }
}

function made(files: readonly TownFile[], kept: readonly TownFile[], options: InitOptions): string {
  const { dryRun } = options
  const lines = [
    dryRun ? '作るファイル' : '作ったファイル',
    ...files.map(({ name }) => `  ${name}`),
    ...(kept.length === 0 ? [] : ['既にあるので、そのままにしたファイル']),
    ...kept.map(({ name }) => `  ${name}`),
  ]
  return [...lines, ...stillUnknown(options)].map((line) => `${line}\n`).join('')
}

/** What a pipeline needs before it runs, where it was not given. */
function stillUnknown({ ci, repository, commit, image }: InitOptions): readonly string[] {
  if (ci === 'none') return []
  const missing = [
    ...(repository === undefined
      ? [`${unknownFetched.repository} を、policy-lint を置いたリポジトリー`]
      : []),
    ...(commit === undefined
      ? ['POLICY_LINT_COMMIT の 000… を、使う policy-lint のコミットのハッシュ']
      : []),
    ...(ci === 'gitlab' && image === undefined
      ? ['image の 000… を、使う Node のイメージのハッシュ']
      : []),
  ]
  if (missing.length === 0) return []
  return [
    '変更のたびに自動で調べるには、次を直してください。直すまでは、何も動かさずに止まります。',
    ...missing.map((part) => `  ${part}に`),
  ]
}

function nextSteps(folder: string, { system }: Answers): string {
  const inside = folder === '.' ? '' : `（フォルダー ${folder} の中で）`
  return `
次にすること${inside}
  1. 実施手順を読み込みます  policy-lint import 実施手順.docx --system ${system}
  2. 調べます                policy-lint procedures
  3. 足りないものを見ます    policy-lint coverage procedures --format html --output coverage.html
一つずつの説明は、policy-lint の docs/first-steps.ja.md（はじめての方へ）にあります。
`
}
