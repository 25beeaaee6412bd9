import type { Affected, Change, ChangeSide } from '../finding/change.ts'
import { fingerprint } from '../finding/finding.ts'
import { compareText } from '../finding/order.ts'
import type { Element } from '../model/element.ts'
import type { Location } from '../source/source.ts'
import { notWritten } from '../words/value.ts'
import { affectedBy, type Sides } from './affected.ts'
import { departureOf } from './departure.ts'
import { elementOf, type Fact } from './fact.ts'
import { grade, type Graded } from './grade/index.ts'
import { isForAll } from './grade/table.ts'
import { municipalityIn, systemIn } from './names.ts'
import { Printer } from './print.ts'
import { writtenId } from './rename.ts'
import { namedBy, type Requirements, takenFrom } from './taken.ts'

/** A graded change, with the fact it stands for and others that were folded into it. */
export interface GradedChange extends Change {
  readonly fact: Fact
  /** The requirements that allow no exception and that it takes something from. */
  readonly taken: readonly string[]
  readonly folded?: readonly Fact[]
}

/** Grades every fact, and says whom each change concerns. */
export function gradeFacts(
  facts: readonly Fact[],
  sides: Sides,
  requirements: Requirements,
): readonly GradedChange[] {
  const print = { before: new Printer(sides.before), after: new Printer(sides.after) }
  const changes = facts.map((fact) => {
    const graded = departureOf(fact, sides) ?? grade(fact)
    return changeOf(fact, graded, sides, requirements, print)
  })
  return distinct(changes).sort(byPlace)
}

interface Printers {
  readonly before: Printer
  readonly after: Printer
}

function changeOf(
  fact: Fact,
  graded: Graded,
  sides: Sides,
  requirements: Requirements,
  print: Printers,
): GradedChange {
  const element = elementOf(fact)
  const [named] = namedBy(element)
  const requirement = named ?? requirements.of(element)
  const affected = affectedBy(fact, sides)
  const kind = kindOf(fact, graded.verb)
  const system = systemIn(element)
  const taken = mandatoryTaken(fact, graded, sides, requirements)
  return {
    fingerprint: fingerprint(kind, element.trail, fact.field ?? ''),
    kind,
    grade: graded.grade,
    reason: graded.reason,
    system: system === '' ? null : system,
    subject: subjectId(element),
    title: titleOf(fact, element === fact.after ? print.after : print.before),
    requirement,
    before: sideOf(fact, fact.before, print.before),
    after: sideOf(fact, fact.after, print.after) ?? exclusionOf(fact, sides),
    affected,
    needsNotice: needsNotice(fact, graded, affected, sides),
    breaksMandatory: taken.length > 0 || (isLess(graded) && saysMandatory(fact.before)),
    taken,
    fact,
  }
}

/** `duty.frequency.tightened`: the nearest thing with an id, the fields below it, what happened. */
export function kindOf(fact: Fact, verb: string): string {
  const element = elementOf(fact)
  const subject = element.subject
  const fields: string[] = fact.field === undefined ? [] : [fact.field]
  for (let at = element; at !== subject && at.parent; at = at.parent) fields.unshift(at.parentField)
  return [subject.shape.noun, ...fields, verb].join('.')
}

function subjectId(element: Element): string {
  const subject = element.subject
  return `${subject.shape.noun}:${writtenId(subject.key)}`
}

/** 担当業務「ユーザIDの点検」の報告先「業務管理者」の期限 */
function titleOf(fact: Fact, print: Printer): string {
  const { field } = fact
  const element = elementOf(fact)
  const label = field === undefined ? undefined : element.shape.fields[field]?.label
  return label === undefined ? ownTitle(element, print) : `${ownTitle(element, print)}の${label}`
}

function ownTitle(element: Element, print: Printer): string {
  const subject = element.subject
  if (element === subject || !element.parent) return print.title(element)
  const label = element.parent.shape.fields[element.parentField]?.label ?? element.shape.label
  const name = print.name(element)
  return `${ownTitle(element.parent, print)}の${label}${name === '' || name === element.key ? '' : `「${name}」`}`
}

function sideOf(
  { field, verb }: Fact,
  element: Element | undefined,
  print: Printer,
): ChangeSide | null {
  if (!element) return null
  if (field !== undefined && verb === 'reordered') {
    return { value: print.order(element, field), location: element.location(field) }
  }
  if (field === undefined) {
    const value =
      verb === 'renamed'
        ? writtenId(element.key)
        : verb === 'moved'
          ? whereIs(element, print)
          : print.describe(element)
    return { value, location: element.location(field) }
  }
  return { value: print.field(element, field) ?? notWritten, location: fieldPlace(element, field) }
}

/** Where an element stands, for one that moved. */
function whereIs(element: Element, print: Printer): string {
  return element.parent ? print.title(element.parent) : print.title(element)
}

/** The field's own place, or the element's where the field is not written. */
function fieldPlace(element: Element, field: string): Location {
  return element.location(element.data[field] === undefined ? undefined : field)
}

/** The line of an ignore file that keeps a document from being read, in the place of the document. */
function exclusionOf({ before, after }: Fact, sides: Sides): ChangeSide | null {
  if (!before || after || before.parent) return null
  const location = sides.after.passedOverAt(before.document.source.path)
  return location ? { value: '調べない（.policylintignore の指定）', location } : null
}

function needsNotice(
  { before, after, field }: Fact,
  graded: Graded,
  affected: Affected,
  sides: Sides,
): boolean {
  const element = after ?? before
  if (!element || graded.grade === 'editorial' || affected.organisations.length === 0) return false
  // What is no longer looked at binds everybody as before.
  if (graded.verb === 'excluded') return false
  // A group that no procedure names lays nothing on its members.
  if (element.shape.name === 'GroupMember' && element.parent) {
    const [municipality, group] = [municipalityIn(element), element.parent.key]
    if (!sides.after.isInUse(municipality, group) && !sides.before.isInUse(municipality, group)) {
      return false
    }
  }
  return isForAll(element.shape, field)
}

/** The requirements that allow no exception and that a change takes something from. */
function mandatoryTaken(
  fact: Fact,
  graded: Graded,
  sides: Sides,
  requirements: Requirements,
): readonly string[] {
  const { before } = fact
  if (!before || !isLess(graded)) return []
  const system = systemIn(before)
  // A system that is retired need keep no clause.
  if (sides.after.isRetired(system, sides.day)) return []
  const taken = [...takenFrom(fact, sides, requirements)]
  const pack = packOf(before.root)
  return taken.filter((requirement) =>
    pack === undefined
      ? requirements.isMandatory(system, requirement)
      : requirements.isMandatoryIn(pack, requirement),
  )
}

/** The pack that a document is part of, if it is. */
function packOf({ shape, key, data }: Element): string | undefined {
  if (shape.kind === 'standard') return key
  return shape.kind === 'rules' ? String(data['pack']) : undefined
}

function isLess({ grade }: Graded): boolean {
  return grade === 'relaxed' || grade === 'removed'
}

/** Whether an element of a standard, or one that holds it, says that it allows no exception. */
function saysMandatory(element: Element | undefined): boolean {
  if (!element) return false
  return element.data['mandatory'] === true || saysMandatory(element.parent)
}

/** Later changes of one fingerprint carry their number. */
function distinct(changes: readonly GradedChange[]): GradedChange[] {
  const seen = new Map<string, number>()
  return changes.map((change) => {
    const count = (seen.get(change.fingerprint) ?? 0) + 1
    seen.set(change.fingerprint, count)
    if (count === 1) return change
    return { ...change, fingerprint: fingerprint(change.fingerprint, String(count)) }
  })
}

function byPlace(a: Change, b: Change): number {
  return (
    compareText(a.system ?? '', b.system ?? '') ||
    comparePlaces((a.after ?? a.before)?.location, (b.after ?? b.before)?.location) ||
    compareText(a.kind, b.kind) ||
    compareText(a.fingerprint, b.fingerprint)
  )
}

function comparePlaces(a: Location | undefined, b: Location | undefined): number {
  if (!a || !b) return 0
  return (
    compareText(a.path, b.path) || a.start.line - b.start.line || a.start.column - b.start.column
  )
}
