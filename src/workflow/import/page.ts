import type { Draft } from '../../import/draft.ts'
import type { DraftElement, Traced } from '../../import/element.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { type Answers, countOf, type ListRequest } from './question.ts'
import { readingOf } from './reading.ts'

const style = `
:root { color-scheme: light; --line: #bbb; --ask: #8a4b00; --askBack: #fff4e0; --lost: #9b1c1c; --lostBack: #fdeeee; }
* { box-sizing: border-box; }
body { font: 15px/1.7 "BIZ UDPGothic", "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif; color: #111; margin: 0 auto; max-width: 1400px; padding: 1rem; }
h1 { font-size: 1.3rem; } h2 { font-size: 1.1rem; border-bottom: 2px solid #333; margin-top: 2rem; } h3 { font-size: 1rem; margin: 1rem 0 0.2rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
td { border: 1px solid var(--line); padding: 0.4rem 0.6rem; vertical-align: top; overflow-wrap: anywhere; }
th { text-align: left; background: #eee; border: 1px solid var(--line); padding: 0.3rem 0.6rem; }
col.source { width: 46%; } .place { color: #555; font-size: 0.85em; } .text { white-space: pre-wrap; }
.heading td { background: #f3f3f3; font-weight: bold; }
dl { display: grid; grid-template-columns: minmax(5.5em, max-content) 1fr; gap: 0 0.8em; margin: 0.2rem 0; } dt { color: #555; } dd { margin: 0; }
.kind { font-weight: bold; } code { font-family: ui-monospace, Consolas, monospace; font-size: 0.9em; }
.ask { background: var(--askBack); border-left: 4px solid var(--ask); padding: 0.1rem 0.5rem; margin: 0.2rem 0; }
.lost { background: var(--lostBack); border-left: 4px solid var(--lost); padding: 0.1rem 0.5rem; }
ul { margin: 0.2rem 0; padding-left: 1.4rem; } a { color: #0b4a8f; } .element + .element { border-top: 1px dotted var(--line); margin-top: 0.4rem; padding-top: 0.4rem; }
@media print { body { font-size: 9.5pt; max-width: none; padding: 0; } tr, li { break-inside: avoid; } thead { display: table-header-group; } a { color: inherit; text-decoration: none; } }
@page { size: A4; margin: 12mm; }
`

/** The page to go through: the questions first, then the whole document beside what it was read as. Needs nothing but itself. */
export function pageOf(
  draft: Draft,
  answers: readonly Answers[],
  { standard, file, stem }: Omit<ListRequest, 'notes'>,
): string {
  const unread = draft.trace.filter(({ is }) => is === 'unread').length
  return `<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(file)} の読取り結果</title>
<style>${style}</style>
</head>
<body>
<h1>${escape(file)} の読取り結果</h1>
<p>確かめること ${countOf(answers)}件、読み取らなかった文 ${unread}件。左が文書、右が読み取ったことです。直す所は ${escape(stem)}.yaml にあります。</p>
<h2>確かめること</h2>
${answers.map(group).join('\n') || '<p>ありません。</p>'}
${draft.remarks.length > 0 ? `<h2>そのほか</h2>\n<ul>${draft.remarks.map((one) => `<li>${escape(one)}</li>`).join('')}</ul>` : ''}
<h2>文書と読み取ったこと</h2>
<table>
<colgroup><col class="source"><col></colgroup>
<thead><tr><th scope="col">文書</th><th scope="col">読み取ったこと</th></tr></thead>
<tbody>
${rowsOf(draft)
  .map((row) => tableRow(row, standard, draft.of))
  .join('\n')}
</tbody>
</table>
</body>
</html>
`
}

function group({ title, help, asked }: Answers): string {
  const items = asked.map(
    ({ question, elements }) =>
      `<li>${escape(question)}<br><span class="place">${elements.map(({ id = '', place }) => `<a href="#${escape(id)}">${escape(place === '' ? id : place)}</a>`).join('、')}</span></li>`,
  )
  return `<h3>${escape(title)}（${asked.length}件）</h3>\n<p class="place">${escape(help)}</p>\n<ul>${items.join('')}</ul>`
}

interface Row {
  readonly place: string
  readonly text: string
  readonly last: Traced
}

/** The stretches of a document by rows: a number and the text after it are one. */
function rowsOf({ trace }: Draft): readonly Row[] {
  const rows: Row[] = []
  let before = ''
  for (const one of trace) {
    if (one.is === 'number') before += one.text
    else {
      rows.push({ place: one.place, text: before + one.text, last: one })
      before = ''
    }
  }
  return rows
}

function tableRow({ place, text, last }: Row, standard: WrittenStandard, of: Draft['of']): string {
  const own = `<span class="text">${escape(text.trim())}</span>`
  if (last.is !== 'read' && last.is !== 'unread') {
    const name = { title: '題名', heading: '見出し', contents: '目次', number: '番号' }[last.is]
    // What stands above an article has the place of the one before it.
    return `<tr class="heading"><td>${own}</td><td>${name}</td></tr>`
  }
  const source = `<td>${place === '' ? '' : `<span class="place">${escape(place)}</span><br>`}${own}</td>`
  if (last.is === 'unread') {
    return `<tr>${source}<td><div class="lost">読み取りませんでした。${escape(last.why ?? '')}</div></td></tr>`
  }
  const read = last.elements.map((element) => elementOf(element, standard, of))
  return `<tr>${source}<td>${read.join('') || '制定、改正、施行の日'}</td></tr>`
}

function elementOf(element: DraftElement, standard: WrittenStandard, of: Draft['of']): string {
  const { kind, rows } = readingOf(element, standard, of)
  const lines = rows.map(({ label, text }) => `<dt>${escape(label)}</dt><dd>${escape(text)}</dd>`)
  const doubts = element.doubts.map(
    ({ question }) => `<div class="ask">確認: ${escape(question)}</div>`,
  )
  const id = element.id ?? ''
  return `<div class="element" id="${escape(id)}"><span class="kind">${escape(kind)}</span> <code>${escape(id)}</code><dl>${lines.join('')}</dl>${doubts.join('')}</div>`
}

const signs = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (sign) => signs.get(sign) ?? sign)
}
