import type { ChartEdge, ChartNode, ContactChart } from '../../../src/render/chart/contact-chart.ts'

/** A chart of nothing but the first reporter, with what a test adds. */
export function chartOf(more: Partial<ContactChart> = {}): ContactChart {
  const nodes = more.nodes ?? [nodeOf('mado', '総合窓口課')]
  return {
    title: '障害・侵害時の連絡体制',
    edges: [],
    frames: [],
    firstReporter: nodes[0]?.id ?? '',
    unlisted: [],
    ...more,
    nodes,
  }
}

/** A node with a number for both parts of the day, with what a test adds. */
export function nodeOf(id: string, name: string, more: Partial<ChartNode> = {}): ChartNode {
  const phones = (['day', 'night'] as const).map((band) => ({ band, number: '000-000-0000' }))
  return { id, name, kind: 'internal', phones, ...more }
}

/** Edges as `a>b`, or `a=b` for both ways, by telephone unless a test says otherwise. */
export function edgesOf(lines: readonly string[], means?: string): readonly ChartEdge[] {
  return lines.flatMap((line) => {
    const [from = '', to = ''] = line.split(/[>=]/)
    const by = means === undefined ? {} : { means }
    const out = { from, to, ...by }
    return line.includes('=') ? [out, { from: to, to: from, ...by }] : [out]
  })
}

/** 架空市: thirteen nodes in three departments, contractors, gaps, several means. */
export const thirteen: ContactChart = chartOf({
  nodes: [
    nodeOf('halls', '市民会館（指定管理者による施設）', { kind: 'facility', count: '24施設' }),
    nodeOf('branches', '出張所', { count: '5所属' }),
    nodeOf('shimin', '市民活動推進課', { role: '業務管理者', post: '課長', frame: 'shimin-bu' }),
    nodeOf('shimin-bu', '市民生活部', {
      role: '部等情報セキュリティ責任者',
      post: '部長',
      frame: 'shimin-bu',
    }),
    nodeOf('joho', '情報システム課', {
      role: '統括情報セキュリティ管理者',
      post: '課長',
      frame: 'somu-bu',
    }),
    nodeOf('csirt', '情報セキュリティ緊急対応チーム（CSIRT）', { frame: 'joho' }),
    nodeOf('somu-bu', '総務部', {
      role: '統括情報セキュリティ責任者',
      post: '部長',
      frame: 'somu-bu',
    }),
    nodeOf('koho', '広報広聴課', {
      frame: 'kikaku-bu',
      phones: [{ band: 'day', number: '内線000' }, { band: 'night' }],
    }),
    nodeOf('kikaku-bu', '企画部', {
      role: '副最高情報セキュリティ責任者',
      frame: 'kikaku-bu',
      phones: [{ band: 'day' }, { band: 'night' }],
    }),
    nodeOf('ciso', '副市長', { role: '最高情報セキュリティ責任者（CISO）' }),
    nodeOf('operator', '架空システムズ（運用保守の受託者）', {
      kind: 'external',
      role: '保守責任者',
    }),
    nodeOf('cloud', '架空クラウド（再委託先）', { kind: 'external' }),
    nodeOf('police', '架空警察署 生活安全課', { kind: 'external' }),
  ],
  frames: [
    { id: 'shimin-bu', name: '市民生活部' },
    { id: 'somu-bu', name: '総務部' },
    { id: 'joho', name: '情報システム課', parent: 'somu-bu' },
    { id: 'kikaku-bu', name: '企画部' },
  ],
  edges: [
    ...edgesOf(
      [
        'halls=branches',
        'branches=shimin',
        'shimin=shimin-bu',
        'shimin=operator',
        'operator=cloud',
      ],
      '電話',
    ),
    ...edgesOf(['shimin=joho', 'joho=csirt'], '電話'),
    { from: 'joho', to: 'somu-bu', means: '電話' },
    { from: 'somu-bu', to: 'joho', means: 'メール' },
    ...edgesOf(['somu-bu>ciso', 'csirt>police'], '電話'),
    ...edgesOf(['somu-bu>kikaku-bu', 'kikaku-bu>koho'], 'メール'),
  ],
  goal: 'ciso',
  unlisted: [nodeOf('kyoiku', '生涯学習課', { role: '関わり方 利用', phones: [] })],
})

/** A large city: a desk, departments with sections, each section told by its department. */
export function cityOf(departments: number, sections: number): ContactChart {
  const indexes = (count: number): readonly number[] =>
    Array.from({ length: count }, (_, i) => i + 1)
  const inside = indexes(departments).flatMap((d) => [
    nodeOf(`d${d}`, `架空第${d}部`, {
      role: '部等情報セキュリティ責任者',
      post: '部長',
      frame: `d${d}`,
    }),
    ...indexes(sections).map((s) =>
      nodeOf(`d${d}s${s}`, `第${d}部第${s}課`, {
        role: '情報セキュリティ管理者',
        post: '課長',
        frame: `d${d}`,
      }),
    ),
  ])
  return chartOf({
    nodes: [nodeOf('desk', '情報システム課'), ...inside],
    frames: indexes(departments).map((d) => ({ id: `d${d}`, name: `架空第${d}部` })),
    edges: edgesOf(
      indexes(departments).flatMap((d) => [
        `desk=d${d}`,
        ...indexes(sections).map((s) => `d${d}=d${d}s${s}`),
      ]),
      '電話',
    ),
  })
}
