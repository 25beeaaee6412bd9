import type { RequirementCard, RuleCard } from '../../../src/finding/rule-card.ts'
import type { ExplainedStandard } from '../../../src/render/view.ts'
import type { WrittenDossier } from '../../../src/model/dossier.ts'

const card = (more: Partial<RuleCard>): RuleCard => ({
  id: 'account.reviewed',
  pack: 'base',
  title: '利用者IDを、2か月より長く点検しないままにしない',
  requirement: { key: 'ACC-2', title: '利用されていないIDの点検', text: '点検する。' },
  keeps: null,
  articles: [],
  cite: [],
  class: 'P',
  scope: 'system',
  isAdvice: false,
  isBuiltIn: false,
  reads: ['procedure'],
  elements: ['実施手順', '担当業務'],
  keepers: ['担当業務の「頻度」'],
  parameters: [
    {
      name: 'asked',
      title: 'パスワードの変更の求め方（none 求めない、periodic 定期に変える）',
      values: [{ pack: 'base', value: 'none', text: 'none', setBy: 'base' }],
    },
  ],
  facts: [
    {
      type: 'Dossier',
      field: 'procedures',
      label: 'システムの「実施手順」',
      kinds: [],
      mayLack: true,
    },
    { type: 'Duty', field: 'frequency', label: '担当業務の「頻度」', kinds: [], mayLack: true },
    {
      type: 'Duty',
      field: 'activity',
      label: '担当業務の「業務の種類」',
      kinds: [],
      mayLack: false,
    },
  ],
  functions: [],
  rationale: '使われないIDは、人に知られずに残る。',
  fix: [],
  expected: ['2か月に1回', '〔…〕までの点検'],
  asserts: [],
  stances: [{ pack: 'base', severity: 'error', label: '指摘', isActive: true, rationale: null }],
  examples: [
    { kind: 'good', title: '毎月点検している', changes: [] },
    { kind: 'bad', title: '点検していない', changes: ['/records をなくす'] },
  ],
  location: null,
  ...more,
})

const requirement = (key: string, title: string): RequirementCard => ({
  key,
  title,
  text: `${title}を行う。`,
  place: '6.2 アクセス制御',
  level: 'system',
  articles: [],
  rules: [],
})

/** The standard of a system with a few rules: of a clause, of none, and common to all. */
export function explainedOf({ standard }: WrittenDossier): ExplainedStandard {
  const told = standard.clauses.map(({ data }) => String(data['requirement']))
  const keys = [...new Set([...told, 'NET-3'])]
  const [first = 'NET-3'] = keys
  const own = card({ requirement: { key: first, title: '', text: '' } })
  const other = card({
    id: 'network.guarded',
    title: '無線LANを暗号化する',
    requirement: { key: 'NET-3', title: '無線LAN', text: '守る。' },
  })
  const common = card({ id: 'duty.held', title: '業務には、担う役割を書く', requirement: null })
  const item = { clauses: '0123456789abcdef', judging: '0123456789abcdef' }
  const mark = { by: '総務課法務係長', on: '2026-04-01', opinion: '' }
  return {
    standard,
    rules: [own, other, common],
    requirements: keys.map((key) => requirement(key, `${key}のこと`)),
    reviewed: [
      {
        ...item,
        requirement: first,
        rule: own.id,
        state: 'clauseChanged',
        mark: { ...item, ...mark, requirement: first, rule: own.id },
      },
      {
        ...item,
        requirement: 'NET-3',
        rule: other.id,
        state: 'confirmed',
        mark: { ...item, ...mark, requirement: 'NET-3', rule: other.id },
      },
      { ...item, requirement: null, rule: common.id, state: 'open', mark: null },
    ],
  }
}
