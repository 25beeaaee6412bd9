import type { Report } from '../finding/report.ts'
import type { WrittenDossier } from '../model/dossier.ts'
import type { FormatName } from './document.ts'
import {
  type BeforeAndAfter,
  type Covered,
  type ExplainedStandard,
  finished,
  type Judged,
  type ViewGroup,
  type ViewMaker,
} from './view.ts'

interface Common {
  /** The name on the command line and of the template, kebab-case. */
  readonly name: string
  /** What it is called in the office, e.g. 実施手順書. */
  readonly title: string
  /** The forms it can be written in; the first is meant where none is asked for. */
  readonly formats: readonly [FormatName, ...FormatName[]]
  /**
   * Whose text it hands on to readers: it is not issued while that text breaks the standard. Plans, checklists and
   * blank forms are needed for the procedure as it is in force.
   */
  readonly prints?: 'procedure' | 'notice'
  /** What to look for where there is nothing to make, in Japanese; the usual without it. */
  readonly hint?: string
  /** The text of a view with every name a template may use, no list empty: templates are checked against it. */
  readonly sample: () => Promise<ViewGroup>
}

/** A kind of document, by what one is made from. Views are loaded when a document is made. */
export type DocumentKind = Common &
  (
    | { readonly of: 'system'; readonly views: () => Promise<ViewMaker<WrittenDossier>> }
    | {
        readonly of: 'systems'
        readonly views: () => Promise<ViewMaker<readonly WrittenDossier[]>>
      }
    | { readonly of: 'judged'; readonly views: () => Promise<ViewMaker<Judged>> }
    | { readonly of: 'covered'; readonly views: () => Promise<ViewMaker<Covered>> }
    | { readonly of: 'comparison'; readonly views: () => Promise<ViewMaker<BeforeAndAfter>> }
    | { readonly of: 'report'; readonly views: () => Promise<ViewMaker<Report>> }
    | {
        readonly of: 'standard'
        readonly views: () => Promise<ViewMaker<readonly ExplainedStandard[]>>
      }
  )

/** What an office prints: Word first, for it is what others go on with. */
const onPaper = ['docx', 'pdf', 'html', 'md'] as const

/** Every kind of document, in the order of the help. */
export const documentKinds: readonly DocumentKind[] = [
  {
    name: 'procedure',
    title: '実施手順書',
    formats: onPaper,
    prints: 'procedure',
    of: 'system',
    views: async () => (await import('./view/procedure.ts')).procedureViews,
    sample: async () => finished((await import('./view/samples.ts')).procedureSample),
  },
  {
    name: 'roles',
    title: '役割分担表',
    formats: [...onPaper, 'xlsx'],
    prints: 'procedure',
    of: 'system',
    views: async () => (await import('./view/roles.ts')).rolesViews,
    sample: async () => finished((await import('./view/samples.ts')).rolesSample),
  },
  {
    name: 'contacts',
    title: '連絡体制図',
    formats: onPaper,
    prints: 'procedure',
    of: 'system',
    views: async () => (await import('./view/contacts.ts')).contactsViews,
    sample: async () => finished((await import('./view/samples.ts')).contactsSample),
  },
  {
    name: 'card',
    title: '初動対応カード',
    formats: onPaper,
    prints: 'procedure',
    of: 'system',
    hint: '連絡体制（chains）を書いた実施手順がありません。',
    views: async () => (await import('./view/card.ts')).cardViews,
    sample: async () => finished((await import('./view/samples.ts')).cardSample),
  },
  {
    name: 'checklist',
    title: '点検表',
    formats: [...onPaper, 'xlsx'],
    of: 'system',
    views: async () => (await import('./view/checklist.ts')).checklistViews,
    sample: async () => finished((await import('./view/samples.ts')).checklistSample),
  },
  {
    name: 'self-check',
    title: '自己点検票',
    formats: [...onPaper, 'xlsx'],
    of: 'system',
    hint: '職員に共通に求めることが、対策基準にも実施手順にも書かれていません。',
    views: async () => (await import('./view/self-check.ts')).selfCheckViews,
    sample: async () => finished((await import('./view/samples.ts')).tabularSample),
  },
  {
    name: 'plan',
    title: '年間実施計画',
    formats: [...onPaper, 'xlsx'],
    of: 'system',
    views: async () => (await import('./view/plan.ts')).planViews,
    sample: async () => finished((await import('./view/samples.ts')).planSample),
  },
  {
    name: 'ledgers',
    title: '管理簿',
    formats: [...onPaper, 'xlsx'],
    of: 'system',
    views: async () => (await import('./view/ledgers.ts')).ledgersViews,
    sample: async () => finished((await import('./view/samples.ts')).ledgersSample),
  },
  {
    name: 'forms',
    title: '様式集',
    formats: [...onPaper, 'xlsx'],
    of: 'system',
    hint: '実施手順に、申請や報告の様式（record、form、checklist）が書かれていません。',
    views: async () => (await import('./view/form-book.ts')).formBookViews,
    sample: async () => finished((await import('./view/samples.ts')).formBookSample),
  },
  {
    name: 'notice',
    title: '取扱変更通知',
    formats: onPaper,
    prints: 'notice',
    of: 'system',
    views: async () => (await import('./view/notice.ts')).noticeViews,
    sample: async () => finished((await import('./view/samples.ts')).noticeSample),
  },
  {
    name: 'reminders',
    title: '督促文',
    formats: onPaper,
    of: 'system',
    hint: '回答期限（replyBy）を過ぎても回答（confirmations）のない通知が、--as-of の日にありません。',
    views: async () => (await import('./view/reminder.ts')).reminderViews,
    sample: async () => finished((await import('./view/samples.ts')).reminderSample),
  },
  {
    name: 'answers',
    title: '回答集計表',
    formats: [...onPaper, 'xlsx'],
    of: 'system',
    hint: '回答を求めた通知（replyBy、confirmations、replies のどれかを書いたもの）がありません。',
    views: async () => (await import('./view/answers.ts')).answersViews,
    sample: async () => finished((await import('./view/samples.ts')).tabularSample),
  },
  {
    name: 'comparison',
    title: '新旧対照表',
    formats: onPaper,
    prints: 'procedure',
    of: 'comparison',
    views: async () => (await import('./view/comparison.ts')).comparisonViews,
    sample: async () => finished((await import('./view/samples.ts')).comparisonSample),
  },
  {
    name: 'decision',
    title: '起案文',
    formats: onPaper,
    prints: 'procedure',
    of: 'comparison',
    views: async () => (await import('./view/decision.ts')).decisionViews,
    sample: async () => finished((await import('./view/samples.ts')).decisionSample),
  },
  {
    name: 'findings',
    title: '指摘一覧',
    formats: [...onPaper, 'xlsx'],
    of: 'report',
    views: async () => (await import('./view/findings.ts')).findingsViews,
    sample: async () => finished((await import('./view/samples.ts')).findingsSample),
  },
  {
    name: 'duties',
    title: '担当者別業務一覧',
    formats: [...onPaper, 'xlsx'],
    of: 'systems',
    views: async () => (await import('./view/post.ts')).dutiesViews,
    sample: async () => finished((await import('./view/samples.ts')).tabularSample),
  },
  {
    name: 'handover',
    title: '引継書',
    formats: [...onPaper, 'xlsx'],
    of: 'judged',
    views: async () => (await import('./view/handover.ts')).handoverViews,
    sample: async () => finished((await import('./view/samples.ts')).tabularSample),
  },
  {
    name: 'systems',
    title: 'システム・実施手順一覧',
    formats: [...onPaper, 'xlsx'],
    of: 'judged',
    views: async () => (await import('./view/systems.ts')).systemsViews,
    sample: async () => finished((await import('./view/samples.ts')).tabularSample),
  },
  {
    name: 'measures',
    title: '措置状況報告',
    formats: [...onPaper, 'xlsx'],
    of: 'judged',
    views: async () => (await import('./view/measures.ts')).measuresViews,
    sample: async () => finished((await import('./view/samples.ts')).tabularSample),
  },
  {
    name: 'workpaper',
    title: '監査調書',
    formats: [...onPaper, 'xlsx'],
    of: 'covered',
    views: async () => (await import('./view/workpaper.ts')).workpaperViews,
    sample: async () => finished((await import('./view/samples.ts')).tabularSample),
  },
  {
    name: 'standard',
    title: '対策基準の解説書',
    formats: [...onPaper, 'xlsx'],
    of: 'standard',
    views: async () => (await import('./view/standard.ts')).standardViews,
    sample: async () => finished((await import('./view/samples.ts')).standardSample),
  },
]
