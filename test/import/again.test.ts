import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { diskWorkspace } from '../../src/source/disk.ts'
import { earlierIn, importDocument } from '../../src/workflow/import.ts'
import { readingWords } from '../../src/workflow/import/town.ts'
import { dossiersIn } from '../render/view/dossiers.ts'
import { markedDocuments } from './marks.ts'
import { edited, printedOf } from './printed.ts'
import { reader } from './read.ts'

type Files = Readonly<Record<string, string>>

/** Reads a document into a folder that may hold a draft; gives the files of the folder. */
async function importInto(folder: Files, name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const workspace = memoryWorkspace(
    Object.fromEntries(Object.entries(folder).map(([file, text]) => [`one/${file}`, text])),
  )
  const imported = await importDocument({ name, bytes }, await reader, earlierIn(workspace, 'one'))
  const written = imported.files.map(({ name: file, content: text }) => [file, String(text)])
  return { ...imported, folder: { ...folder, ...Object.fromEntries(written) } as Files }
}

const before = `公園予約システム実施手順
（体制）
第１条 情報システム管理者は、みどり課長をもって充てる。
２ システム担当者は、情報システム管理者を補佐する。
（利用者IDの点検）
第２条 情報システム管理者は、年１回、利用者IDを職員名簿と照合し、ID点検票に記録しなければならない。
（ログの分析）
第３条 システム担当者は、毎月、アクセスログを分析し、ログ分析票に記録しなければならない。
（バックアップ）
第４条 システム担当者は、毎日、バックアップを取得し、バックアップ記録簿に記録しなければならない。
（研修）
第５条 情報システム管理者は、毎年、職員に研修を行わなければならない。
附則
この手順は、令和６年４月１日から施行する。
`

const after = before
  .replace('第５条', '第６条')
  .replace('第４条', '第５条')
  .replace('第３条', '第４条')
  .replace('年１回、利用者ID', '年２回、利用者ID')
  .replace('毎日、バックアップを取得し', '毎週、バックアップを取得し')
  .replace(
    '（ログの分析）\n',
    '（記録媒体の点検）\n第３条 情報システム管理者は、毎年、記録媒体を記録媒体台帳と照合しなければならない。\n（ログの分析）\n',
  )
  .replace(/（研修）\n.*\n/u, '')

/** What a person makes of the first draft. */
function byHand(yaml: string): string {
  return yaml
    .replace('- id: backup-take', '# 夜間に行う\n  - id: backup-take')
    .replace(
      /(id: backup-take[^]*?)frequency: \{ every: P1D \}/u,
      '$1frequency: { every: P3D } # 実際に合わせた',
    )
    .replace(/(id: log-analyse[^]*?)record: ログ分析票/u, '$1record: ログ分析票（電子）')
    .replace(/(id: log-analyse[^]*?)\n {6}unconfirmed: .*/u, '$1')
}

test('a changed document is merged into the draft as people have edited it', async () => {
  const first = await importInto({}, '手順.txt', before)
  const draft = byHand(String(first.folder['procedure.yaml']))
  expect(draft).not.toBe(first.folder['procedure.yaml'])
  const again = await importInto({ ...first.folder, 'procedure.yaml': draft }, '手順.txt', after)
  await expect(again.folder['procedure.yaml']).toMatchFileSnapshot('again/procedure.yaml')
  await expect(again.folder['procedure.import.md']).toMatchFileSnapshot('again/procedure.import.md')
  const third = await importInto(again.folder, '手順.txt', after)
  expect(third.folder['procedure.yaml']).toBe(again.folder['procedure.yaml'])
  expect(third.notes?.filter(({ is }) => is !== 'conflict')).toEqual([])
})

test('the same document again changes nothing', async () => {
  for (const { file, bytes } of markedDocuments()) {
    const first = await importInto({}, file, bytes)
    const again = await importInto(first.folder, file, bytes)
    expect(again.folder, file).toEqual({
      ...first.folder,
      'procedure.import.md': again.folder['procedure.import.md'],
    })
    expect(again.notes, file).toEqual([])
  }
})

test('comments and lines that people add survive, and what they took out stays out', async () => {
  const first = await importInto({}, '手順.txt', before)
  const lines = String(first.folder['procedure.yaml']).split('\n')
  await fc.assert(
    fc.asyncProperty(fc.nat(lines.length - 2), async (at) => {
      const blank = /^ */u.exec(lines[at] ?? '')?.[0] ?? ''
      const noted = lines.toSpliced(at, 0, `${blank}# 覚え書き ${at}`).join('\n')
      const again = await importInto(
        { ...first.folder, 'procedure.yaml': noted },
        '手順.txt',
        before,
      )
      expect(again.folder['procedure.yaml']).toBe(noted)
      const changed = await importInto(
        { ...first.folder, 'procedure.yaml': noted },
        '手順.txt',
        after,
      )
      expect(changed.folder['procedure.yaml']).toContain(`# 覚え書き ${at}`)
    }),
    { numRuns: 8 },
  )
})

test('a draft without what was read before, or that is no YAML, is left alone', async () => {
  const first = await importInto({}, '手順.txt', before)
  const { 'procedure.yaml': draft = '', ...rest } = first.folder
  await expect(importInto({ 'procedure.yaml': draft }, '手順.txt', after)).rejects.toThrow(
    '前に読み取った内容（procedure.import.json）がないため、合わせられません',
  )
  await expect(
    importInto({ ...rest, 'procedure.yaml': `${draft}\n  - : [` }, '手順.txt', after),
  ).rejects.toThrow('YAML として読めません')
})

test('a Word file that was printed and changed is merged into the procedure it was made of', async () => {
  const [dossier] = await dossiersIn('procedures/arakawa-ward')
  if (!dossier) throw new Error('no dossier')
  const [printed] = await printedOf(dossier)
  if (!printed) throw new Error('no document')
  const { id: system, municipality, standard } = dossier
  const town = { municipality, standard, reference: { pack: '', edition: '' }, folder: '' }
  const words = readingWords(town)
  const folder = 'procedures/arakawa-ward/juki-terminal'
  const workspace = diskWorkspace({ cwd: resolve(import.meta.dirname, '../..') })
  const own = workspace.read(`${folder}/procedure.yaml`)
  const text = own.ok ? own.source.text : ''
  const read = async (bytes: Uint8Array) =>
    importDocument(
      { name: '手順.docx', bytes },
      { system, town, words },
      earlierIn(workspace, folder),
    )
  const same = await read(printed.bytes)
  expect([same.files[0]?.content, same.notes]).toEqual([text, []])
  const changed = await read(
    edited(printed.bytes, (xml) => xml.replace('毎月行うものとする', '２か月に１回行うものとする')),
  )
  const lines = new Set(text.split('\n'))
  const fresh = String(changed.files[0]?.content)
    .split('\n')
    .filter((line) => !lines.has(line))
  expect(fresh).toMatchInlineSnapshot(`
    [
      "      前項の業務は、情報システム管理者が、２か月に１回行うものとする。",
      "      この条に定める業務を行ったときは、ログ点検表に記録しなければならない。",
      "    frequency: {every: P2M}",
      "    unconfirmed: [frequency]",
    ]
  `)
})
