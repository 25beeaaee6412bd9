import { ambiguousRevision, noCommit, unknownRevision } from './error.ts'
import { failureOf, type Git, type GitResult } from './process.ts'

/** What a revision leads to, and where the user stands. */
export interface Resolved {
  /** The commit, or the tree where a tree itself was named; undefined for `HEAD` before the first commit. */
  readonly id: string | undefined
  readonly isCommit: boolean
  /** The working folder below the root of the repository, names in NFC; `.` for the root itself. */
  readonly prefix: string
}

/** Finds out in one run of git what a revision names and where in the repository it was asked. */
export function resolveRevision(git: Git, revision: string, cwd: string): Resolved {
  const commit = ask(git, `${revision}^{commit}`)
  const found = commit.status === 0 ? commit : ask(git, `${revision}^{tree}`)
  const answer = answerOf(found)
  if (!answer) throw failureOf(found, cwd)
  if (/warning: refname .* is ambiguous/.test(commit.stderr)) {
    throw ambiguousRevision(revision, false)
  }
  if (/short object ID .* is ambiguous/i.test(commit.stderr))
    throw ambiguousRevision(revision, true)
  if (answer.id === undefined && (revision !== 'HEAD' || hasHead(git))) {
    throw unknown(git, revision, answer.isShallow)
  }
  return { id: answer.id, isCommit: found === commit, prefix: answer.prefix }
}

/** Whether anything was committed on the branch that the work tree is of. */
function hasHead(git: Git): boolean {
  return git(['rev-parse', '--verify', '--quiet', 'HEAD']).status === 0
}

function ask(git: Git, object: string): GitResult {
  return git(['rev-parse', '--is-shallow-repository', '--show-prefix', '--verify', object])
}

/** The lines of an answer; undefined where there is no repository to ask. */
function answerOf({ status, stdout }: GitResult) {
  const lines = stdout.toString('utf8').split('\n')
  if (lines.length < 3) return undefined
  const end = status === 0 ? -2 : -1
  // The name of a folder may hold a line end.
  const prefix = lines.slice(1, end).join('\n').replace(/\/$/, '').normalize('NFC')
  return {
    isShallow: lines[0] === 'true',
    prefix: prefix === '' ? '.' : prefix,
    id: status === 0 ? lines.at(-2) : undefined,
  }
}

/** How many names are read to find one that is near. */
const namesRead = 5000

function unknown(git: Git, revision: string, isShallow: boolean): Error {
  const isEmpty = !hasHead(git)
  const listed = git([
    'for-each-ref',
    `--count=${namesRead}`,
    '--format=%(refname:short)',
    'refs/heads',
    'refs/tags',
    'refs/remotes',
  ])
  const names = listed.stdout.toString('utf8').split('\n').filter(Boolean)
  if (isEmpty && names.length === 0) return noCommit()
  return unknownRevision(revision, { names, isShallow })
}
