import { describe, expect, test, vi } from 'vitest'
import type { UsageError } from '../../../src/finding/usage-error.ts'
import type { ContactChart } from '../../../src/render/chart/contact-chart.ts'
import { drawContactChart } from '../../../src/render/chart/draw.ts'
import { chartOf, cityOf, edgesOf, nodeOf } from './invented.ts'

const small = chartOf({
  nodes: [
    nodeOf('mado', '総合窓口課', { role: '業務管理者', post: '課長' }),
    nodeOf('joho', '情報課', { phones: [{ band: 'day', number: '内線000' }, { band: 'night' }] }),
    nodeOf('tsubame', 'つばめ通信', {
      kind: 'external',
      phones: [{ band: 'day' }, { band: 'night' }],
    }),
  ],
  edges: [...edgesOf(['mado=joho'], '電話'), { from: 'joho', to: 'tsubame', means: 'メール' }],
  goal: 'joho',
})

describe('a drawn chart', () => {
  test('is an SVG document', async () => {
    const { svg } = await drawContactChart(small)
    await expect(svg).toMatchFileSnapshot('fixtures/small.svg')
  })

  test('says in words what it shows', async () => {
    const { alt, width, height, scale, warnings } = await drawContactChart(small)
    expect({ alt, width, height, scale, warnings }).toEqual({
      alt: '「障害・侵害時の連絡体制」の図。最初に気付く組織は総合窓口課。報告の届け先は情報課。連絡の経路は、総合窓口課と情報課の間で互いに（電話）、情報課からつばめ通信へ（メール）。電話未登録は、情報課、つばめ通信。',
      width: 148,
      height: 427,
      scale: 1,
      warnings: [],
    })
  })

  test('is a PNG at two and a half times its size, the same every time', async () => {
    const [one, two] = [await drawContactChart(small), await drawContactChart(small)]
    expect(two.svg).toBe(one.svg)
    const [first, second] = [Buffer.from(await one.png()), Buffer.from(await two.png())]
    expect(second.equals(first)).toBe(true)
    expect(first.subarray(1, 4).toString()).toBe('PNG')
    expect([first.readUInt32BE(16), first.readUInt32BE(20)]).toEqual([
      Math.round(one.width * 2.5),
      Math.round(one.height * 2.5),
    ])
  })

  test('fits its page', async () => {
    const { width, height } = await drawContactChart(cityOf(3, 12))
    expect([width <= 642, height <= 868]).toEqual([true, true])
  })

  test('warns where its text becomes too small to read', async () => {
    const { scale, warnings } = await drawContactChart(cityOf(9, 10))
    expect(scale).toBeLessThan(2 / 3)
    expect(warnings.join()).toMatch(
      /^連絡体制図が大きく、A4に収めると文字が[0-5](\.\d)?ポイントになり、読みにくくなります。組織をグループにまとめるか、連絡体制を分けてください。$/,
    )
  })

  test('says so where there is too much to draw', async () => {
    const nodes = Array.from({ length: 400 }, (_, index) => nodeOf(`n${index}`, `架空${index}課`))
    const edges = edgesOf(nodes.slice(1).map(({ id }, index) => `n${index}>${id}`))
    const { svg, alt, warnings, png } = await drawContactChart(chartOf({ nodes, edges }))
    expect(warnings).toEqual([
      '「障害・侵害時の連絡体制」は組織と経路が多く、図にできません。連絡先の一覧を見てください。',
    ])
    expect(svg).toContain('>組織と経路が多く、図にできません。連絡先の一覧を見てください。</text>')
    expect(alt).toMatch(/架空29課から架空30課へ、ほか369件。$/)
    expect((await png()).length).toBeGreaterThan(0)
  })
})

describe('hostile text', () => {
  const hostile = [
    `<script>alert(1)</script>`,
    `"/><image href="x" onload='y'/>&amp;]]>`,
    'a\u0000b\u001b[31mc\ud800\ufffe',
    '\u202egnirts',
    '\u0300'.repeat(500),
    '（'.repeat(300),
    'x'.repeat(2000),
  ]
  const chart: ContactChart = chartOf({
    title: hostile.join(' '),
    nodes: hostile.map((text, index) =>
      nodeOf(`n${index}"><b>`, text, {
        role: text,
        post: text,
        count: text,
        frame: 'f',
        phones: [{ band: 'day', number: text }],
      }),
    ),
    edges: hostile.slice(1).map((text, index) => ({
      from: `n${index}"><b>`,
      to: `n${index + 1}"><b>`,
      means: text,
    })),
    frames: [{ id: 'f', name: hostile[0] ?? '' }],
    unlisted: [nodeOf('__proto__', hostile[1] ?? '')],
  })

  test('is only text in the picture', async () => {
    const { svg } = await drawContactChart(chart)
    const names = new Set([...svg.matchAll(/<([^\s/>]+)/g)].map(([, name]) => name))
    expect([...names].sort()).toEqual([
      'desc',
      'g',
      'path',
      'polygon',
      'rect',
      'svg',
      'text',
      'title',
    ])
    expect(/[^\P{Cc}\n]|[\p{Cs}\p{Cf}\ufffe]/u.exec(svg)?.[0].codePointAt(0)).toBeUndefined()
    expect(svg.includes('&#60;script&#62;')).toBe(true)
    expect(/\son\w+='|url\(|<!|<\?/.exec(svg)?.[0]).toBeUndefined()
  })

  test('does not keep it from becoming a PNG', async () => {
    // A picture is drawn letter by letter, which takes long, whatever the letters are the name of.
    const nodes = chart.nodes.map(({ id, name }) => nodeOf(id, name.slice(0, 100)))
    const { png } = await drawContactChart({ ...chart, nodes, edges: [] })
    expect(
      Buffer.from(await png())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })
})

test('a character that the font lacks is told, and drawn as 〓', async () => {
  const name = '𠮷野✉課'
  const chart = chartOf({ nodes: [nodeOf('a', name)] })
  const { svg, warnings, png } = await drawContactChart(chart)
  expect(warnings).toEqual([
    '「𠮷✉」はBIZ UDゴシックにない文字です。画像にするとき〓になります。この文字のあるフォントを加えるか、別の字で書いてください。',
  ])
  expect(svg).toContain(`>${name}</text>`)
  const geta = await drawContactChart(chartOf({ nodes: [nodeOf('a', '〓野〓課')] }))
  expect(Buffer.from(await png()).equals(Buffer.from(await geta.png()))).toBe(true)
})

describe('without an optional part', () => {
  test.each([
    ['elkjs/lib/elk.bundled.js', '連絡体制図を描くための部品 elkjs が入っていません。', 'elkjs'],
    [
      '@resvg/resvg-js',
      '図を画像にするための部品 @resvg/resvg-js が入っていません。',
      '@resvg/resvg-js',
    ],
  ])('%s there is a message that says what to do', async (part, message, install) => {
    vi.resetModules()
    vi.doMock(part, () => {
      throw new Error('Cannot find package')
    })
    const fresh = await import('../../../src/render/chart/draw.ts')
    const error = await fresh
      .drawContactChart(small)
      .then(({ png }) => png())
      .catch((thrown: unknown) => thrown)
    vi.doUnmock(part)
    // A fresh module has a class of its own.
    const { name, message: said, hint } = error as UsageError
    expect({ name, said, hint }).toEqual({
      name: 'UsageError',
      said: message,
      hint: `npm install ${install} で入れてください。`,
    })
  })
})
