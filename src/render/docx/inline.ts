import type * as docxPackage from 'docx'
import type { IRunOptions, TextRun } from 'docx'
import type { Inline } from '../document.ts'
import { colours } from '../style.ts'

/** The package, loaded when a Word file is written. */
export type Docx = typeof docxPackage

/** The runs of a line. */
export function runs(
  content: readonly Inline[],
  docx: Docx,
  marks: IRunOptions = {},
): readonly TextRun[] {
  return content.flatMap((node): readonly TextRun[] => {
    if (node.type === 'break') return [new docx.TextRun({ ...marks, break: 1 })]
    if (node.type === 'text') return [new docx.TextRun({ ...marks, text: node.text })]
    return runs(node.content, docx, { ...marks, ...markOf(node.mark) })
  })
}

/** What stands for something that should be there. */
export const missingMark: IRunOptions = { bold: true, color: colours.missing }

function markOf(mark: Extract<Inline, { type: 'marked' }>['mark']): IRunOptions {
  switch (mark) {
    case 'u':
    case 'ins':
      return { underline: { type: 'single' } }
    case 'del':
      return { strike: true }
    case 'strong':
      return { bold: true }
    case 'missing':
      return missingMark
    case 'num':
    case 'span':
      return {}
  }
}
