import { UsageError } from '../finding/usage-error.ts'
import type { Side } from '../source/git/side.ts'
import type { SideRequest } from '../workflow/compare-side.ts'
import type { Io } from './io.ts'
import { openDisk, openSideOf } from './workspace.ts'

/**
 * The two sides that arguments name. A revision without a path stands for the other side's paths in
 * it; a revision alone is held against the files on the disk.
 */
export async function openSides(
  before: string,
  after: string | undefined,
  io: Io,
): Promise<{ readonly before: SideRequest; readonly after: SideRequest }> {
  const first = await openSideOf(before, io)
  if (after === undefined && first.kind === 'path') throw noOther(before)
  const second = after === undefined ? undefined : await openSideOf(after, io)
  const paths = { first: pathOf(first), second: second && pathOf(second) }
  const disk = await openDisk(io)
  const request = (
    name: string,
    side: Side | undefined,
    own: string | undefined,
    other: string | undefined,
  ): SideRequest => ({
    name,
    workspace: side?.kind === 'revision' ? side.revision.workspace : disk,
    paths: [own ?? other ?? '.'],
    mayBeEmpty: own === undefined,
  })
  const nameOf = (side: Side | undefined, argument: string | undefined): string =>
    side?.kind === 'revision' ? side.revision.name : (argument ?? paths.first ?? '今のファイル')
  return {
    before: request(nameOf(first, before), first, paths.first, paths.second),
    after: request(nameOf(second, after), second, paths.second, paths.first),
  }
}

function pathOf(side: Side): string | undefined {
  return side.kind === 'path' ? side.path : side.revision.path
}

function noOther(before: string): UsageError {
  return new UsageError(`「${before}」を何と比べるのかが書かれていません`, {
    hint: [
      '変更前と変更後を、この順に書いてください。フォルダー、ファイル、git の版の名前が使えます。',
      `例: policy-lint diff ${before} 変更後のフォルダー`,
      '例: policy-lint diff main   （main と今のファイルを比べます）',
    ].join('\n'),
  })
}
