import { plainHtml } from './plain.ts'

/** Lines that a reader unfolds; the blank lines let the forge read Markdown inside. */
export function folded(title: string, lines: readonly string[], isOpen = false): readonly string[] {
  return [
    `<details${isOpen ? ' open' : ''}><summary>${plainHtml(title)}</summary>`,
    '',
    ...lines,
    '',
    '</details>',
    '',
  ]
}
