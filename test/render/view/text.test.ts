import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../../../src/finding/usage-error.ts'
import { conventionsOf, usualConventions } from '../../../src/render/conventions.ts'
import type { DraftItem } from '../../../src/render/view/article.ts'
import { paragraphsOf } from '../../../src/render/view/long-text.ts'
import { rolesText } from '../../../src/render/view/roles.ts'
import { procedureText } from '../../../src/render/view/procedure/text.ts'
import { styleOf } from '../../../src/render/view/style.ts'
import { procedureOf, townDossier, withConventions } from './town.ts'

describe('a text of several lines', () => {
  const outline = (text: string) =>
    paragraphsOf(text, 'a.yaml:1:1').map(({ text: own, items }) => [own, ...items.map(itemOf)])
  const itemOf = ({ text, items }: DraftItem): unknown =>
    items.length === 0 ? text : [text, ...items.map(itemOf)]

  test.each([
    ['一つの文。', [['一つの文。']]],
    ['一つの文が\n  二行にわたる。', [['一つの文が二行にわたる。']]],
    ['第一の項。\n2 第二の項。\n３　第三の項。', [['第一の項。'], ['第二の項。'], ['第三の項。']]],
    ['次のとおり。\n(1) 甲\n（２）乙\n③ 丙', [['次のとおり。', '甲', '乙', '丙']]],
    ['次のとおり。\n一 甲\n二　乙', [['次のとおり。', '甲', '乙']]],
    ['次のとおり。\n・甲\n・乙', [['次のとおり。', '甲', '乙']]],
    ['次のとおり。\nア 甲\nイ 乙', [['次のとおり。', '甲', '乙']]],
    ['次のとおり。\n(1) 甲\nア 子\n(イ) 丑\n(2) 乙', [['次のとおり。', ['甲', '子', '丑'], '乙']]],
    [
      '次のとおり。\n(1) 甲\n次項。\n(1) 乙',
      [
        ['次のとおり。', '甲'],
        ['次項。', '乙'],
      ],
    ],
    ['次のとおり。\r\n\r\n(1) 甲\r\n', [['次のとおり。', '甲']]],
    ['一人に一つとする。\nア行の名は除く。', [['一人に一つとする。'], ['ア行の名は除く。']]],
  ])('%j', (text, expected) => {
    expect(outline(text)).toEqual(expected)
  })

  test('no word is lost', () => {
    const line = fc.stringMatching(/^[あ-ん。]{1,12}$/)
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        expect(outline(lines.join('\n')).flat(3).join('')).toBe(lines.join(''))
      }),
    )
  })
})

describe('a reference in a text', () => {
  const said = async (reference: string) => {
    const dossier = await townDossier((_, text) => text.replace('{{ref "asset"}}', reference))
    const style = styleOf(usualConventions)
    const text = procedureText({ dossier, procedure: procedureOf(dossier), style })
    const articles = text.chapters.flatMap(({ sections }) =>
      sections.flatMap((one) => one.articles),
    )
    return articles.find(({ id }) => id === 'duty:review')?.paragraphs[0]?.text
  }
  const sentence = (number: string) =>
    `利用係の長は、利用者IDを名簿と見比べる。ただし、${number}の台帳にないものを除く。`

  test.each(['{{ref "asset"}}', '{{ ref "duty:asset" }}', "{{ref 'asset'}}", '{{ref “asset”}}'])(
    '%s is the number of its article',
    async (reference) => {
      expect(await said(reference)).toBe(sentence('第８条'))
    },
  )

  test.each([
    [
      '{{ref "aset"}}',
      '条文の参照「{{ref "aset"}}」に当たる条がありません。',
      '「asset」の誤りではありませんか。',
    ],
    [
      '{{ref "password-of-nobody"}}',
      '条文の参照「{{ref "password-of-nobody"}}」に当たる条がありません。',
      '同じ実施手順にある担当業務や規定の ID を書いてください。',
    ],
  ])('%s leads nowhere, and is told where it stands', async (reference, message, hint) => {
    const thrown: unknown = await said(reference).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(UsageError)
    expect(thrown).toMatchObject({
      message,
      hint,
      location: { path: 'town/procedure.yaml', start: { line: 46, column: 11 } },
    })
  })

  test('one that could mean two is refused with both', async () => {
    const dossier = await townDossier((_, text) =>
      text.replace('{{ref "asset"}}', '{{ref "review"}}').replace('id: backup,', 'id: review,'),
    )
    const style = styleOf(usualConventions)
    const make = () => procedureText({ dossier, procedure: procedureOf(dossier), style })
    expect(make).toThrow('条文の参照「{{ref "review"}}」に当たる条が、二つ以上あります。')
  })

  test('anything else in braces stays text', async () => {
    expect(await said('{{title}}{{#each x}}')).toBe(sentence('{{title}}{{#each x}}'))
  })
})

describe('conventions', () => {
  test('what is not written is as usual', async () => {
    const { municipality } = await townDossier(withConventions('{ comparison: { added: なし } }'))
    expect(conventionsOf(municipality)).toEqual({
      ...usualConventions,
      comparison: { ...usualConventions.comparison, added: 'なし' },
    })
  })

  test.each([
    ['senderTitle', '{職}', '使えるのは {組織} です。'],
    ['documentNumber', '情{年}第{数}号', '使えるのは {年}、{番号} です。'],
  ])('a word that %s does not know is told at its place', async (name, pattern, hint) => {
    const { municipality } = await townDossier(withConventions(`{ ${name}: "${pattern}" }`))
    let thrown: unknown
    try {
      conventionsOf(municipality)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(UsageError)
    expect(thrown).toMatchObject({ hint, location: { path: 'town/municipality.yaml' } })
  })
})

describe('the article of a duty without a text of its own', () => {
  const log = 'performers: [gyosha]\n    frequency: { every: P1M }'
  const logArticle = async (facts: string, context = '') => {
    const dossier = await townDossier((path, text) =>
      path.endsWith('context.yaml') ? text + context : text.replace(log, facts),
    )
    const style = styleOf(usualConventions)
    const text = procedureText({ dossier, procedure: procedureOf(dossier), style })
    const articles = text.chapters.flatMap(({ sections }) =>
      sections.flatMap((one) => one.articles),
    )
    return articles
      .find(({ id }) => id === 'duty:log')
      ?.paragraphs.map(({ text: words }) => words)
      .slice(0, 2)
  }

  test('says once in which months it is done', async () => {
    const twice =
      'performers: [gyosha]\n    frequency: { every: P6M }\n    timing: { months: [5, 11] }'
    expect(await logArticle(twice)).toEqual([
      '保守業者は、毎年度５月及び11月に、自動処理により、ログを分析し、ログ点検表に記録しなければならない。',
      '保守業者は、前項の業務を行ったときは、その結果を５日以内に情報システム管理者へ報告しなければならない。',
    ])
  })

  test.each([
    ['a control of the context', 'web-filter', '閲覧の制限について、'],
    ['a word of the pack', 'webFilter', '閲覧の制限について、'],
    ['words', '外部サイトの遮断', '外部サイトの遮断について、'],
    ['an id that nothing explains', 'unknown-1', ''],
  ])('calls the target by its name: %s', async (_, target, words) => {
    const controls = '\ncontrols: [{ id: web-filter, control: webFilter, overridable: true }]\n'
    const [sentence] = (await logArticle(`target: ${target}\n    ${log}`, controls)) ?? []
    expect(sentence).toBe(
      `保守業者は、毎月、${words}自動処理により、ログを分析し、ログ点検表に記録しなければならない。`,
    )
  })
})

test('records stand in the order of the articles that name them, forms in that of their numbers', async () => {
  const dossier = await townDossier()
  const style = styleOf(usualConventions)
  const text = procedureText({ dossier, procedure: procedureOf(dossier), style })
  const numbers = (words: readonly string[]) =>
    words.map((one) => Number(/第?(\d+)[条号]?/.exec(one.normalize('NFKC'))?.[1]))
  const shown = [
    text.records.map(({ articles }) => articles),
    text.forms.map(({ number }) => number),
  ]
  for (const one of shown.map(numbers)) expect(one).toEqual([...one].sort((a, b) => a - b))
})

test('what holds for a while only, or from later on, stands in the 附則 by the numbers of its articles', async () => {
  const dossier = await townDossier()
  const style = styleOf(usualConventions)
  const text = procedureText({ dossier, procedure: procedureOf(dossier), style })
  const articles = text.chapters.flatMap(({ sections }) => sections.flatMap((one) => one.articles))
  const numberOf = (id: string) => articles.find((one) => one.id === id)?.number
  expect(
    text.supplements.at(-1)?.paragraphs.map(({ number, text: words }) => number + words),
  ).toEqual([
    '１この改正は、令和８年４月１日から施行する。',
    `２${numberOf('duty:review')}の規定は、令和８年５月１日から適用する。`,
    `３${numberOf('duty:log')}に定める業務は、機器の入替えのため、令和８年８月１日から令和８年８月31日まで休止する。`,
  ])
  const inArticles = articles.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text))
  expect(inArticles.filter((one) => /から適用する|休止する/.test(one))).toEqual([])
})

test('two roles of one name are told apart by their posts', async () => {
  const dossier = await townDossier((path, text) =>
    path.includes('procedure.yaml')
      ? text.replace(
          '\nroles:\n',
          '\nroles:\n  - { id: first, canonical: ciso, name: 責任者, post: 村長, organisation: soumu }\n  - { id: second, canonical: head, name: 責任者, post: 課長, organisation: soumu }\n',
        )
      : text,
  )
  const style = styleOf(usualConventions)
  const { tables, roles } = rolesText({ dossier, procedure: procedureOf(dossier), style })
  const told = ['責任者（村長）', '責任者（総務課長）']
  expect(roles.slice(0, 2).map(({ name }) => name)).toEqual(told)
  expect(tables[0]?.roles.slice(0, 2).map(({ name }) => name)).toEqual(told)
})
