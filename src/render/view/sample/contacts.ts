import type { ContactsText } from '../contacts.ts'

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
      widths: ['6', '34', '24', '18', '18'],
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
          source: 'procedure.yaml:1:1',
        },
      ],
      edges: [{ from: '各図書館', to: '情報政策課', means: '電話', source: 'procedure.yaml:1:1' }],
      unlisted: [{ organisation: '青葉システムズ（架空の事業者）', relation: '保守' }],
      source: 'procedure.yaml:1:1',
    },
  ],
}
