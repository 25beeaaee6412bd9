import { plainText } from '../japanese/sentence.ts'
import type { CarriedProcedure } from '../model/carried.ts'
import type { Block } from './block.ts'
import { type DraftElement, type ElementList, elementLists, type ReadElement } from './element.ts'
import { placeOf, type Region } from './region.ts'
import type { ReadRole } from './role.ts'
import { coreOf, type Sentence, sentencesOf } from './statement.ts'
import type { Unit } from './unit.ts'
import type { ReadingWords } from './words.ts'

/** The marked stretches of a document, with the units that stand in them. */
export class MarkedText {
  readonly #units: ReadonlyMap<Region, readonly Unit[]>
  readonly #byBlock = new Map<Block, Region>()
  readonly #keptTables = new Set<Block>()

  constructor(regions: readonly Region[], units: readonly Unit[]) {
    for (const region of regions) {
      if (!region.isRow) for (const block of region.blocks) this.#byBlock.set(block, region)
    }
    this.#units = new Map(
      regions.map((region) => [region, units.filter(({ block }) => region.blocks.includes(block))]),
    )
    for (const { block, table } of units) {
      const rows = regions.filter((one) => one.isRow && one.blocks.includes(block))
      const isWhole = rows.length > 0 && rows.length + 1 >= (table?.rows.length ?? 0)
      if (isWhole && rows.every((one) => one.carried)) this.#keptTables.add(block)
    }
  }

  /** Whether a unit is what was printed of an element that the file carries, so that it need not be read. */
  isKept({ block }: Unit): boolean {
    return (this.#byBlock.get(block)?.isSame ?? false) || this.#keptTables.has(block)
  }

  /** The elements whose text is the one that was printed, as the file carries them. */
  get kept(): readonly ReadElement[] {
    return [...this.#units].flatMap(([region, units]) => {
      const { list, id } = placeOf(region)
      const place = listIn(list)
      // A row that was changed is as it was carried, with a question: its table is not read.
      if (!place || !region.carried || !(region.isSame || region.isRow)) return []
      return [
        {
          ...place,
          stem: undefined,
          ...(id === undefined ? {} : { known: id }),
          ...(region.isSame ? { isCarried: true as const } : {}),
          value: withoutId(region.carried.value),
          sources: units.flatMap(sourcesIn),
          doubts: region.isSame ? [] : [changed('text')],
          place: units[0]?.place ?? '',
        },
      ]
    })
  }

  /** Keys of the procedure itself whose article was changed. */
  get changedKeys(): readonly string[] {
    return [...this.#units.keys()]
      .filter((one) => !one.isSame && one.carried?.list === '')
      .flatMap(({ carried }) => Object.keys(carried?.value ?? {}))
  }

  /** The keys of the procedure itself that have marks. */
  get keys(): Readonly<Record<string, unknown>> {
    return Object.assign(
      {},
      ...[...this.#units.keys()].flatMap(({ carried }) =>
        carried?.list === '' ? [carried.value] : [],
      ),
    ) as Readonly<Record<string, unknown>>
  }

  /** What was read, with what stands at one mark made one element: whatever its text says is said of it. */
  joined(read: readonly ReadElement[]): readonly ReadElement[] {
    const rest = new Set(read)
    const whole = [...this.#units].flatMap(([region, units]): readonly ReadElement[] => {
      if (region.isSame || region.isRow) return []
      const { list, id } = placeOf(region)
      const own = read.filter(
        (one) =>
          one.sources.some((source) => units.includes(unitOf(source))) ||
          // A role that is carried, and that its text no longer defines.
          (list === 'roles' && one.list === 'roles' && one.stem !== undefined && one.stem === id),
      )
      for (const one of own) rest.delete(one)
      return joinedAt(region, units, own)
    })
    return [...whole, ...rest]
  }
}

function joinedAt(
  region: Region,
  units: readonly Unit[],
  read: readonly ReadElement[],
): readonly ReadElement[] {
  const { list, id } = placeOf(region)
  const place = listIn(list)
  if (!place) return read
  const { carried } = region
  const alike = read.filter((one) => one.list === place.list)
  const own = alike.length > 0 ? alike : read.filter((one) => one.list !== 'roles')
  const others = read.filter((one) => !own.includes(one) && one.list === 'roles')
  const values = own.map(({ value }) => (carried ? saidIn(value) : value)).reverse()
  const text = units
    .filter(({ table }) => !table)
    .map((unit) => unit.text)
    .join('\n')
  const hasText = place.list === 'duties' || place.list === 'provisions'
  const title = units[0]?.caption ?? ''
  return [
    ...others,
    {
      ...place,
      stem: undefined,
      ...(id === undefined ? {} : { known: id }),
      value: Object.assign(
        {},
        carried && withoutId(carried.value),
        ...values,
        hasText ? { text } : {},
        hasText && title !== '' ? { title } : {},
      ) as Readonly<Record<string, unknown>>,
      sources: units.flatMap(sourcesIn),
      doubts: [
        ...(carried ? [changed(hasText ? 'text' : (Object.keys(carried.value)[0] ?? 'id'))] : []),
        ...own.flatMap(({ doubts }) => doubts),
      ],
      place: units[0]?.place ?? '',
    },
  ]
}

/** What a text says: that it does not say which work it is, or how often, speaks against nothing that is known. */
function saidIn(value: ReadElement['value']): ReadElement['value'] {
  const { activity, frequency, ...rest } = value
  return {
    ...rest,
    ...(activity === undefined || activity === 'other' ? {} : { activity }),
    ...(frequency === undefined || frequency === 'unstated' ? {} : { frequency }),
  }
}

function changed(key: string) {
  return {
    key,
    about: 'changed',
    question: '印刷したときから文が変わっています。文から読み取れないキーは、前の値のままです',
  }
}

/** `documents/appendix/duties`: the list, and the document it is in. */
function listIn(
  list: string,
): { readonly list: ElementList; readonly document?: string } | undefined {
  const [, document, inner] = /^documents\/(.+)\/(\w+)$/u.exec(list) ?? []
  const name = elementLists.find((one) => one === (inner ?? list))
  return name && { list: name, ...(document === undefined ? {} : { document }) }
}

function withoutId(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'id'))
}

function sourcesIn(unit: Unit): readonly (Sentence | Unit)[] {
  return unit.table ? [unit] : sentencesOf(unit)
}

function unitOf(source: Sentence | Unit): Unit {
  return 'unit' in source ? source.unit : source
}

/** The roles that a file carries, as far as its text still has them: sentences that were changed speak of them. */
export function carriedRoles(
  carried: CarriedProcedure | undefined,
  regions: readonly Region[],
  { roles }: ReadingWords,
): readonly ReadRole[] {
  return regions.flatMap(({ mark }) => {
    const own = carried?.elements.find((one) => one.mark === mark && one.list === 'roles')
    if (!own) return []
    const text = (key: string): string | undefined => {
      const value = own.value[key]
      return typeof value === 'string' ? value : undefined
    }
    const [id, canonical] = [text('id'), text('canonical')]
    const name = text('name') ?? roles.find((one) => one.canonical === canonical)?.names[0]
    if (id === undefined || name === undefined) return []
    const [post, organisation, deputy] = ['post', 'organisation', 'deputy'].map(text)
    return [
      {
        id,
        name,
        ...(canonical === undefined ? {} : { canonical }),
        ...(post === undefined ? {} : { post }),
        ...(organisation === undefined ? {} : { organisation }),
        ...(deputy === undefined ? {} : { deputy }),
        place: '',
        sources: [],
        // What stands in parentheses is left out where sentences are read: 統一した窓口（PoC）.
        aliases: coreOf(name) === plainText(name) ? [] : [coreOf(name)],
      },
    ]
  })
}

/** The elements in the order in which the file that was printed has them; what is new comes after. */
export function inCarriedOrder(
  elements: readonly DraftElement[],
  carried: CarriedProcedure,
): readonly DraftElement[] {
  const order = new Map(
    carried.elements.map(({ list, value }, at) => [`${list} ${String(value['id'])}`, at]),
  )
  const placed = (one: DraftElement): number => {
    const list = one.document === undefined ? one.list : `documents/${one.document}/${one.list}`
    return order.get(`${list} ${one.id ?? 'undefined'}`) ?? carried.elements.length
  }
  return [...elements].sort((a, b) => placed(a) - placed(b))
}
