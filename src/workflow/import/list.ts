import type { Draft } from '../../import/draft.ts'
import type { Note } from '../../import/merge.ts'
import type { NewFile } from '../../source/write-together.ts'
import { pageOf } from './page.ts'
import { type Answers, answersTo, countOf, type ListRequest } from './question.ts'

/** The list to go through beside a draft, and how many questions it has. */
export interface ReadingList {
  readonly files: readonly NewFile[]
  readonly questions: number
}

/** What a person should look at after reading, as Markdown and as a page with the document beside it. */
export function listOf(draft: Draft, request: ListRequest): ReadingList {
  const answers = answersTo(draft)
  const { file, stem, notes } = request
  return {
    files: [
      { name: `${stem}.import.md`, content: markdownOf(draft, answers, file, notes) },
      { name: `${stem}.import.html`, content: pageOf(draft, answers, request) },
    ],
    questions: countOf(answers),
  }
}

function markdownOf(
  draft: Draft,
  answers: readonly Answers[],
  file: string,
  notes: readonly Note[] | undefined,
): string {
  const unread = draft.trace.filter(({ is }) => is === 'unread')
  const lines = [
    `# 「${file}」の読取り結果`,
    '',
    ...(notes ? changesIn(notes) : []),
    `## 確かめること（${countOf(answers)}件）`,
    '',
    ...answers.flatMap(({ title, help, asked }) => [
      `### ${title}（${asked.length}件）`,
      '',
      help,
      '',
      ...asked.map(
        ({ question, elements }) =>
          `- ${question}: ${elements.map(({ id = '', place }) => `${place} \`${id}\``.trim()).join('、')}`,
      ),
      '',
    ]),
    `## 読み取らなかった文（${unread.length}件）`,
    '',
    ...unread.flatMap(({ place, text, why = '' }) => [
      `- ${place === '' ? '（番号なし）' : place}: ${text.trim().replaceAll('\n', ' / ')}`,
      `  - ${why}`,
    ]),
    '',
    ...(draft.remarks.length > 0
      ? ['## そのほか', '', ...draft.remarks.map((one) => `- ${one}`), '']
      : []),
  ]
  return lines.join('\n')
}

/** What became of an earlier draft, the questions first. */
const kinds: readonly (readonly [Note['is'], string])[] = [
  ['conflict', '文書も下書きも変わった所（下書きのままにし、「確認:」を付けました）'],
  ['changed', '文書に合わせて変えた所'],
  ['added', '文書に加わった所（下書きにも加えました）'],
  ['gone', '文書に見当たらなくなった所（下書きには残しました）'],
  ['left out', '下書きから消してあり、文書で変わった所（加えていません）'],
]

function changesIn(notes: readonly Note[]): readonly string[] {
  const lines = kinds.flatMap(([kind, title]) => {
    const own = notes.filter(({ is }) => is === kind)
    if (own.length === 0) return []
    const items = own.map(({ what, place, keys }) =>
      [
        `- ${place === '' ? '' : `${place} `}${what}`,
        ...(keys.length > 0 ? [keys.join('、')] : []),
      ].join(': '),
    )
    return [`### ${title}（${own.length}件）`, '', ...items, '']
  })
  return ['## 前の読取りからの変化', '', ...(lines.length > 0 ? lines : ['ありません。', ''])]
}
