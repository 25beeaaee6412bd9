import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay } from '../../src/calendar/day.ts'
import { joinAnd, joinOr } from '../../src/japanese/list.ts'
import { type ItemStyle, itemNumber, writeKanjiNumber } from '../../src/japanese/numbering.ts'
import {
  type DayStyle,
  writeFiscalYear,
  writeOfficialDay,
  writeOfficialYears,
  yearNumber,
} from '../../src/japanese/official-day.ts'
import { letterEnding, predicateOf, ruleEnding, verbOf } from '../../src/japanese/verb.ts'

const styles: readonly ItemStyle[] = ['parenthesised', 'kanji', 'katakana']
const levels = [0, 1, 2] as const

describe('signs of 号', () => {
  test.each([
    ['parenthesised', '(1) ア (ア)', '(12) シ (シ)'],
    ['kanji', '一 イ (1)', '十二 ヲ (12)'],
    ['katakana', 'ア (ア) ａ', 'シ (シ) ｌ'],
  ] as const)('%s', (style, first, twelfth) => {
    const signs = (count: number): string =>
      levels.map((level) => itemNumber(style, level, count, 'oneDigitFull')).join(' ')
    expect([signs(1), signs(12)]).toEqual([first, twelfth])
  })

  test('full-width digits stand in full-width brackets', () => {
    expect(itemNumber('parenthesised', 0, 12, 'full')).toBe('（１２）')
  })

  test('no two are the same, however many there are', () => {
    for (const style of styles) {
      for (const level of levels) {
        const signs = Array.from({ length: 300 }, (_, at) =>
          itemNumber(style, level, at + 1, 'half'),
        )
        expect(new Set(signs).size).toBe(300)
      }
    }
  })

  test.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [105, '百五'],
    [2340, '二千三百四十'],
  ])('%i is %s', (value, written) => {
    expect(writeKanjiNumber(value)).toBe(written)
  })
})

describe('days', () => {
  const day = (text: string) => parseDay(text) ?? fail(text)
  const fail = (text: string): never => {
    throw new Error(text)
  }
  const style = (more: Partial<DayStyle>): DayStyle => ({
    calendar: 'era',
    width: 'oneDigitFull',
    pads: false,
    ...more,
  })

  test.each([
    ['2026-04-01', {}, '令和８年４月１日'],
    ['2019-04-30', {}, '平成31年４月30日'],
    ['2019-05-01', {}, '令和元年５月１日'],
    ['2026-04-01', { calendar: 'western' }, '2026年４月１日'],
    ['2026-12-01', { calendar: 'both', width: 'half' }, '令和8年（2026年）12月1日'],
    ['2026-04-01', { pads: true }, '令和８年４月１日'],
    ['2026-04-11', { pads: true, width: 'full' }, '令和　８年　４月１１日'],
    ['2026-04-11', { pads: true, width: 'half' }, '令和 8年 4月11日'],
  ] as const)('%s in %j', (text, more, written) => {
    expect(writeOfficialDay(day(text), style(more))).toBe(written)
  })

  test('fiscal years and the years of document numbers', () => {
    const first = day('2026-04-01')
    const calendars = ['era', 'western', 'both'] as const
    expect(calendars.map((calendar) => writeFiscalYear(first, style({ calendar })))).toEqual([
      '令和８年度',
      '2026年度',
      '令和８年度（2026年度）',
    ])
    // 2019 began in 平成, whose last month it was; 1989 had begun when 平成 did.
    expect(['2019-04-01', '1988-04-01'].map((one) => writeFiscalYear(day(one), style({})))).toEqual(
      ['令和元年度', '昭和63年度'],
    )
    expect(calendars.map((calendar) => yearNumber(first, style({ calendar })))).toEqual([
      8, 2026, 8,
    ])
  })
})

describe('what is done', () => {
  test.each([
    ['ユーザIDの点検', 'ユーザIDを点検しなければならない。'],
    ['委託先への説明', '委託先に説明しなければならない。'],
    ['記録媒体の台帳への登録', '記録媒体を台帳に登録しなければならない。'],
    ['ポリシーと手順の見直し', 'ポリシーと手順を見直さなければならない。'],
    ['連絡体制の確かめ', '連絡体制を確かめなければならない。'],
    ['利用者番号の申込み', '利用者番号を申し込まなければならない。'],
    ['全職員の研修', '全職員の研修を行わなければならない。'],
    ['端末使用記録簿の月次の確認', '端末使用記録簿の月次の確認を行わなければならない。'],
    ['監査人からの説明', '監査人からの説明を行わなければならない。'],
    ['自己点検', '自己点検を行わなければならない。'],
  ])('%s', (heading, sentence) => {
    const { object, verb } = predicateOf(heading)
    expect(object + ruleEnding(verb, 'must')).toBe(sentence)
  })

  test('how binding it is, in a rule and in a letter', () => {
    const modalities = ['must', 'should', 'may', 'mustNot'] as const
    const verbs = [predicateOf('IDの点検').verb, verbOf('申込み') ?? predicateOf('').verb]
    expect(verbs.map((verb) => modalities.map((one) => ruleEnding(verb, one)))).toEqual([
      [
        '点検しなければならない。',
        '点検するよう努めなければならない。',
        '点検することができる。',
        '点検してはならない。',
      ],
      [
        '申し込まなければならない。',
        '申し込むよう努めなければならない。',
        '申し込むことができる。',
        '申し込んではならない。',
      ],
    ])
    expect(verbs.map((verb) => modalities.map((one) => letterEnding(verb, one)))).toEqual([
      [
        '点検しなければなりません。',
        '点検するよう努めてください。',
        '点検することができます。',
        '点検してはなりません。',
      ],
      [
        '申し込まなければなりません。',
        '申し込むよう努めてください。',
        '申し込むことができます。',
        '申し込んではなりません。',
      ],
    ])
  })

  test('no heading is lost, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (heading) => {
        const { object, verb } = predicateOf(`${heading}の研修`)
        expect(object + verb.dictionary).toBe(`${heading}の研修を行う`)
      }),
    )
  })
})

test('lists of a rule', () => {
  const lists = [[], ['甲'], ['甲', '乙'], ['甲', '乙', '丙']]
  expect(lists.map(joinAnd)).toEqual(['', '甲', '甲及び乙', '甲、乙及び丙'])
  expect(lists.map(joinOr)).toEqual(['', '甲', '甲又は乙', '甲、乙又は丙'])
})

test('years in a sentence are written as documents write them', () => {
  const written = (calendar: 'era' | 'western') =>
    [
      '2024年4月1日に離れ、2024年度と2019年度に',
      '（2019年4月、2019年5月、2019年10月から2025年まで）',
      '2019年の平成29年度、12024年、2024-04-01',
    ].map((text) => writeOfficialYears(text, { calendar, width: 'half', pads: true }))
  expect(written('era')).toEqual([
    '令和6年4月1日に離れ、令和6年度と令和元年度に',
    '（平成31年4月、令和元年5月、令和元年10月から令和7年まで）',
    '2019年の平成29年度、12024年、2024-04-01',
  ])
  expect(written('western')).toEqual([
    '2024年4月1日に離れ、2024年度と2019年度に',
    '（2019年4月、2019年5月、2019年10月から2025年まで）',
    '2019年の平成29年度、12024年、2024-04-01',
  ])
})
