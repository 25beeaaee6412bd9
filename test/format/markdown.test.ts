import fc from 'fast-check'
import { marked } from 'marked'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/finding/finding.ts'
import type { Report } from '../../src/finding/report.ts'
import { markdown } from '../../src/format/markdown.ts'
import { code, plain } from '../../src/format/markdown/plain.ts'
import { visibleLine } from '../../src/format/text/visible.ts'
import { hostileReport, hostileText } from './hostile.ts'
import { contextOf, findingOn, reportOf } from './report.ts'
import { sampleContext, sampleReport } from './sample.ts'

type Node = DefaultTreeAdapterTypes.ChildNode

/** The page as a forge would make it: GitHub's Markdown with HTML let through. */
function render(text: string): readonly Node[] {
  return parseFragment(marked.parse(text, { async: false, gfm: true })).childNodes
}

/** The elements in order, without the texts. */
function elements(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) =>
    'tagName' in node ? [node.tagName, ...elements(node.childNodes), `/${node.tagName}`] : [],
  )
}

function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.nodeName === '#text' && 'value' in node) return node.value
      return 'childNodes' in node ? textOf(node.childNodes) : ''
    })
    .join('')
}

/** A report of the same make, all its texts harmless. */
function harmless(report: Report): Report {
  const finding = (one: Finding): Finding => ({
    ...one,
    ...{ label: '指摘', message: 'x', why: one.why && 'x' },
    fix: one.fix === null ? null : 'x',
    expected: one.expected === null ? null : 'x',
    actual: one.actual === null ? null : 'x',
    requirement: one.requirement === null ? null : 'x',
    article: one.article && { ...one.article, document: 'x', text: 'x' },
    location: { ...one.location, path: 'x' },
  })
  return {
    ...report,
    systems: report.systems.map((system) => ({ ...system, name: 'x' })),
    findings: report.findings.map(finding),
    waived: report.waived.map((one) => ({ ...one, exception: 'x' })),
    cannotJudge: report.cannotJudge.map((one) => ({ ...one, requirement: 'x', missing: [] })),
  }
}

test('the sum first, then the findings of each system, folded', async () => {
  const written = markdown(sampleReport, sampleContext)
  await expect(written).toMatchFileSnapshot('fixtures/forge/report.md')
})

test('without findings it says so', () => {
  expect(markdown(reportOf([]), contextOf([]))).toContain('\n問題は見つかりませんでした。\n')
})

test('what does not fit into a comment is left out, the least grave first, and counted', () => {
  const source = { path: 'procedures/a.yaml', text: 'kind: procedure\n' }
  const findings = Array.from({ length: 1500 }, (_, index) =>
    findingOn(source, 'kind', {
      rule: `rule.${index}`,
      severity: index % 3 === 0 ? 'error' : 'info',
      message: `${index}番目 ${'長い説明'.repeat(20)}`,
    }),
  )
  const written = markdown(reportOf(findings), contextOf([]))
  expect(written.length).toBeLessThanOrEqual(65_536)
  expect(written.length).toBeGreaterThan(60_000)
  const shown = written.match(/^- \*\*指摘\*\* /gm)?.length ?? 0
  expect(written).toContain(
    `ほか${1500 - shown}件は、コメントに書ける長さを超えるため載せていません`,
  )
  const numbers = [...written.matchAll(/^- \*\*指摘\*\* (\d+)番目/gm)].map(([, n]) => Number(n))
  expect(numbers.filter((number) => number % 3 !== 0)).toEqual([])
})

test('many findings of one rule in one file are told together and counted one by one', () => {
  const source = { path: 'a.csv', text: Array.from({ length: 504 }, (_, n) => `${n};\n`).join('') }
  const findings = Array.from({ length: 504 }, (_, index) =>
    findingOn(source, `${index};`, { message: `${index}番目` }),
  )
  const written = markdown(reportOf(findings), contextOf([]))
  expect(written.match(/\d+番目.*$/gm)).toEqual(['0', '1', '2', '3', '4'].map((n) => `${n}番目`))
  expect(written).toContain('同じ規則に当たるものが、このファイルにあと503件あります')
  expect(written).toContain('ほか499件（すべてを1件1行で見るには `--format text --quiet`）')
  expect(written).not.toContain('コメントに書ける長さ')
  expect(markdown(reportOf(findings), contextOf([], { maxFindings: 100 }))).toContain('ほか404件は')
})

test('one endless text is cut and says so', () => {
  const source = { path: 'a.yaml', text: 'kind: procedure\n' }
  const finding = findingOn(source, 'kind', {
    message: '😀'.repeat(100_000),
    fix: '長'.repeat(1001),
  })
  const written = markdown(reportOf([finding]), contextOf([]))
  expect(written.length).toBeLessThan(10_000)
  expect(written.match(/…（以下略）/g)).toHaveLength(2)
})

test('a page of thousands of systems still fits', () => {
  const [system] = reportOf([]).systems
  if (!system) throw new Error('no system')
  const systems = Array.from({ length: 3000 }, (_, index) => ({
    ...system,
    system: `aoba-city/system-${index}`,
    name: `システム${index}`,
  }))
  const source = { path: 'a.yaml', text: 'kind: procedure\n' }
  const findings = systems.map((one) => findingOn(source, 'kind', { system: one.system }))
  const written = markdown(reportOf(findings, { systems }), contextOf([]))
  expect(written.length).toBeLessThanOrEqual(65_536)
  expect(written).toContain('ほか2970システム')
})

test('any text leaves the page as it is made', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const page = render(markdown(report, contextOf([])))
      const expected = render(markdown(harmless(report), contextOf([])))
      expect(elements(page)).toEqual(elements(expected))
    }),
    { numRuns: 100 },
  )
})

test('any text is read as it was written, and calls nobody', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const page = render(`- **x** ${plain(text)}`)
      expect(elements(page)).toEqual(['ul', 'li', 'strong', '/strong', '/li', '/ul'])
      expect(squeezed(textOf(page))).toBe(squeezed(`x ${visibleLine(text)}`))
      const comments = plain(text).replaceAll('<!-- -->', '\u0000')
      expect(comments).not.toMatch(/@\w|:\/\/|www\./i)
    }),
    { numRuns: 300 },
  )
})

test('any text as code is read as it was written', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const page = render(`- x ${code(text)} y`)
      expect(elements(page)).toEqual(['ul', 'li', 'code', '/code', '/li', '/ul'])
      expect(squeezed(textOf(page))).toBe(squeezed(`x ${visibleLine(text)} y`))
    }),
    { numRuns: 300 },
  )
})

/** HTML shows runs of spaces as one. */
function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
