import { ownValue } from '../finding/own-value.ts'
import { isWindow } from '../calendar/window.ts'
import type { Print } from '../expression/template.ts'
import {
  type Article,
  type Basis,
  type Finding,
  fingerprint,
  type Severity,
} from '../finding/finding.ts'
import { knownOf, openEnd } from '../finding/unknown.ts'
import { writeDayText } from '../japanese/date.ts'
import type { WrittenDossier } from '../model/dossier.ts'
import { isPart, type WrittenPart } from '../model/part.ts'
import type { PackDocument } from '../model/pack.ts'
import type { WrittenStandard } from '../model/standard.ts'
import { aboutOf, matterOf } from './about.ts'
import type { CheckedRule } from './checked-rule.ts'
import { withinLimits } from './costly.ts'
import { elementOf, type Violation } from './evaluate.ts'
import { clausesAt, locationOf, written } from './place.ts'
import { quotation } from './quotation.ts'
import { quotedClause } from './quoted-clause.ts'
import { isUnconfirmed, unconfirmedUnder } from './unconfirmed.ts'

/** What stands around a violation: whose standard, which system, how values are printed. */
export interface FindingContext {
  readonly system: string
  readonly standard: WrittenStandard
  readonly dossier: WrittenDossier | undefined
  readonly print: Print
}

/** The name under which a violation is known, whatever its wording and place. */
export function fingerprintOf({ rule, assert, bound }: Violation, system: string): string {
  return fingerprint(rule.rule.id, assert.id, system, fingerprinted(bound))
}

/** The finding for a violation. */
export function toFinding(violation: Violation, context: FindingContext): Finding {
  return withinLimits(violation.rule.rule, violation, () => findingOf(violation, context))
}

function findingOf(violation: Violation, context: FindingContext): Finding {
  const { rule, assert, scope, bound, requirement } = violation
  const words = assert.words()
  const say = (message: typeof words.fix): string | null =>
    message ? message(scope, context.print).trim() : null
  const message = words.message(scope, context.print).trim()
  const expected = say(words.expected)
  const clauses = clausesFor(requirement, context)
  const { dossier } = context
  const said = aboutOf(`${message}${expected ?? ''}`, bound, dossier)
  const ground = quotedClause(clauses, { bound, said }, context.standard)
  const matter = matterOf(bound, dossier)
  const pointed = words.related.flatMap(({ at }) => clausesAt(at, scope))
  const quoted = quotation(ground, clauses, { violation, said, matter, pointed, ...context })
  const clause = ground ?? strongest(clauses)
  const severity = severityOf(violation, clause, context.standard)
  const unconfirmed = unconfirmedUnder(violation, context.dossier, clause)
  return {
    fingerprint: fingerprintOf(violation, context.system),
    rule: rule.rule.id,
    requirement,
    article: articleOf(quoted, rule.rule, context.standard),
    severity,
    label: context.standard.labels[severity] ?? severity,
    class: rule.rule.class,
    system: context.system,
    message: `${asFoundOn(violation, context.dossier)}${message}`,
    why: rule.rule.rationale,
    fix: say(words.fix),
    expected,
    actual: say(words.actual),
    basis: weakestBasis(bound),
    ...(unconfirmed.length > 0 && { unconfirmed }),
    location: locationOf(assert.at, scope, bound),
    related: words.related.flatMap(({ at, message }) => {
      const location = written(at, scope)
      return location ? [{ message: message(scope, context.print).trim(), location }] : []
    }),
  }
}

/**
 * What a fingerprint knows the element by. Turns of a cycle are all one to it: that nothing was done
 * in this year either is the same finding as a year ago, and stays known until it is mended.
 */
function fingerprinted(bound: readonly unknown[]): string {
  return bound.map((item) => (isWindow(item) ? '[object Object]' : elementOf([item]))).join('/')
}

/** The day on which the state was found that a finding is about, where that is not the day of judgement: it may be another today. */
function asFoundOn({ bound }: Violation, dossier: WrittenDossier | undefined): string {
  const element = bound.findLast(isPart)
  if (!element || !dossier || element.world.input !== 'context') return ''
  const foundOn = dossier.context?.writtenText('foundOn')
  return foundOn !== undefined && foundOn < dossier.asOf
    ? `${writeDayText(foundOn)}に把握した実態では、`
    : ''
}

/** The clauses of the standard behind a requirement; none where one may be missing. */
function clausesFor(requirement: string | null, context: FindingContext): readonly WrittenPart[] {
  if (requirement === null) return []
  const { dossier, standard } = context
  if (!dossier) return standard.clauses.filter(({ data }) => data['requirement'] === requirement)
  const clauses = standard.clausesFor(requirement, dossier)
  return openEnd(clauses) ? [] : knownOf(clauses)
}

function articleOf(
  clause: WrittenPart | undefined,
  rule: CheckedRule,
  standard: WrittenStandard,
): Article | null {
  if (clause) return articleOfClause(clause, standard)
  // What an audit of another body said is why there is a rule: it binds nobody here.
  const cite = rule.cite.find(({ kind }) => kind !== 'audit')
  if (!cite) return null
  const pack = standard.packs.find((one) => one.id === rule.pack)
  return { pack: rule.pack, document: cite.quoted ?? nameOf(pack), number: null, text: cite.text }
}

/** A clause of a standard as it is cited. */
export function articleOfClause(clause: WrittenPart, standard: WrittenStandard): Article {
  const pack = standard.packs.find((one) => one.document === clause.document)
  return {
    pack: pack?.id ?? standard.id,
    document: clause.writtenText('document') ?? nameOf(pack),
    number: clause.writtenText('number') ?? null,
    text: clause.writtenText('text') ?? '',
    ...(isUnconfirmed(clause) && { unconfirmed: true as const }),
  }
}

function nameOf(pack: PackDocument | undefined): string {
  const name = pack?.value['name']
  return typeof name === 'string' ? name : (pack?.id ?? '')
}

const ranks: readonly Severity[] = ['info', 'warning', 'error']
const caps: Readonly<Record<string, Severity>> = {
  must: 'error',
  endeavour: 'warning',
  may: 'info',
  advice: 'info',
}

/** The most binding of some clauses. */
function strongest(clauses: readonly WrittenPart[]): WrittenPart | undefined {
  const rank = (clause: WrittenPart): number => ranks.indexOf(capOf(clause))
  return clauses.toSorted((a, b) => rank(b) - rank(a))[0]
}

/** The gravest that what breaks a clause can be. */
function capOf(clause: WrittenPart | undefined): Severity {
  return ownValue(caps, clause?.writtenText('force') ?? 'must') ?? 'error'
}

/**
 * The severity as the pack tailors it, else as the rule or the element says; never above what the
 * clause's force allows, but where the standard itself is judged or a topic sets its own.
 */
function severityOf(
  { rule, scope, requirement }: Violation,
  clause: WrittenPart | undefined,
  standard: WrittenStandard,
): Severity {
  const { id, severity } = rule.rule
  const read = rule.severity?.(scope) ?? severity
  const tailored = tailoredSeverity(id, requirement, standard)
  const wanted = tailored ?? ranks.find((one) => one === read) ?? 'error'
  return capped(wanted, rule.rule, clause)
}

/** A severity no higher than the force of a clause lets a rule go, where the rule is one that is held down by it. */
export function capped(
  wanted: Severity,
  { severity, scope }: Pick<CheckedRule, 'severity' | 'scope'>,
  clause: WrittenPart | undefined,
): Severity {
  const uncapped = typeof severity === 'object' && severity.uncapped
  if (uncapped || scope === 'standard') return wanted
  const cap = capOf(clause)
  return ranks.indexOf(wanted) > ranks.indexOf(cap) ? cap : wanted
}

/** The severity a pack gives a rule, else all rules of its requirement; undefined where it leaves them as they are. */
export function tailoredSeverity(
  rule: string,
  requirement: string | null,
  { tailoring }: WrittenStandard,
): Severity | undefined {
  const own = tailoring.findLast((one) => one.rule === rule && one.severity)
  const shared = tailoring.findLast(
    (one) => one.rule === undefined && one.requirement === requirement && one.severity,
  )
  return (own ?? shared)?.severity
}

const sureness: readonly Basis[] = ['assumed', 'inferred', 'reported']

function weakestBasis(bound: readonly unknown[]): Basis {
  const found = new Set(bound.filter(isPart).map((part) => part.basis))
  return sureness.find((basis) => found.has(basis)) ?? 'reported'
}
