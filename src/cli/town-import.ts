import { resolve } from 'node:path'
import { UsageError } from '../finding/usage-error.ts'
import { folderOf } from '../source/path.ts'
import type { ReadProblem } from '../source/read-problem.ts'
import type { Imported } from '../workflow/import.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { given } from './options.ts'
import { writeFiles } from './output.ts'
import { progressOn } from './progress.ts'
import { nameGiven, openDisk, readGiven } from './workspace.ts'

/** How the procedures of a municipality are read, one system each. */
export interface TownOptions {
  readonly town: string
  /** The document that holds for the whole organisation. */
  readonly organisation?: string
  readonly out?: string
  readonly policies?: string
  readonly dryRun?: true
  readonly force?: true
}

/** As many documents are looked for in one folder. */
const most = 5000

/** What may be a document; what of it cannot be read is told one by one. */
const documents = /\.(?:docx|docm|doc|rtf|pdf|x?html?|md|markdown|txt|png|jpe?g|gif|tiff?)$/iu

/** Reads every document of some files and folders as the procedure of a system of its own; one that cannot be read stops no other. */
export async function importTown(
  paths: readonly string[],
  options: TownOptions,
  io: Io,
): Promise<ExitCode> {
  const { organisation } = options
  const named = organisation === undefined ? paths : [...paths, organisation]
  const { files, others } = await documentsIn(named, io)
  const read = await readerOfAll(options, io)
  const sums = { read: 0, failed: others.length, questions: 0 }
  for (const { path, message, why, fix } of others) {
    io.stderr.write(`${path}: 読み込めません。${message}。${why}\n  ${fix}\n`)
  }
  const progress = progressOn(io, undefined, '読み込んでいます')
  for (const [at, file] of files.entries()) {
    progress.report(at, files.length)
    const said = await tried(() => read(file))
    progress.end()
    io.stderr.write(`${file}: ${said.text}\n`)
    sums.questions += said.questions ?? 0
    sums[said.questions === undefined ? 'failed' : 'read'] += 1
  }
  io.stderr.write(
    `読み込んだ文書 ${sums.read}件、読み込めなかった文書 ${sums.failed}件、確かめること ${sums.questions}件\n`,
  )
  if (sums.failed === 0) return exitCode.clean
  return sums.read === 0 ? exitCode.wrongUse : exitCode.findings
}

/** What is told of a document, and how many questions it left where it was read. */
interface Said {
  readonly text: string
  readonly questions?: number
}

/** What is told of a document, be it that it cannot be read. */
async function tried(read: () => Promise<Said>): Promise<Said> {
  try {
    return await read()
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown
    const { message, hint } = thrown
    const more = hint === undefined ? '' : `\n  ${hint.replaceAll('\n', '\n  ')}`
    return { text: `読み込めません。${message}${more}` }
  }
}

/** Reads one document after another, each into the folder of its system; no two are of one. */
async function readerOfAll(
  { town, organisation, policies, out, force, dryRun }: TownOptions,
  io: Io,
): Promise<(file: string) => Promise<Said>> {
  const workflow = await import('../workflow/import.ts')
  const workspace = await openDisk(io)
  const system = `${town}/organisation`
  const first = await workflow.openReader({ workspace, system, ...given({ policies }) })
  const known = workflow.systemsIn(workspace, folderOf(first.town.folder))
  const wide = organisation === undefined ? undefined : resolve(io.cwd, organisation)
  const taken = new Map<string, string>()
  return async (file) => {
    const name = nameGiven(file)
    const isWide = resolve(io.cwd, file) === wide
    const id = isWide ? 'organisation' : workflow.systemNamed(name, known)
    const other = taken.get(id)
    if (other !== undefined) throw sameSystem(file, other, id)
    taken.set(id, file)
    const reader = workflow.readerOf(first, id)
    const folder = out === undefined ? reader.town.folder : `${out}/${id}`
    const bytes = await readGiven(file, io)
    const earlier = force ? undefined : workflow.earlierIn(workspace, folder)
    const imported = await workflow.importDocument({ name, bytes }, reader, earlier)
    if (!dryRun) await writeFiles(imported.files, folder, io)
    return { text: told(imported, folder, dryRun), questions: imported.questions }
  }
}

function told({ draft, questions, notes }: Imported, folder: string, dryRun?: true): string {
  const unread = draft.trace.filter(({ is }) => is === 'unread').length
  const done = dryRun
    ? 'に書きます'
    : notes
      ? 'の下書きを文書に合わせました'
      : 'に下書きを作りました'
  return `「${folder}」${done}（確かめること ${questions}件、読み取らなかった文 ${unread}件）`
}

function sameSystem(file: string, other: string, id: string): UsageError {
  return new UsageError(`「${other}」と同じシステム「${id}」の文書になります`, {
    hint: `どちらかの名前を変えるか、${file} だけを --system で読み込んでください`,
  })
}

/** The documents that the user names, and those in the folders that they name: each once; and what there is none. */
async function documentsIn(
  paths: readonly string[],
  io: Io,
): Promise<{ readonly files: readonly string[]; readonly others: readonly ReadProblem[] }> {
  const { listFiles } = await import('../source/list-files.ts')
  const found = new Map<string, string>()
  const others: ReadProblem[] = []
  for (const path of paths) {
    const shown = path.replace(/[\\/]+$/u, '')
    const listed = listFiles(resolve(io.cwd, path), { shown, most })
    if ('problem' in listed) {
      const { message, why, fix } = listed.problem
      throw new UsageError(`${message}。${why}`, { hint: fix })
    }
    // What Word keeps beside a document that is open is none.
    const files = listed.files
      ?.filter((file) => documents.test(file) && !nameGiven(file).startsWith('~$'))
      .map((file) => `${shown}/${file}`)
    for (const file of files ?? [path]) {
      const place = resolve(io.cwd, file)
      if (!found.has(place)) found.set(place, file)
    }
    for (const other of listed.others) others.push(other)
    if (files?.length === 0 && listed.others.length === 0) {
      throw new UsageError(`「${path}」に、読み込める文書がありません`, {
        hint: '実施手順の文書（.docx、.html、.md、.txt）のあるフォルダーを指定してください',
      })
    }
  }
  return { files: [...found.values()], others }
}
