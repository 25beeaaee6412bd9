import { createHash } from 'node:crypto'
import type { WrittenStandard } from '../model/standard.ts'
import { isMapping } from '../schema/variant.ts'
import { isInUse } from './judge.ts'
import type { LinkedRule } from './link.ts'

/** Which rules a standard judges by. */
export interface RulesInForce {
  readonly count: number
  /**
   * SHA-256 of what decides its verdicts: its packs with their clauses, parameters and tailoring, the
   * edition in force, the rules in use. Comments, order of keys and places of files do not touch it.
   */
  readonly digest: string
}

/** What a standard judges by. */
export function rulesInForce(
  standard: WrittenStandard,
  rules: readonly LinkedRule[],
): RulesInForce {
  const used = rules.filter((rule) => isInUse(rule, standard)).map(({ rule }) => rule)
  const packs = standard.packs.map(({ value }) => value)
  const edition = writtenOut(standard.edition?.data['id'] ?? null)
  const whole = `{"edition":${edition},"packs":${listed(packs)},"rules":${listed(used)}}`
  return { count: used.length, digest: digestOfText(whole) }
}

/** SHA-256 of a value of plain data; the order of its keys does not touch it. */
export function digestOfValue(value: unknown): string {
  return digestOfText(writtenOut(value))
}

function digestOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const known = new WeakMap<object, string>()

/** Many values as `writtenOut` has them in a list, each written once: standards have most of their rules in common. */
function listed(values: readonly object[]): string {
  const texts = values.map((value) => {
    const text = known.get(value) ?? writtenOut(value)
    known.set(value, text)
    return text
  })
  return `[${texts.join(',')}]`
}

function writtenOut(value: unknown): string {
  return JSON.stringify(value, inOrder)
}

function inOrder(_: string, value: unknown): unknown {
  return isMapping(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
}
