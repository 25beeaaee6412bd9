/**
 * What a forge is told of a comparison, each thing beside its place: the findings that the changes bring
 * in, what they take from a clause that allows no exception, then every other change that means
 * something, and the findings that are no longer judged. Changes of form alone ask nothing of anybody and
 * are left to the texts; so is what was mended, for forges that know no resolved findings would open it
 * anew.
 */
import {
  type Change,
  type ChangeReport,
  type GoneFinding,
  gradeLabels,
  gradesInOrder,
  type Impact,
} from '../../finding/change.ts'
import { type Finding, fingerprint } from '../../finding/finding.ts'
import { gravestFirst } from '../../finding/order.ts'
import type { Location } from '../../source/source.ts'
import { goneLabels, goneText } from './gone.ts'
import { stricterLabel, undecidedLabel } from './impact.ts'
import { changeText } from './change.ts'

/** One thing to be told. */
export type Remark = FindingRemark | ChangeRemark

/** A finding that was not there before. */
export interface FindingRemark {
  readonly finding: Finding
}

/** A change, or what a new edition of a standard means for a procedure. */
export interface ChangeRemark {
  readonly finding?: undefined
  /** The kind of change; for impacts what they are. */
  readonly kind: string
  readonly label: string
  readonly isGrave: boolean
  readonly text: string
  readonly place: Location
  /** Whether the place is one of the earlier side. */
  readonly isGone: boolean
  readonly system: string | null
  readonly requirement: string | null
  readonly fingerprint: string
  /** Where it stood before, if it stands elsewhere now. */
  readonly before: Location | null
}

/** All remarks of a comparison, the gravest first. */
export function remarksOf(report: ChangeReport): readonly Remark[] {
  const changes = gradesInOrder
    .filter((grade) => grade !== 'editorial')
    .flatMap((grade) => report.changes.filter((change) => change.grade === grade))
    .flatMap((change) => remarkOf(change, report.names))
  return [
    ...introducedBy(report).map((finding) => ({ finding })),
    ...changes.filter(({ isGrave }) => isGrave),
    ...changes.filter(({ isGrave }) => !isGrave),
    ...report.impact.flatMap(impactRemarks),
    ...report.findings.gone.map((one) => goneRemark(one, true)),
    ...report.impact.flatMap(({ gone }) => gone.map((one) => goneRemark(one, false))),
  ]
}

/** The findings that the changes bring in, those of systems under a changed standard among them. */
export function introducedBy({ findings, impact }: ChangeReport): readonly Finding[] {
  const all = [...findings.introduced, ...impact.flatMap(({ introduced }) => introduced)]
  return gravestFirst(unique(all))
}

/** The findings that the changes take away, those of systems under a changed standard among them. */
export function resolvedBy({ findings, impact }: ChangeReport): readonly Finding[] {
  return unique([...findings.resolved, ...impact.flatMap(({ resolved }) => resolved)])
}

function unique(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ fingerprint: key, location }: Finding): string => `${key}\0${location.path}`
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()]
}

function remarkOf(change: Change, names: ChangeReport['names']): readonly ChangeRemark[] {
  const { before, after, kind, grade, system, requirement, breaksMandatory } = change
  const place = after?.location ?? before?.location
  if (!place) return []
  return [
    {
      kind,
      label: gradeLabels[grade],
      isGrave: breaksMandatory,
      text: changeText(change, names),
      place,
      isGone: after === null,
      system,
      requirement,
      fingerprint: change.fingerprint,
      before: after && before ? before.location : null,
    },
  ]
}

/** Nobody mended it: a forge that no longer shows it is told so. */
function goneRemark(gone: GoneFinding, isGone: boolean): ChangeRemark {
  const { fingerprint: key, rule, message, location, system, requirement } = gone.finding
  const kind = gone.hidden ? 'finding.hidden' : 'finding.gone'
  return {
    kind,
    label: goneText,
    isGrave: gone.hidden === true && gone.finding.severity === 'error',
    text: `${goneLabels[gone.because]}: ${message} [${rule}]`,
    place: location,
    isGone,
    system,
    requirement,
    fingerprint: fingerprint(kind, key),
    before: null,
  }
}

function impactRemarks({ system, stricter, reviews }: Impact): readonly ChangeRemark[] {
  const remark = (kind: string, label: string, text: string, place: Location): ChangeRemark => ({
    ...{ kind, label, text, place, system },
    ...{ isGrave: false, isGone: false, requirement: null, before: null },
    fingerprint: fingerprint(kind, system, place.path, text),
  })
  return [
    ...reviews.map(({ message, location }) =>
      remark('standard.review', '見直し', message, location),
    ),
    ...stricter.map(({ message, location, certain }) =>
      certain
        ? remark('standard.stricter', stricterLabel, message, location)
        : remark('standard.stricter.undecidable', undecidedLabel, message, location),
    ),
  ]
}
