import {
  cellStates,
  type Coverage,
  type CoverageCell,
  type CoverageClause,
  type CoveredSystem,
} from '../../src/finding/coverage.ts'

const location = {
  path: 'procedures/aoba-city/library/procedure.yaml',
  start: { line: 12, column: 5 },
  end: { line: 12, column: 20 },
}
const nothing = { because: null, kept: [], broken: [], excepted: [], cannotJudge: [] } as const

const library = 'aoba-city/library'
const museum = 'aoba-city/museum'

const finding = {
  rule: 'duty.periodic-complete',
  fingerprint: '0123456789abcdef',
  severity: 'error',
  label: '指摘',
  message: '「ログの分析」は毎月行う業務ですが、何に記録するのか書かれていません。',
  location,
} as const

const kept = (system: string): CoverageCell => ({
  ...nothing,
  system,
  state: 'kept',
  kept: [1, 2, 3].map((line) => ({
    rule: 'acc.review-cycle',
    label: '担当業務「利用者IDの点検」の「頻度」',
    location: { ...location, start: { line, column: 5 } },
  })),
})

const clause = (
  requirement: string,
  title: string,
  area: string,
  cells: readonly CoverageCell[],
): CoverageClause => ({
  requirement,
  title,
  area,
  text: `${title}について定める。`,
  mandatory: requirement === 'ORG-2',
  articles: [{ pack: 'aoba-city', document: '対策基準', number: '第5条', text: '整える。' }],
  cells,
})

const counts = (cells: readonly CoverageCell[]): CoveredSystem['counts'] =>
  Object.fromEntries(
    cellStates.map((state) => [state, cells.filter((cell) => cell.state === state).length]),
  ) as unknown as CoveredSystem['counts']

const clauses: readonly CoverageClause[] = [
  clause('ORG-2', '連絡体制', '1 組織体制', [
    { ...nothing, system: library, state: 'noRule' },
    { ...nothing, system: museum, state: 'noRule' },
  ]),
  clause('LOG-2', 'ログの分析', '6.1 コンピュータ及びネットワークの管理', [
    { ...nothing, system: library, state: 'broken', broken: [finding] },
    {
      ...nothing,
      system: museum,
      state: 'excepted',
      excepted: [{ rule: finding.rule, exception: 'analysis', expires: '2026-03-31', location }],
    },
  ]),
  clause('ACC-2', '利用されていないIDの点検', '6.2 アクセス制御', [kept(library), kept(museum)]),
  clause('ACC-4', '外部からの接続', '6.2 アクセス制御', [
    {
      ...nothing,
      system: library,
      state: 'cannotJudge',
      cannotJudge: [
        {
          rule: 'topic.present',
          element: '',
          reason: 'missing',
          missing: [{ kind: 'context', path: 'traits' }],
        },
      ],
    },
    { ...nothing, system: museum, state: 'notApplicable', because: 'condition' },
  ]),
]

const systems = [
  { system: library, name: '図書館予約システム' },
  { system: museum, name: '博物館収蔵品管理システム' },
].map(({ system, name }, index): CoveredSystem => {
  const cells = clauses.flatMap((one) => one.cells[index] ?? [])
  return {
    system,
    name,
    asOf: '2025-10-10',
    kind: 'system',
    standard: {
      pack: 'aoba-city',
      name: '青葉市情報セキュリティ対策基準',
      edition: '2024',
      guideline: { name: 'ガイドライン', edition: '2023-03' },
      rules: { count: 100, digest: '0123456789abcdef'.repeat(4) },
    },
    owner: index === 0 ? { id: 'joho', name: '情報政策課' } : null,
    traits: index === 0 ? [{ id: 'data.personal', name: '個人情報を扱う' }] : null,
    counts: counts(cells),
    withoutClause: { broken: index, cannotJudge: 0 },
  }
})

/** Two invented systems with a cell in every state. */
export const libraryCoverage: Coverage = {
  format: 'policy-lint/coverage.v1',
  asOf: '2025-10-10',
  ranOn: '2026-04-02',
  tool: { name: 'policy-lint', version: '0.1.0' },
  municipalities: [{ id: 'aoba-city', name: '青葉市（架空）' }],
  paths: ['procedures/aoba-city'],
  commit: { id: '89abcdef'.repeat(5), isModified: true },
  systems,
  areas: [
    { area: '1 組織体制', counts: counts(clauses[0]?.cells ?? []) },
    {
      area: '6.1 コンピュータ及びネットワークの管理',
      counts: counts(clauses[1]?.cells ?? []),
    },
    { area: '6.2 アクセス制御', counts: counts(clauses.slice(2).flatMap(({ cells }) => cells)) },
  ],
  clauses,
  viewpoints: [
    {
      pack: 'aoba-city',
      name: '青葉市情報セキュリティ対策基準',
      systems: [library, museum],
      rows: [
        {
          risk: 'モニタリングが有効に働かず、重大なインシデントを見逃すリスク',
          id: 'logs',
          text: 'ログが取得され、定期に分析されているか',
          results: [
            {
              system: library,
              findings: [{ ...finding, requirement: 'LOG-2' }],
              cannotJudge: [],
              requirements: ['LOG-2'],
            },
            { system: museum, findings: [], cannotJudge: [], requirements: ['LOG-2'] },
          ],
        },
        {
          risk: 'モニタリングが有効に働かず、重大なインシデントを見逃すリスク',
          id: 'remote',
          text: '外部からの接続が適切に管理されているか',
          results: [
            { system: library, findings: [], cannotJudge: ['ACC-4'], requirements: ['ACC-4'] },
            { system: museum, findings: [], cannotJudge: [], requirements: [] },
          ],
        },
      ],
    },
  ],
  unread: [],
}
