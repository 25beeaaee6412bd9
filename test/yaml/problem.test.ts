import { expect, test } from 'vitest'
import { problemFindings, unreadable } from '../../src/finding/problem.ts'
import { decode } from '../../src/source/decode.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'

const findingsOf = (text: string) =>
  problemFindings(parseDocuments({ path: 'a.yaml', text }).problems, 'city/system')

test('a problem becomes a finding of class F that all formats can take', () => {
  const [finding] = findingsOf('a: 0120\n')
  expect(finding).toMatchObject({
    rule: 'file.leading-zero',
    class: 'F',
    label: '形式',
    severity: 'error',
    system: 'city/system',
    location: { path: 'a.yaml', start: { line: 1, column: 4 }, end: { line: 1, column: 8 } },
    related: [],
  })
  expect(finding?.fingerprint).toMatch(/^[0-9a-f]{16}$/)
  expect(JSON.parse(JSON.stringify(finding))).toEqual(finding)
})

test('fingerprints tell findings apart and outlive a change of lines', () => {
  const before = findingsOf('a: 0120\nb: 0121\n').map((finding) => finding.fingerprint)
  const after = findingsOf('# one more line\n\na: 0120\nb: 0121\n')
  expect(new Set(before).size).toBe(2)
  expect(after.map((finding) => finding.fingerprint)).toEqual(before)
})

test('a file that cannot be read stands at its first character', () => {
  const read = decode('a.yaml', Uint8Array.of(0xff, 0xfe, 0x61, 0x00))
  const findings = problemFindings(read.ok ? [] : [unreadable(read.problem)])
  expect(findings).toMatchObject([
    { rule: 'file.not-utf8', system: null, location: { path: 'a.yaml', start: { line: 1 } } },
  ])
})
