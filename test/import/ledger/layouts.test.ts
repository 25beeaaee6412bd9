import { expect, test } from 'vitest'
import {
  importLedgers,
  type LedgersRequest,
  Pseudonyms,
} from '../../../src/workflow/import/ledger/import.ts'
import { office } from '../../sample/workbook.ts'
import { reader } from '../read.ts'
import { layouts } from './layouts.ts'

const duties = [
  { id: 'log-review', title: 'ログの点検' },
  { id: 'backup-check', title: 'バックアップの確認' },
]

async function requestFor(more: Partial<LedgersRequest> = {}): Promise<LedgersRequest> {
  return { ...(await reader), pseudonyms: new Pseudonyms(undefined, new Set()), duties, ...more }
}

test.each(Object.keys(layouts))('%s: the whole that is written', async (name) => {
  const bytes = await office(...(layouts[name] ?? []))
  const { files, ...told } = await importLedgers(
    [{ name: `${name}.xlsx`, bytes, within: `data/${name}.xlsx` }],
    await requestFor(),
  )
  const written = files.map((file) => `=== ${file.name}\n${String(file.content)}`)
  await expect([...written, JSON.stringify(told, null, 2), ''].join('\n')).toMatchFileSnapshot(
    `written/${name}.txt`,
  )
})
