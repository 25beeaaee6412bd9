import { asPattern } from '../japanese/sentence.ts'
import type { ReadRole } from './role.ts'
import { toldPattern } from './words.ts'

/** A stretch of a sentence and the roles it has do something. */
export interface Clause {
  readonly roles: readonly ReadRole[]
  readonly text: string
}

/** Who does what in a sentence: one clause for each subject, in its order. */
export function clausesIn(core: string, roles: readonly ReadRole[]): readonly Clause[] {
  const found = subjectsIn(core, roles)
  return found.map((one, index): Clause => {
    const next = found[index + 1]
    const text = core.slice(one.end, next?.at ?? core.length).replace(/^、/u, '')
    return { roles: one.roles, text }
  })
}

interface Subject {
  readonly roles: readonly ReadRole[]
  readonly at: number
  readonly end: number
}

function subjectsIn(core: string, roles: readonly ReadRole[]): readonly Subject[] {
  const { named, topics, agents } = patternsOf(roles)
  if (named.size === 0) return []
  const found = all(core, topics, named)
  if (found.length > 0) return found
  const acting = all(core, agents, named)
  // 「前項の職員以外の者が立ち入るときは、指定された職員が立ち会い」: who acts stands after the occasion.
  const turn =
    [...core.matchAll(/(?:とき|場合|際|都度|たび|間)(?:に|は|には)?、/gu)].at(-1)?.index ?? 0
  const after = acting.filter(({ at }) => at > turn)
  return after.length > 0 ? after : acting
}

interface Patterns {
  readonly named: ReadonlyMap<string, ReadRole>
  /** 「情報システム管理者は」 */
  readonly topics: RegExp
  /** 「点検は、情報システム管理者が行う」: not 「管理者が定める手順により」, which says whose procedure it is. */
  readonly agents: RegExp
  /** 「部長に報告する」 */
  readonly told: RegExp
}

/** The patterns of the names of some roles, made once. */
const patterns = new WeakMap<readonly ReadRole[], Patterns>()

function patternsOf(roles: readonly ReadRole[]): Patterns {
  const known = patterns.get(roles)
  if (known) return known
  const named = allNames(roles)
  const name = [...named.keys()].map(asPattern).join('|')
  const joint =
    '(?:、|及び|又は|並びに|若しくは|および|または|ならびに|もしくは|・|と|や)(?:各|当該|その他の|その[^、はが]{1,8}する)?'
  // Before a name stands nothing that could be part of it: a particle, or what describes it (報告を受けた管理者は).
  const group = `(?<=^|[、」)ぁ-ん]|各|当該|全)((?:${name})(?:等)?(?:${joint}(?:${name})(?:等)?)*)`
  const others =
    '定め|指定|認め|必要|別に|指示|承認した|許可した|管理する|所管|保有|使用|利用|行った|作成した|指名'
  const made = {
    named,
    topics: new RegExp(`${group}(?:は|において(?:は)?|にあっては)`, 'gu'),
    told: toldPattern(name),
    agents: new RegExp(`${group}(?:\\d+[名人])?が(?!${others})`, 'gu'),
  }
  patterns.set(roles, made)
  return made
}

function all(
  core: string,
  pattern: RegExp,
  named: ReadonlyMap<string, ReadRole>,
): readonly Subject[] {
  return [...core.matchAll(pattern)].map((match) => {
    const text = match[1] ?? ''
    return { roles: rolesNamed(text, named), at: match.index, end: match.index + match[0].length }
  })
}

function rolesNamed(text: string, named: ReadonlyMap<string, ReadRole>): readonly ReadRole[] {
  const found: ReadRole[] = []
  for (let rest = text; rest !== '';) {
    const name = [...named.keys()].find((one) => rest.startsWith(one))
    const role = name === undefined ? undefined : named.get(name)
    if (role && !found.includes(role)) found.push(role)
    rest = rest.slice(name?.length ?? 1)
  }
  return found
}

/** Every name of every role, the longest first, so that no name is taken for the end of another. */
export function namesOf(roles: readonly ReadRole[]): ReadonlyMap<string, ReadRole> {
  return patternsOf(roles).named
}

function allNames(roles: readonly ReadRole[]): ReadonlyMap<string, ReadRole> {
  const pairs = roles.flatMap((role) =>
    [role.name, ...role.aliases].map((name) => [name, role] as const),
  )
  return new Map(pairs.sort(([a], [b]) => b.length - a.length))
}

/** The roles to which a sentence has something told. */
export function toldRoles(core: string, roles: readonly ReadRole[]): readonly ReadRole[] {
  const { named, told } = patternsOf(roles)
  if (named.size === 0) return []
  return [
    ...new Set([...core.matchAll(told)].flatMap(([, names = '']) => rolesNamed(names, named))),
  ]
}
