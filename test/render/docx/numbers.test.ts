import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, ParagraphStyle } from '../../../src/render/document.ts'
import { writeDocx } from '../../../src/render/docx/write.ts'
import { plainText } from '../../../src/render/vocabulary/inline.ts'
import { ofBlocks } from '../sample/blank.ts'
import { sampleDocument } from '../sample/view.ts'
import { paragraphsOf } from './word.ts'

test('Word counts to the very numbers that were written', async () => {
  const document = await sampleDocument()
  const shown = await paragraphsOf(await writeDocx(document))
  const numbers = shown.filter(({ style }) => /^(?:Heading2|PLko1|PLko|PLgo|PLiroha)$/.test(style))
  expect(numbers.map(({ style, number, text }) => [style, number, text.slice(0, 6)])).toEqual([
    ['Heading2', '第１章　', '総則'],
    ['PLko1', '第１条　', 'この手順は、'],
    ['PLgo', '(１)　', '利用者の情報'],
    ['PLgo', '(２)　', '職員の情報'],
    ['PLiroha', 'ア　', '氏名'],
    ['PLiroha', 'イ　', '所属'],
    ['PLko', '２　', '前項に定める'],
    ['Heading2', '第２章　', '利用者の管理'],
    ['PLko1', '第２条　', '情報管理担当'],
    ['PLgo', '(１)　', '異動した者'],
    ['PLko', '２　', '結果を記録す'],
    ['PLko', '３　', '結果を報告す'],
    ['Heading2', '', '別表'],
  ])
})

const style = fc.constantFrom<ParagraphStyle>(
  'ko1',
  'ko',
  'go',
  'iroha',
  'iroha2',
  'num1',
  'num2',
  'num3',
)
const number = fc.oneof(
  fc.nat(12).map((value) => `第${full(value)}条`),
  fc.nat(12).map((value) => `第${value}条`),
  fc.nat(30).map(full),
  fc.nat(9).map((value) => `(${value})`),
  fc.constantFrom(
    'ア',
    'イ',
    'ウ',
    'ロ',
    'ハ',
    '(ア)',
    '(イ)',
    '①',
    '②',
    'a',
    'b',
    '第３条の２',
    '(１)の２',
    '１０％',
    '%1',
    '',
    '第一',
    '．',
    '0',
    '０１',
    '第１条第２項',
  ),
)

test('whatever the numbers and their order, nothing but what was written is shown', async () => {
  const paragraph = fc.record({ style, number, gap: fc.constantFrom('　', ' ', '') })
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { maxLength: 12 }), async (paragraphs) => {
      const blocks = paragraphs.map(({ style: one, number: written, gap }): Block => ({
        type: 'paragraph',
        style: one,
        pageBreak: false,
        missing: false,
        content: [
          { type: 'marked', mark: 'num', content: [{ type: 'text', text: written }] },
          { type: 'text', text: `${gap}本文` },
        ],
      }))
      const shown = await paragraphsOf(await writeDocx(ofBlocks('番号', blocks)))
      const expected = blocks.map((block) => ('content' in block ? plainText(block.content) : ''))
      expect(shown.map((one) => one.number + one.text)).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

function full(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
}
