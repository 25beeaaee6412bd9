import fc from 'fast-check'
import Handlebars from 'handlebars'
import { expect, test } from 'vitest'
import type { ViewGroup } from '../../../src/render/view.ts'
import { tryTemplate } from './read.ts'

const view: ViewGroup = {
  title: '実施手順',
  empty: '',
  yes: true,
  no: false,
  none: [],
  lines: ['一', '二', '三'],
  place: { name: '図書館', head: { name: '館長' } },
  rows: [
    { name: '点検', items: [{ name: 'ア' }, { name: 'イ' }], last: true },
    { name: '報告', items: [], last: false },
  ],
}

/** Pieces of templates that read right at the top of the view, or in an entry of `rows`. */
const { piece } = fc.letrec<{ piece: string; entry: string }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      '文',
      ' \n ',
      '{{title}}',
      '{{this.title}}',
      '{{./title}}',
      '{{place.head.name}}',
      '{{place/name}}',
      '{{! 注 }}',
      '{{!-- {{注}} --}}',
      '{{empty}}',
      '{{> part place}}',
      '{{> part name="名"}}',
      '{{> part place name=title}}',
      '{{~title~}}',
      '\\{{title}}',
    ),
    joined('{{#if yes}}', tie('piece'), '{{else}}', tie('piece'), '{{/if}}'),
    joined('{{#if none}}', tie('piece'), '{{else if title}}', tie('piece'), '{{/if}}'),
    joined('{{#unless empty}}', tie('piece'), '{{/unless}}'),
    joined('{{^if no}}', tie('piece'), '{{/if}}'),
    joined('\n  {{#each rows}}\n', tie('entry'), '\n{{else}}', tie('piece'), '{{/each}}\n'),
    joined('{{#each rows as |row n|}}{{n}}{{row.name}}', tie('entry'), '{{/each}}'),
    joined('{{#each none}}', tie('entry'), '{{else}}', tie('piece'), '{{/each}}'),
    joined(
      '{{#each lines}}{{this}}{{@index}}{{#if @last}}',
      tie('entry').map(() => '。'),
      '{{/if}}{{/each}}',
    ),
    joined(
      '{{#with place}}{{name}}{{../title}}{{#with head as |h|}}{{h.name}}{{../name}}{{/with}}',
      fc.constant(''),
      '{{/with}}',
    ),
    joined(tie('piece'), tie('piece')),
  ),
  entry: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      '{{name}}',
      '{{../title}}',
      '{{@root.title}}',
      '{{@index}}',
      '{{#if @first}}始{{/if}}',
      '{{> part}}',
      '{{> part name=../title}}',
      '{{this.name}}',
      '\n',
    ),
    joined(
      '{{#each items}}',
      fc.constantFrom('{{name}}{{../name}}{{../../title}}', '{{@../index}}{{@index}}'),
      '{{else}}なし{{/each}}',
    ),
    joined('{{#if last}}', tie('entry'), '{{/if}}'),
    joined(tie('entry'), tie('entry')),
  ),
}))

function joined(...pieces: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  const all = pieces.map((one) => (typeof one === 'string' ? fc.constant(one) : one))
  return fc.tuple(...all).map((texts) => texts.join(''))
}

/** Spaces between pieces only lay out a template; the two parsers differ in which they take away. */
const packed = (html: string): string => html.replace(/[ \n]+/g, '')

test('templates are filled as Handlebars itself fills them', async () => {
  const handlebars = Handlebars.create()
  const part = '［{{name}}］'
  handlebars.registerPartial('part', part)
  await fc.assert(
    fc.asyncProperty(piece, async (text) => {
      const { html, told } = await tryTemplate(text, view, { part })
      expect(told).toEqual([])
      expect(packed(html)).toBe(packed(handlebars.compile(text)(view)))
    }),
    { numRuns: 500 },
  )
})
