import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { wideSpace } from '../../../src/japanese/width.ts'
import type { WrittenDossier } from '../../../src/model/dossier.ts'
import { usualConventions } from '../../../src/render/conventions.ts'
import { align } from '../../../src/render/view/comparison/align.ts'
import {
  type ComparisonText,
  comparisonText,
  type LineText,
} from '../../../src/render/view/comparison/text.ts'
import { diffLine } from '../../../src/render/view/comparison/word-diff.ts'
import { type ProcedureText, procedureText } from '../../../src/render/view/procedure/text.ts'
import { styleOf } from '../../../src/render/view/style.ts'
import { dossiersIn } from './dossiers.ts'

const style = styleOf(usualConventions)
const sentence = fc.stringMatching(/^[管理者は毎月年度に点検を行、。0-9]{0,30}$/)
const textOf = (pieces: readonly { text: string }[]): string =>
  pieces.map(({ text }) => text).join('')

describe('the words of two lines', () => {
  test.each([
    ['第12条', '第13条', '第[12]条', '第[13]条'],
    [
      '責任者は、確保しなければならない。',
      '責任者は、確実に実施しなければならない。',
      '責任者は、[確保]しなければならない。',
      '責任者は、[確実に実施]しなければならない。',
    ],
    ['毎月、点検する。', '毎月、点検する。', '毎月、点検する。', '毎月、点検する。'],
    ['', '新しい文。', '', '[新しい文。]'],
  ])('%s → %s', (before, after, ...shown) => {
    const diff = diffLine(before, after)
    const marked = [diff.before, diff.after].map((pieces) =>
      pieces.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join(''),
    )
    expect(marked).toEqual(shown)
  })

  test('none is lost, and none is marked where nothing differs', () => {
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const diff = diffLine(before, after)
        expect([textOf(diff.before), textOf(diff.after)]).toEqual([before, after])
        const isMarked = [...diff.before, ...diff.after].some(({ isChanged }) => isChanged)
        expect(isMarked).toBe(before !== after)
      }),
    )
  })

  test('two long texts without a word in common are marked whole', () => {
    const [before, after] = ['点検する。'.repeat(300), '報告書を、'.repeat(300)]
    expect(diffLine(before, after)).toEqual({
      before: [{ text: before, isChanged: true }],
      after: [{ text: after, isChanged: true }],
    })
  })
})

describe('paragraphs side by side', () => {
  const lists = fc.array(sentence, { maxLength: 8 })
  const pairsOf = (before: readonly string[], after: readonly string[]) =>
    align(before, after, (text) => text)

  test('every one stands once, in its order', () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const pairs = pairsOf(before, after)
        expect(pairs.flatMap((pair) => pair.before ?? [])).toEqual(before)
        expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual(after)
      }),
    )
  })

  test('a list stands beside itself', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(pairsOf(list, list)).toEqual(list.map((one) => ({ before: one, after: one })))
      }),
    )
  })

  test('one put in between is new and the others stay together', () => {
    const list = ['管理者は、毎月、点検する。', '結果は、報告する。', '記録は、三年残す。']
    const added = '利用者は、名簿を出す。'
    const [first = '', ...others] = list
    expect(pairsOf(list, [first, added, ...others])).toEqual([
      { before: first, after: first },
      { before: undefined, after: added },
      ...others.map((one) => ({ before: one, after: one })),
    ])
  })

  test('more paragraphs than anybody would weigh are taken in order', () => {
    const many = Array.from({ length: 250 }, (_, at) => `前${at}`)
    const other = Array.from({ length: 251 }, (_, at) => `後${at}`)
    const pairs = pairsOf(many, other)
    expect(pairs[7]).toEqual({ before: '前7', after: '後7' })
    expect(pairs).toHaveLength(251)
  })
})

describe('two editions', () => {
  let texts: readonly ProcedureText[] = []
  let remedied: readonly ProcedureText[] = []

  beforeAll(async () => {
    const read = (dossiers: readonly WrittenDossier[]) =>
      dossiers.flatMap((dossier) =>
        dossier.procedures.map((procedure) => procedureText({ dossier, procedure, style })),
      )
    texts = read(await dossiersIn('procedures'))
    remedied = read(await dossiersIn('examples/remedied'))
  }, 60_000)

  test('a procedure does not differ from itself', () => {
    for (const text of texts) {
      const { rows, isSame } = comparisonText(text, text, style)
      expect(isSame).toBe(true)
      const parts = [
        '目次',
        numbersOf(text),
        ...text.supplements.map(({ heading }) => heading),
        ...(text.records.length > 0 ? ['別表'] : []),
        ...text.forms.map(({ number, related }) => `${number}${related}`),
      ]
      expect(rows.map(({ left }) => left.map(shown))).toEqual(
        parts.map((part) => [`${part}${wideSpace}（略）`]),
      )
    }
  })

  test('every article of both stands in the table once', () => {
    for (const [at, after] of remedied.entries()) {
      const before = texts[at] ?? after
      const { rows } = comparisonText(before, after, style)
      const side = (own: 'left' | 'right') =>
        rows.flatMap((row) => row[own].filter(({ isArticle }) => isArticle).flatMap(articlesIn))
      expect(side('left')).toEqual(articleNumbers(after))
      expect([...side('right')].sort()).toEqual([...articleNumbers(before)].sort())
    }
  })

  test('the other way round, the sides change places', () => {
    const mirrored = styleOf({
      ...usualConventions,
      comparison: {
        ...usualConventions.comparison,
        order: 'beforeFirst',
        added: '（削る）',
        removed: '（新設）',
      },
    })
    for (const [at, after] of remedied.entries()) {
      const before = texts[at] ?? after
      const there = comparisonText(before, after, style)
      const back = comparisonText(after, before, mirrored)
      expect(words(back, 'left')).toEqual(words(there, 'left'))
      expect(words(back, 'right')).toEqual(words(there, 'right'))
    }
  })

  test('an article is found again under the id it has now', () => {
    const [text] = texts
    if (!text) throw new Error('no procedure')
    const renamed: ProcedureText = JSON.parse(
      JSON.stringify(text).replaceAll('duty:account-review', 'duty:renamed'),
    ) as ProcedureText
    const ids = new Map([['duty:account-review', 'duty:renamed']])
    expect(comparisonText(text, renamed, style, ids).isSame).toBe(true)
    expect(comparisonText(text, renamed, style).isSame).toBe(false)
  })
})

/** All lines of one side and whether they are marked, in no order: what fell out stands where it stood. */
function words({ rows }: ComparisonText, side: 'left' | 'right'): readonly string[] {
  const lines = rows.flatMap((row) => row[side])
  return lines
    .map(({ number, isNumberChanged, pieces }) => {
      const isMarked = pieces.some(({ isChanged }) => isChanged)
      return JSON.stringify([number, isNumberChanged, textOf(pieces), isMarked])
    })
    .sort()
}

function shown({ number, isNumberChanged, pieces }: LineText): string {
  const text = pieces.map(({ text: word, isChanged }) => (isChanged ? `[${word}]` : word)).join('')
  return `${isNumberChanged ? `[${number}]` : number}${wideSpace}${text}`
}

function articleNumbers({ chapters }: ProcedureText): readonly string[] {
  return chapters.flatMap(({ sections }) =>
    sections.flatMap(({ articles }) => articles.map(({ number }) => number)),
  )
}

function numbersOf(text: ProcedureText): string {
  const numbers = articleNumbers(text)
  return `${numbers[0] ?? ''}から${numbers.at(-1) ?? ''}まで`
}

/** 第３条から第５条まで → 第３条, 第４条, 第５条 */
function articlesIn({ number }: LineText): readonly string[] {
  const [first = 0, last = first] = [...number.normalize('NFKC').matchAll(/第(\d+)条/g)].map(
    ([, digits]) => Number(digits),
  )
  return Array.from({ length: last - first + 1 }, (_, at) => style.counted('第', first + at, '条'))
}
