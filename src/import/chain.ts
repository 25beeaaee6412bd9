import { plainText } from '../japanese/said.ts'
import { columnIn } from './block.ts'
import type { Doubt, ReadElement } from './element.ts'
import type { Unit } from './unit.ts'
import { type KnownOrganisation, organisationBefore, type ReadingWords } from './words.ts'

/** Whom a table of contacts has called by whom; undefined where it is none, or names who is not known. */
export function chainIn(unit: Unit, words: ReadingWords): ReadElement | undefined {
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
  const doubts: Doubt[] = []
  const pairs =
    from >= 0 && to >= 0
      ? rows.map((row) => [named(row, from), named(row, to)] as const)
      : order >= 0 && party >= 0
        ? rows.slice(1).map((row, at) => [named(rows[at] ?? [], party), named(row, party)] as const)
        : []
  const edges = pairs.flatMap(([one, other]) =>
    one && other ? [{ from: one.id, to: other.id }] : [],
  )
  if (edges.length === 0 || edges.length < pairs.length) return undefined
  if (from < 0)
    doubts.push({ key: 'edges', about: 'order', question: '表の順を、連絡の順と読みました' })
  const means = column(/手段|方法/u)
  const triggers = triggersIn(plainText([...unit.headings, unit.caption].join(' ')))
  if (triggers.length === 0) return undefined
  const at = from >= 0 ? to : party
  const nodes = contactsIn(head, rows, (row) => named(row, at)?.id)
  return {
    list: 'chains',
    stem: `contact-${triggers[0] ?? ''}`,
    place: unit.place,
    sources: [unit],
    doubts,
    value: {
      ...(unit.caption === '' ? {} : { title: unit.caption }),
      triggers,
      firstReporter: edges[0]?.from,
      ...(nodes.length > 0 ? { nodes } : {}),
      edges: edges.map((edge, index) => {
        const by = from >= 0 && means >= 0 ? (rows[index]?.[means] ?? '').trim() : ''
        return by === '' ? edge : { ...edge, means: by }
      }),
    },
  }
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
        /^[-ー―]$/u.test(text) ||
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
