import { expect, test } from 'vitest'
import { tryTemplate } from './read.ts'

const many = Array.from({ length: 200 }, () => '行')

test.each([
  ['a huge template', `<p>${'あ'.repeat(200_001)}</p>`],
  ['blocks in blocks without end', '{{#if title}}'.repeat(20_000)],
  ['conditions chained without end', `{{#if title}}${'{{else if title}}'.repeat(8_000)}{{/if}}`],
  ['a template that is all slips', '{{'.repeat(50_000)],
  ['lists in lists in lists', `${'{{#each @root.many}}'.repeat(6)}あ${'{{/each}}'.repeat(6)}`],
  [
    'more elements than fit',
    '{{#each many}}{{#each @root.many}}<p>あ</p><p>い</p>{{/each}}{{/each}}',
  ],
  ['much text from little', '{{#each many}}{{#each @root.many}}{{@root.long}}{{/each}}{{/each}}'],
])('%s ends with a mistake, not with the machine', async (_, text) => {
  const { html, told } = await tryTemplate(text, { title: '題', many, long: 'あ'.repeat(10_000) })
  expect([html, told.length]).toEqual(['', 1])
})

test('parts that use each other end with a mistake', async () => {
  const { told } = await tryTemplate('{{> a}}', { title: '題' }, { a: '{{> b}}', b: '{{> a}}' })
  expect(told).toEqual([
    'b.hbs:1:1 部品「a」が、自分自身を使っています。 自分自身を使わない形に直してください。',
  ])
})

test('parts that double each time end with a mistake', async () => {
  const parts = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `p${index}`,
      `{{> p${index + 1}}}{{> p${index + 1}}}`,
    ]),
  )
  const { html, told } = await tryTemplate(
    '{{> p0}}',
    { title: '題' },
    { ...parts, p60: '{{title}}' },
  )
  expect([html, told.length]).toEqual(['', 1])
})

test('only own properties of values can be reached', async () => {
  const view = Object.create(
    { inherited: '継いだもの' },
    {
      own: { value: '自分のもの', enumerable: true },
    },
  ) as Record<string, string>
  expect((await tryTemplate('{{own}}', view)).html).toBe('自分のもの')
  for (const name of ['inherited', 'toString', 'constructor', '__proto__', 'hasOwnProperty']) {
    expect((await tryTemplate(`{{${name}}}`, view)).html).toBe('')
  }
})
