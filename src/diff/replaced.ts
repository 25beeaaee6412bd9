import { fingerprint } from '../finding/finding.ts'
import { type GradedChange, kindOf } from './change.ts'
import { type Element, hasId } from '../model/element.ts'
import type { Fact } from './fact.ts'
import { grade } from './grade/index.ts'
import { canonical } from './same.ts'

/**
 * Where one thing of a list went and another came that differs only in whom it names, the one was
 * replaced: a contractor in a contact chain, on either end of an edge. Told once, as what it is.
 */
export function joinReplacements(changes: readonly GradedChange[]): readonly GradedChange[] {
  const gone = changes.filter(({ fact }) => isWhole(fact, 'removed'))
  const come = changes.filter(({ fact }) => isWhole(fact, 'added'))
  const pairs = gone.flatMap((removed) => {
    const fits = come.filter((added) => replacedField(removed, added) !== undefined)
    const [added] = fits
    if (!added || fits.length > 1) return []
    const rivals = gone.filter((other) => replacedField(other, added) !== undefined)
    return rivals.length === 1 ? [{ removed, added }] : []
  })
  const replaced = new Map(pairs.map((pair) => [pair.added, joined(pair.removed, pair.added)]))
  const taken = new Set(pairs.map(({ removed }) => removed))
  return changes.filter((one) => !taken.has(one)).map((one) => replaced.get(one) ?? one)
}

function isWhole({ verb, field, before, after }: Fact, wanted: Fact['verb']): boolean {
  const element = before ?? after
  return verb === wanted && field === undefined && element !== undefined && !hasId(element)
}

/** The one reference in which two things of the same list differ; a number or a means may differ besides. */
function replacedField(removed: GradedChange, added: GradedChange): string | undefined {
  const [before, after] = [removed.fact.before, added.fact.after]
  if (!before?.parent || !after?.parent || before.shape !== after.shape) return undefined
  if (before.parent.trail !== after.parent.trail || before.parentField !== after.parentField) {
    return undefined
  }
  const fields = Object.entries(before.shape.fields).flatMap(([field, { type }]) => {
    const isTelling = type.kind === 'ref' || before.shape.key.includes(field)
    const isOther = canonical(before.data[field]) !== canonical(after.data[field])
    return isTelling && isOther ? [field] : []
  })
  const [field] = fields
  return fields.length === 1 && field !== undefined && isNamed(before, field) ? field : undefined
}

/** Whether a field is part of what tells a thing apart, and names an organisation or a role. */
function isNamed({ shape }: Element, field: string): boolean {
  return shape.key.includes(field) && shape.fields[field]?.type.kind === 'ref'
}

function joined(removed: GradedChange, added: GradedChange): GradedChange {
  const field = replacedField(removed, added) ?? ''
  const fact: Fact = {
    verb: 'changed',
    before: removed.fact.before,
    after: added.fact.after,
    field,
  }
  const graded = grade(fact)
  const element = added.fact.after
  if (!element) return added
  const kind = kindOf(fact, graded.verb)
  const union = (a: readonly string[], b: readonly string[]): readonly string[] =>
    [...new Set([...a, ...b])].sort()
  return {
    ...added,
    kind,
    fingerprint: fingerprint(kind, element.trail),
    grade: graded.grade,
    reason: graded.reason,
    title: `${added.title}の${element.shape.fields[field]?.label ?? field}`,
    before: removed.before,
    affected: {
      roles: union(removed.affected.roles, added.affected.roles),
      organisations: union(removed.affected.organisations, added.affected.organisations),
    },
    needsNotice: removed.needsNotice || added.needsNotice,
    breaksMandatory: removed.breaksMandatory || added.breaksMandatory,
    taken: union(removed.taken, added.taken),
    folded: [removed.fact],
  }
}
