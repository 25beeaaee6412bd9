import { UsageError } from '../finding/usage-error.ts'
import { RevisionError } from '../source/git/error.ts'
import type { Side } from '../source/git/side.ts'
import type { SideRequest } from '../workflow/compare/side.ts'
import { type EditionName, editionNamed } from '../workflow/open/edition-name.ts'
import type { Io } from './io.ts'
import { openDisk, openSideOf } from './workspace.ts'

/**
 * The two sides that arguments name. A revision without a path stands for the other side's paths in
 * it; a revision alone is held against the files on the disk. A path that the other side has under the
 * same name need not be there, for a change may bring it in or take it away; any other is misspelt.
 */
export async function openSides(
  before: string,
  after: string | undefined,
  io: Io,
): Promise<{ readonly before: SideRequest; readonly after: SideRequest }> {
  const first = await openSideOf(before, io)
  if (after === undefined && first.kind === 'path') throw first.absent ?? noOther(before)
  const second = after === undefined ? undefined : await openSideOf(after, io)
  const disk = await openDisk(io)
  const pathOf = (side: Side | undefined): string | undefined =>
    side?.kind === 'path' ? disk.show(side.path) : side?.revision.path
  const paths = { first: pathOf(first), second: pathOf(second) }
  const request = (
    name: string,
    side: Side | undefined,
    own: string | undefined,
    other: string | undefined,
  ): SideRequest => {
    const mayBeEmpty = own === undefined || own === other
    if (side?.absent && !mayBeEmpty) throw side.absent
    return {
      name,
      workspace: side?.kind === 'revision' ? side.revision.workspace : disk,
      paths: [own ?? other ?? '.'],
      mayBeEmpty,
    }
  }
  const nameOf = (side: Side | undefined, argument: string | undefined): string =>
    side?.kind === 'revision' ? side.revision.name : (argument ?? paths.first ?? '今のファイル')
  if (first.absent && second?.absent) throw first.absent
  return {
    before: request(nameOf(first, before), first, paths.first, paths.second),
    after: request(nameOf(second, after), second, paths.second, paths.first),
  }
}

/** Whether an argument names a file or folder that is there, and no git revision. */
export async function namesPath(argument: string, io: Io): Promise<boolean> {
  const side = await openSideOf(argument, io)
  return side.kind === 'path' && side.absent === undefined
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

/** Two editions of a pack. */
export interface Editions {
  readonly before: EditionName
  readonly after: EditionName
}

/**
 * The editions of a pack that arguments name; undefined where they name something else. A path that is
 * there and a git revision of the same name come first.
 */
export async function openEditions(
  before: string,
  after: string | undefined,
  io: Io,
): Promise<Editions | undefined> {
  const first = await editionOf(before, io)
  const second = after === undefined ? undefined : await editionOf(after, io)
  if (first && second) return { before: first, after: second }
  if (first) throw noOtherEdition(before, after)
  if (second && after !== undefined) throw noOtherEdition(after, before)
  return undefined
}

async function editionOf(argument: string, io: Io): Promise<EditionName | undefined> {
  const named = editionNamed(argument)
  if (!named) return undefined
  try {
    const { absent } = await openSideOf(argument, io)
    return absent && named
  } catch (thrown) {
    if (thrown instanceof RevisionError) return named
    throw thrown
  }
}

function noOtherEdition(edition: string, other: string | undefined): UsageError {
  const [pack] = edition.split('@')
  const message =
    other === undefined
      ? `「${edition}」を、どの版と比べるのかが書かれていません`
      : `対策基準の版「${edition}」と「${other}」は比べられません`
  return new UsageError(message, {
    hint: [
      '対策基準の版は、同じ対策基準のもう一つの版と比べます。変更前と変更後を、この順に書いてください。',
      `例: policy-lint diff ${edition} ${pack ?? ''}@もう一つの版`,
    ].join('\n'),
  })
}
