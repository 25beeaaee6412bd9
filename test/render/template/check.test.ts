import { describe, expect, test } from 'vitest'
import type { ViewGroup } from '../../../src/render/view.ts'
import { tryTemplate } from './read.ts'

const view: ViewGroup = {
  title: '実施手順',
  isNew: true,
  roles: [{ name: '館長', duties: [{ text: '点検する' }] }],
  place: { name: '図書館' },
  lines: ['一'],
}

async function told(text: string, partials?: Readonly<Record<string, string>>) {
  return (await tryTemplate(text, view, partials)).told
}

describe('a misspelt name is told with its place and what was meant', () => {
  test.each([
    ['{{titel}}', 'page.hbs:1:3 「titel」の「titel」という名前はありません。 もしかして: title'],
    [
      '\n  {{#if isnew}}新{{/if}}',
      'page.hbs:2:9 「isnew」の「isnew」という名前はありません。 もしかして: isNew',
    ],
    [
      '{{#each role}}{{/each}}',
      'page.hbs:1:9 「role」の「role」という名前はありません。 もしかして: roles',
    ],
    [
      '{{#each roles}}{{nme}}{{/each}}',
      'page.hbs:1:18 「nme」の「nme」という名前はありません。 もしかして: name',
    ],
    [
      '{{#each roles}}\n{{title}}{{/each}}',
      'page.hbs:2:3 「title」の「title」という名前はありません。 もしかして: ../title',
    ],
    [
      '{{#each roles as |role|}}{{rolle.name}}{{/each}}',
      'page.hbs:1:28 「rolle.name」の「rolle」という名前はありません。 もしかして: role',
    ],
    [
      '{{#each roles}}{{#each duties}}{{name}}{{/each}}{{/each}}',
      'page.hbs:1:34 「name」の「name」という名前はありません。 もしかして: ../name',
    ],
    [
      '{{#with place}}{{adress}}{{/with}}',
      'page.hbs:1:18 「adress」の「adress」という名前はありません。 ここで使える名前: name',
    ],
    [
      '{{place.nam}}',
      'page.hbs:1:3 「place.nam」の「nam」という名前はありません。 もしかして: name',
    ],
    [
      '{{title.length}}',
      'page.hbs:1:3 「title.length」の「length」の前は文字なので、中に名前はありません。 文字そのものを置くには {{this}} と書きます。',
    ],
    [
      '{{#each lines}}{{title}}{{/each}}',
      'page.hbs:1:18 「title」の「title」の前は文字なので、中に名前はありません。 もしかして: ../title',
    ],
    [
      '{{@root.titel}}',
      'page.hbs:1:3 「@root.titel」の「titel」という名前はありません。 もしかして: title',
    ],
    [
      '{{> rolebox}}',
      'page.hbs:1:1 「rolebox」という部品（partials/rolebox.hbs）はありません。 使える部品: なし',
    ],
    [
      '{{constructor}}',
      'page.hbs:1:3 「constructor」の「constructor」という名前はありません。 ここで使える名前: title、isNew、roles、place、lines',
    ],
    [
      '{{__proto__}}',
      'page.hbs:1:3 「__proto__」の「__proto__」という名前はありません。 ここで使える名前: title、isNew、roles、place、lines',
    ],
  ])('%s', async (text, expected) => {
    expect(await told(text)).toEqual([expected])
  })

  test('in a part, at the place in the part', async () => {
    expect(
      await told('{{#each roles}}{{> role-box}}{{> role-box}}{{/each}}{{> rolebox place}}', {
        'role-box': '<p>\n{{nam}}</p>',
      }),
    ).toEqual([
      'role-box.hbs:2:3 「nam」の「nam」という名前はありません。 もしかして: name',
      'page.hbs:1:53 「rolebox」という部品（partials/rolebox.hbs）はありません。 もしかして: {{> role-box}}',
    ])
  })

  test('all of them at once', async () => {
    expect(await told('{{a}}{{#if b}}{{c}}{{else}}{{#each d}}{{e}}{{/each}}{{/if}}')).toHaveLength(
      4,
    )
  })
})

describe('a value used as something else is told', () => {
  test.each([
    [
      '{{roles}}',
      'page.hbs:1:3 「roles」は並び（繰り返すもの）なので、そのままでは置けません。 {{#each roles}}…{{/each}} で、一つずつ置いてください。',
    ],
    [
      '{{isNew}}',
      'page.hbs:1:3 「isNew」はあるかないかの印なので、そのままでは置けません。 {{#if isNew}}…{{/if}} で、出すかどうかを決めてください。',
    ],
    [
      '{{place}}',
      'page.hbs:1:3 「place」は名前の付いた値のまとまりなので、そのままでは置けません。 {{place.名前}} の形で、中の値を置いてください。',
    ],
    [
      '{{#each place}}{{/each}}',
      'page.hbs:1:9 「place」は名前の付いた値のまとまりなので、{{#each}} で繰り返せません。 {{#with}} を使ってください。',
    ],
    [
      '{{#each title}}{{/each}}',
      'page.hbs:1:9 「title」は文字なので、{{#each}} で繰り返せません。 {{#if}} を使ってください。',
    ],
    [
      '{{#with roles}}{{/with}}',
      'page.hbs:1:9 「roles」は並び（繰り返すもの）なので、{{#with}} は使えません。 {{#each}} を使ってください。',
    ],
    [
      '{{../title}}',
      'page.hbs:1:3 「../title」の「../」が多すぎて、外に出てしまいます。 文書全体の値は {{@root.名前}} で置けます。部品には {{> 部品 名前=値}} で渡してください。',
    ],
    [
      '{{@index}}',
      'page.hbs:1:3 「@index」は {{#each}} の中でだけ使えます。 {{#each}} の中に移すか、消してください。',
    ],
  ])('%s', async (text, expected) => {
    expect(await told(text)).toEqual([expected])
  })
})

describe('what could compute, or let HTML through, is refused', () => {
  test.each([
    ['{{{title}}}', '1:1 {{{ }}} と {{& }} は使えません。'],
    ['{{&title}}', '1:1 {{{ }}} と {{& }} は使えません。'],
    ['{{upper title}}', '1:1 「upper」という働きはありません。'],
    ['{{log title}}', '1:1 「log」という働きはありません。'],
    ['{{lookup place "name"}}', '1:1 「lookup」という働きはありません。'],
    ['{{#foreach roles}}{{/foreach}}', '1:1 {{#foreach}} という働きはありません。'],
    ['{{#roles}}{{/roles}}', '1:1 {{#roles}} という働きはありません。'],
    ['{{#each roles place}}{{/each}}', '1:1 {{#each}} の後には、名前を一つだけ書きます。'],
    ['{{#if (eq a b)}}{{/if}}', '1:7 ここには、値の名前だけを書けます。'],
    ['{{(title)}}', '1:3 ここには、値の名前だけを書けます。'],
    ['{{"文字"}}', '1:3 ここには、値の名前だけを書けます。'],
    ['{{> (lookup . "a")}}', '1:1 {{> (…)}} は使えません。'],
    ['{{#> layout}}{{/layout}}', '1:1 {{#*…}}、{{#> …}}、{{* …}} は使えません。'],
    ['{{#*inline "a"}}{{/inline}}', '1:1 {{#*…}}、{{#> …}}、{{* …}} は使えません。'],
    ['{{* decorate}}', '1:1 {{#*…}}、{{#> …}}、{{* …}} は使えません。'],
    ['{{@key}}', '1:3 「@key」はありません。'],
    ['{{{{raw}}}}{{title}}{{{{/raw}}}}', '1:1 {{#raw}} という働きはありません。'],
  ])('%s', async (text, expected) => {
    const [first, ...others] = await told(text)
    expect([first?.slice(0, `page.hbs:${expected}`.length), others]).toEqual([
      `page.hbs:${expected}`,
      [],
    ])
  })
})

describe('a slip of the hand is told with its line', () => {
  test.each([
    ['一\n{{#if title}}\n', '3:1 {{#…}} が閉じられないまま、テンプレートが終わっています。'],
    ['一\n{{#if title}}{{/each}}', '2:4 {{#if}} が {{/each}} で閉じられています。'],
    ['一\n{{title}', '2:8 このあたりの {{ }} の書き方が読めません。'],
    ['一\n二 {{}}', '2:5 このあたりの {{ }} の書き方が読めません。'],
  ])('%j', async (text, expected) => {
    const [first = ''] = await told(text)
    expect(first.split(' ').slice(0, 2).join(' ')).toBe(
      `page.hbs:${expected}`.split(' ').slice(0, 2).join(' '),
    )
  })
})
