import { escaped } from '../markup.ts'

/** A report of tests in JUnit's form, as build servers read it. */
export interface JunitReport {
  readonly name: string
  readonly suites: readonly JunitSuite[]
}

/** Tests of one kind. */
export interface JunitSuite {
  readonly name: string
  readonly cases: readonly JunitCase[]
}

/** One test: passed, failed or skipped. */
export interface JunitCase {
  readonly className: string
  readonly name: string
  readonly place?: { readonly path: string; readonly line: number }
  readonly failure?: { readonly message: string; readonly type?: string; readonly text: string }
  readonly skipped?: string
  /** What a passed test has to say. */
  readonly output?: string
}

/** The report as XML. */
export function junitDocument({ name, suites }: JunitReport): string {
  const cases = suites.flatMap((suite) => suite.cases)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xmlAttribute(name)}" ${counts(cases)}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    '',
  ].join('\n')
}

function suiteLines({ name, cases }: JunitSuite): readonly string[] {
  return [
    `  <testsuite name="${xmlAttribute(name)}" ${counts(cases)}>`,
    ...cases.flatMap(caseLines),
    '  </testsuite>',
  ]
}

function counts(cases: readonly JunitCase[]): string {
  const failures = cases.filter(({ failure }) => failure).length
  const skipped = cases.filter((one) => one.skipped !== undefined).length
  const passedOver = skipped > 0 ? ` skipped="${skipped}"` : ''
  return `tests="${cases.length}" failures="${failures}"${passedOver}`
}

function caseLines(one: JunitCase): readonly string[] {
  const place = one.place ? ` file="${xmlAttribute(one.place.path)}" line="${one.place.line}"` : ''
  const head = `    <testcase classname="${xmlAttribute(one.className)}" name="${xmlAttribute(one.name)}"${place}`
  const body = [...failureLines(one), ...skippedLines(one), ...outputLines(one)]
  return body.length === 0 ? [`${head}/>`] : [`${head}>`, ...body, '    </testcase>']
}

function failureLines({ failure }: JunitCase): readonly string[] {
  if (!failure) return []
  const { message, type, text } = failure
  const kind = type === undefined ? '' : ` type="${xmlAttribute(type)}"`
  return [`      <failure message="${xmlAttribute(message)}"${kind}>${xmlText(text)}</failure>`]
}

function skippedLines({ skipped }: JunitCase): readonly string[] {
  return skipped === undefined ? [] : [`      <skipped message="${xmlAttribute(skipped)}"/>`]
}

function outputLines({ output }: JunitCase): readonly string[] {
  return output === undefined ? [] : [`      <system-out>${xmlText(output)}</system-out>`]
}

/** What no XML may hold, not even escaped, beside what `escaped` has already taken out. */
const forbidden = /[\ufffe\uffff]/g

/** A user's text between the tags of XML. */
function xmlText(text: string): string {
  return escaped(text).replace(forbidden, '\ufffd')
}

/** A user's text as an attribute of XML, in which a reader would turn line breaks into spaces. */
function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
