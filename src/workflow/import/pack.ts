import { addDays, type Day, parseDay } from '../../calendar/day.ts'
import { UsageError } from '../../finding/usage-error.ts'
import type { Draft } from '../../import/draft.ts'
import { standardLists } from '../../import/element.ts'
import type { Value } from '../../import/match.ts'
import type { ReadingWords } from '../../import/words.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { mappingsIn } from '../../schema/variant.ts'
import type { Workspace } from '../../source/workspace.ts'
import { type Comment, writeCommented } from '../../yaml/write-commented.ts'
import { openPacks } from '../open/packs.ts'
import type { Earlier } from './again.ts'
import { municipalitiesIn, readingWords } from './town.ts'
import { type DraftReading, doubtsAt, sourceOf, valueOf } from './value.ts'

/** For which pack a standard is read, and where packs and the municipality are looked for. */
export interface StandardRequest {
  readonly workspace: Workspace
  readonly policies?: string
  /** The id of the pack; that of the municipality where there is one alone. */
  readonly pack?: string
  /** From when the standard is in force, where its text does not say. */
  readonly from?: Day
}

/** What a standard is read by, and whose it is. */
export interface StandardReader {
  readonly pack: string
  readonly folder: string
  readonly municipality: string | undefined
  readonly from: Day | undefined
  readonly standard: WrittenStandard
  readonly words: ReadingWords
}

/** No pack is written for a later day. */
const farFuture = '9999-12-31' as Day

/** Finds the municipality whose standard it is; what all standards share are the words it is read by. */
export async function openStandardReader(request: StandardRequest): Promise<StandardReader> {
  const { workspace, policies = 'policies', from } = request
  const towns = municipalitiesIn(workspace)
  const [only] = towns.length === 1 ? towns : []
  const pack = request.pack ?? only?.municipality.id
  if (pack === undefined) {
    throw new UsageError('作るパックの名前が決まりません', {
      hint: '--pack に、半角の小文字で書いてください。例 --pack aoba-city',
    })
  }
  if (pack === 'base') {
    throw new UsageError('「base」は、共通の対策基準の名前です', {
      hint: '--pack に、別の名前を書いてください。例 --pack aoba-city',
    })
  }
  const standard = (await openPacks(request)).standardFor('base', undefined, farFuture)
  return {
    pack,
    folder: `${policies}/${pack}`,
    municipality: only?.municipality.name,
    from,
    standard,
    words: readingWords({ standard, municipality: undefined }),
  }
}

/** The pack as it was read: what was read out of the text says so, what nobody said is not there. */
export function packFrom(draft: Draft, reader: StandardReader, file: string): DraftReading {
  const { pack, municipality } = reader
  const { title } = draft
  const lists = standardLists.map(
    (list) => [list, draft.elements.filter((one) => one.list === list)] as const,
  )
  const edition = editionOf(draft, reader, file)
  const quoted = title ?? file
  const value = {
    kind: 'standard',
    id: pack,
    name: title ?? pack,
    extends: 'base',
    ...(municipality === undefined ? {} : { municipality }),
    editions: [edition.value],
    ...Object.fromEntries(
      lists.map(([list, own]) => [
        list,
        own.map((one) =>
          list === 'clauses'
            ? valueOf({ ...one, place: '', value: { ...one.value, quoted } })
            : valueOf(one),
        ),
      ]),
    ),
  }
  return {
    value,
    comments: [
      ...(title === undefined
        ? [{ path: ['name'], text: '確認: 題名が読み取れませんでした' }]
        : []),
      ...edition.comments,
      ...lists.flatMap(([list, own]) => own.flatMap((one, at) => doubtsAt(one, [list, at]))),
    ],
  }
}

/** The file of a pack that is read for the first time. */
export function packOf({ value, comments }: DraftReading, file: string): string {
  const head = [
    `「${file}」から読み取った対策基準の下書きです。`,
    '要求事項（requirement）は、文の言葉から当てはめたものです。違えば、別の要求事項の条文として判定されます。',
    '「確認:」の行を見て直し、直したら行を消してください。確かめたキーは unconfirmed から消します。読み取らなかった文は pack.import.md にあります。',
  ]
  return writeCommented(value, { head, comments })
}

function editionOf(
  { history }: Draft,
  { from: given }: StandardReader,
  file: string,
): { readonly value: object; readonly comments: readonly Comment[] } {
  const { inForce, established } = history
  const from = given ?? inForce?.from ?? established
  if (from === undefined) {
    throw new UsageError(`「${file}」に、施行日が書かれていません`, {
      hint: '--from に、この対策基準がいつから効力を持つかを書いてください。例 --from 2025-04-01',
    })
  }
  const isAssumed = given === undefined && inForce === undefined
  return {
    value: {
      id: from,
      from,
      ...(given === undefined ? { basis: isAssumed ? 'assumed' : 'inferred' } : {}),
      ...(given === undefined && inForce ? sourceOf(inForce.place) : {}),
    },
    comments: isAssumed
      ? [
          {
            path: ['editions', 0, 'from'],
            text: '確認: 施行日が文書にないため、定めた日を置きました',
          },
        ]
      : [],
  }
}

/**
 * The reading and the earlier draft with the editions that people have written: a new day begins a new
 * edition after theirs, and takes none away.
 */
export function withEditions(
  reading: DraftReading,
  earlier: Earlier,
  written: Value,
): { readonly reading: DraftReading; readonly earlier: Earlier } {
  const known: readonly Value[] = mappingsIn(written['editions'])
  const [fresh] = reading.value['editions'] as readonly Value[]
  const isKnown = known.some(({ from }) => String(from) === fresh?.['from'])
  const editions = isKnown || !fresh ? known : [...known.map((one) => ended(one, fresh)), fresh]
  return {
    reading: { ...reading, value: { ...reading.value, editions } },
    earlier: {
      ...earlier,
      base: earlier.base && { ...earlier.base, editions: known },
    },
  }
}

/** An edition that ends where the next one begins. */
function ended(edition: Value, { from }: Value): Value {
  const begins = typeof from === 'string' ? parseDay(from) : undefined
  if (!begins || edition['until'] !== undefined || String(edition['from']) > begins) return edition
  return { ...edition, until: addDays(begins, -1) }
}
