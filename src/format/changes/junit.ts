import {
  type Change,
  type ChangeReport,
  type GoneFinding,
  gradeLabels,
} from '../../finding/change.ts'
import type { Finding } from '../../finding/finding.ts'
import { findingCases } from '../junit.ts'
import { type JunitCase, junitDocument } from '../junit/document.ts'
import { placeText, visibleLine } from '../text/visible.ts'
import { changeGroups } from './group.ts'
import { changeText, mandatoryText } from './change.ts'
import { goneBy, goneLabels, goneText, hiddenText } from './gone.ts'
import { introducedBy, resolvedBy } from './remark.ts'

/**
 * JUnit XML of a comparison: the changes system by system, of which those fail that take from a clause
 * which allows no exception; the findings they bring in, all failures; those they mend, all passed;
 * those that are no longer judged, all skipped.
 */
export function changesJunit(report: ChangeReport): string {
  const introduced = introducedBy(report)
  const resolved = resolvedBy(report)
  const gone = goneBy(report)
  return junitDocument({
    name: 'policy-lint diff',
    suites: [
      ...changeGroups(report).map(({ title, changes }) => ({
        name: `変更: ${title}`,
        cases: changes.map((change) => changeCase(change, report.names)),
      })),
      ...(introduced.length > 0
        ? [{ name: '新しく生じた問題', cases: findingCases(introduced) }]
        : []),
      ...(resolved.length > 0 ? [{ name: '解消した問題', cases: resolved.map(resolvedCase) }] : []),
      ...(gone.length > 0 ? [{ name: goneText, cases: gone.map(goneCase) }] : []),
    ],
  })
}

function changeCase(change: Change, names: ChangeReport['names']): JunitCase {
  const { kind, grade, title, after, breaksMandatory } = change
  const place = after ? { path: after.location.path, line: after.location.start.line } : undefined
  const text = changeText(change, names)
  return {
    className: kind,
    name: `${gradeLabels[grade]}: ${visibleLine(title)}`,
    ...(place ? { place } : {}),
    ...(breaksMandatory
      ? { failure: { message: mandatoryText, type: 'error', text } }
      : { output: text }),
  }
}

function goneCase(gone: GoneFinding): JunitCase {
  const { output, ...named } = resolvedCase(gone.finding)
  const text = [goneLabels[gone.because], output].join('\n')
  return gone.hidden
    ? { ...named, failure: { message: hiddenText, type: gone.finding.severity, text } }
    : { ...named, skipped: text }
}

function resolvedCase({ rule, message, location }: Finding): JunitCase {
  return {
    className: rule,
    name: visibleLine(message),
    output: `変更前の場所: ${placeText(location)}`,
  }
}
