import type { ArticleText } from '../article.ts'
import type { ProcedureText } from '../procedure/text.ts'

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
          number: '',
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
      name: '利用者ID点検票',
      related: '（第１条関係）',
      fields: [{ label: '所属', value: '', isLong: true }],
    },
  ],
  revisions: [
    { day: '令和８年４月１日', kind: '改正', summary: '…', source: 'procedure.yaml:1:1' },
  ],
}
