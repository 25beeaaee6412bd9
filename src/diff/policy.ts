import { fingerprint } from '../finding/finding.ts'
import { groupBy } from '../finding/order.ts'
import { type Element, hasId } from '../model/element.ts'
import { type GradedChange, kindOf } from './change.ts'
import { elementOf, type Fact } from './fact.ts'
import { grade, isAside } from './grade/index.ts'
import { canonical, isSameWording } from './same.ts'

/** What is done with graded changes before anybody reads them, in this order. */
export const policies: readonly ((changes: readonly GradedChange[]) => readonly GradedChange[])[] =
  [mergeRoles, joinReplacements, coverMerged, echoNames, foldAsides]

/**
 * A role that is gone, and whose duties another role of the procedure has all taken over, is merged
 * into it: nothing is lost, but much is handed over.
 */
function mergeRoles(changes: readonly GradedChange[]): readonly GradedChange[] {
  return changes.map((change) => {
    const { before, verb, field } = change.fact
    if (verb !== 'removed' || field !== undefined || before?.shape.name !== 'Role') return change
    const heir = heirOf(before, changes)
    if (!heir) return change
    return {
      ...change,
      kind: 'role.merged',
      fingerprint: fingerprint('role.merged', before.trail),
      grade: 'transferred',
      reason: '役割がほかの役割に統合され、担っていた業務がすべて移る。',
      breaksMandatory: false,
      taken: [],
      affected: { ...change.affected, organisations: concerned(change, changes) },
      fact: { ...change.fact, after: heir },
    }
  })
}

/** Those who gave up the duties of a role, and those who took them over. */
function concerned(role: GradedChange, changes: readonly GradedChange[]): readonly string[] {
  const before = role.fact.before
  const handed = changes.filter(({ fact }) => {
    return fact.field === 'performers' && before && fact.before && performs(before.key)(fact.before)
  })
  const all = [role, ...handed].flatMap(({ affected }) => affected.organisations)
  return [...new Set(all)].sort()
}

/** The one role that performs all that another performed. */
function heirOf(role: Element, changes: readonly GradedChange[]): Element | undefined {
  const duties = role.root.within('duties').filter(performs(role.key))
  const laters = duties.map((duty) => {
    const change = changes.find(
      ({ fact }) => fact.field === 'performers' && fact.before?.trail === duty.trail,
    )
    return change?.fact.after
  })
  const [first] = laters
  if (!first || laters.some((later) => later === undefined)) return undefined
  const heirs = first.root
    .children('roles')
    .filter(({ key }) => laters.every((later) => later && performs(key)(later)))
  const known = new Set(role.root.children('roles').map(({ key }) => key))
  const old = heirs.filter(({ key }) => known.has(key))
  return old.length === 1 ? old[0] : undefined
}

function performs(role: string): (duty: Element) => boolean {
  return (duty) => duty.writtenTexts('performers').includes(role)
}

/** Whom a merged procedure held for is new to the other, but not to the duties. */
function coverMerged(changes: readonly GradedChange[]): readonly GradedChange[] {
  const merged = changes.filter(({ kind }) => kind === 'procedure.merged')
  if (merged.length === 0) return changes
  return changes.map((change) => {
    const { field, after, before } = change.fact
    if (field !== 'covers' || !after || !change.kind.endsWith('.gained')) return change
    const came = merged.filter(({ fact }) => fact.after?.trail === after.trail)
    const held = new Set(came.flatMap(({ fact }) => fact.before?.writtenTexts('covers') ?? []))
    const old = new Set(before?.writtenTexts('covers'))
    const gained = after.writtenTexts('covers').filter((one) => !old.has(one))
    if (!gained.every((one) => held.has(one))) return change
    return { ...change, grade: 'changed', reason: '統合された実施手順の対象を引き継ぐ。' }
  })
}

/**
 * A text that differs only in names which were themselves changed says nothing new: the change of the
 * name is told where it stands.
 */
function echoNames(changes: readonly GradedChange[]): readonly GradedChange[] {
  const names = changes.flatMap(({ fact: { before, after, field } }) => {
    const [from, to] = [before?.data[field ?? ''], after?.data[field ?? '']]
    const isName = field === 'name' || field === 'post'
    return isName && typeof from === 'string' && typeof to === 'string' ? [{ field, from, to }] : []
  })
  if (names.length === 0) return changes
  // A post echoes the name of its section, but not itself.
  const sections = names.filter(({ field }) => field === 'name')
  return changes.map((change) => {
    const { before, after, field } = change.fact
    const [from, to] = [before?.data[field ?? ''], after?.data[field ?? '']]
    if (field === 'name' || typeof from !== 'string' || typeof to !== 'string') return change
    const isPost = field === 'post' || field === 'deputy'
    if (!isText(change) || !isEcho(from, to, isPost ? sections : names)) return change
    return {
      ...change,
      grade: 'editorial',
      reason: '名称の変更に合わせた書き換えである。',
      needsNotice: false,
      breaksMandatory: false,
      taken: [],
    }
  })
}

/** Whether the words of a text were changed. */
function isText({ fact }: GradedChange): boolean {
  return elementOf(fact).shape.fields[fact.field ?? '']?.type.kind === 'text'
}

function isEcho(
  from: string,
  to: string,
  names: readonly { readonly from: string; readonly to: string }[],
): boolean {
  const longestFirst = [...names].sort((a, b) => b.from.length - a.from.length)
  return isSameWording(
    longestFirst.reduce((text, name) => text.replaceAll(name.from, name.to), from),
    to,
  )
}

/** What is said aside of one thing, its sources and notes, and the examples of a rule, are told in one. */
function foldAsides(changes: readonly GradedChange[]): readonly GradedChange[] {
  const folds = groupBy(changes, foldOf)
  return changes.flatMap((change) => {
    const key = foldOf(change)
    if (key === undefined) return [change]
    const [first, ...others] = folds.get(key) ?? []
    return first === change
      ? [
          aside(
            change,
            others.map(({ fact }) => fact),
          ),
        ]
      : []
  })
}

/** What a change is folded under; undefined where it stands for itself. */
function foldOf({ fact }: GradedChange): string | undefined {
  const element = elementOf(fact)
  const subject = element.subject.trail
  if (fact.field !== undefined && isAside(fact.field)) return ['', subject].join('\0')
  return element.parent?.shape.name === 'Rule' ? ['rule', subject].join('\0') : undefined
}

function aside(change: GradedChange, facts: readonly Fact[]): GradedChange {
  const { fact } = change
  if (fact.field === undefined || !isAside(fact.field)) return { ...change, folded: facts }
  const subject = elementOf(fact).subject
  const kind = `${subject.shape.noun}.annotation.changed`
  const title = change.title.slice(0, change.title.lastIndexOf('の'))
  return {
    ...change,
    kind,
    title: `${facts.length === 0 ? title : titleOfSubject(change, subject)}の出典や備考`,
    fingerprint: fingerprint(kind, subject.trail),
    folded: facts,
  }
}

/** The part of a title that names the subject. */
function titleOfSubject({ title }: GradedChange, { shape }: Element): string {
  const end = title.indexOf('」')
  return end < 0 ? shape.label : title.slice(0, end + 1)
}

/**
 * Where one thing of a list went and another came that differs only in whom it names, the one was
 * replaced: a contractor in a contact chain, on either end of an edge. Told once, as what it is.
 */
function joinReplacements(changes: readonly GradedChange[]): readonly GradedChange[] {
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
