import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { UsageError } from '../../src/finding/usage-error.ts'
import { openContainer } from '../../src/import/container.ts'

const ns =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

/** A Word file of nothing but what is read of it. */
function word(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const texts = {
    'word/document.xml': `<w:document ${ns}><w:body>${body}</w:body></w:document>`,
    ...parts,
  }
  return zipSync(
    Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])),
  )
}

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
}

function numbered(list: number, level: number, text: string): string {
  return `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`
}

function level(at: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}

/** What a reader sees: each paragraph with its number, each table with its rows. */
async function shown(bytes: Uint8Array): Promise<readonly unknown[]> {
  const { blocks } = await openContainer('a.docx', bytes)
  return blocks.map((block) =>
    block.kind === 'table'
      ? block.rows
      : [block.number, block.text].filter((part) => part !== undefined).join(' '),
  )
}

test('numbers are counted as Word shows them: levels, restarts, other formats', async () => {
  const numbering = `<w:numbering ${ns}>
    <w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '第%1条')}${level(1, 'decimalFullWidth', '%2')}${level(2, 'decimal', '(%3)')}${level(3, 'aiueoFullWidth', '%4')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1">${level(0, 'japaneseCounting', '%1、')}${level(1, 'decimal', '%1-%2', '<w:isLgl/>')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
  </w:numbering>`
  const body = [
    ...[
      numbered(1, 0, 'a'),
      numbered(1, 1, 'b'),
      numbered(1, 2, 'c'),
      numbered(1, 2, 'd'),
      numbered(1, 3, 'e'),
    ],
    ...[
      numbered(2, 2, 'anew'),
      numbered(2, 2, 'next'),
      numbered(1, 0, 'f'),
      numbered(1, 1, 'g'),
      numbered(0, 0, 'none'),
    ],
    ...[
      numbered(3, 0, 'h'),
      numbered(3, 1, 'i'),
      numbered(3, 0, 'j'),
      numbered(4, 0, 'k'),
      numbered(4, 1, 'l'),
    ],
  ]
  expect(await shown(word(body.join(''), { 'word/numbering.xml': numbering }))).toEqual([
    ...[
      '第1条 a',
      '１ b',
      '(1) c',
      '(2) d',
      'ア e',
      '(1) anew',
      '(2) next',
      '第2条 f',
      '１ g',
      'none',
    ],
    ...['一、 h', '1-1 i', '二、 j', '五、 k', '5-1 l'],
  ])
})

test('a style brings its number and its height, from the style it is based on too', async () => {
  const numbering = `<w:numbering ${ns}><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '第%1章')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
  const styles = `<w:styles ${ns}>
    <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="章"/><w:basedOn w:val="H"/></w:style>
    <w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>
  </w:styles>`
  const styled = (style: string, text: string): string =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`
  const bytes = word(styled('T', '第1章 体制 3') + styled('Own', '体制'), {
    'word/numbering.xml': numbering,
    'word/styles.xml': styles,
  })
  const { blocks } = await openContainer('a.docx', bytes)
  expect(blocks).toEqual([
    { kind: 'paragraph', text: '第1章 体制 3', isContents: true },
    { kind: 'paragraph', text: '体制', number: '第1章', heading: 1 },
  ])
})

test('what stands when all changes are accepted is read', async () => {
  const body = `
    <w:p>${run('毎月')}<w:del><w:r><w:delText>点検</w:delText></w:r></w:del><w:ins>${run('確認')}</w:ins>${run('する。')}</w:p>
    <w:p><w:moveFrom>${run('前の所')}</w:moveFrom></w:p>
    <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('続く')}</w:p><w:p>${run('文。')}</w:p>
    <w:tbl><w:tr><w:tc><w:p>${run('A')}</w:p></w:tc><w:tc><w:p>${run('B')}</w:p></w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>${run('C')}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`
  expect(await shown(word(body))).toEqual(['毎月確認する。', '続く文。', [['A', 'B']]])
})

test('ruby is left out, a text box is read once, a table that only frames is none, a merged cell says the same', async () => {
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p>${run('箱の中')}</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>${run('箱の中')}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  const ruby = `<w:r><w:ruby><w:rt>${run('しょうごう')}</w:rt><w:rubyBase>${run('照合')}</w:rubyBase></w:ruby></w:r>`
  const cell = (text: string, more = ''): string =>
    `<w:tc><w:tcPr>${more}</w:tcPr><w:p>${text === '' ? '' : run(text)}</w:p></w:tc>`
  const body = `<w:p>${ruby}${run('する。')}${box}</w:p>
    <w:tbl><w:tr>${cell('枠の中')}</w:tr></w:tbl>
    <w:tbl><w:tr>${cell('区分', '<w:vMerge w:val="restart"/>')}${cell('甲')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('乙')}</w:tr><w:tr>${cell('広い', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`
  expect(await shown(word(body))).toEqual([
    '照合する。',
    '箱の中',
    '枠の中',
    [
      ['区分', '甲'],
      ['区分', '乙'],
      ['広い', ''],
    ],
  ])
})

const text = '<w:p><w:r><w:t>本文</w:t></w:r></w:p>'

test.each<readonly [string, string, Uint8Array]>([
  ['PDF', '手順.pdf', strToU8('%PDF-1.7 …')],
  ['a password or .doc', '手順.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
  ['a picture', '手順.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
  ['damaged', '手順.docx', word(text).slice(0, 80)],
  ['XML that does not end', '手順.docx', zipSync({ 'word/document.xml': strToU8('<w:document>') })],
  [
    'entities of its own',
    '手順.docx',
    zipSync({
      'word/document.xml': strToU8(
        `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${ns}>&x;</w:document>`,
      ),
    }),
  ],
  ['macros', '手順.docm', word(text, { 'word/vbaProject.bin': '' })],
  ['a workbook', '台帳.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })],
  ['nothing but a picture', '手順.docx', word('<w:p><w:r><w:drawing/></w:r></w:p>')],
  ['a zip bomb', '手順.docx', zipSync({ 'word/document.xml': new Uint8Array(64 * 1024 * 1024) })],
  [
    'parts that are too large together',
    '手順.docx',
    word(text, {
      'customXml/item1.xml': 'あ'.repeat(4e6),
      'customXml/item2.xml': 'あ'.repeat(4e6),
    }),
  ],
  [
    'parts of too many elements together',
    '手順.docx',
    word('<w:p/>'.repeat(260_000), {
      'word/styles.xml': `<w:styles ${ns}>${'<w:style/>'.repeat(260_000)}</w:styles>`,
    }),
  ],
  ['nested beyond measure', '手順.docx', word('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000))],
  ['another encoding', '手順.txt', new Uint8Array([0xff, 0xfe, 0x6c, 0x00, 0x01, 0x00])],
  ['nothing', '手順.txt', new Uint8Array()],
])('%s is refused with what to do', async (_, name, bytes) => {
  const thrown: unknown = await openContainer(name, bytes).catch((cause: unknown) => cause)
  expect(thrown).toBeInstanceOf(UsageError)
  const { message, hint } = thrown as UsageError
  expect(message).toContain(`「${name}」`)
  expect(hint).toMatch(/ください|保存/u)
})
