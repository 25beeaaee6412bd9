import type { DueReport } from '../../finding/due.ts'
import { workbookOf } from '../../render/make.ts'
import { dueView } from '../../render/view/due.ts'
import { writers } from '../../render/writers.ts'

/** What falls due as an Excel workbook. */
export async function dueWorkbook(report: DueReport): Promise<Uint8Array> {
  const document = workbookOf(dueView(report), { day: report.asOf, draft: false })
  const [file] = await writers.xlsx(document, 'due', {})
  if (!file || typeof file.content === 'string') throw new Error('a workbook is one file of bytes')
  return file.content
}
