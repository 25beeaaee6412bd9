import { describe, expect, test } from 'vitest'
import { type Books, checkUnder, type Clause } from '../sample/clauses.ts'

const may = {
  number: '第1条',
  force: 'may',
  text: '委託先の倉庫に、バックアップの写しを置くことができる。',
}
const daily = { number: '第2条', force: 'must', text: 'バックアップは、毎日取る。' }
const apart = { number: '第3条', force: 'must', text: '写しは、離れた所に置く。' }
const ban = {
  number: '第4条',
  force: 'must',
  text: 'バックアップを、私物の媒体に取ってはならない。',
}

const books = { kind: 'context', name: '図書システム', owner: 'soumu' }

/** The clause that is quoted of those of a requirement, where the backups have stopped. */
async function quoted(
  clauses: readonly Omit<Clause, 'requirement'>[],
): Promise<string | null | undefined> {
  const report = await checkUnder(
    clauses.map((one) => ({ ...one, requirement: 'BKP-1' })),
    {
      context: {
        ...books,
        backups: [{ id: 'b', of: '貸出しの記録', every: 'P1D', lastTakenOn: '2024-06-01' }],
      },
    },
  )
  const stopped = report.findings.filter(({ rule }) => rule === 'backup.still-taken')
  expect(report.findings.filter(({ rule }) => !rule.includes('backup'))).toEqual([])
  expect(stopped).toHaveLength(1)
  return stopped[0]?.article?.number
}

describe('of the clauses of a requirement', () => {
  test.each([
    ['the only one is quoted', [daily], '第2条'],
    ['the one that is spoken of is quoted', [apart, daily], '第2条'],
    ['one that allows something asks for nothing', [may, daily, apart], '第2条'],
    ['a ban is no ground for what was left undone', [ban, daily], '第2条'],
    [
      'none is quoted where none is spoken of',
      [apart, { ...apart, number: '第5条', text: '写しは、2部作る。' }],
      undefined,
    ],
  ])('%s', async (_, clauses, number) => {
    expect(await quoted(clauses)).toBe(number)
  })
})

/** What each finding of one rule quotes, in a town with some clauses. */
async function quotedBy(
  rule: string,
  clauses: readonly Clause[],
  files: Books,
): Promise<readonly (readonly [string | undefined, string])[]> {
  const report = await checkUnder(clauses, files)
  const found = report.findings.filter((one) => one.rule === rule)
  expect(report.findings.filter(({ class: of }) => of === 'F')).toEqual([])
  expect(found).not.toEqual([])
  return found.map((one) => [one.article?.number ?? undefined, one.severity])
}

describe('a clause of another requirement', () => {
  const consent = {
    number: '第6条',
    requirement: 'OUT-2',
    text: '再委託をさせるときは、始まる前に書面で承諾する。',
  }
  const items = {
    number: '第4条',
    requirement: 'OUT-1',
    text: '委託契約には、秘密の保持、再委託の制限、事故の報告及び資料の返還を定める。',
  }
  const contracts = {
    context: {
      ...books,
      contracts: [
        {
          id: 'typing',
          name: '資料の入力の委託',
          contractor: 'typists',
          subcontractors: [{ organisation: 'other', consent: 'none' }],
        },
      ],
    },
  }

  test.each([
    ['plainly asks for what the rule does', [items, consent], '第6条'],
    ['is quoted where the requirement has no clause', [consent], '第6条'],
    [
      'asks for it in other words',
      [
        { ...items, text: '委託契約には、秘密の保持、事故の報告及び資料の返還を定める。' },
        {
          ...consent,
          text: '受託者が業務の一部を他の者に行わせるときは、あらかじめ書面で承認を受けさせる。',
        },
      ],
      '第6条',
    ],
    ['that only allows it is no ground', [items, { ...consent, force: 'may' }], '第4条'],
    [
      'of something else is none',
      [{ number: '第9条', requirement: 'AST-1', text: '資料は、重要さにより三つに分ける。' }],
      undefined,
    ],
  ])('%s', async (_, clauses, number) => {
    expect(await quotedBy('subcontract.consented', clauses, contracts)).toEqual([[number, 'error']])
  })

  test('does not change how grave a finding is', async () => {
    const mild = [{ ...items, force: 'endeavour' }, consent]
    expect(await quotedBy('subcontract.consented', mild, contracts)).toEqual([['第6条', 'warning']])
  })

  test('is quoted for a comparison of records that has none of its own', async () => {
    const pledges = {
      number: '第7条',
      requirement: 'HUM-3',
      text: '協力者から、従事させる前に誓約書をとり、従事者名簿に載せる。',
    }
    const records = {
      records: {
        kind: 'records',
        counts: [
          {
            id: 'c',
            of: 'pledge',
            what: '協力者の誓約書',
            organisation: 'soumu',
            on: '2025-10-01',
            records: [
              { record: '誓約書の綴り', number: 1, lacks: ['協力者1'] },
              { record: '従事者名簿', number: 2 },
            ],
          },
        ],
      },
      context: books,
    }
    expect(await quotedBy('count.nothing-missing', [pledges], records)).toEqual([
      ['第7条', 'error'],
    ])
  })
})

describe('what a finding about a thing or a text quotes', () => {
  const slips = {
    number: '第8条',
    requirement: 'AST-5',
    text: '閲覧室の利用申込票は、施錠して置き、3か月を過ぎたら廃棄する。',
  }
  const kept = (name: string): Books => ({
    context: { ...books, assets: [{ id: 'slips', name, owner: 'soumu', keepUntil: '2025-06-30' }] },
  })

  test('is a clause of another requirement that names the very thing', async () => {
    expect(
      await quotedBy('asset.kept-too-long', [slips], kept('閲覧室の利用申込票（約300枚）')),
    ).toEqual([['第8条', 'warning']])
  })

  test('is no clause that names another thing', async () => {
    expect(await quotedBy('asset.kept-too-long', [slips], kept('寄贈の図書の一覧'))).toEqual([
      [undefined, 'warning'],
    ])
  })

  const lacking = (title: string, point: string): Books => ({
    context: books,
    procedure: {
      kind: 'procedure',
      id: 'plan',
      title,
      standard: { pack: 'town', edition: '1' },
      inForce: { from: '2024-04-01' },
      complete: false,
      roles: [],
      duties: [],
      lacks: [{ point }],
    },
  })
  const plan = {
    number: '第13条',
    requirement: 'EMG-1',
    text: '緊急時対応計画には、連絡先、証拠の保全及び復旧を定める。',
  }

  test.each([
    ['is the clause on what the text must lay down', '緊急時対応計画', '第13条'],
    ['is no clause on another text', '移動図書館の手順', undefined],
  ])('%s', async (_, title, number) => {
    expect(
      await quotedBy('topic.point-lacking', [plan], lacking(title, 'incident.evidence')),
    ).toEqual([[number, 'warning']])
  })

  const witnesses = {
    number: '第7条',
    requirement: 'PHY-3',
    text: '機器を返すときは、消去証明書を取る。職員2人が立ち会って破壊し、情報を消去したときは、証明書を要しない。',
  }
  const laid = {
    number: '第3条',
    requirement: 'PHY-3',
    text: '機器の返却の手順には、消去を行う者及び確認する者を定める。',
  }

  test.each([
    ['is not the one that only lets something off by it', [witnesses, laid], '第3条'],
    ['is the one that lets something off by it, where there is no other', [witnesses], '第7条'],
  ])('%s', async (_, clauses, number) => {
    expect(
      await quotedBy('topic.point-lacking', clauses, lacking('返却の手順', 'erasure.witness')),
    ).toEqual([[number, 'warning']])
  })

  test('is the clause that the rule points to, not one with more of its words', async () => {
    const erased = {
      context: books,
      records: {
        kind: 'records',
        erasures: [
          {
            covers: { from: '2025-04-01', to: '2025-10-31' },
            entries: [
              {
                id: 'e',
                device: '学校の返却した賃借の機器',
                returnedOn: '2025-05-10',
                method: 'none',
                certificate: 'none',
              },
            ],
          },
        ],
      },
    }
    const kept = {
      ...laid,
      text: '機器の返却の手順には、データの消去を行う者、消去を確認する者及び証明書の保管の期間を定める。',
    }
    const asked = {
      ...witnesses,
      text: '機器を廃棄又は返却するときは、製造番号、消去の方法及び日を記した消去証明書を取る。職員2人が立ち会って記録装置を物理的に破壊し、写真を付けた記録を残すときは、証明書を要しない。',
    }
    const found = await quotedBy('erasure.certified', [kept, asked], erased)
    expect(found.map(([number]) => number)).toEqual(['第7条', '第7条'])
  })

  test('is the clause on the roster, not on the one who wrote it', async () => {
    const others = {
      number: '第10条',
      requirement: 'OUT-2',
      text: '受託者が業務の一部を他の者に行わせるときは、あらかじめ承認を受けさせる。',
    }
    const roster = {
      number: '第11条',
      requirement: 'OUT-1',
      text: '委託契約には、秘密の保持及び従事者の名簿の提出を定める。',
    }
    const counts = {
      context: books,
      records: {
        kind: 'records',
        counts: [
          {
            id: 'c',
            of: 'worker',
            what: '書架の整理の従事者',
            organisation: 'soumu',
            on: '2025-10-01',
            records: [
              { record: '受託者が出した従事者の名簿', number: 4 },
              { record: '入館の記録', number: 7 },
            ],
          },
        ],
      },
    }
    expect(await quotedBy('count.records-agree', [others, roster], counts)).toEqual([
      ['第11条', 'error'],
    ])
  })
})

describe('the only clause of a requirement', () => {
  const erasure = {
    number: '第11条',
    requirement: 'TRM-3',
    text: '館外の端末の画像の消去の方法は、手順に定める。',
  }
  const procedure = (lost: string): Readonly<Record<string, object>> => ({
    context: books,
    procedure: {
      kind: 'procedure',
      id: 'devices',
      title: '端末の手順',
      standard: { pack: 'town', edition: '1' },
      inForce: { from: '2024-04-01' },
      complete: false,
      roles: [{ id: 'staff', name: '係員', organisation: 'soumu' }],
      duties: [
        {
          id: 'erase',
          activity: 'other',
          title: '館外で撮った画像の消去',
          text: '係員は、館外の端末の画像を消去する。',
          requirement: 'TRM-3',
          performers: ['staff'],
        },
        {
          id: 'lost',
          activity: 'other',
          title: lost,
          text: `${lost}を行う。`,
          requirement: 'TRM-3',
          performers: ['staff'],
          frequency: { every: 'P1M' },
        },
      ],
    },
    records: {
      kind: 'records',
      performed: [
        {
          organisation: 'soumu',
          covers: { from: '2025-04-01', to: '2025-10-10' },
          duty: 'lost',
          entries: [],
        },
      ],
    },
  })

  test('is not quoted where it is there for another duty', async () => {
    expect(await quotedBy('duty.cycle-kept', [erasure], procedure('端末の紛失の連絡'))).toEqual([
      [undefined, 'error'],
    ])
  })

  test('is quoted where it has something to do with the duty', async () => {
    expect(await quotedBy('duty.cycle-kept', [erasure], procedure('画像の見届け'))).toEqual([
      ['第11条', 'error'],
    ])
  })
})
