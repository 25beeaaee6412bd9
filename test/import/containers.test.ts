import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { wideSpace } from '../../src/japanese/width.ts'
import { readAs } from './read.ts'

/** One procedure, line by line: what kind of line, its number, its text. */
const lines: readonly (readonly [
  'title' | 'chapter' | 'caption' | 'article' | 'paragraph' | 'item',
  string,
  string,
])[] = [
  ['title', '', '図書館情報システム情報セキュリティ実施手順'],
  ['chapter', '第1章', '体制'],
  ['caption', '', '（情報システム管理者）'],
  ['article', '第1条', '情報システム管理者は、中央図書館長をもって充てる。'],
  ['paragraph', '2', '情報システム管理者に事故があるときは、副館長がその職務を代理する。'],
  ['chapter', '第2章', '運用'],
  ['caption', '', '（利用者IDの点検）'],
  [
    'article',
    '第2条',
    '情報システム管理者は、年2回、利用者IDを職員名簿と照合し、ID点検票に記録しなければならない。',
  ],
  [
    'paragraph',
    '2',
    '情報システム管理者は、前項の結果を30日以内に情報セキュリティ責任者に報告する。',
  ],
  ['caption', '', '（業務）'],
  ['article', '第3条', '情報システム管理者は、次に掲げる業務を行う。'],
  ['item', '(1)', '毎月、アクセスログを分析すること。'],
  ['item', '(2)', 'バックアップを毎日取得すること。'],
  ['caption', '', '（パスワード）'],
  ['article', '第4条', 'パスワードは、10文字以上とし、他人に教えてはならない。'],
]

const typed = lines.map(([, number, text]) =>
  [number, text].filter((part) => part !== '').join('　'),
)

function html(): string {
  const body = lines.map(([kind, number, text]) => {
    if (kind === 'title') return `<h1>${text}</h1>`
    if (kind === 'chapter') return `<h2>${number}${wideSpace}${text}</h2>`
    return `<div class="${kind}"><p><span class="num">${number}</span>${number === '' ? '' : wideSpace}${text.replace('照合', '<ruby>照合<rp>(</rp><rt>しょうごう</rt><rp>)</rp></ruby>')}</p></div>`
  })
  return `<!DOCTYPE html><html><head><title>例規集</title><style>p{}</style></head><body><nav>目次へ</nav>${body.join('\n')}<script>1</script></body></html>`
}

/** With typed numbers and no styles. */
async function typedWord(): Promise<Uint8Array> {
  return Packer.toBuffer(
    new Document({ sections: [{ children: typed.map((text) => new Paragraph(text)) }] }),
  )
}

/** With heading styles and the numbers that Word counts. */
async function numberedWord(): Promise<Uint8Array> {
  const level = (
    at: number,
    text: string,
    format: (typeof LevelFormat)[keyof typeof LevelFormat] = LevelFormat.DECIMAL,
  ) => ({
    ...{ level: at, format, text, alignment: AlignmentType.START },
  })
  const numbered = (at: number, text: string) =>
    new Paragraph({
      numbering: { reference: 'articles', level: at },
      children: [new TextRun(text)],
    })
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          { reference: 'articles', levels: [level(0, '第%1条'), level(1, '%2'), level(2, '(%3)')] },
          { reference: 'chapters', levels: [level(0, '第%1章')] },
        ],
      },
      sections: [
        {
          children: lines.flatMap(([kind, , text], at) => {
            if (kind === 'title') return [new Paragraph({ text, heading: HeadingLevel.TITLE })]
            if (kind === 'chapter')
              return [
                new Paragraph({
                  text,
                  heading: HeadingLevel.HEADING_1,
                  numbering: { reference: 'chapters', level: 0 },
                }),
              ]
            if (kind === 'caption') return [new Paragraph(text)]
            if (kind === 'article') return [numbered(0, text)]
            // The first paragraph of an article has no number: the second is counted from 2.
            if (kind === 'paragraph')
              return lines[at - 1]?.[0] === 'article'
                ? [new Paragraph(`２${wideSpace}${text}`)]
                : [numbered(1, text)]
            return [numbered(2, text)]
          }),
        },
      ],
    }),
  )
}

test('five containers give one reading', async () => {
  const drafts = await Promise.all([
    readAs('a.txt', typed.join('\r\n')),
    readAs(
      'a.md',
      lines
        .map(
          ([kind, number, text]) =>
            `${kind === 'title' ? '# ' : kind === 'chapter' ? '## ' : ''}${number}${number === '' ? '' : wideSpace}${text}`,
        )
        .join('\n\n'),
    ),
    readAs('a.html', html()),
    readAs('a.docx', await typedWord()),
    readAs('a.docx', await numberedWord()),
  ])
  const readings = drafts.map(({ files }) => String(files[0]?.content).replace(/^#.*\n/u, ''))
  expect(new Set(readings).size, readings.join('\n=====\n')).toBe(1)
  expect(readings[0]).toMatch(/source: 第3条第2号/u)
})

test('text in Shift_JIS is read as in UTF-8', async () => {
  const bytes = new Uint8Array([
    0x91, 0xe6, 0x82, 0x50, 0x8f, 0xf0, 0x81, 0x40, 0x90, 0x45, 0x88, 0xf5, 0x82, 0xcd, 0x81, 0x41,
    0x92, 0xbc, 0x82, 0xbf, 0x82, 0xc9, 0x95, 0xf1, 0x8d, 0x90, 0x82, 0xb7, 0x82, 0xe9, 0x81, 0x42,
  ])
  const { draft } = await readAs('a.txt', bytes)
  expect(draft.trace.map(({ text }) => text)).toEqual(['第１条　', '職員は、直ちに報告する。'])
})

const word = (body: string): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  })

test.each([
  ['a.txt', 'あ'.repeat(200_000), '「a.txt」は長すぎます（200,001字。200,000字まで）'],
  ['a.md', 'あ\n\n'.repeat(100_001), '「a.md」は長すぎます（200,002字。200,000字まで）'],
  [
    'a.html',
    `<p>${' '.repeat(3 * 1024 * 1024)}</p>`,
    '「a.html」は大きすぎます（文字の文書は 3 MB まで）',
  ],
  [
    'a.docx',
    word('<w:p/>'.repeat(500_000)),
    '「a.docx」は、広げると大きくなりすぎるため、読み取りません',
  ],
  [
    'a.docx',
    word(' '.repeat(20 * 1024 * 1024)),
    '「a.docx」は、広げると大きくなりすぎるため、読み取りません',
  ],
])('%s that is too large is refused', async (name, content, said) => {
  await expect(readAs(name, content)).rejects.toThrow(said)
})
