import type { Finding } from '../../finding/finding.ts'
import { type Problem, unreadable } from '../../finding/problem.ts'
import { UsageError } from '../../finding/usage-error.ts'
import { overlay, type Workspace } from '../../source/workspace.ts'
import type { Source } from '../../source/source.ts'

/** What the paths of a run name. */
export interface Selection {
  readonly workspace: Workspace
  /** The named paths as they are shown. */
  readonly named: readonly string[]
  /** The files below them; findings are reported of these. */
  readonly files: ReadonlySet<string>
  readonly problems: readonly Problem[]
}

/** Finds the files that the paths name. A path that does not exist, or no file at all, is wrong use. */
export function select(request: {
  readonly workspace: Workspace
  readonly paths: readonly string[]
  readonly stdin?: Source
}): Selection {
  const workspace = request.stdin ? overlay(request.workspace, request.stdin) : request.workspace
  const { files, problems } = workspace.discover(request.paths)
  const wrong = problems.find(
    (problem) => problem.code === 'not-found' || problem.code === 'not-yaml',
  )
  if (wrong) throw new UsageError(wrong.message, { hint: wrong.fix })
  if (files.length === 0 && problems.length === 0) {
    throw nothingToRead(request.paths)
  }
  return {
    workspace,
    named: request.paths.map((path) => workspace.show(path)),
    files: new Set(files),
    problems: problems.map(unreadable),
  }
}

/** What to say where the paths lead to no file that is read. */
export function nothingToRead(paths: readonly string[]): UsageError {
  return new UsageError(`調べるYAMLファイルが一つもありません: ${paths.join('、')}`, {
    hint: [
      '.yaml か .yml のファイルがあるフォルダーを指定してください。.policylintignore に書いたものは調べません。',
      ...(paths.every((path) => path === '.') ? [firstTime] : []),
    ].join('\n'),
  })
}

const firstTime =
  '初めて使うときは、policy-lint init を実行すると、自治体と最初のシステムのファイルができます。'

/** A run that found neither a system nor a pack nor anything wrong has looked at nothing: wrong use. */
export function requireSubject(
  selection: Selection,
  findings: readonly Finding[],
  subjects: number,
): void {
  if (subjects > 0 || findings.length > 0 || selection.problems.length > 0) return
  throw new UsageError(
    `${selection.files.size}件のYAMLファイルの中に、システムの一件書類も対策基準パックもありません。`,
    {
      hint: 'kind: context や kind: procedure のファイルがあるフォルダーを指定してください。書き方は docs/format.ja.md にあります。',
    },
  )
}
