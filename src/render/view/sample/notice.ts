import type { NoticeText } from '../notice.ts'

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
      details: [{ number: '(1)', label: 'いつから', text: '令和８年４月１日' }],
      source: 'notice.yaml:1:1',
    },
  ],
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
