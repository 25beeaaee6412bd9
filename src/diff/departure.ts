import type { Element } from '../model/element.ts'
import type { Sides } from './affected.ts'
import type { Fact } from './fact.ts'
import type { Graded } from './grade/index.ts'
import { says } from './grade/table.ts'
import { systemIn } from './names.ts'

/**
 * What it comes to that a whole document is no longer read: the document alone does not show whether its
 * system went with it, was retired before, or is merely looked at no more. Undefined for all other facts.
 */
export function departureOf(fact: Fact, sides: Sides): Graded | undefined {
  const { verb } = fact
  const before = documentGone(fact)
  if (!before) return undefined
  const system = systemIn(before)
  if (sides.before.isRetired(system, sides.day)) return { verb, ...tidied }
  if (sides.after.passedOverAt(before.document.source.path))
    return { verb: 'excluded', ...excluded }
  if (before.shape.name !== 'Context') return undefined
  if (!sides.after.systems.has(system)) return { verb, ...gone }
  return { verb, ...unsaid }
}

/** Whether a whole document is gone, and with it all that was known of its system, without a word of its end. */
export function isSystemGone(fact: Fact, { after }: Sides): boolean {
  const before = documentGone(fact)
  const system = before ? systemIn(before) : ''
  return system !== '' && !after.systems.has(system)
}

/** The whole document that a fact says is gone; undefined where it speaks of anything else. */
function documentGone({ verb, field, before }: Fact): Element | undefined {
  return verb === 'removed' && field === undefined && !before?.parent ? before : undefined
}

const tidied = says(
  'editorial',
  '廃止されたシステムの書類が片付けられる。判定しないことは変わらない。',
)
const excluded = says(
  'removed',
  'ファイルは残っているが、調べる対象から外され、書かれていることが判定されなくなる。',
)
const gone = says(
  'removed',
  'システムの一件書類がすべてなくなり、どの条項も判定されなくなる。廃止したのなら、先に実態の retired に廃止の日と理由を書く。',
)
const unsaid = says(
  'relaxed',
  'システムの実態が分からなくなり、実態によって判定する条項を判定できなくなる。',
)
