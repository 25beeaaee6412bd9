import type { Finding } from '../../src/finding/finding.ts'
import { validate, type Validation } from '../../src/schema/validate.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'

/** Validates every document of a text. */
export function validateText(text: string, path = 'input.yaml'): Validation[] {
  return parseDocuments({ path, text }).documents.map((document) => validate(document))
}

/** The findings of a text, in the order of their places. */
export function findingsOf(text: string, path?: string): Finding[] {
  return validateText(text, path)
    .flatMap((result) => (result.ok ? [] : result.findings))
    .sort((a, b) => {
      const [first, second] = [a.location.start, b.location.start]
      return first.line - second.line || first.column - second.column
    })
}

/** A finding as a person would check it in a case folder. */
export function print(finding: Finding): string {
  const { start, end } = finding.location
  const place = `${start.line}:${start.column}-${end.line}:${end.column}`
  const { expected, actual } = finding
  const compared =
    expected === null && actual === null
      ? ''
      : `  expected ${expected ?? '-'}\n  actual   ${actual ?? '-'}\n`
  return `${place} ${finding.rule}\n  ${finding.message}\n  ${finding.why}\n  ${finding.fix ?? ''}\n${compared}`
}
