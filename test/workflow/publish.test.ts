import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { documentKinds } from '../../src/render/documents.ts'
import { diskWorkspace } from '../../src/source/disk.ts'
import { townFiles } from '../render/view/town.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { publish, type PublishRequest } from '../../src/workflow/publish.ts'

const workspace = diskWorkspace({ cwd: resolve(import.meta.dirname, '../..') })

/** A system whose procedure, holders, records and notices auditors found wanting. */
const audited = { workspace, paths: ['procedures/osaka-city/online-application'] }

test('errors keep back the documents that they make untrue, and no others', async () => {
  const outcomes: Record<string, readonly string[]> = {}
  for (const { name, of } of documentKinds) {
    // A comparison needs two editions, a report of measures measures, a reminder an answer that is
    // overdue; a standard is of no system.
    if (['comparison', 'standard'].includes(of) || ['measures', 'reminders'].includes(name))
      continue
    const request = { document: name, input: audited, draft: false, trace: false }
    const publication = await publish({ ...request, formats: ['md'] })
    const classes = publication.findings.map((finding) => finding.class)
    outcomes[name] = [publication.kind, ...new Set(classes)]
  }
  expect(outcomes).toEqual({
    procedure: ['refused', 'P'],
    roles: ['refused', 'P'],
    contacts: ['refused', 'P'],
    card: ['refused', 'P'],
    checklist: ['made'],
    'self-check': ['made'],
    plan: ['made'],
    ledgers: ['made'],
    forms: ['made'],
    notice: ['refused', 'N'],
    answers: ['made'],
    findings: ['made'],
    duties: ['made'],
    handover: ['made'],
    systems: ['made'],
    workpaper: ['made'],
  })
})

const invented = { workspace, paths: ['examples/invented/procedures'] }

/** The text of a document of an example. */
async function textOf(
  request: Pick<PublishRequest, 'document' | 'input' | 'asOf'> & Partial<PublishRequest>,
) {
  const made = await publish({ formats: ['md'], draft: false, trace: false, ...request })
  return made.kind === 'made'
    ? made.files.map(({ content }) => String(content)).join('\n')
    : made.kind
}

const town = { input: invented, policies: 'examples/invented/policies', asOf: '2026-08-31' }

test.each([
  ['measures', { input: { workspace, paths: ['examples/followup'] }, asOf: '2021-09-30' }],
  ['handover', { ...town, post: '上下水道課料金係長' }],
  ['duties', { ...town, post: '上下水道課料金係長' }],
  ['systems', town],
])('%s reads as before', async (document, request) => {
  await expect(await textOf({ document, ...request })).toMatchFileSnapshot(
    `fixtures/${document}.md`,
  )
})

test('nobody is reminded of an answer that is not due, or of which nothing is recorded', async () => {
  await expect(textOf({ document: 'reminders', ...town })).rejects.toThrow(
    '「督促文」にするものが、指定された中にありません',
  )
  const asked = resolve(import.meta.dirname, '../render/view/asked')
  const files = readdirSync(asked).map((name) => {
    const text = readFileSync(join(asked, name), 'utf8')
    return [`asked/${name}`, text.replace(/confirmations:\n.*\n/, '')] as const
  })
  const input = { workspace: memoryWorkspace(Object.fromEntries(files)), paths: ['asked'] }
  const request = { document: 'reminders', input, asOf: '2026-09-01', trace: false, draft: false }
  const made = await publish({ ...request, formats: ['md'] })
  expect(made).toMatchObject({ kind: 'made', files: [] })
  expect(made.kind === 'made' && made.empty).toEqual([
    '「受領確認票の提出について（督促）」（kasumi-village-library-check-2026-reminder-mado）: 回答が届いたかどうかの記録（confirmations）がないので、督促してよいかが分かりません',
    '「受領確認票の提出について（督促）」（kasumi-village-library-check-2026-reminder-eki）: 回答が届いたかどうかの記録（confirmations）がないので、督促してよいかが分かりません',
  ])
})

test('each member of a group hands over alone, with all else that the same person does', async () => {
  const made = await publish({
    ...{ document: 'handover', ...town, formats: ['md'], draft: false, trace: false },
  })
  const files = made.kind === 'made' ? made.files : []
  const titles = files.map(({ content }) => String(content).split('\n')[0])
  expect(titles).toContain('# 引継書（税務住民課長）')
  expect(titles.filter((title) => title === '# 引継書（総務課長）')).toHaveLength(1)
  expect(titles.join('')).not.toContain('全課室')
  const taxes = String(files.find((_, at) => titles[at] === '# 引継書（税務住民課長）')?.content)
  const rows = taxes.split('\n').filter((line) => line.includes('| 知らせの回付 |'))
  // One of the duty, one of what is overdue: not one for each of the eight sections.
  expect(rows).toHaveLength(2)
})

test("what one does oneself was last done by one's own section", async () => {
  const text = await textOf({ document: 'handover', ...town, post: '上下水道課料金係長' })
  const counted = text.split('\n').find((line) => line.includes('| 記録媒体の現物合わせ | 実施'))
  expect(counted).toContain('| 令和８年３月24日 |')
})

test('a post that nobody holds is told with what may have been meant', async () => {
  await expect(textOf({ document: 'handover', ...town, post: '料金係長さん' })).rejects.toThrow(
    '「料金係長さん」という職や役割は、書類にありません',
  )
})

test('a notice that tells nothing is made as a draft alone, and the others are made', async () => {
  const files = {
    ...townFiles(),
    'town/notice.yaml':
      'kind: notice\nsystem: kasumi-village/library\nid: empty\ntitle: 取扱いの変更について\nissuer: soumu\non: 2026-04-01\nstatements: []\ndeliveries: []\n',
  }
  const request = { document: 'notice', formats: ['md' as const], trace: false }
  const input = { workspace: memoryWorkspace(files), paths: ['town'] }
  const made = await publish({ ...request, input, draft: false })
  expect(made).toMatchObject({
    kind: 'made',
    files: [],
    empty: [
      '「取扱いの変更について（通知）」（kasumi-village-library-empty-all）: 通知する事項（statements）がありません',
    ],
  })
  const drafted = await publish({ ...request, input, draft: true })
  expect(drafted.kind === 'made' && drafted.files.length).toBe(1)
})

test('a PDF tells which characters it cannot show, and a page of HTML has nothing to tell', async () => {
  const files = townFiles((path, text) =>
    path.includes('procedure.yaml') ? text.replace('図書貸出システム', '𠮷野システム') : text,
  )
  const input = { workspace: memoryWorkspace(files), paths: ['town'] }
  const request = { document: 'checklist', input, draft: false, trace: false }
  const notesAs = async (format: 'pdf' | 'html') => {
    const made = await publish({ ...request, formats: [format] })
    return made.kind === 'made' ? made.notes.filter((note) => note.includes('𠮷')) : made.kind
  }
  expect(await notesAs('html')).toEqual([])
  expect(await notesAs('pdf')).toEqual([
    '「𠮷野システム情報セキュリティ実施手順\u3000点検表」（kasumi-village-library-checklist.pdf）では、PDF の書体にない文字が正しく表れません: 𠮷（Word か HTML では表れます）',
  ])
})
