import type { Draft, DraftElement } from '../../import/draft.ts'
import { type Comment, writeCommented } from '../../yaml/write-commented.ts'
import type { Town } from './town.ts'

/** The lists of a procedure in the order of its file. */
const lists = ['roles', 'duties', 'provisions', 'chains', 'passwords', 'logs'] as const

/** The file of a procedure as it was read: what was read out of the text says so, what nobody said is not there. */
export function procedureFrom(
  draft: Draft,
  { system, town, file }: { readonly system: string; readonly town: Town; readonly file: string },
): string {
  const { title, history } = draft
  const name = system.split('/')[1] ?? 'procedure'
  const value = {
    kind: 'procedure',
    system,
    id: name,
    title: title ?? name,
    standard: { ...town.reference, ...(town.municipality ? {} : { basis: 'assumed' }) },
    ...(history.established === undefined ? {} : { established: history.established }),
    inForce: history.inForce
      ? { from: history.inForce.from, ...sourceOf(history.inForce.place) }
      : {},
    ...(history.revisions.length > 0
      ? {
          revisions: history.revisions.map(({ on, summary, place }) => ({
            on,
            summary,
            ...sourceOf(place),
          })),
        }
      : {}),
    ...Object.fromEntries(
      lists.flatMap((list) => {
        const own = draft.elements.filter((one) => one.list === list)
        return own.length > 0 || list === 'roles' || list === 'duties'
          ? [[list, own.map(valueOf)]]
          : []
      }),
    ),
  }
  const comments = [
    ...headComments(draft, town),
    ...lists.flatMap((list) =>
      draft.elements
        .filter((one) => one.list === list)
        .flatMap((one, at) =>
          one.doubts.map(({ key, question }) => ({
            path: [list, at, key],
            text: `確認: ${question}`,
          })),
        ),
    ),
  ]
  const head = [
    `「${file}」から読み取った下書きです。`,
    '「確認:」の行を見て直し、直したら行を消してください。確かめたキーは unconfirmed から消します。読み取らなかった文は procedure.import.md にあります。',
  ]
  return writeCommented(value, { head, comments })
}

/** Keys that hold what the document has word for word: there is nothing to confirm. */
const copied: ReadonlySet<string> = new Set(['name', 'title', 'text'])

function valueOf({ id, value, place }: DraftElement): object {
  const unconfirmed = Object.keys(value).filter((key) => !copied.has(key))
  return {
    ...(id === undefined ? {} : { id }),
    ...value,
    ...(unconfirmed.length > 0 ? { unconfirmed } : {}),
    basis: 'inferred',
    ...sourceOf(place),
  }
}

function sourceOf(place: string): object {
  return place === '' ? {} : { source: place }
}

function headComments({ title, history }: Draft, town: Town): readonly Comment[] {
  return [
    ...(title === undefined ? [{ path: ['title'], text: '確認: 題名が読み取れませんでした' }] : []),
    ...(town.municipality
      ? []
      : [
          {
            path: ['standard'],
            text: '確認: 自治体のファイル（kind: municipality）が見つからないため、共通の対策基準を仮に置きました',
          },
        ]),
    ...(history.inForce
      ? []
      : [{ path: ['inForce'], text: '確認: 施行日（from）が文書にありません' }]),
  ]
}
