import fc from 'fast-check'
import { expect, test } from 'vitest'
import { junit } from '../../src/format/junit.ts'
import { findingText } from '../../src/format/text/finding.ts'
import { placeText, visible } from '../../src/format/text/visible.ts'
import { hostileReport } from './hostile.ts'
import { contextOf, findingOn, reportOf } from './report.ts'
import { sampleContext, sampleReport } from './sample.ts'
import { type Element, readXml } from './xml.ts'

const source = { path: 'a.yaml', text: 'kind: procedure\n' }

const all = (element: Element, name: string): readonly Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
]

test('a suite for each system: failures, and what fails no run or could not be judged skipped', async () => {
  const written = junit(sampleReport, sampleContext)
  await expect(written).toMatchFileSnapshot('fixtures/forge/junit.xml')
})

test('a system without findings is a test that passes', () => {
  const root = readXml(junit(reportOf([]), contextOf([])))
  expect(all(root, 'testcase').map(({ children }) => children.map(({ name }) => name))).toEqual([
    ['system-out'],
  ])
  expect(root.attributes).toMatchObject({ tests: '1', failures: '0' })
})

test('tests that would be called the same are told apart', () => {
  const twins = ['1', '2'].map((end) =>
    findingOn(source, 'kind', { fingerprint: `aaaaaaaaaaaaaaa${end}` }),
  )
  const names = all(readXml(junit(reportOf(twins), contextOf([]))), 'testcase').map(
    ({ attributes }) => attributes['name'],
  )
  expect(names).toEqual([
    'IDの点検の結果を受け取る役割がありません',
    'IDの点検の結果を受け取る役割がありません [aaaaaaaaaaaaaaa2]',
  ])
})

test('the counts are those of what stands there', () => {
  const root = readXml(junit(sampleReport, sampleContext))
  for (const element of [root, ...all(root, 'testsuite')]) {
    const { tests, failures, skipped = '0' } = element.attributes
    expect([tests, failures, skipped]).toEqual(
      ['testcase', 'failure', 'skipped'].map((name) => String(all(element, name).length)),
    )
  }
})

test('any text is well-formed XML and comes back as it was', () => {
  const shown = (text: string) => visible(text).replace(/[\ufffe\uffff]/g, '\ufffd')
  fc.assert(
    fc.property(hostileReport, (report) => {
      const root = readXml(junit(report, contextOf([])))
      const open = report.findings.filter(({ state }) => state !== 'existing')
      expect(all(root, 'failure').map(({ text }) => text)).toEqual(
        open.map((finding) => shown(`${placeText(finding.location)}\n${findingText(finding)}`)),
      )
      const places = all(root, 'testcase').flatMap(({ attributes }) => attributes['file'] ?? [])
      expect(places).toEqual(report.findings.map(({ location }) => shown(location.path)))
      const [suite] = all(root, 'testsuite')
      const name = report.systems[0]?.name ?? ''
      expect(suite?.attributes['name']).toBe(shown(`${name}（aoba-city/library）`))
    }),
    { numRuns: 100 },
  )
})
