import type { CarriedHead, Draft } from '../../import/draft.ts'
import { type DraftElement, type ElementList, elementLists } from '../../import/element.ts'
import type { ReadHistory } from '../../import/history.ts'
import { plainText } from '../../japanese/sentence.ts'
import { type Comment, writeCommented } from '../../yaml/write-commented.ts'
import type { Town } from './town.ts'
import { type DraftReading, doubtsAt, sourceOf, valueOf } from './value.ts'

/** The lists of a procedure that every file of one has. */
const always: ReadonlySet<ElementList> = new Set(['roles', 'duties'])

/** The procedure as it was read: what was read out of the text says so, what nobody said is not there. */
export function procedureFrom(draft: Draft, request: ProcedureRequest): DraftReading {
  const { town } = request
  const lists = elementLists.map(
    (list) => [list, draft.elements.filter((one) => one.list === list && !one.document)] as const,
  )
  const value = {
    ...headOf(draft, request),
    ...revisionsOf(draft),
    ...Object.fromEntries(
      lists.flatMap(([list, own]) =>
        list !== 'revisions' && (own.length > 0 || always.has(list))
          ? [[list, own.map((one) => withInner(one, draft.elements))]]
          : [],
      ),
    ),
  }
  const comments = [
    ...headComments(draft, town),
    ...lists.flatMap(([list, own]) =>
      own.flatMap((one, at) => [
        ...doubtsAt(one, [list, at]),
        ...innerOf(one, draft.elements).flatMap(([inner, elements]) =>
          elements.flatMap((below, place) => doubtsAt(below, [list, at, inner, place])),
        ),
      ]),
    ),
  ]
  return { value, comments }
}

/** The file of a procedure that is read for the first time. */
export function draftOf({ value, comments }: DraftReading, file: string): string {
  const head = [
    `「${file}」から読み取った下書きです。`,
    '「確認:」の行を見て直し、直したら行を消してください。確かめたキーは unconfirmed から消します。読み取らなかった文は procedure.import.md にあります。',
  ]
  return writeCommented(value, { head, comments })
}

/** For which system a procedure is read. */
export interface ProcedureRequest {
  readonly system: string
  readonly town: Town
}

function headOf(
  { title, history, carried }: Draft,
  { system, town }: ProcedureRequest,
): Readonly<Record<string, unknown>> {
  const name = system.split('/')[1] ?? 'procedure'
  const inForce = history.inForce
    ? { from: history.inForce.from, ...sourceOf(history.inForce.place) }
    : {}
  if (carried) return { ...carried.head, system, ...readAnew(carried, title, history) }
  return {
    kind: 'procedure',
    system,
    id: name,
    title: title ?? name,
    standard: { ...town.reference, ...(town.municipality ? {} : { basis: 'assumed' }) },
    ...(history.established === undefined ? {} : { established: history.established }),
    inForce,
  }
}

/** What the text says otherwise than the file carries it: its title and the days of its history. */
function readAnew(
  { head }: CarriedHead,
  title: string | undefined,
  { established, inForce, begins }: ReadHistory,
): object {
  const known = head['inForce'] as Readonly<Record<string, unknown>> | undefined
  const isTitle = title === undefined || plainText(title) === plainText(String(head['title']))
  const isEstablished = established === undefined || established === head['established']
  return {
    ...(isTitle ? {} : { title }),
    ...(isEstablished || head['established'] === undefined ? {} : { established }),
    ...(inForce === undefined || begins.some((day) => day === known?.['from'])
      ? {}
      : { inForce: { ...known, from: inForce.from } }),
  }
}

/** The revisions: those that the file carries, and those that its text tells besides. */
function revisionsOf({ elements, history }: Draft): object {
  const carried = elements.filter(({ list }) => list === 'revisions').map(valueOf)
  const known = new Set(carried.map((one) => ('on' in one ? one.on : undefined)))
  const read = history.revisions
    .filter(({ on }) => !known.has(on))
    .map(({ on, summary, place }) => ({ on, summary, ...sourceOf(place) }))
  const all = [...carried, ...read]
  return all.length > 0 ? { revisions: all } : {}
}

/** What is settled in a document beside the procedure, by its lists. */
function innerOf(
  { list, id }: DraftElement,
  elements: readonly DraftElement[],
): readonly (readonly [string, readonly DraftElement[]])[] {
  if (list !== 'documents') return []
  return (['duties', 'provisions'] as const)
    .map(
      (name) => [name, elements.filter((one) => one.document === id && one.list === name)] as const,
    )
    .filter(([, own]) => own.length > 0)
}

function withInner(element: DraftElement, elements: readonly DraftElement[]): object {
  const inner = innerOf(element, elements).map(([name, own]) => [name, own.map(valueOf)] as const)
  return { ...valueOf(element), ...Object.fromEntries(inner) }
}

function headComments({ title, history, carried }: Draft, town: Town): readonly Comment[] {
  if (carried) {
    return carried.changed.map((key) => ({
      path: [key],
      text: '確認: 印刷したときから文が変わっています',
    }))
  }
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
