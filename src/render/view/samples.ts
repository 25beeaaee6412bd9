import type { ArticleText, TableText } from './article.ts'
import type { ProcedureText } from './procedure/text.ts'
import type { RolesText } from './roles.ts'
import type { ContactsText } from './contacts.ts'
import type { CallText, CardText } from './card.ts'
import type { FormBookText } from './form-book.ts'
import type { ChecklistText } from './checklist.ts'
import type { PlanText } from './plan.ts'
import type { LedgersText } from './ledgers.ts'
import type { DecisionText } from './decision.ts'
import type { NoticeText } from './notice.ts'
import type { ReminderText } from './reminder.ts'
import type { ComparisonText, LineText } from './comparison/text.ts'
import type { StandardText } from './standard.ts'
import type { TabularText } from './tabular.ts'
import type { FindingsText } from './findings.ts'

const article: ArticleText = {
  id: 'duty:account-review',
  number: '第１条',
  caption: '（利用者IDの点検）',
  source: 'procedure.yaml:1:1',
  paragraphs: [
    { number: '', text: '情報システム管理者は、…', source: 'procedure.yaml:1:1', items: [] },
    {
      number: '２',
      text: '前項の業務は、…',
      source: 'procedure.yaml:2:1',
      items: [
        {
          number: '(1)',
          text: '利用課の長　…',
          source: 'procedure.yaml:3:1',
          items: [{ number: 'ア', text: '…', source: 'procedure.yaml:3:1' }],
        },
      ],
    },
  ],
  tables: [
    {
      caption: '連絡先',
      columns: [
        { label: '連絡先', width: '50' },
        { label: '電話', width: '50' },
      ],
      rows: [
        {
          source: 'procedure.yaml:4:1',
          cells: [
            { text: '情報政策課', center: false, missing: false },
            { text: '【未登録】', center: true, missing: true },
          ],
        },
      ],
    },
  ],
  figures: [
    {
      picture: 'chain-incident',
      alt: '…',
      caption: '連絡体制図（障害、侵害）',
      shows: [['１', '情報政策課', '情報システム管理者']],
      source: 'procedure.yaml:4:1',
    },
  ],
}

/** A procedure with every name that its template may use. */
export const procedureSample: ProcedureText = {
  municipality: '青葉市',
  title: '図書館システム情報セキュリティ実施手順',
  variant: '中央図書館版',
  history: ['令和８年４月１日施行'],
  contents: [{ number: '第１章', heading: '総則', articles: '（第１条）' }],
  chapters: [
    {
      id: 'duties',
      number: '第１章',
      heading: '担当業務',
      sections: [{ number: '第１節', heading: '利用者IDの管理', articles: [article] }],
    },
  ],
  supplements: [
    {
      heading: '附則',
      paragraphs: [
        {
          number: '１',
          text: 'この実施手順は、令和８年４月１日から施行する。',
          source: 'procedure.yaml:1:1',
          items: article.paragraphs[1]?.items ?? [],
        },
      ],
    },
  ],
  records: [
    {
      name: '利用者ID点検票',
      articles: '第１条',
      about: '利用者IDの点検',
      keepers: '情報システム管理者',
      source: 'procedure.yaml:1:1',
    },
  ],
  forms: [
    {
      number: '様式第１号',
      name: '利用者ID点検票',
      related: '（第１条関係）',
      fields: [{ label: '所属', value: '', isLong: true }],
    },
  ],
  revisions: [
    { day: '令和８年４月１日', kind: '改正', summary: '…', source: 'procedure.yaml:1:1' },
  ],
}

/** A table of roles with every name that its template may use. */
export const rolesSample: RolesText = {
  municipality: '青葉市',
  title: '役割分担表',
  procedure: '図書館システム情報セキュリティ実施手順',
  variant: '中央図書館版',
  asOf: '令和８年４月１日現在',
  legend: '◎ 実施　○ 報告の受領',
  tables: [
    {
      widths: ['20', '30', '20', '30'],
      roles: [{ name: '情報システム管理者' }],
      rows: [
        {
          requirement: '利用者IDの点検',
          span: '1',
          duty: '利用者IDの点検',
          missing: '【未登録：head】',
          when: '毎年度（５月）',
          marks: ['◎'],
          source: 'procedure.yaml:1:1',
        },
      ],
    },
  ],
  roles: [
    {
      name: '情報システム管理者',
      canonical: '情報システム管理者',
      post: '課長',
      hasPost: true,
      organisation: '教育部中央図書館',
      deputy: '課長補佐',
      source: 'procedure.yaml:1:1',
      duties: [
        {
          article: '第１条',
          duty: '利用者IDの点検',
          part: '実施',
          when: '毎年度（５月）',
          record: '利用者ID点検票',
          reports: '統括情報セキュリティ責任者（14日以内）',
          source: 'procedure.yaml:1:1',
        },
      ],
    },
  ],
}

/** A contact chain with every name that its template may use. */
export const contactsSample: ContactsText = {
  municipality: '青葉市',
  title: '連絡体制図',
  procedure: '図書館システム情報セキュリティ実施手順',
  variant: '中央図書館版',
  chains: [
    {
      id: 'incident',
      title: '障害・侵害時の連絡体制',
      triggers: '障害、侵害',
      bands: '開庁時間内',
      asOf: '令和８年４月１日現在',
      hasAsOf: true,
      isForDay: true,
      isForNight: true,
      widths: ['6', '26', '19', '14', '14', '21'],
      firstReporter: '各図書館',
      goal: '情報政策課',
      picture: 'chain-incident',
      alt: '…',
      nodes: [
        {
          number: '１',
          organisation: '各図書館',
          role: '利用課の長（館長）',
          day: '00-0000-0000',
          isDayMissing: false,
          night: '【未登録】',
          isNightMissing: true,
          tells: '２（相互）',
          source: 'procedure.yaml:1:1',
        },
      ],
      means: '電話',
      missing: '１か所',
      unlisted: [{ organisation: '青葉システムズ（架空の事業者）', relation: '保守' }],
      source: 'procedure.yaml:1:1',
    },
  ],
}

const call: CallText = {
  organisation: '情報政策課',
  role: '情報システム管理者（課長）',
  day: '00-0000-0000',
  isDayMissing: true,
  night: '【未登録】',
  isNightMissing: true,
  source: 'procedure.yaml:1:1',
}

/** A card for the wall with every name that its template may use. */
export const cardSample: CardText = {
  title: '初動対応カード',
  cards: [
    {
      heading: '障害、侵害に気付いたら',
      system: '図書館システム',
      asOf: '令和８年４月１日現在',
      reporter: '各図書館',
      isForDay: true,
      isForNight: true,
      calls: [call],
      others: [call],
      actions: [
        {
          what: '障害の記録',
          who: '情報システム管理者',
          when: '障害の発生のとき（７日以内）',
          source: 'procedure.yaml:1:1',
        },
      ],
      source: 'procedure.yaml:1:1',
    },
  ],
}

/** The forms of a procedure with every name that their template may use. */
export const formBookSample: FormBookText = {
  municipality: '青葉市',
  title: '様式集',
  procedure: '図書館システム情報セキュリティ実施手順',
  variant: '中央図書館版',
  forms: procedureSample.forms,
}

/** A checklist with every name that its template may use. */
export const checklistSample: ChecklistText = {
  municipality: '青葉市',
  title: '点検表',
  procedure: '図書館システム情報セキュリティ実施手順',
  variant: '中央図書館版',
  fiscalYear: '令和８年度',
  roles: [
    {
      name: '情報システム管理者',
      post: '課長',
      organisation: '教育部中央図書館',
      source: 'procedure.yaml:1:1',
      rows: [
        {
          number: '１',
          article: '第１条',
          duty: '利用者IDの点検',
          question: '利用者IDを点検し、利用者ID点検票に記録したか。',
          when: '毎年度（５月）',
          record: '利用者ID点検票',
          turns: '□５月 □11月',
          source: 'procedure.yaml:1:1',
        },
      ],
    },
  ],
}

const months = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]

/** A plan with every name that its template may use. */
export const planSample: PlanText = {
  municipality: '青葉市',
  title: '年間実施計画',
  procedure: '図書館システム情報セキュリティ実施手順',
  variant: '中央図書館版',
  fiscalYear: '令和８年度',
  months: months.map((month) => `${month}月`),
  rows: [
    {
      duty: '利用者IDの点検',
      span: '1',
      performer: '情報システム管理者',
      when: '毎年度（５月）',
      marks: months.map((month) => (month === 5 ? '●' : '')),
      record: '利用者ID点検票',
      source: 'procedure.yaml:1:1',
    },
  ],
  others: [
    {
      duty: '障害の記録',
      performers: '情報システム管理者',
      when: '障害の発生のとき（７日以内）',
      record: '障害記録',
      source: 'procedure.yaml:2:1',
    },
  ],
  legend: '● 実施する月',
}

/** A ledger with every name that its template may use. */
export const ledgersSample: LedgersText = {
  municipality: '青葉市',
  title: '管理簿',
  system: '図書館システム',
  asOf: '令和８年４月１日現在',
  ledgers: [
    {
      name: '記録媒体台帳',
      tables: [
        {
          about: [{ label: '組織', text: '中央図書館' }],
          source: 'records.yaml:1:1',
          columns: [
            { label: '表示', width: '50' },
            { label: '登録日', width: '50' },
          ],
          rows: [
            {
              cells: [{ text: 'USB-01' }, { text: '令和８年４月１日' }],
              source: 'records.yaml:2:1',
            },
          ],
        },
      ],
    },
  ],
}

const line: LineText = {
  isHeading: true,
  isCaption: true,
  isArticle: true,
  isParagraph: true,
  isItem: true,
  isSubitem: true,
  isRow: true,
  number: '第１条',
  isNumberChanged: true,
  pieces: [{ text: '毎月', isChanged: true }],
  source: 'procedure.yaml:1:1',
}

/** A comparison with every name that its template may use. */
export const comparisonSample: ComparisonText = {
  title: '新旧対照表',
  procedure: '図書館システム情報セキュリティ実施手順',
  variant: '中央図書館版',
  lead: '図書館システム情報セキュリティ実施手順の一部を次のとおり改正する。',
  leftHead: '改正後',
  rightHead: '改正前',
  rows: [{ left: [line], right: [line] }],
  isSame: false,
  note: '備考　表中の下線は、改正部分を示す。',
}

/** A decision sheet with every name that its template may use. */
export const decisionSample: DecisionText = {
  title: '起案文書',
  municipality: '青葉市',
  section: '教育部中央図書館',
  seals: [{ label: '決裁', boxes: [{ post: '課長' }], width: '15' }],
  subject: '図書館システム情報セキュリティ実施手順の一部改正について（伺い）',
  inquiry:
    '図書館システム情報セキュリティ実施手順の一部を別紙のとおり改正してよろしいか、伺います。',
  points: [{ number: '１', heading: '改正の理由', lines: ['…'] }],
  amendment: {
    title: '図書館システム情報セキュリティ実施手順の一部改正',
    lead: '図書館システム情報セキュリティ実施手順の一部を次のように改正する。',
    table: '次の表の改正前の欄に掲げる部分を、同表の改正後の欄に掲げる部分のように改める。',
    isByWords: true,
    amendments: [
      {
        sentence: '第１条を次のように改める。',
        articles: [article],
        lines: [
          {
            isArticle: true,
            isParagraph: true,
            isItem: true,
            isSubitem: true,
            number: '２',
            text: '…',
          },
        ],
        figures: article.figures,
        tables: article.tables,
        forms: procedureSample.forms,
      },
    ],
    charts: [{ heading: '第１条の図', figures: article.figures }],
    supplement: [
      { number: '１', text: 'この改正は、令和８年４月１日から施行する。', source: '', items: [] },
    ],
  },
  comparison: comparisonSample,
  source: 'procedure.yaml:1:1',
}

/** A notice with every name that its template may use. */
export const noticeSample: NoticeText = {
  number: '青情第12号',
  day: '令和８年４月１日',
  addressee: ['教育部中央図書館長　様'],
  sender: '情報政策課長',
  subject: '図書館システムの取扱いの変更について（通知）',
  body: ['このことについて、下記のとおり通知します。'],
  items: [
    {
      number: '１',
      heading: '利用者IDの点検',
      lines: ['利用課の長は、毎年度５月に、利用者IDを点検しなければなりません。'],
      changes: [{ label: '行う時期', before: '毎年度２月', after: '毎年度５月' }],
      changeCount: '1',
      from: '令和８年４月１日',
      details: [{ number: '(1)', label: 'いつから', text: '令和８年４月１日' }],
      source: 'notice.yaml:1:1',
    },
  ],
  contact: '情報政策課',
  hasComparison: true,
  comparison: comparisonSample,
  hasReceipt: true,
  receipt: {
    heading: '受領確認票',
    to: '情報政策課長　宛て',
    notice: '令和８年４月１日付け　青情第12号',
    organisation: '教育部中央図書館',
    received: '令和８年４月２日',
    rows: [{ duty: '利用者IDの点検', doer: '係長', when: '毎年５月' }],
  },
  source: 'notice.yaml:1:1',
}

/** A reminder with every name that its template may use. */
export const reminderSample: ReminderText = {
  day: '令和　　年　　月　　日',
  addressee: ['教育部中央図書館長　様'],
  sender: '情報政策課長',
  subject: '受領確認票の提出について（督促）',
  body: ['…回答が届いていません。'],
  items: [{ number: '１', heading: '回答を求める業務', lines: ['利用者IDの点検'] }],
  receipt: noticeSample.receipt,
  source: 'notice.yaml:1:1',
}

/** A list of findings with every name that its template may use. */
export const findingsSample: FindingsText = {
  title: '指摘一覧',
  asOf: '令和８年４月１日現在',
  systems: [{ name: '図書館システム', asOf: '令和８年４月１日', count: '１件' }],
  rows: [
    {
      number: '１',
      system: '図書館システム',
      label: '指摘',
      clause: '青葉市情報セキュリティ対策基準 第12条',
      requirement: 'ACC-2',
      finding: '利用者IDの点検が定められていない。',
      alike: '同様のものがほかに６件ある。',
      expected: '年に１回以上',
      actual: '定めなし',
      why: '利用されていないIDが残る。',
      remedy: '点検の担当者と時期を定める。',
      place: 'procedure.yaml 1行',
      state: '新規',
      source: 'procedure.yaml:1:1',
    },
  ],
  note: 'このほか、事実が記録されていないために判定できなかったものが２件ある。',
}

/** A table with every name that a template may use. */
const tableSample: TableText = {
  caption: '水準',
  columns: [{ label: '水準', width: '100' }],
  rows: [{ source: 'pack.yaml:1:1', cells: [{ text: '１年', center: true, missing: true }] }],
}

/** A document of tables with every name that its template may use. */
export const tabularSample: TabularText = {
  title: '引継書',
  asOf: '令和８年４月１日現在',
  lead: ['次のとおり引き継ぐ。'],
  parts: [
    {
      heading: '１　担当する業務',
      startsPage: true,
      tables: [
        {
          caption: '担当する業務',
          columns: [{ label: '業務', width: '100' }],
          rows: [
            {
              source: 'procedure.yaml:1:1',
              cells: [{ text: '利用者IDの点検', center: true, missing: true }],
            },
          ],
        },
      ],
      empty: '該当なし',
    },
  ],
  notes: ['備考　時期は、実施手順による。'],
}

/** A standard explained, with every name that its template may use. */
export const standardSample: StandardText = {
  title: '青葉市情報セキュリティ対策基準の解説書',
  asOf: '令和８年４月１日現在',
  lead: 'この解説書は、条文と規則とを並べて示すものである。',
  summary: tableSample,
  reading: ['条文は、対策基準に書かれたままを引用している。'],
  lacking: [
    { title: '固有の規則のない条文', tables: [tableSample], empty: '該当する条文はない。' },
  ],
  levels: [tableSample],
  commonLevels: [tableSample],
  chapters: [
    {
      title: '6.2　アクセス制御',
      requirements: [
        {
          title: 'ACC-2　利用されていないIDの点検',
          text: '利用者IDを定期に点検する。',
          clauses: [
            {
              number: '第８条',
              text: '点検しなければならない。',
              force: 'しなければならない',
              subject: 'システム管理者',
              about: ['引用元　監査報告'],
              source: 'pack.yaml:1:1',
            },
          ],
          rules: [
            {
              title: '利用者IDの点検の間隔は、上限より長くない',
              id: 'acc.review-cycle',
              gravity: '指摘',
              why: '使われないIDは狙われる。',
              asks: ['求める状態　１年に１回以上の点検'],
              target: '実施手順の担当業務',
              facts: ['担当業務　頻度※'],
              levels: ['利用者IDの点検の間隔の上限　１年（共通の水準）'],
              examples: [{ sign: '○', text: '半年ごとに点検している' }],
              review: '確認済み　法務課長（令和８年４月１日）',
              isFallen: true,
              source: 'rules.yaml:1:1',
            },
          ],
          empty: '固有の規則はない。',
        },
      ],
    },
  ],
  others: [
    {
      title: 'NET-3　無線LAN',
      rules: [{ title: '無線LANを暗号化する', levels: ['間隔　１年'], gravity: '指摘' }],
    },
  ],
  shared: [tableSample],
}
