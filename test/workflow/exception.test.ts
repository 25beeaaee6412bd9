import { describe, expect, test } from 'vitest'
import { text } from '../../src/format/text.ts'
import { check } from '../../src/workflow/check.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { replaced, sampleFiles } from '../sample/town.ts'

type Fields = Readonly<Record<string, string>>

const sound: Fields = {
  id: 'analysis',
  requirement: 'LOG-2',
  reason: '委託先の準備が間に合わない',
  approver: '最高情報セキュリティ責任者',
  compensating: '利用時間を限る',
  from: '2025-04-01',
  expires: '2026-03-31',
  reviewedOn: '[2025-09-16]',
}

const standard = 'policies/sample/pack.yaml'

/** Judges the town on 10 October 2025, its log analysis without a record, with one exception. */
async function judge(
  more: Fields,
  broken = true,
  tailoring = '',
  also: (town: string) => string = (town) => town,
) {
  const fields = Object.entries({ ...sound, ...more }).filter(([, value]) => value !== '')
  const written = fields.map(([key, value]) => `${key}: ${value}`).join(', ')
  const edit = (dossier: string): string => {
    const [before = '', after = ''] = dossier.split(/(?=^inForce: \{ from: 2025-04-01 \})/m)
    const excepted = replaced(
      after,
      /exceptions:\n {2}- id[^]*?\n---/,
      `exceptions:\n  - { ${written} }\n---`,
    )
    return also(before + (broken ? replaced(excepted, '    record: ログ点検表\n', '') : excepted))
  }
  const { [standard]: pack = '', ...town } = sampleFiles(edit)
  const workspace = memoryWorkspace({ ...town, [standard]: `${pack}\n${tailoring}` })
  const { report, sources } = await check({ workspace, paths: ['town'] })
  const page = text(report, { sources, color: false, width: 80 })
  return { report, page, rules: report.findings.map(({ rule }) => rule) }
}

describe('an exception in force', () => {
  test('silences what it names and is listed with its last day', async () => {
    const { rules, report, page } = await judge({})
    expect(rules).toEqual([])
    expect(report.waived).toMatchObject([{ exception: 'analysis', expires: '2026-03-31' }])
    expect(report.systems[0]?.clauses.excepted).toBe(1)
    expect(page).toContain('「analysis」で1件（期限 2026年3月31日）')
  })

  test('silences the element it names and no other', async () => {
    expect((await judge({ element: 'log-analyse' })).rules).toEqual([])
    expect((await judge({ element: 'account-review' })).rules).toEqual([
      'duty.periodic-complete',
      'exception.unused',
    ])
  })

  test('silences the work it names, and what the work deals with', async () => {
    expect((await judge({ element: 'log.analyse' })).rules).toEqual([])
    const unapplied = (element: string) =>
      judge({ requirement: 'VUL-1', element }, false, '', (town) =>
        replaced(town, / +appliedOn: 2025-07-05\n/, ''),
      )
    expect((await unapplied('patch-apply')).rules).toEqual([])
    expect((await unapplied('patch.apply')).rules).toEqual([])
    expect((await unapplied('account-review')).rules).toEqual(['exception.unused', 'patch.applied'])
  })

  test('silences a record of what happened in its time, and ended with it', async () => {
    const late = (more: Fields) =>
      judge({ requirement: 'VUL-1', element: 'patch.apply', ...more }, false, '', (town) =>
        replaced(town, /(?<= +appliedOn: )2025-07-05\n/, '2025-09-30\n'),
      )
    const ended = { expires: '2025-10-01', endedOn: '2025-10-01' }
    expect((await late(ended)).rules).toEqual([])
    expect((await late({ ...ended, endedOn: '2025-09-29' })).rules).toEqual(['patch.in-time'])
    expect((await late({ ...ended, requirement: 'ACC-2' })).rules).toEqual(['patch.in-time'])
  })

  test('silences a device that lacks the control it names and no other', async () => {
    const lacking = (lacks: string, more = '') =>
      judge({ requirement: 'PHY-2', element: 'antivirus' }, false, '', (town) =>
        replaced(
          town,
          /enforces: \[antivirus\]\n(?= +holds: \[conf2\]\n +software)/,
          `enforces: []\n    lacks: [${lacks}]\n${more}`,
        ),
      )
    expect((await lacking('antivirus')).rules).toEqual([])
    expect((await lacking('antivirus, screenLock')).rules).toContain('device.controls-in-place')
    expect(
      (await lacking('antivirus', '    compensating: [{ by: 切り離す, since: 2025-04-01 }]\n'))
        .rules,
    ).toEqual([])
  })

  test('may end by a review instead of on a day', async () => {
    const { rules, report } = await judge({ expires: '', reviewEvery: 'P1Y' })
    expect(rules).toEqual([])
    expect(report.waived).toMatchObject([{ exception: 'analysis', expires: '2026-09-16' }])
  })

  test('is told of alone where it is too long, as an opinion where no text of the town sets a length', async () => {
    const { report } = await judge({ expires: '2027-03-31' })
    expect(report.findings).toMatchObject([{ rule: 'exception.too-long', severity: 'warning' }])
    expect(report.waived).toMatchObject([{ exception: 'analysis', expires: '2027-03-31' }])
  })

  test('is told of before it expires', async () => {
    expect((await judge({ expires: '2025-11-30' })).rules).toEqual(['exception.expires-soon'])
  })

  test('is told of where nothing needs it', async () => {
    expect((await judge({}, false)).rules).toEqual(['exception.unused'])
  })

  test('is not called needless where no rule looks at what it is for', async () => {
    // Disaster terminals lack what nobody wrote that they must have.
    const lacking = (town: string) =>
      replaced(
        town,
        /(?= +enforces: \[antivirus\]\n +holds: \[conf2\]\n +software)/,
        '    lacks: [mfa]\n',
      )
    const excepted = { requirement: 'PWD-2', element: 'mfa' }
    expect((await judge(excepted, false, '', lacking)).rules).toEqual([])
    expect((await judge({ requirement: 'VUL-1', element: 'remote' }, false)).rules).toEqual([])
  })

  test('covers a patch that it was granted for before it fell due, and no later', async () => {
    const late = (more: Fields) =>
      judge({ requirement: 'VUL-1', element: 'patch.apply', ...more }, false, '', (town) =>
        replaced(town, /(?<= +appliedOn: )2025-07-05\n/, '2025-09-30\n'),
      )
    const ended = { expires: '2025-10-01', endedOn: '2025-09-30' }
    expect((await late({ ...ended, from: '2025-06-20' })).rules).toEqual([])
    expect((await late({ ...ended, from: '2025-09-25' })).rules).toEqual(['patch.in-time'])
  })
})

describe('what is no exception silences nothing', () => {
  const cases: readonly (readonly [string, Fields, string])[] = [
    ['expired', { expires: '2025-09-30', continuedOn: '2025-10-05' }, 'exception.not-expired'],
    [
      'not reviewed in time',
      { expires: '', reviewEvery: 'P3M', reviewedOn: '[2025-05-16]' },
      'exception.reviewed',
    ],
    ['ends before it begins', { from: '2025-10-01', expires: '2025-09-30' }, 'exception.too-long'],
  ]
  test.each(cases)('%s', async (_, more, rule) => {
    const { rules, report } = await judge(more)
    expect(rules).toContain('duty.periodic-complete')
    expect(rules).toContain(rule)
    expect(report.waived).toEqual([])
  })

  test('that its end is before its beginning is no opinion', async () => {
    const { report } = await judge({ from: '2025-10-01', expires: '2025-09-30' })
    const found = report.findings.filter(({ rule }) => rule === 'exception.too-long')
    expect(found.map(({ severity }) => severity)).toEqual(['error'])
  })

  test('of a rule that the pack allows none for', async () => {
    const tailoring =
      'tailoring: [{ rule: duty.periodic-complete, mandatory: true, rationale: 認めない }]'
    const { rules } = await judge({}, true, tailoring)
    expect(rules).toEqual(['duty.periodic-complete'])
  })

  test('not yet begun', async () => {
    const { rules } = await judge({ from: '2025-11-01' })
    expect(rules).toEqual(['duty.periodic-complete'])
  })

  test('of a mandatory clause', async () => {
    const { rules } = await judge({ requirement: 'ORG-2' })
    expect(rules).toEqual(['duty.periodic-complete', 'exception.mandatory'])
  })

  test.each(['reason', 'approver'])('without %s', async (field) => {
    const { report } = await judge({ [field]: '' })
    expect(report.findings.map(({ rule }) => rule)).toContain('shape.missing-key')
    expect(report.waived).toEqual([])
  })

  test('without an end', async () => {
    const { rules, report } = await judge({ expires: 'none' })
    expect(rules).toEqual(['duty.periodic-complete', 'exception.open-ended'])
    expect(report.waived).toEqual([])
  })

  test('whose end nobody wrote', async () => {
    const { rules, report } = await judge({ expires: '' })
    expect(rules).toEqual(['duty.periodic-complete'])
    expect(report.waived).toEqual([])
  })
})
