import { Scope } from '../expression/scope.ts'
import type { JudgesBy } from '../finding/rule-card.ts'
import { Unknown } from '../finding/unknown.ts'
import type { Part } from '../model/part.ts'
import { Standard, type WrittenStandard } from '../model/standard.ts'
import { setLets } from './evaluate.ts'
import { appliesTo } from './judge.ts'
import type { LinkedRule } from './link.ts'

type Judged = ReadonlyMap<string, JudgesBy>

/** What was found out: it is the same for every system that goes by a standard. */
const found = new WeakMap<WrittenStandard, WeakMap<LinkedRule, Judged>>()

/** The requirements that a rule judges under a standard, and how it comes to each. */
export function requirementsJudged(linked: LinkedRule, standard: WrittenStandard): Judged {
  const ofStandard = found.get(standard) ?? new WeakMap<LinkedRule, Judged>()
  found.set(standard, ofStandard)
  const judged = ofStandard.get(linked) ?? judgedBy(linked, standard)
  ofStandard.set(linked, judged)
  return judged
}

function judgedBy(linked: LinkedRule, written: WrittenStandard): Judged {
  const standard = Standard.asked(written)
  const { requirement, keeps } = linked.rule
  const named = requirement && 'key' in requirement ? requirement.key : keeps
  const path = requirement && 'path' in requirement ? requirement.path : undefined
  const judged = new Map<string, JudgesBy>()
  const isWithin = ({ data }: Part): boolean => isLookedAt(linked, data['level'])
  if (path?.op === 'field') {
    const listed = listedParts(path.type, standard)
    const name = path.object.op === 'name' ? path.object.name : undefined
    for (const part of listed ?? []) {
      const key = part.type === 'Requirement' ? part.key : part.writtenText('requirement')
      const asked = key === undefined ? undefined : standard.requirement(key)
      if (asked && isWithin(asked) && mayApply(linked, name, part, standard)) {
        judged.set(asked.key, 'listed')
      }
    }
    const all = listed ? [] : [...standard.requirements.values()].filter(isWithin)
    for (const { key } of all) judged.set(key, 'written')
  }
  if (named !== null) judged.set(named, 'named')
  return judged
}

/** Whether a rule looks at what answers to requirements of a level. */
function isLookedAt({ rule: { scope } }: LinkedRule, level: unknown): boolean {
  if (scope === 'standard') return true
  return (level === 'system' || level === 'organisation') && appliesTo(scope, level)
}

/** The parts of a standard of one type; undefined where such elements stand in other files. */
function listedParts(type: string, standard: Standard): readonly Part[] | undefined {
  switch (type) {
    case 'Requirement':
      return [...standard.requirements.values()]
    case 'Clause':
      return standard.clauses
    case 'Topic':
      return standard.list('topics')
    case 'TrainingTopic':
      return standard.list('trainingTopics')
    case 'CheckItem':
      return standard.list('checklists').flatMap((one) => one.parts('items'))
    default:
      return undefined
  }
}

/** Whether the condition of a rule leaves a part in, as far as the standard alone can tell. */
function mayApply(
  linked: LinkedRule,
  name: string | undefined,
  part: Part,
  standard: Standard,
): boolean {
  if (!linked.where || name === undefined) return true
  const known = new Map<string, unknown>([
    ['standard', standard.root],
    ['params', standard.parameters],
    [name, part],
  ])
  const values = linked.rule.layout.map((one) => known.get(one) ?? new Unknown([]))
  const scope = new Scope(values)
  setLets(linked, scope)
  return linked.where(scope) !== false
}
