import { memoryWorkspace } from '../../src/source/memory.ts'
import type { Workspace } from '../../src/source/workspace.ts'
import { replaced, sampleFiles } from './town.ts'

/** A clause in a few words, its further fields as written. */
interface Clause {
  readonly id: string
  readonly requirement: string
  readonly number: string
  readonly text: string
  readonly more: string
}

const clause = ({ id, requirement, number, text, more }: Clause): string =>
  [
    `      - id: ${id}`,
    `        requirement: ${requirement}`,
    `        number: ${number}`,
    `        text: ${text}`,
    '        quoted: 若葉市情報セキュリティ対策基準（架空）',
    '        subject: system-manager',
    ...more.split('; ').map((field) => `        ${field}`),
    '',
  ].join('\n')

const review = {
  id: 'id-review',
  requirement: 'ACC-2',
  number: '第21条',
  text: '情報システム管理者は、利用されていない利用者IDがないかを点検しなければならない。',
}
const logs = {
  id: 'log-analysis',
  requirement: 'LOG-2',
  number: '第30条',
  text: '情報システム管理者は、ログを分析しなければならない。',
}
const passwords = {
  id: 'passwords',
  requirement: 'PWD-1',
  number: '第18条',
  text: 'パスワードは、別表第2に掲げる文字数以上としなければならない。',
}
const contractor = {
  id: 'contractor-check',
  requirement: 'OUT-2',
  number: '第52条',
  text: '情報システム管理者は、委託先の対策を確認しなければならない。',
}

/** Of 2024: one clause allows no exception, one is gone in 2026. */
const of2024 = [
  { ...review, more: 'force: must; cadence: { accept: [periodic], max: P1Y }' },
  { ...logs, more: 'force: must; cadence: { accept: [periodic, asNeeded] }' },
  { ...passwords, more: 'force: must; gives: [level]; givenIn: 別表第2' },
  { ...contractor, more: 'force: must; cadence: { accept: [periodic], max: P1M }' },
  {
    id: 'contact',
    requirement: 'ORG-2',
    number: '第5条',
    text: '部長は、緊急時の連絡体制を整えるものとする。',
    more: 'force: must; mandatory: true',
  },
  {
    id: 'media-count',
    requirement: 'AST-2',
    number: '第12条',
    text: '記録媒体は、台帳と照合しなければならない。',
    more: 'force: must; when: { traits: [media.removable] }',
  },
]

/** Of 2026: more often, less often, weaker, renumbered, added. */
const of2026 = [
  { ...review, more: 'force: must; cadence: { accept: [periodic], max: P2Y }' },
  { ...logs, number: '第31条', more: 'force: must; cadence: { accept: [periodic], max: P14D }' },
  { ...passwords, more: 'force: endeavour; gives: [level]; givenIn: 別表第2' },
  { ...contractor, more: 'force: must; cadence: { accept: [periodic], max: P6M }' },
  {
    id: 'telework',
    requirement: 'TLW-1',
    number: '第60条',
    text: '最高情報セキュリティ責任者は、テレワークでの利用の条件を定めなければならない。',
    more: 'force: must',
  },
  {
    id: 'log-protection',
    requirement: 'LOG-3',
    number: '第32条',
    text: '情報システム管理者は、ログが改ざんされないようにしなければならない。',
    more: 'force: must',
  },
]

/** The town of the base pack's sample under a standard of two editions, which differ in their clauses. */
export function editionFiles(): Readonly<Record<string, string>> {
  const files = sampleFiles((dossier) => dossier.replaceAll('pack: sample', 'pack: wakaba'))
  const whole = files['policies/sample/pack.yaml'] ?? ''
  const named = replaced(replaced(whole, 'id: sample', 'id: wakaba'), '（見本）', '')
  const [, head = '', body = '', rest = ''] =
    /^([^]*? {2}- id: '2024'\n {4}from: 2024-04-01\n)((?: .*\n)*)(\w+:\n[^]*)$/.exec(named) ?? []
  const moved = new Set([...of2024, ...of2026].map(({ id }) => id))
  const shared = rest.replaceAll(/^ {2}- id: ([\w-]+)\n(?: {4}.*\n)+/gm, (block, id: string) =>
    moved.has(id) ? '' : block,
  )
  const editions = [
    `${head}    until: 2026-03-31\n${body}${clausesOf(of2024)}`,
    `  - id: '2026'\n    from: 2026-04-01\n${body}${clausesOf(of2026)}`,
  ]
  return {
    'policies/wakaba/pack.yaml': editions.join('') + shared,
    'town/all.yaml': files['town/all.yaml'] ?? '',
  }
}

function clausesOf(clauses: readonly Clause[]): string {
  return `    clauses:\n${clauses.map(clause).join('')}`
}

/** The same as a workspace, with more files or others in their place. */
export function editionTown(more: Readonly<Record<string, string>> = {}): Workspace {
  return memoryWorkspace({ ...editionFiles(), ...more })
}
