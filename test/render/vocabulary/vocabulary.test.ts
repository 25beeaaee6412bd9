import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Inline } from '../../../src/render/document.ts'
import { vocabulary } from '../../../src/render/vocabulary/allowed.ts'
import { plainText } from '../../../src/render/vocabulary/inline.ts'
import { tryBlocks, tryHtml } from './read.ts'

describe('HTML outside the vocabulary is told at its place in the template', () => {
  test.each([
    ['<div>文</div>', '2:1 <div> という要素は使えません。'],
    ['<p>\n  <b>文</b></p>', '3:3 <b> という要素は使えません。'],
    ['<script>alert(1)</script>', '2:1 <script> という要素は使えません。'],
    [
      '<p onclick="x">文</p>',
      '2:4 <p> に onclick という指定は使えません。 消してください。使えるもの: class、data-source',
    ],
    [
      '<p style="color:red">文</p>',
      '2:4 <p> に style という指定は使えません。 消してください。使えるもの: class、data-source',
    ],
    ['<p class="koo">文</p>', '2:4 <p> に「koo」という class は使えません。 もしかして: ko'],
    [
      '<p class="ko go">文</p>',
      '2:4 <p> に class が二つ重なっています（ko、go）。 形を決める class は一つにしてください。',
    ],
    ['<h4>文</h4>', '2:1 <h4> という要素は使えません。 もしかして: h1'],
    ['<p data-source="ここ">文</p>', '2:4 data-source は「場所:行:列」の形で書きます。'],
    ['<p>文', '2:1 <p> が閉じられていません。 </p> で閉じてください。'],
    ['<p><strong>文</p>', '2:4 <strong> が閉じられていません。 </strong> で閉じてください。'],
    ['文</p>', '2:2 </p> に当たる <p> がありません。 余分なら消してください。'],
    ['<p>文<p>文</p></p>', '2:5 <p> は文の中には置けません。'],
    [
      '<td>文</td>',
      '2:1 <td> は<article> の中には置けません。 <td> は <tr> の中に置いてください。',
    ],
    [
      '<table class="grid"><tbody><tr><td>文</td><td>文</td></tr>\n<tr><td>文</td></tr></tbody></table>',
      '3:1 この行は1列分ですが、表は2列です。',
    ],
    [
      '<table class="grid"><tbody><tr><td rowspan="3">文</td><td>文</td></tr><tr><td>文</td></tr></tbody></table>',
      '2:32 rowspan="3" が表の終わりを越えています。',
    ],
    [
      '<table class="grid"><tbody><tr><td rowspan="x">文</td></tr></tbody></table>',
      '2:36 rowspan の「x」は、1から1000までの数ではありません。',
    ],
    ['<table class="grid"><tbody></tbody></table>', '2:1 表に行がありません。'],
    [
      '<table class="grid"><tbody><tr><td>文</td></tr></tbody><tr><td>文</td></tr></table>',
      '2:55 <tr> は<table> のすぐ下には置けません。 <tr> は <thead> か <tbody> の中に置いてください。',
    ],
    [
      '<table class="grid"><colgroup><col width="10"><col width="10"></colgroup><tbody><tr><td>文</td></tr></tbody></table>',
      '2:21 <col> が2個ありますが、表は1列です。',
    ],
    [
      '<table class="grid"><tbody>文<tr><td>文</td></tr></tbody></table>',
      '2:28 <tbody> の中に、要素に入っていない文字があります。',
    ],
    ['<ul>文</ul>', '2:5 <ul> のすぐ下には <li> だけを置けます。'],
    ['<ul><li><h1>文</h1></li></ul>', '2:9 <h1> は<li> の中には置けません。'],
    ['<figure><figcaption>図</figcaption></figure>', '2:1 <figure> に <img> がありません。'],
    [
      '<figure><img data-picture="chian"></figure>',
      '2:14 図「chian」はありません。 使える図: chain',
    ],
    [
      '<figure><img data-picture="chain" src="https://example.com/x.png"></figure>',
      '2:35 <img> に src という指定は使えません。',
    ],
    ['<p title="{{x}}" {{x}}>文</p>', '2:18 < と > の間に置く値は、" " で囲まなければなりません。'],
    ['<p class={{x}}>文</p>', '2:10 < と > の間に置く値は、" " で囲まなければなりません。'],
    ['<{{x}}>文</p>', '2:2 < と > の間に置く値は、" " で囲まなければなりません。'],
  ])('%s', async (text, expected) => {
    const [first] = (await tryBlocks(text, { x: 'y' })).told
    expect(first?.slice(0, expected.length)).toBe(expected)
  })

  test('outside an article too', async () => {
    expect((await tryHtml('')).told).toEqual([
      '1:1 <article> がありません。 文書全体を <article data-orient="portrait">…</article> で囲んでください。',
    ])
    expect((await tryHtml('文\n<p>文</p>')).told.map((line) => line.split(' ')[1])).toEqual([
      '<article>',
      '<p>',
    ])
    expect((await tryHtml('<article data-orient="yoko"></article>')).told).toEqual([
      '1:10 紙の向きの「yoko」は使えません。 portrait（縦）か landscape（横）と書いてください。',
    ])
  })

  test('once for all entries of a list', async () => {
    const { told } = await tryBlocks('{{#each x}}<p class="{{this}}">文</p>\n{{/each}}', {
      x: ['koo', 'koo', 'ko'],
    })
    expect(told).toEqual(['2:15 <p> に「koo」という class は使えません。 もしかして: ko1'])
  })
})

describe('spaces that lay out a template do not count', () => {
  test.each([
    ['  文\n   字  ', '文字'],
    ['word\n  word', 'word word'],
    ['文\nword', '文word'],
    ['文 字', '文 字'],
    ['　文', '　文'],
    ['<span class="num">１</span>\n　文', '１　文'],
    ['一<br>\n  二', '一\n二'],
    ['a <strong> b </strong> c', 'a b c'],
  ])('%j', async (text, expected) => {
    expect(textOf((await tryBlocks(`<p>${text}</p>`)).blocks)).toBe(expected)
  })

  test('but the line ends of a value do', async () => {
    const { blocks } = await tryBlocks('<p>\n{{x}}\n</p>', { x: '一\r\n二\n三' })
    expect(textOf(blocks)).toBe('一\n二\n三')
  })
})

test('whatever a value holds comes out as text', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '</p><script>alert(1)</script>',
      '{{title}}',
      '"><img src=x onerror=y>',
      '<!--',
      '&lt;b&gt;',
      '\u0000\u0007\u001b[31m',
      '\u202e反対',
      '\ud800',
      ']]>',
    ),
  )
  await fc.assert(
    fc.asyncProperty(value, async (x) => {
      const { blocks, told } = await tryBlocks('<p data-source="a.yaml:1:1">前{{x}}後</p>', { x })
      expect(told).toEqual([])
      expect(textOf(blocks)).toBe(`前${shown(x)}後`)
    }),
    { numRuns: 300 },
  )
})

/** A value as a paragraph shows it. */
function shown(value: string): string {
  const clean = value.replace(/\r\n?/g, '\n').replace(
    // eslint-disable-next-line no-control-regex -- what no document may hold
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\p{Noncharacter_Code_Point}\p{Surrogate}]/gu,
    '\uFFFD',
  )
  const lines = `前${clean}後`.split(/[\n\u2028]/)
  const tidy = lines.map((line) => line.replace(/[ \t]+/g, ' ').replace(/^ | $/g, ''))
  return tidy.join('\n').slice(1, -1)
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => plainText('content' in block ? block.content : noContent)).join('\n')
}

const noContent: readonly Inline[] = []

test('every element and class is in the page for those who edit templates', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../../docs/templates.ja.md'), 'utf8')
  const missing = [...vocabulary].flatMap(([name, { classes, attributes }]) => [
    ...(page.includes(`\`<${name}`) ? [] : [`<${name}>`]),
    ...classes.filter((one) => !page.includes(`\`${one}\``)),
    ...attributes.filter((one) => !page.includes(one)),
  ])
  expect(missing).toEqual([])
})
