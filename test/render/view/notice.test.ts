import { describe, expect, test } from 'vitest'
import { conventionsOf } from '../../../src/render/conventions.ts'
import { addresseesIn } from '../../../src/render/view/notice/addressee.ts'
import { noticeText } from '../../../src/render/view/notice.ts'
import { styleOf } from '../../../src/render/view/style.ts'
import { townDossier } from './town.ts'

/** The letters of the village's notice, with what a test writes into it. */
async function letters(edit: (notice: string) => string) {
  const dossier = await townDossier((path, text) => (path.includes('notice') ? edit(text) : text))
  const style = styleOf(conventionsOf(dossier.municipality))
  return dossier.notices.flatMap((notice) =>
    addresseesIn(notice, style).map((addressee) => ({
      id: addressee.id,
      ...noticeText(notice, addressee, style),
    })),
  )
}

const binding = /なければなりません/

describe('whom a notice is sent to', () => {
  const ids = async (edit: (notice: string) => string) => (await letters(edit)).map(({ id }) => id)

  test('each organisation that holds an addressed role', async () => {
    expect(await ids((text) => text)).toEqual(['mado', 'eki'])
  })

  test('the organisation it is made out to, and it alone', async () => {
    expect(await ids((text) => text.replace('issuer:', 'to: eki\nissuer:'))).toEqual(['eki'])
  })

  test('each member of the group it is made out to', async () => {
    expect(await ids((text) => text.replace('issuer:', 'to: users\nissuer:'))).toEqual([
      'mado',
      'eki',
    ])
  })

  test('the group too, where it lists only some, and no member twice about the same', async () => {
    const dossier = await townDossier((path, text) => {
      if (path.endsWith('/municipality.yaml')) return text.replace('known: all', 'known: sample')
      if (!path.includes('notice')) return text
      const own = text.replace('issuer:', 'to: eki\nissuer:').replace('id: change-2026', 'id: own')
      return `${text.replace('issuer:', 'to: users\nissuer:')}---\n${own}`
    })
    const style = styleOf(conventionsOf(dossier.municipality))
    const written = dossier.notices.map((notice) => [
      notice.key,
      addresseesIn(notice, style).map(({ lines }) => lines[0]),
    ])
    expect(written).toEqual([
      ['change-2026', ['住民課窓口係長　様', '利用する係　各位']],
      ['own', ['駅前出張所長　様']],
    ])
  })

  test('by the post that its members have, where nobody knows what its head is called', async () => {
    const dossier = await townDossier((path, text) => {
      if (path.endsWith('/municipality.yaml'))
        return text.replace('name: 駅前出張所', 'name: 駅前クラブ')
      return path.endsWith('/procedure.yaml')
        ? text.replace('post: 係の長', 'post: クラブの主任')
        : text
    })
    const style = styleOf(conventionsOf(dossier.municipality))
    const lines = dossier.notices.flatMap((notice) =>
      addresseesIn(notice, style).map(({ lines: [line] }) => line),
    )
    expect(lines).toEqual(['住民課窓口係長　様', '駅前クラブの主任　様'])
  })

  test('those it was handed to, where it addresses no role', async () => {
    expect(await ids((text) => text.replaceAll(/ *addressee: kakari,?\n?/g, ''))).toEqual([
      'mado',
      'eki',
    ])
  })

  test('a circle of people, where it is handed to nobody yet', async () => {
    const edit = (text: string) =>
      text
        .replace(/statements:[^]*?(?=confirmations:)/, 'audience: allStaff\n')
        .replace(/confirmations:[^]*$/, '')
    const [letter, ...others] = await letters(edit)
    expect(others).toEqual([])
    expect(letter).toMatchObject({ addressee: ['全職員　各位'], items: [], hasReceipt: false })
  })
})

describe('what has to be done', () => {
  const lines = async (edit: (notice: string) => string) =>
    (await letters(edit))[0]?.items[0]?.lines

  test('is said to have to be done, though the notice says it can be', async () => {
    expect(await lines((text) => text)).toEqual([
      '利用係の長は、毎年度５月及び11月の20日までに、利用者IDを点検し、ID点検票に記録しなければなりません。',
      '利用する係で、利用者IDの点検ができます。',
    ])
  })

  test('is not said twice', async () => {
    const own = '利用係の長は、点検しなければなりません。'
    expect(await lines((text) => text.replace(/text: 利用する係.*/, `text: ${own}`))).toEqual([own])
  })

  test('is not asked of those who no longer do it', async () => {
    const [letter] = await letters((text) =>
      text.replace('modality: may', 'modality: information\n    effect: lost'),
    )
    expect(letter?.items[0]?.lines.join('')).not.toMatch(binding)
    expect(letter?.receipt.rows).toEqual([])
  })
})

test('a text that nobody reads to its end stands sentence by sentence', async () => {
  const quoted = '「点検する。報告する。」と定めています（第３条。以下同じ。）。'
  const text = [
    quoted,
    ...Array.from({ length: 8 }, () => '利用係の長は、毎年点検しなければなりません。'),
  ]
  const [letter] = await letters((notice) =>
    notice.replace(/text: 利用する係.*/, `text: ${text.join('')}`),
  )
  expect(letter?.items[0]?.lines).toEqual(text)
})

test('the day by which an answer is wanted stands in the letter', async () => {
  const [letter] = await letters((text) => text.replace('issuer:', 'replyBy: 2026-04-10\nissuer:'))
  expect(letter?.body.at(-1)).toBe(
    '内容を確認の上、受領確認票に担当する職と実施時期を記入し、令和８年４月10日までに総務課長へ提出してください。',
  )
})

test('how a duty is concerned is said once, in the words of the notice or below them', async () => {
  const details = async (text: string) =>
    (
      await letters((notice) =>
        notice
          .replace('duty: review', `duty: review\n    effect: gained\n    text: ${text}`)
          .replace(/\n *text: 利用する係[^\n]*/, ''),
      )
    )[0]?.items[0]?.details
      .map(({ label, text: words }) => `${label} ${words}`)
      .slice(0, 2)
  expect(await details('利用者IDを点検してください。')).toEqual([
    '影響 新たに担う業務です。',
    '最初の期限 令和８年５月20日まで',
  ])
  expect((await details('新たに担う業務です。利用者IDを点検してください。'))?.[0]).toBe(
    '最初の期限 令和８年５月20日まで',
  )
})

test('a letter whose day of reply nobody has set says so until it is sent', async () => {
  const asked = async (edit: (text: string) => string) => (await letters(edit))[0]?.body.at(-1)
  const [request, answer] = [
    '受領確認票に担当する職と実施時期を記入し、',
    '総務課長へ提出してください。',
  ]
  const unsent = await asked((text) => text.replace(/^deliveries:\n(?:[ #].*\n)*/m, ''))
  expect(unsent).toContain(`${request}【回答期限未登録】までに${answer}`)
  expect(await asked((text) => text)).toContain(`${request}${answer}`)
})

test('what changes in a duty stands in a table, each as it was and as it is', async () => {
  const [letter] = await letters((text) => text)
  const [item] = letter?.items ?? []
  expect(item?.changes[0]).toEqual({
    label: '担当する者',
    before: '情報システム管理者',
    after: '利用係の長及び情報システム管理者',
  })
  expect(item?.changeCount).toBe(String(item?.changes.length))
  expect(letter?.hasComparison).toBe(true)
})
