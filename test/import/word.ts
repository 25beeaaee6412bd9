import { strToU8, zipSync } from 'fflate'

/** How a paragraph of the source stands in the Word file: its style, and the number that Word gives it. */
interface Form {
  readonly style?: string
  readonly list?: List
  readonly level?: number
}

/** The lists by the order of their definitions; those of items begin anew under each article or heading. */
const listNames = ['headings', 'articles', 'letters', 'numbers'] as const
type List = (typeof listNames)[number]

const forms: Readonly<Record<string, Form>> = {
  title: { style: 'Title' },
  right: { style: 'Right' },
  cap: { style: 'Caption1' },
  sup: { style: 'Caption1' },
  p: {},
  // The number of a heading is its style's: nothing in the paragraph says that it has one.
  h1: { style: 'Heading1' },
  h2: { style: 'Heading2' },
  art: { list: 'articles', level: 0 },
  par: { list: 'articles', level: 1 },
  item: { list: 'numbers', level: 0 },
  a: { list: 'letters', level: 0 },
}

interface Line {
  readonly form: string
  readonly text: string
}

/**
 * The bytes of a Word file from its readable source: a line for each paragraph, its form, a tab and its text.
 * Like what an office saves, it cuts a sentence into runs, keeps tracked changes and numbers by itself.
 */
export function wordFile(source: string): Uint8Array {
  const lines = source
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): Line => {
      const [form = '', text = ''] = line.split('\t')
      return { form, text }
    })
  const { body, anew } = bodyOf(lines)
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `${xml}<w:document ${ns}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations([
      ['styles', 'styles.xml'],
      ['numbering', 'numbering.xml'],
    ]),
    'word/styles.xml': styles,
    'word/numbering.xml': numbering(anew),
  }
  const bytes = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const)
  return zipSync(Object.fromEntries(bytes), { mtime: '2026-01-01T00:00:00' })
}

/** What the paragraphs and tables come to, and the list of each time that items begin anew. */
function bodyOf(lines: readonly Line[]): { readonly body: string; readonly anew: readonly List[] } {
  const anew: List[] = []
  const parts = lines.map(({ form, text }, index) => {
    if (form === 'row') return ''
    if (form === 'table') return table(lines.slice(index), text)
    const { style, list, level } = formOf(form)
    const items = list === 'letters' || list === 'numbers'
    if (items && lines[index - 1]?.form !== form) anew.push(list)
    const number = items ? 2 + anew.length : list === 'articles' ? 2 : undefined
    return paragraph(text, { style, number, level })
  })
  return { body: parts.join(''), anew }
}

function formOf(name: string): Form {
  const form = forms[name]
  if (form === undefined) throw new Error(`no such form of a paragraph: ${name}`)
  return form
}

/** How a paragraph is set: its style, and the list and the level that number it. */
interface Placing {
  readonly style?: string | undefined
  readonly number?: number | undefined
  readonly level?: number | undefined
}

function paragraph(text: string, { style, number, level = 0 }: Placing = {}): string {
  const styled = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`
  const listed =
    number === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`
  return `<w:p><w:pPr>${styled}${listed}</w:pPr>${runs(text)}</w:p>`
}

/** The runs of a text: tracked changes as such, and the rest cut where an editor would have been at work. */
function runs(text: string): string {
  return [...text.matchAll(/\[-(.*?)-\]|\[\+(.*?)\+\]|([^[]{1,9})/g)]
    .map(([, deleted, inserted, plain = '']) => {
      const change = 'w:id="7" w:author="a" w:date="2026-01-01T00:00:00Z"'
      if (deleted !== undefined) return `<w:del ${change}>${run(deleted, 'delText')}</w:del>`
      if (inserted !== undefined) return `<w:ins ${change}>${run(inserted)}</w:ins>`
      return `${run(plain)}<w:proofErr w:type="gramStart"/>`
    })
    .join('')
}

function run(text: string, element = 't'): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:${element} xml:space="preserve">${escaped}</w:${element}></w:r>`
}

/** A table: its headings, and the rows that follow them. */
function table(lines: readonly Line[], headings: string): string {
  const end = lines.findIndex(({ form }, index) => index > 0 && form !== 'row')
  const rows = [headings, ...lines.slice(1, end).map(({ text }) => text)]
  const cells = rows.map((row) =>
    row.split(' | ').map((cell) => `<w:tc><w:tcPr/>${paragraph(cell)}</w:tc>`),
  )
  const columns = '<w:gridCol w:w="2800"/>'.repeat(cells[0]?.length ?? 0)
  const content = cells.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')
  return `<w:tbl><w:tblPr/><w:tblGrid>${columns}</w:tblGrid>${content}</w:tbl>`
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `${xml}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`
}

const wordPart = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const contentTypes = `${xml}<Types xmlns="${packages}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="${wordPart}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="${wordPart}.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="${wordPart}.numbering+xml"/>
</Types>`

const heading = (level: number): string =>
  `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/>
<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="1"/></w:numPr>
<w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`

const plainStyle = (id: string, name: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`

const styles = `${xml}<w:styles ${ns}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
${plainStyle('Title', 'Title')}${plainStyle('Right', '右')}${plainStyle('Caption1', '見出し（条）')}
${heading(1)}${heading(2)}</w:styles>`

/** A level of a list: how it counts, how its number is written, and where it begins. */
function level(index: number, format: string, text: string, start = 1): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
}

/** The lists: of headings (1), of articles (2), and one of items for each time that they begin anew. */
function numbering(anew: readonly List[]): string {
  const levels: Readonly<Record<List, string>> = {
    headings: level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2'),
    // The first paragraph of an article bears no number: the next is the second.
    articles: level(0, 'decimalFullWidth', '第%1条') + level(1, 'decimalFullWidth', '%2', 2),
    letters: level(0, 'aiueoFullWidth', '(%1)'),
    numbers: level(0, 'decimal', '(%1)'),
  }
  const definitions = listNames.map(
    (name, index) =>
      `<w:abstractNum w:abstractNumId="${index}"><w:multiLevelType w:val="multilevel"/>${levels[name]}</w:abstractNum>`,
  )
  const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
  const lists = [...(['headings', 'articles'] as const), ...anew].map(
    (name, index) =>
      `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${listNames.indexOf(name)}"/>${index < 2 ? '' : override}</w:num>`,
  )
  return `${xml}<w:numbering ${ns}>${definitions.join('')}${lists.join('')}</w:numbering>`
}
