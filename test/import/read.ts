import { memoryWorkspace } from '../../src/source/memory.ts'
import { type Imported, importDocument, openReader } from '../../src/workflow/import.ts'

/** A town with some organisations, as an office has it before the first import. */
export const municipality = `kind: municipality
id: aoba-city
name: 青葉市（架空）
standards: [{ pack: base, edition: '2025-03', from: 2025-04-01 }]
organisations:
  - { id: midori, name: みどり課 }
  - { id: kanrijo, name: 公園管理所, kind: facility }
  - { id: joho, name: 情報政策課, functions: [it] }
  - { id: library, name: 中央図書館, kind: facility }
`

/** What documents of the system of the town are read by. */
export const reader = openReader({
  system: 'aoba-city/one',
  workspace: memoryWorkspace({ 'procedures/aoba-city/municipality.yaml': municipality }),
})

/** Reads a document for a system of the town. */
export async function readAs(name: string, content: string | Uint8Array): Promise<Imported> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return importDocument({ name, bytes }, await reader)
}

/** A text without what no reader sees. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s/gu, '')
}
