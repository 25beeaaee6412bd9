import type { Contents } from './block.ts'
import { groupBy } from '../finding/order.ts'
import { clauseIn, laysDown } from './clause.ts'
import type { Draft } from './draft.ts'
import type { DraftElement, ReadElement } from './element.ts'
import { withIds } from './draft.ts'
import { historyIn } from './history.ts'
import { type ReadRole, rolesIn } from './role.ts'
import {
  isOnlyDefinition,
  isSameSentence,
  sentencesOf,
  type Statement,
  statementsIn,
} from './statement.ts'
import { notRead, traceOf } from './trace.ts'
import { layOut } from './unit.ts'
import type { ReadingWords } from './words.ts'

/**
 * Reads a standard by the words of the one that all share: its roles, and what each of its articles lays
 * down for which requirement. The same document and the same words give the same draft.
 */
export function standardFrom(contents: Contents, words: ReadingWords): Draft {
  const layout = layOut(contents.blocks)
  const { units } = layout
  const sentences = units.flatMap((unit) => (unit.table ? [] : sentencesOf(unit)))
  const roles = rolesIn(sentences, units, words, [])
  const history = historyIn(sentences, units)
  const statements = withItems(statementsIn(units), words)
  const clauses: ReadElement[] = []
  const unread = new Map<string, string>()
  for (const statement of statements) {
    const { main } = statement
    if (main.unit.section !== 'body') continue
    if (history.sources.some((source) => isSameSentence(source, main))) continue
    const isOfRole = roles.some((role) => role.sources.some((one) => isSameSentence(one, main)))
    if (isOfRole && isOnlyDefinition(statement)) continue
    const read = clauseIn(statement, roles, words)
    if (read && 'clause' in read) clauses.push(read.clause)
    else if (read) unread.set(`${main.unit.place}\0${main.text}`, read.why)
  }
  const elements: readonly DraftElement[] = withIds([...namesOf(roles, words), ...clauses])
  const trace = traceOf(layout, elements, history, statements).map((one) => {
    if (one.is !== 'unread') return one
    const none = one.why === notRead ? '何かを求める文ではないと読みました' : one.why
    const why = unread.get(`${one.place}\0${one.text}`) ?? none
    return { ...one, ...(why !== undefined && { why }) }
  })
  return {
    of: 'standard',
    title: layout.title,
    history,
    carried: undefined,
    elements,
    trace,
    remarks: contents.remarks,
  }
}

/** Statements with the items of their lists that lay nothing down by themselves. */
function withItems(statements: readonly Statement[], words: ReadingWords): readonly Statement[] {
  const items = groupBy(
    statements.filter((one) => one.lead && !laysDown(one, words)),
    ({ lead }) => lead,
  )
  return statements
    .filter((one) => !one.lead || !items.get(one.lead)?.includes(one))
    .map((one) => {
      const own = items.get(one) ?? []
      return { ...one, more: [...one.more, ...own.flatMap(({ main, more }) => [main, ...more])] }
    })
}

/** What the standard calls the roles that all share, where it defines them: each once. */
function namesOf(
  roles: readonly ReadRole[],
  { roles: known }: ReadingWords,
): readonly ReadElement[] {
  const own = new Map<string, ReadRole>()
  for (const role of roles) {
    const { canonical } = role
    if (canonical === undefined || role.sources.length === 0) continue
    const isByName = known.some((one) => one.canonical === canonical && one.names[0] === role.name)
    if (!own.has(canonical) || isByName) own.set(canonical, role)
  }
  return [...own].map(([canonical, { name, aliases, post, place, sources }]) => {
    const others = aliases.filter((one) => one !== name && one !== post)
    return {
      list: 'roles',
      stem: undefined,
      place,
      sources,
      doubts: [],
      value: {
        canonical,
        name,
        ...(others.length > 0 ? { aliases: others.map((one) => ({ name: one })) } : {}),
      },
    }
  })
}
