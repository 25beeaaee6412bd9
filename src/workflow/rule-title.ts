import type { WrittenStandard } from '../model/standard.ts'
import { builtInRules } from '../rule/built-in.ts'
import type { Packs } from './packs.ts'

/** What the rules of some standards are called, for formats that list them. */
export function ruleTitlesOf(
  standards: readonly WrittenStandard[],
  packs: Packs,
): ReadonlyMap<string, string> {
  const rules = [...new Set(standards)].flatMap((standard) =>
    packs.rulesFor(standard).map(({ rule }) => rule),
  )
  return new Map([...builtInRules, ...rules].map(({ id, title }) => [id, title]))
}
