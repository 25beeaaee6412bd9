import type { Draft } from '../../import/draft.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import type { NewFile } from '../../source/write-together.ts'
import { pageOf } from './page.ts'
import { type Answers, answersTo, countOf } from './question.ts'

/** The list to go through beside a draft, and how many questions it has. */
export interface ReadingList {
  readonly files: readonly NewFile[]
  readonly questions: number
}

/** What a person should look at after reading, as Markdown and as a page with the document beside it. */
export function listOf(draft: Draft, standard: WrittenStandard, file: string): ReadingList {
  const answers = answersTo(draft)
  return {
    files: [
      { name: 'procedure.import.md', content: markdownOf(draft, answers, file) },
      { name: 'procedure.import.html', content: pageOf(draft, answers, standard, file) },
    ],
    questions: countOf(answers),
  }
}

function markdownOf(draft: Draft, answers: readonly Answers[], file: string): string {
  const unread = draft.trace.filter(({ is }) => is === 'unread')
  const lines = [
    `# 「${file}」の読取り結果`,
    '',
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
