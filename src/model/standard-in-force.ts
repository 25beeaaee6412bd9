import type { Day } from '../calendar/day.ts'
import { type Problem, problemAt, type ProblemWords } from '../finding/problem.ts'
import { standardSystemOf } from '../finding/system-id.ts'
import { suggest } from '../japanese/suggest.ts'
import { locate } from '../source/source.ts'
import type { Data } from './element.ts'
import { lineAbove, memberships, type Municipality, type StandardInForce } from './municipality.ts'
import { standsOn } from './organisation.ts'

/** Whom a standard is asked for: a system, and the organisation that answers for it where one is written. */
interface AskedFor {
  readonly system: string
  readonly organisation: string | undefined
}

/**
 * The standards in force for somebody on a day, of each pack one edition: those that name the system, else
 * its organisation, else the nearest one above that, else those that name nobody. All follow that may be
 * meant where no organisation is written. Before the first and after the last day the last one holds.
 */
export function standardsFor(
  municipality: Municipality,
  asked: AskedFor,
  day: Day,
): readonly StandardInForce[] {
  const levels = levelsOf(municipality, asked, day)
  const meant = (among: readonly StandardInForce[]): readonly StandardInForce[] => {
    const nearest = levels.map((level) => among.filter(level)).find((found) => found.length > 0)
    const isSure =
      asked.organisation !== undefined || nearest?.some((one) => namesSystem(one, asked.system))
    return isSure ? (nearest ?? []) : [...(nearest ?? []), ...among]
  }
  const { standards } = municipality
  const standing = meant(standards.filter((one) => isInForceOn(one, day)))
  return latestOfEach(standing.length > 0 ? standing : meant(standards).slice(-1))
}

/** Whether a standard is in force for some organisations or systems alone. */
export function isForSome(one: StandardInForce): boolean {
  return one.for !== undefined
}

/** Whether a standard is in force for a system whoever owns it. */
export function namesSystem(one: StandardInForce, system: string): boolean {
  return one.for?.systems?.includes(system) ?? false
}

/** What a municipality's standard is called among its systems; one that is for some alone is told apart. */
export function standardSubject({ id, standards }: Municipality, pack: string): string {
  const own = standards.filter((one) => one.pack === pack)
  const isApart = own.length > 0 && own.every(isForSome)
  return isApart ? standardSystemOf(`${id}/${pack}`) : standardSystemOf(id)
}

/** Two standards that are in force for one subject on one day: nobody could say which judges it. */
export function overlapProblems(municipality: Municipality): readonly Problem[] {
  const { standards, document } = municipality
  const placed = standards.map((one, index) => ({ one, at: ['standards', index] as const }))
  return placed.flatMap(({ one, at }, index) => {
    const problem = (words: ProblemWords): Problem =>
      problemAt(document.source, document.spanOf(at, 'mark'), words)
    if (one.for && expanded(municipality, one, one).length === 0) return [problem(forNobody)]
    return placed.slice(0, index).flatMap((other) => {
      const subject = sharedBy(municipality, other.one, one)
      if (subject === undefined) return []
      const location = locate(document.source, document.spanOf(other.at, 'mark'))
      const related = [{ message: 'もう一つの対策基準です。', location }]
      return [problem({ ...overlap(other.one, one, subject), related })]
    })
  })
}

/** Systems that a standard names and that are not there: it would judge none of what it is meant for. */
export function unknownSystems(
  { standards, document }: Municipality,
  systems: ReadonlySet<string>,
): readonly Problem[] {
  return standards.flatMap((one, at) =>
    (one.for?.systems ?? []).flatMap((system, index) => {
      if (systems.has(system)) return []
      const near = suggest(system, systems)
      const span = document.spanOf(['standards', at, 'for', 'systems', index])
      return problemAt(document.source, span, {
        code: 'unknown-system',
        message: `対策基準を適用するシステム「${system}」がありません。`,
        why: '名前の違うシステムは、別の対策基準で判定されてしまいます。',
        fix: near
          ? `「${near}」の誤りではありませんか。`
          : 'システムのファイルの system に書いたとおりに書いてください。',
      })
    }),
  )
}

const forNobody: ProblemWords = {
  code: 'standard-for-nobody',
  message: '対策基準を適用する相手（for）に、組織もシステムも書かれていません。',
  why: '相手のない対策基準は、何も判定しません。',
  fix: 'organisations か systems に相手を書いてください。全体に適用するなら、for を消してください。',
}

function overlap(first: StandardInForce, second: StandardInForce, subject: string): ProblemWords {
  const name = ({ pack, edition }: StandardInForce): string => `「${pack}」の${edition}版`
  return {
    code: 'standard-overlap',
    concerns: 'municipality',
    message: `${name(first)}と${name(second)}の対策基準が、同じ日に、${subject}に適用されています。`,
    why: 'どちらの対策基準で判定するのかが決まりません。',
    fix: '一部の組織やシステムだけの対策基準には、その相手を for に書いてください。使い終えた対策基準には、最後の日を until に書いてください。',
  }
}

/** What two standards are both in force for; a later edition of one pack takes the earlier one's place. */
function sharedBy(
  municipality: Municipality,
  first: StandardInForce,
  second: StandardInForce,
): string | undefined {
  if (first.pack === second.pack && first.from !== second.from) return undefined
  if (!meet(first, second)) return undefined
  if (!first.for && !second.for) return '自治体の全体'
  const [one, other] = [
    expanded(municipality, first, second),
    expanded(municipality, second, first),
  ]
  const shared = one.find((id) => other.includes(id))
  const name = municipality.organisations.get(shared ?? '')?.data['name']
  return shared === undefined ? undefined : `「${typeof name === 'string' ? name : shared}」`
}

/** All that a standard names, and the members of the groups it names while both standards are in force. */
function expanded(
  municipality: Municipality,
  { for: named, ...one }: StandardInForce,
  other: StandardInForce,
): readonly string[] {
  const members = (named?.organisations ?? []).flatMap((id) =>
    memberships(municipality.organisations.get(id))
      .filter((member) => meet(member, one) && meet(member, other))
      .map(({ organisation }) => String(organisation)),
  )
  return [...(named?.systems ?? []), ...members, ...(named?.organisations ?? [])]
}

/** Where to look for who is meant, the nearest first. */
function levelsOf(
  municipality: Municipality,
  { system, organisation }: AskedFor,
  day: Day,
): readonly ((one: StandardInForce) => boolean)[] {
  const line = lineAbove(municipality.organisations.get(organisation ?? '')).map(({ key }) => key)
  const known = line.length > 0 || organisation === undefined ? line : [organisation]
  return [
    (one) => namesSystem(one, system),
    ...known.map((id) => (one: StandardInForce) => isFor(municipality, one, id, day)),
    (one) => !isForSome(one),
  ]
}

/** Whether a standard names an organisation, or a group that it is a member of. */
function isFor(municipality: Municipality, one: StandardInForce, id: string, day: Day): boolean {
  const named = one.for?.organisations ?? []
  return named.some((name) => {
    const members = memberships(municipality.organisations.get(name))
    return name === id || members.some((m) => m['organisation'] === id && standsOn(m, day))
  })
}

function isInForceOn({ from, until = never }: StandardInForce, day: Day): boolean {
  return from <= day && until >= day
}

/** A later edition of a pack takes the place of the earlier one. */
function latestOfEach(standing: readonly StandardInForce[]): readonly StandardInForce[] {
  const latest = new Map<string, StandardInForce>()
  for (const one of standing) {
    const known = latest.get(one.pack)
    if (!known || known.from < one.from) latest.set(one.pack, one)
  }
  return [...latest.values()]
}

const always = '0000-01-01'
const never = '9999-12-31'

/** Whether two spans of days share one. */
function meet(first: Data | StandardInForce, second: Data | StandardInForce): boolean {
  return startOf(first) <= endOf(second) && startOf(second) <= endOf(first)
}

function startOf({ from }: Data | StandardInForce): string {
  return typeof from === 'string' ? from : always
}

function endOf({ until }: Data | StandardInForce): string {
  return typeof until === 'string' ? until : never
}
