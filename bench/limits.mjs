// npm run bench:limits [-- MEGABYTES [NAME]]
//
// What the program holds of memory, and how much it works, on input as large as it may be (SECURITY.md):
// nothing under 30 MB takes more than 600 MB or a minute of work, whatever stands in it.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { measure } from './measure.mjs'
import { table } from './table.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'bench/.cache/limits')
const [, , megabytes = 19, asked = ''] = process.argv
const most = { memory: 600, work: 60 }

const own = 'procedures/aoba-city/library'
const head = `kind: procedure
system: aoba-city/library
id: library
title: 実施手順
standard: { pack: aoba, edition: '2024' }
inForce: { from: 2024-04-01 }
roles:
  - { id: manager, canonical: manager, name: 管理者, post: 館長, organisation: library }
duties:
`
const ledger = `kind: records
system: aoba-city/library
accounts:
  - covers: { from: 2024-04-01, to: 2025-03-31 }
    from: ledger.csv
`

/** As many lines as fill a file, each told its number. */
function fill(line, first = '', most = megabytes * 1024 * 1024) {
  const lines = [first]
  for (let size = first.length, number = 0; size < most; number += 1) {
    lines.push(line(number))
    size += Buffer.byteLength(lines.at(-1))
  }
  return lines.join('')
}

const duty = (number) =>
  `  - { id: d${number}, title: 点検, performers: [manager], frequency: { every: P6M } }\n`
const account = (number) => `a-${number},s-${number},personal,閲覧,2024-04-01,\n`

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const excel = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const application = 'application/vnd.openxmlformats-officedocument'

/** An Office file; the first of its parts is the document. */
function officeFile(type, parts, relations = '') {
  const [main] = Object.keys(parts)
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${main}" ContentType="${application}.${type}.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="${main}"/></Relationships>`,
    [main.replace(/[^/]+$/, '_rels/$&.rels')]:
      `<Relationships xmlns="${packages}/relationships">${relations}</Relationships>`,
    ...parts,
  }
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
    { level: 1 },
  )
}

const paragraph = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const wordBody = (body) =>
  `<w:document xmlns:w="${word}"><w:body>${body}<w:sectPr/></w:body></w:document>`
const wordFile = (body) =>
  officeFile('wordprocessingml.document', { 'word/document.xml': wordBody(body) })
const excelFile = (rows) =>
  officeFile(
    'spreadsheetml.sheet',
    {
      'xl/workbook.xml': `<workbook xmlns="${excel}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${excel}"><sheetData>${rows}</sheetData></worksheet>`,
    },
    `<Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
  )
/** A workbook of many sheets, each with the rows of a ledger. */
function sheetsFile(names, rows) {
  const sheets = names.map(
    (name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`,
  )
  const parts = names.map((_, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    `<worksheet xmlns="${excel}"><sheetData>${rows}</sheetData></worksheet>`,
  ])
  return officeFile(
    'spreadsheetml.sheet',
    {
      'xl/workbook.xml': `<workbook xmlns="${excel}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`,
      ...Object.fromEntries(parts),
    },
    names
      .map(
        (_, at) =>
          `<Relationship Id="r${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(''),
  )
}
const cells = (texts) =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
const columns = ['id', 'holder', 'kind', 'rights', 'registeredOn', 'removedOn']
const accountRows = (count) =>
  cells(columns) +
  Array.from({ length: count }, (_, at) => cells(account(at).trim().split(','))).join('')
const row = (number) =>
  `<row r="${number + 1}"><c t="inlineStr"><is><t>課${number}</t></is></c></row>`
const duties = (number) => `第${number}条\u3000係${number}管理者は、毎月、利用者IDを点検する。\n`
/** The bytes of the longest text that is imported. */
const document = 420_000

const imported = 'import document --system aoba-city/new --out new'.split(' ')
const importing = (name) => imported.map((one) => (one === 'document' ? name : one))
const beginning = (list) =>
  `init ${join(tmpdir(), 'policy-lint-limits')} --dry-run --name 青葉市 --system aoba-city/new --system-name 新 --owner 館 --organisations ${list}`.split(
    ' ',
  )
const rendering = (...more) =>
  `render procedure procedures --to html --draft --out out`.split(' ').concat(more)

/** What is run where that is no check of the town. */
const commands = {
  'a Word document to import': importing('a.docx'),
  'a Word document of tables to import': importing('a.docx'),
  'a text to import': importing('a.txt'),
  'a text of short lines to import': importing('a.txt'),
  'a text without an end to import': importing('a.txt'),
  'a page to import': importing('a.html'),
  'a page of open elements to import': importing('a.html'),
  'Markdown to import': importing('a.md'),
  'an Excel list of organisations': beginning('a.xlsx'),
  'an Excel list of one wide row': beginning('a.xlsx'),
  'a CSV list of organisations': beginning('a.csv'),
  'Excel ledgers to import': [
    'import',
    `${own}/a.xlsx`,
    '--system',
    'aoba-city/library',
    '--names',
    join(tmpdir(), 'policy-lint-limits-names.csv'),
    '--dry-run',
    '--out',
    'new',
  ],
  'a Word document of side parts': importing('a.docx'),
  'a Word document of one element of attributes': importing('a.docx'),
  'a Word document of elements of attributes': importing('a.docx'),
  'a page of one element of attributes': importing('a.html'),
  'a letterhead of one element of attributes': rendering('--to', 'docx', '--letterhead', 'a.docx'),
  'a letterhead': rendering('--to', 'docx', '--letterhead', 'a.docx'),
  'a template': rendering('--templates', 'templates'),
  'a template that writes much': rendering('--templates', 'templates'),
  'a template that writes much, as Word': rendering('--to', 'docx', '--templates', 'templates'),
  'a PDF of short paragraphs': rendering('--to', 'pdf', '--templates', 'templates'),
  'a PDF of one table': rendering('--to', 'pdf', '--templates', 'templates'),
  'a PDF of one paragraph': rendering('--to', 'pdf', '--templates', 'templates'),
  'a Word document to compare with': [
    'render',
    'procedure',
    'procedures',
    '--to',
    'docx',
    '--check',
    'out',
  ],
  'a baseline': ['check', 'procedures', '--baseline', 'base.json'],
  'a ledger turned over': ['diff', 'before', 'procedures'],
}

/** As many elements as a document may have. */
const loops = `${'{{#each @root.contents}}'.repeat(9)}<p>あ</p><p>い</p>${'{{/each}}'.repeat(9)}`

/** Templates of PDFs as long as those may be. */
const longPdf = {
  paragraphs: `<article>${'<p>あ</p>'.repeat(8_000)}</article>`,
  table: `<article><table><thead><tr>${'<th>列</th>'.repeat(5)}</tr></thead><tbody>${`<tr>${`<td>${'記録を点検する。'.repeat(3)}</td>`.repeat(5)}</tr>`.repeat(920)}</tbody></table></article>`,
  paragraph: `<article><p>${'記録を点検する。'.repeat(24_000)}</p></article>`,
}

const side = (name, content) => `<w:${name} xmlns:w="${word}">${content}</w:${name}>`
/** A part of some megabytes. */
const fillOf = (size, line) => fill(line, '', size * 1024 * 1024)

/** Records that name sheets, each for a year of its own. */
const sheetLedger = (names) =>
  `kind: records\nsystem: aoba-city/library\naccounts:\n${names.map((name, at) => `  - { covers: { from: ${2000 + (at % 25)}-04-01, to: ${2001 + (at % 25)}-03-31 }, from: 'a.xlsx#${name}' }\n`).join('')}`

/** A ledger of many sheets, each of which the records name. */
function manySheets(count, rows) {
  const names = Array.from({ length: count }, (_, at) => `台帳${at}`)
  return {
    [`${own}/ledger.yaml`]: sheetLedger(names),
    [`${own}/a.xlsx`]: sheetsFile(names, accountRows(rows)),
  }
}

/** Files of each case over those of the town, made when its turn comes. */
const cases = {
  'a Word document to import': () => ({
    'a.docx': wordFile(fill((at) => paragraph(duties(at)), '', document)),
  }),
  'a Word document of tables to import': () => ({
    'a.docx': wordFile(
      `<w:tbl>${fill(() => `<w:tr><w:tc>${paragraph('x')}</w:tc></w:tr>`)}</w:tbl>`,
    ),
  }),
  'a text to import': () => ({ 'a.txt': fill(duties, '', document) }),
  'a text of short lines to import': () => ({ 'a.txt': 'あ\n'.repeat(99_000) }),
  'a text without an end to import': () => ({
    'a.txt': '管理者は、職員に点検させ、'.repeat(15_000),
  }),
  'a page to import': () => ({
    'a.html': fill((at) => `<p>${duties(at)}</p>`, '<html>', document),
  }),
  'a page of open elements to import': () => ({
    'a.html': '<html>' + '<table><b>'.repeat(300_000),
  }),
  'Markdown to import': () => ({ 'a.md': fill((at) => `# ${duties(at)}`, '', document) }),
  'an Excel list of organisations': () => ({
    'a.xlsx': excelFile(fill(row, '<row r="1"><c t="inlineStr"><is><t>名称</t></is></c></row>')),
  }),
  'an Excel list of one wide row': () => ({
    'a.xlsx': excelFile(
      '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>名称</t></is></c></row>',
    ),
  }),
  'a CSV list of organisations': () => ({ 'a.csv': fill((at) => `課${at}\n`, '名称\n') }),
  'a letterhead': () => ({
    'a.docx': wordFile(
      `${paragraph('{{title}}').repeat(900)}${paragraph('{{body}}')}${'<w:bookmarkEnd/>'.repeat(15_000)}`,
    ),
  }),
  'a template': () => ({ 'templates/procedure.hbs': '<p>{{title}}</p>'.repeat(12_000) }),
  'a template that writes much': () => ({
    'templates/procedure.hbs': `<article>${loops}</article>`,
  }),
  'a template that writes much, as Word': () => ({
    'templates/procedure.hbs': `<article>${loops}</article>`,
  }),
  'a PDF of short paragraphs': () => ({ 'templates/procedure.hbs': longPdf.paragraphs }),
  'a PDF of one table': () => ({ 'templates/procedure.hbs': longPdf.table }),
  'a PDF of one paragraph': () => ({ 'templates/procedure.hbs': longPdf.paragraph }),
  'a Word document to compare with': () => ({
    'out/aoba-city-library-procedure.docx': wordFile(fill((at) => paragraph(duties(at)))),
  }),
  'an Excel ledger of many sheets': () => manySheets(60, 1_200),
  'an Excel ledger of very many small sheets': () => manySheets(3_000, 15),
  'an Excel ledger of joined cells': () => ({
    [`${own}/ledger.yaml`]: sheetLedger(['a']),
    [`${own}/a.xlsx`]: officeFile(
      'spreadsheetml.sheet',
      {
        'xl/workbook.xml': `<workbook xmlns="${excel}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${excel}"><sheetData>${accountRows(40_000)}</sheetData><mergeCells>${'<mergeCell ref="D2:D1048576"/>'.repeat(200_000)}</mergeCells></worksheet>`,
      },
      `<Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
    ),
  }),
  'Excel ledgers to import': () => manySheets(60, 1_200),
  'a Word document of side parts': () => ({
    'a.docx': officeFile('wordprocessingml.document', {
      'word/document.xml': wordBody(paragraph(duties(1))),
      'word/styles.xml': side(
        'styles',
        fillOf(
          5,
          (at) =>
            `<w:style w:type="paragraph" w:styleId="s${at}"><w:basedOn w:val="s${at + 1}"/></w:style>`,
        ),
      ),
      'word/numbering.xml': side(
        'numbering',
        fillOf(5, (at) => `<w:num w:numId="${at}"><w:abstractNumId w:val="${at}"/></w:num>`),
      ),
      'word/footnotes.xml': side(
        'footnotes',
        fillOf(3, (at) => `<w:footnote w:id="${at}">${paragraph('注')}</w:footnote>`),
      ),
      'customXml/item1.xml': `<a>${'あ'.repeat(1_000_000)}</a>`,
    }),
  }),
  'a Word document of one element of attributes': () => ({
    'a.docx': wordFile(`<w:p ${fill((at) => `a${at}="" `)}/>`),
  }),
  'a Word document of elements of attributes': () => ({
    'a.docx': wordFile(
      fill((at) => `<w:p a="${at}" b="" c="" d="" e="" f="" g="" h="" i="" j=""/>`),
    ),
  }),
  'a letterhead of one element of attributes': () => ({
    'a.docx': wordFile(
      `${paragraph('{{title}}')}${paragraph('{{body}}')}<w:p ${fill((at) => `a${at}="" `, '', 1_900_000)}/>`,
    ),
  }),
  'an Excel ledger of one element of attributes': () => ({
    [`${own}/ledger.yaml`]: sheetLedger(['a']),
    [`${own}/a.xlsx`]: excelFile(`<row ${fill((at) => `a${at}="" `)}/>${accountRows(10)}`),
  }),
  'a page of one element of attributes': () => ({
    'a.html': `<html><p ${fill((at) => `a${at} `, '', 2_900_000)}>管理者は、点検する。</p>`,
  }),
  'a baseline': () => ({
    'base.json': `{"format":"policy-lint/baseline.v1","findings":[${fill((at) => `{"rule":"r","fingerprint":"${at}"},`)}{}]}`,
  }),
  'a ledger turned over': () => ({
    ...Object.fromEntries(
      ['before', 'procedures'].flatMap((side) => [
        [
          `${side}/aoba-city/municipality.yaml`,
          readFileSync(join(root, 'test/cases/town/procedures/aoba-city/municipality.yaml')),
        ],
        [`${side}/aoba-city/library/ledger.yaml`, ledger],
        [
          `${side}/aoba-city/library/ledger.csv`,
          'id,holder,kind,rights,registeredOn,removedOn\n' +
            Array.from({ length: 45_000 }, (_, at) =>
              account(side === 'before' ? at : at + 45_000),
            ).join(''),
        ],
      ]),
    ),
  }),
  'duties nobody performs': () => ({
    [`${own}/procedure.yaml`]: fill(
      (at) => `  - { id: d${at}, title: 点検, performers: [role-${at}] }\n`,
      head.replace(
        'duties:',
        `${Array.from({ length: 1900 }, (_, at) => `  - { id: role${at}, name: 係${at} }\n`).join('')}duties:`,
      ),
    ),
  }),
  'a procedure of duties': () => ({ [`${own}/procedure.yaml`]: fill(duty, head) }),
  'a ledger kept as CSV': () => ({
    [`${own}/ledger.yaml`]: ledger,
    [`${own}/ledger.csv`]: fill(account, 'id,holder,kind,rights,registeredOn,removedOn\n'),
  }),
  'a CSV ledger of bad rows': () => ({
    [`${own}/ledger.yaml`]: ledger,
    [`${own}/ledger.csv`]: fill(() => 'a,b,c\n', 'id,holder\n'),
  }),
  'keys nobody knows': () => ({
    [`${own}/context.yaml`]: fill((number) => `key${number}: 1\n`, 'kind: context\n'),
  }),
  'one long text': () => ({
    [`${own}/context.yaml`]: `kind: context\nname: ${fill(() => 'あ')}\n`,
  }),
  'a list of nothing': () => ({ [`${own}/context.yaml`]: fill(() => '- \n') }),
  'YAML that is no YAML': () => ({ [`${own}/context.yaml`]: fill(() => '\t- "\n') }),
  'a YAML bomb': () => ({
    [`${own}/context.yaml`]: Array.from({ length: 26 }, (_, at) => {
      const letter = String.fromCharCode(97 + at)
      const before = String.fromCharCode(96 + at)
      return `${letter}: &${letter} [${at === 0 ? '1' : `*${before}, `.repeat(9)}]\n`
    }).join(''),
  }),
  '1,500 systems': () =>
    Object.fromEntries(
      Array.from({ length: 1500 }, (_, at) => [
        `procedures/aoba-city/s${at}/procedure.yaml`,
        head
          .replaceAll('library', `s${at}`)
          .replace(`organisation: s${at}`, 'organisation: library') +
          Array.from({ length: 150 }, (_, number) => duty(number)).join(''),
      ]),
    ),
  '3,000 packs on one another': () =>
    Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [
        `policies/p${at}.yaml`,
        `kind: standard\nid: p${at}\nname: 基準\nextends: ${at === 0 ? 'base' : `p${at - 1}`}\neditions: [{ id: '1', from: 2024-04-01 }]\n`,
      ]),
    ),
}

const rows = Object.entries(cases)
  .filter(([name]) => name.includes(asked))
  .map(([name, make]) => {
    rmSync(cache, { recursive: true, force: true })
    cpSync(join(root, 'test/cases/town'), cache, { recursive: true })
    for (const [path, text] of Object.entries(make())) {
      mkdirSync(dirname(join(cache, path)), { recursive: true })
      writeFileSync(join(cache, path), text)
    }
    console.error(name)
    const command = commands[name] ?? ['check', 'procedures']
    const args = [join(root, 'dist/bin/policy-lint.js'), ...command]
    return { name, ...measured({ name, args, cwd: cache, exits: [0, 1, 2] }) }
  })
rmSync(cache, { recursive: true, force: true })

/** A process that ends otherwise has had no memory left. */
function measured(command) {
  try {
    const { memory, work } = measure(command)
    return { memory, work: work / 1000 }
  } catch (thrown) {
    console.error(thrown.message)
    return { memory: Infinity, work: Infinity }
  }
}

const isMet = ({ memory, work }) => memory <= most.memory && work <= most.work
const told = (row) => [
  row.name,
  row.work.toFixed(1),
  row.memory.toFixed(0),
  isMet(row) ? 'met' : 'MISSED',
]
console.log(
  table(['input', `s of work (${most.work})`, `MiB (${most.memory})`, ''], rows.map(told)),
)
process.exitCode = rows.every(isMet) ? 0 : 1
