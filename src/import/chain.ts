import { plainText } from '../japanese/sentence.ts'
import { columnIn } from './block.ts'
import type { Doubt, ReadElement } from './element.ts'
import { daysIn } from './history.ts'
import { type Sentence, sentencesOf } from './statement.ts'
import type { Unit } from './unit.ts'
import { type KnownOrganisation, organisationBefore, type ReadingWords } from './words.ts'

/** Whom a table of contacts has called by whom; undefined where it is none, or names who is not known. */
export function chainIn(
  unit: Unit,
  words: ReadingWords,
  above: readonly Unit[],
): ReadElement | undefined {
  const [head = [], ...rows] = unit.table?.rows ?? []
  const column = columnIn(head)
  const [from, to, order, party] = [
    column(/連絡元|発信|通報元/u),
    column(/連絡先|宛先|あて先|通報先/u),
    column(/^(?:順|順番|順位|連絡順|連絡の順)$/u),
    column(/所属|組織|部署|課名|連絡先|機関/u),
  ]
  const named = (row: readonly string[], at: number): KnownOrganisation | undefined =>
    organisationBefore(plainText(row[at] ?? ''), words)
  const about = [...unit.headings, unit.caption, ...above.map(({ text }) => text)].join(' ')
  const triggers = triggersIn(plainText(about))
  if (triggers.length === 0) return undefined
  const at = from >= 0 ? to : party
  const nodes = contactsIn(head, rows, (row) => named(row, at)?.id)
  const shared: Pick<ReadElement, 'list' | 'stem' | 'place'> = {
    list: 'chains',
    stem: `contact-${triggers[0] ?? ''}`,
    place: unit.place,
  }
  const title = unit.caption === '' ? {} : { title: unit.caption }
  const more = nodes.length > 0 ? { nodes } : {}
  const pictured = pictureIn(above, words)
  if (pictured && party >= 0 && from < 0) {
    const { edges, ...ends } = pictured
    return {
      ...shared,
      sources: [
        unit,
        ...above.flatMap((one): readonly (Sentence | Unit)[] =>
          one.table ? [one] : sentencesOf(one),
        ),
      ],
      doubts: [],
      value: { ...title, triggers, ...bandsIn(above), ...dayIn(above), ...ends, ...more, edges },
    }
  }
  const doubts: Doubt[] = []
  const pairs =
    from >= 0 && to >= 0
      ? rows.map((row) => [named(row, from), named(row, to)] as const)
      : order >= 0 && party >= 0
        ? rows
            .slice(1)
            .map((row, place) => [named(rows[place] ?? [], party), named(row, party)] as const)
        : []
  const edges = pairs.flatMap(([one, other]) =>
    one && other ? [{ from: one.id, to: other.id }] : [],
  )
  if (edges.length === 0 || edges.length < pairs.length) return undefined
  if (from < 0)
    doubts.push({ key: 'edges', about: 'order', question: '表の順を、連絡の順と読みました' })
  const means = column(/手段|方法/u)
  return {
    ...shared,
    sources: [unit],
    doubts,
    value: {
      ...title,
      triggers,
      firstReporter: edges[0]?.from,
      ...more,
      edges: edges.map((edge, index) => {
        const by = from >= 0 && means >= 0 ? (rows[index]?.[means] ?? '').trim() : ''
        return by === '' ? edge : { ...edge, means: by }
      }),
    },
  }
}

/** What stands above a table in its article: what it says of the table belongs to it. */
export function aboveInArticle(unit: Unit, units: readonly Unit[]): readonly Unit[] {
  const article = /^.*?条(?:の\d+)*/u.exec(unit.place)?.[0]
  if (article === undefined) return []
  return units
    .slice(0, units.indexOf(unit))
    .filter(
      (one) =>
        one.section === unit.section && new RegExp(`^${article}(?!の?\\d)`, 'u').test(one.place),
    )
}

function pictureIn(above: readonly Unit[], words: ReadingWords): PicturedChain | undefined {
  const alts = above.flatMap(({ block }) => (block.kind === 'table' ? [] : (block.pictures ?? [])))
  return alts.map((alt) => picturedChain(alt, words)).find((one) => one !== undefined)
}

/** 「開庁時間内に障害があったときの連絡体制は」 */
function bandsIn(above: readonly Unit[]): object {
  const text = plainText(above.map((one) => one.text).join(''))
  if (/開庁時間内に.{1,30}があったとき/u.test(text)) return { bands: ['day'] }
  return /夜間(?:又は|・)休日に.{1,30}があったとき/u.test(text) ? { bands: ['night'] } : {}
}

/** 「連絡先（令和5年4月1日現在）」 */
function dayIn(above: readonly Unit[]): object {
  const [day] = above.flatMap(({ text }) =>
    /現在[）)]?$/u.test(text.trim()) ? daysIn(plainText(text)) : [],
  )
  return day === undefined ? {} : { asOf: day }
}

function triggersIn(text: string): readonly string[] {
  const found: readonly (readonly [string, RegExp])[] = [
    ['failure', /障害|故障|停止/u],
    ['intrusion', /侵害|不正アクセス|インシデント|事故|緊急/u],
    ['leak', /漏えい|漏洩|流出/u],
    ['nearMiss', /ヒヤリ/u],
    ['outsideReport', /外部からの通報/u],
  ]
  return found.flatMap(([trigger, pattern]) => (pattern.test(text) ? [trigger] : []))
}

/** The telephone numbers of offices by the hour; those of persons (mobile ones) are never taken over. */
function contactsIn(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  idOf: (row: readonly string[]) => string | undefined,
): readonly object[] {
  const column = columnIn(head)
  const night = column(/夜間|休日|閉庁|時間外/u)
  const day = head.findIndex(
    (cell, at) => at !== night && /電話|内線|開庁|昼/u.test(plainText(cell)),
  )
  if (day < 0 && night < 0) return []
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const organisation = idOf(row)
    const number = (at: number): string | undefined => {
      const text = plainText(row[at] ?? '')
      return text === '' ||
        /^(?:[-ー―]|【.*】)$/u.test(text) ||
        /0[789]0/u.test(text.replaceAll(/\D/gu, '').slice(0, 3))
        ? undefined
        : text
    }
    const [phoneDay, phoneNight] = [number(day), number(night)]
    if (
      organisation === undefined ||
      seen.has(organisation) ||
      (phoneDay === undefined && phoneNight === undefined)
    )
      return []
    seen.add(organisation)
    return [
      {
        organisation,
        ...(phoneDay === undefined ? {} : { phoneDay }),
        ...(phoneNight === undefined ? {} : { phoneNight }),
      },
    ]
  })
}

/** Who tells whom, as the picture of a contact chain says it to those who do not see it. */
interface PicturedChain {
  readonly firstReporter?: string
  readonly goal?: string
  readonly edges: readonly { readonly from: string; readonly to: string; readonly means?: string }[]
}

/** Reads the words that `render` gives to the picture of a chain; undefined where they are others, or not whole. */
function picturedChain(alt: string, words: ReadingWords): PicturedChain | undefined {
  const text = plainText(alt)
  const listed = /連絡の経路は、(.+?)。/u.exec(text)?.[1]
  if (listed === undefined || /ほか\d+件$/u.test(listed)) return undefined
  const id = (name: string | undefined): string | undefined => {
    const found = name === undefined ? undefined : organisationBefore(name, words)
    return found && plainText(found.name) === name ? found.id : undefined
  }
  const ways = listed.split(/(?<=[にへ)])、/u).map((line) => {
    const [, one, other, both, means] =
      /^(.+?)(?:から|と)(.+?)(?:へ|(の間で互いに))(?:\((.+)\))?$/u.exec(line) ?? []
    const [from, to] = [id(one), id(other)]
    return from !== undefined && to !== undefined ? { from, to, both, means } : undefined
  })
  if (ways.includes(undefined)) return undefined
  const edges = ways.flatMap((way) => {
    if (!way) return []
    const { from, to, both, means } = way
    const more = means === undefined ? {} : { means }
    return [{ from, to, ...more }, ...(both === undefined ? [] : [{ from: to, to: from, ...more }])]
  })
  const firstReporter = id(/最初に気付く組織は(.+?)。/u.exec(text)?.[1])
  const goal = id(/報告の届け先は(.+?)。/u.exec(text)?.[1])
  return {
    edges,
    ...(firstReporter === undefined ? {} : { firstReporter }),
    ...(goal === undefined ? {} : { goal }),
  }
}
