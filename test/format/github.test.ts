import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding, Severity } from '../../src/finding/finding.ts'
import { gravestFirst } from '../../src/finding/order.ts'
import { commandOf, github } from '../../src/format/github.ts'
import { findingText } from '../../src/format/text/finding.ts'
import { visible, visibleLine } from '../../src/format/text/visible.ts'
import { hostileReport } from './hostile.ts'
import { contextOf, findingOn, reportOf } from './report.ts'
import { sampleContext, sampleReport } from './sample.ts'

interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** Reads a line as the runner of GitHub Actions does; undefined where it is no command to it. */
function commandIn(line: string): Command | undefined {
  const trimmed = line.trimStart()
  const end = trimmed.indexOf('::', 2)
  if (!trimmed.startsWith('::') || end < 0) return undefined
  const [, name = '', rest = ''] = /^(\S+) ?(.*)$/su.exec(trimmed.slice(2, end)) ?? []
  const properties = rest.split(',').map((pair): [string, string] => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at), unescaped(pair.slice(at + 1), true)]
  })
  return {
    name,
    properties: Object.fromEntries(properties),
    data: unescaped(trimmed.slice(end + 2), false),
  }
}

function unescaped(text: string, isProperty: boolean): string {
  const plain = isProperty ? text.replaceAll('%3A', ':').replaceAll('%2C', ',') : text
  return plain.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

const source = { path: 'procedures/a.yaml', text: 'kind: procedure\n' }

function many(counts: Readonly<Record<Severity, number>>): Finding[] {
  return (['info', 'warning', 'error'] as const).flatMap((severity) =>
    Array.from({ length: counts[severity] }, (_, index) =>
      findingOn(source, 'kind', { severity, message: `${severity} ${index}` }),
    ),
  )
}

function commandsOf(findings: readonly Finding[]): Command[] {
  const lines = github(reportOf(findings), contextOf([])).split('\n')
  return lines.flatMap((line) => commandIn(line) ?? [])
}

test('findings become annotations, the gravest first, and the last line sums up', async () => {
  const written = github(sampleReport, sampleContext)
  await expect(written).toMatchFileSnapshot('fixtures/forge/github.txt')
})

test('as many as GitHub shows are given whole', () => {
  const commands = commandsOf(many({ error: 10, warning: 10, info: 10 }))
  expect(commands.map(({ name }) => name)).toEqual([
    ...Array.from({ length: 10 }, () => 'error'),
    ...Array.from({ length: 10 }, () => 'warning'),
    ...Array.from({ length: 10 }, () => 'notice'),
  ])
})

test('beyond that ten of each are given, and a notice among the ten tells of the rest', () => {
  const commands = commandsOf(many({ error: 12, warning: 0, info: 11 }))
  expect(commands.map(({ name }) => name)).toEqual([
    ...Array.from({ length: 10 }, () => 'error'),
    ...Array.from({ length: 10 }, () => 'notice'),
  ])
  expect(commands[0]?.data).toBe('error 0')
  expect(commands.at(-1)?.data).toContain('ほか4件（error 2件、notice 2件）は示していません')
})

test('columns are said only of a place inside one line', () => {
  const of = (start: number, end: number, endColumn: number): string => {
    const place = {
      path: 'a',
      start: { line: start, column: 3 },
      end: { line: end, column: endColumn },
    }
    return commandOf({ level: 'error', title: 't', message: 'm', place })
  }
  expect(of(4, 4, 9)).toBe('::error file=a,line=4,endLine=4,col=3,endColumn=9,title=t::m')
  expect(of(4, 6, 9)).toBe('::error file=a,line=4,endLine=6,title=t::m')
  expect(of(4, 6, 1)).toBe('::error file=a,line=4,endLine=5,title=t::m')
})

test('any text comes back as it was, and is never a command of its own', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const lines = github(report, contextOf([])).split('\n')
      const commands = lines.flatMap((line) => commandIn(line) ?? [])
      const findings = gravestFirst(report.findings)
      expect(lines).toHaveLength(findings.length + 2)
      expect(lines.at(-1)).toBe('')
      expect(lines.at(-2)).not.toMatch(/^\s*::|##\[/)
      expect(commands.map(({ data }) => data)).toEqual(
        findings.map((finding) => visible(findingText(finding))),
      )
      expect(commands.map(({ properties }) => [properties['file'], properties['title']])).toEqual(
        findings.map(({ location, label, state, rule }) => [
          visibleLine(location.path),
          visibleLine(`${label}${state === 'existing' ? '（既知）' : ''} ${rule}`),
        ]),
      )
    }),
    { numRuns: 100 },
  )
})
