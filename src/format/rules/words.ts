import { largest } from '../../finding/order.ts'
import type { VocabularyCard } from '../../finding/rule-card.ts'
import { displayWidth, padEnd } from '../../japanese/width.ts'
import type { TextContext } from '../context.ts'
import { field, hang, type Page, pageFor } from '../text/page.ts'
import { visible, visibleLine } from '../text/visible.ts'

/** The vocabularies, a line for each. */
export function vocabulariesText(cards: readonly VocabularyCard[], context: TextContext): string {
  const page = pageFor({ ...context, sources: new Map() })
  const lines = pairs(
    page,
    cards.map(({ vocabulary, label, words }) => [vocabulary, `${label} ${words.length}語`]),
  )
  const hint =
    '一つの用語集の語は policy-lint words activities、語を探すには policy-lint words 点検'
  return [page.paint('strong', '用語集'), ...lines, '', ...hang(page, '', 0, hint)]
    .map((line) => `${line}\n`)
    .join('')
}

/** The words of some vocabularies: what is written in files, and what a reader sees. */
export function wordsText(cards: readonly VocabularyCard[], context: TextContext): string {
  const page = pageFor({ ...context, sources: new Map() })
  const parts = cards.map(({ vocabulary, label, words }) => [
    page.paint('strong', visibleLine(`${label}（${vocabulary}）`)),
    ...pairs(
      page,
      words.map(({ id, name }) => [id, name]),
    ),
  ])
  return parts
    .flatMap((part, index) => (index === 0 ? part : ['', ...part]))
    .map((line) => `${line}\n`)
    .join('')
}

/** The same with all there is to say of each. */
export function explainedWords(cards: readonly VocabularyCard[], context: TextContext): string {
  const page = pageFor({ ...context, sources: new Map() })
  const parts = cards.flatMap(({ vocabulary, label, words }) =>
    words.map(({ id, name, near, more = [] }) => [
      page.paint('strong', visibleLine(`${id} ${name}（${label}、${vocabulary}）`)),
      ...more.flatMap((one) => field(page, one.label, visible(one.text))),
      ...(near.length === 0 ? [] : field(page, '近い語', visible(near.join('、')))),
    ]),
  )
  return parts
    .flatMap((part, index) => (index === 0 ? part : ['', ...part]))
    .map((line) => `${line}\n`)
    .join('')
}

/** Two columns, the second set in below itself. */
function pairs(page: Page, rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.min(
    60,
    largest(rows.map(([first]) => displayWidth(first, page.ambiguous))) + 2,
  )
  return rows.flatMap(([first, second]) => {
    const head = padEnd(visibleLine(first), width, page.ambiguous)
    return hang(page, `  ${head}`, displayWidth(head, page.ambiguous) + 2, visibleLine(second))
  })
}
