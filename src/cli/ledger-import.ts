import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Day } from '../calendar/day.ts'
import { UsageError } from '../finding/usage-error.ts'
import type { GivenTable, LedgersImported, Pseudonyms } from '../workflow/import/ledger/import.ts'
import { userFolder } from './cache.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { given } from './options.ts'
import { writeFiles } from './output.ts'
import { nameGiven, openDisk, readGiven } from './workspace.ts'

/** How the ledgers of a system are read. */
export interface LedgerOptions {
  readonly system: string
  /** The key of the ledger that all sheets are. */
  readonly ledger?: string
  /** The office whose ledgers they are. */
  readonly section?: string
  readonly covers?: { readonly from: Day; readonly to: Day }
  /** Where the names of persons are kept. */
  readonly names?: string
  readonly out?: string
  readonly policies?: string
  readonly dryRun?: true
  readonly force?: true
}

const tables = /\.(?:xlsx|csv)(?:#.*)?$/isu
const others = /\.(?:xls|xlsm|xlsb|xltx|ods|numbers|tsv)(?:#.*)?$/isu

/** Whether a file is a ledger by its name, be it one that cannot be read. */
export function isTable(path: string): boolean {
  return tables.test(path) || others.test(path)
}

/** Reads the sheets of some files as ledgers of the records. */
export async function importTables(
  paths: readonly string[],
  options: LedgerOptions,
  io: Io,
): Promise<ExitCode> {
  const workflow = await import('../workflow/import.ts')
  const workspace = await openDisk(io)
  const { system, policies, ledger, section, covers } = options
  const { town, words } = await workflow.openReader({ workspace, system, ...given({ policies }) })
  if (section !== undefined && !words.organisations.some(({ id }) => id === section)) {
    throw new UsageError(`--section の「${section}」という組織は、自治体のファイルにありません`, {
      hint: 'municipality.yaml の organisations にある識別子を書いてください',
    })
  }
  const folder = options.out ?? town.folder
  const root = options.out ?? dirname(town.folder)
  const files: GivenTable[] = []
  for (const path of paths) files.push(await tableAt(path, { folder, root }, io))
  const names = await namesFor(options, [root, folder], io)
  const { ledgersStem, officeNames } = workflow
  const offices = officeNames(words)
  const pseudonyms = pseudonymsIn(names, (text) => new workflow.Pseudonyms(text, offices))
  const known = workspace.read(`${folder}/${ledgersStem}.yaml`)
  const earlier = known.ok ? await workflow.earlierLedgers(known.source.text) : undefined
  const imported = await workflow.importLedgers(files, {
    ...{ system, town, words, ledger, organisation: section, covers, pseudonyms },
    duties: workflow.dutiesIn(workspace, town.folder),
    earlier: options.force ? undefined : earlier,
  })
  if (imported.files.length === 0) throw nothingRead(imported)
  if (options.dryRun) io.stdout.write(String(imported.files[0]?.content))
  else
    await write(
      imported,
      { folder, pseudonyms, names, isNew: !known.ok || options.force === true },
      io,
    )
  tell(imported, options.dryRun ? undefined : folder, io)
  return exitCode.clean
}

/** A file, and the sheet of it that is named; where it stands, if the records may name it there. */
async function tableAt(
  path: string,
  { folder, root }: { readonly folder: string; readonly root: string },
  io: Io,
): Promise<GivenTable> {
  const [, file = path, sheet] = /^(.*\.xlsx)#(.*)$/isu.exec(path) ?? []
  if (!tables.test(path)) {
    throw new UsageError(`「${path}」は、台帳として読めません`, {
      hint: 'Excel で開いて、「Excel ブック（.xlsx）」の形式で保存し直してください。マクロのあるもの（.xlsm）や古い形式（.xls）、.ods は読めません',
    })
  }
  const bytes = await readGiven(file, io)
  const { standsBelow } = await import('../source/cache-folder.ts')
  const [whole, home] = [resolve(io.cwd, file), resolve(io.cwd, folder)]
  const within = relative(home, whole).split(sep).join('/')
  const isWithin = standsBelow(whole, resolve(io.cwd, root)) && !/[:\\#]/u.test(within)
  return { name: nameGiven(file), bytes, sheet, ...(isWithin && { within }) }
}

/** Where names are kept: outside of the project, so that they are never handed on with it. */
interface NamesFile {
  /** Undefined on a machine where nobody has a folder of his own. */
  readonly path: string | undefined
  readonly text: string | undefined
}

async function namesFor(
  { names, system }: LedgerOptions,
  folders: readonly string[],
  io: Io,
): Promise<NamesFile> {
  const town = system.replace(/\/.*$/su, '')
  const path = names === undefined ? usualNames(io, town) : resolve(io.cwd, names)
  if (path === undefined) return { path, text: undefined }
  const { standsBelow } = await import('../source/cache-folder.ts')
  const { gitRootAbove } = await import('../source/disk.ts')
  const top = gitRootAbove(io.cwd) ?? io.cwd
  const roots = [top, ...folders.map((folder) => resolve(io.cwd, folder))]
  if (
    roots.some(
      (root) => standsBelow(path, root) && !(names === undefined && root === io.env['HOME']),
    )
  ) {
    throw new UsageError(`氏名と仮名の対応を、このフォルダーの中（${path}）には置けません`, {
      hint: '手順や台帳と一緒に渡さないように、--names に、このフォルダーの外のファイルを書いてください',
    })
  }
  const { firstTaken } = await import('../source/write-together.ts')
  const isThere = firstTaken(dirname(path), [{ name: basename(path) }]) !== undefined
  if (!isThere) return { path, text: undefined }
  return { path, text: new TextDecoder().decode(await readGiven(path, io)) }
}

/** Where the names of a town are kept where nobody says where. */
function usualNames(io: Io, town: string): string | undefined {
  const own = userFolder(io, 'state')
  return own === undefined ? undefined : join(own, 'names', `${town}.json`)
}

function pseudonymsIn(
  { path, text }: NamesFile,
  kept: (text: string | undefined) => Pseudonyms,
): Pseudonyms {
  try {
    return kept(text)
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown
    throw new UsageError(`「${path ?? ''}」は、氏名と仮名の対応のファイルではありません`, {
      hint: '--names に、前に作られたファイルか、まだないファイルを書いてください',
    })
  }
}

/** The names first: without them nobody could tell any more who is who. */
async function write(
  { files, hasNames, isKnown }: LedgersImported,
  {
    folder,
    pseudonyms,
    names,
    isNew,
  }: {
    readonly folder: string
    readonly pseudonyms: Pseudonyms
    readonly names: NamesFile
    readonly isNew: boolean
  },
  io: Io,
): Promise<void> {
  // What a person has made of the records stays; only the copies of the tables are made anew.
  const own = isNew
    ? files
    : files.filter(({ name }) => name.startsWith('data/') || name.endsWith('.md'))
  if (!isNew && !isKnown) {
    throw new UsageError(
      `「${folder}」に、前に作った台帳の下書き（ledgers.yaml）があり、まだない台帳が加わります`,
      {
        hint: '直したものを失わないように止めました。--out で別のフォルダーにするか、書き換えてよければ --force を付けてください',
      },
    )
  }
  if (hasNames) {
    const { path } = names
    if (path === undefined) {
      throw new UsageError('氏名と仮名の対応を置く場所が決まりません', {
        hint: '--names に、このフォルダーの外のファイルを書いてください',
      })
    }
    await writeFiles([{ name: basename(path), content: pseudonyms.text }], dirname(path), io)
    const { all, added } = pseudonyms.counts
    io.stderr.write(
      `氏名と仮名の対応（${all}人、うち新しく${added}人）は「${path}」にあります。人に渡さないでください\n`,
    )
  }
  await writeFiles(own, folder, io)
  if (!isNew) io.stderr.write(`ledgers.yaml は前のままにして、台帳の写しだけを作り直しました\n`)
}

function nothingRead({ left }: LedgersImported): UsageError {
  return new UsageError('台帳として読めるシートがありません', {
    hint: left.map(({ name, why }) => `${name}: ${why}`).join('\n'),
  })
}

function tell(
  { ledgers, left, questions, remarks }: LedgersImported,
  folder: string | undefined,
  io: Io,
): void {
  const counts = ledgers.map(({ sheet, label, rows }) => `${sheet}: ${label} ${rows}行\n`).join('')
  const untold = left.map(({ name, why }) => `${name}: 読んでいません。${why}\n`).join('')
  io.stderr.write(
    `${folder === undefined ? '' : `「${folder}」に台帳の下書き（ledgers.yaml）があります\n`}${counts}${untold}`,
  )
  io.stderr.write(
    `確かめること ${questions}件${folder === undefined ? '' : '（ledgers.import.md）'}\n`,
  )
  for (const remark of remarks) io.stderr.write(`${remark}\n`)
}
