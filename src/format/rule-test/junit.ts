import type { CaseFault, PackTest, RuleCase, RuleTestReport } from '../../finding/rule-test.ts'
import { writePlace } from '../../source/source.ts'
import { type JunitCase, junitDocument } from '../junit/document.ts'

/** JUnit XML, as build servers read it: a suite for each pack, a class for each rule. */
export function junit({ packs, problems }: RuleTestReport): string {
  const faults = problems.map((fault) =>
    caseOf('パック', { title: fault.message, kind: 'bad', fault }),
  )
  return junitDocument({
    name: 'policy-lint test',
    suites: [
      ...(faults.length > 0 ? [{ name: 'パック', cases: faults }] : []),
      ...packs.map((pack) => ({ name: pack.pack, cases: casesOf(pack) })),
    ],
  })
}

function casesOf({ rules }: PackTest): readonly JunitCase[] {
  return rules.flatMap(({ rule, cases }) => cases.map((one) => caseOf(rule, one)))
}

function caseOf(rule: string, { title, kind, fault }: RuleCase): JunitCase {
  const head = { className: rule, name: `${kind}: ${title}` }
  return fault ? { ...head, ...failureOf(fault) } : head
}

function failureOf({ message, fix, location }: CaseFault): Pick<JunitCase, 'place' | 'failure'> {
  const { path, start } = location
  return {
    place: { path, line: start.line },
    failure: { message, text: [writePlace(location), fix].filter(Boolean).join('\n') },
  }
}
