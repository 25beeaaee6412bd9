/** Two documents are the same by what they hold, not by the day they were made. */
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { isSameContent } from '../../src/render/same.ts'

const core = (day: string) => ({ 'docProps/core.xml': strToU8(`<made>${day}</made>`) })
const zip = (text: string, day: string) =>
  zipSync({ 'word/document.xml': strToU8(text), ...core(day) })

test.each([
  ['another day', 'a.docx', zip('同じ', '2026-01-01'), zip('同じ', '2026-02-01'), true],
  ['another text', 'a.docx', zip('前', '2026-01-01'), zip('後', '2026-01-01'), false],
  [
    'a part more',
    'a.xlsx',
    zip('同じ', '1'),
    zipSync({ a: strToU8('同じ'), b: strToU8('') }),
    false,
  ],
  ['no zip on one side', 'a.docx', zip('同じ', '1'), strToU8('壊れた'), false],
  ['no zip on either', 'a.docx', strToU8('壊れた'), strToU8('別に壊れた'), false],
  ['line ends', 'a.md', strToU8('一\n二\n'), strToU8('一\r\n二\r\n'), true],
  ['an unknown kind', 'a.bin', strToU8('一'), strToU8('二'), false],
])('%s', async (_, name, one, other, isSame) => {
  expect(await isSameContent(name, one, other)).toBe(isSame)
  expect(await isSameContent(name, other, one)).toBe(isSame)
})

test('what opens to more than is read is like no other', async () => {
  /** A zip that says of its only file that it is larger than all that is read. */
  const large = (text: string): Uint8Array => {
    const bytes = Buffer.from(zipSync({ text: strToU8(text) }))
    const sizeInDirectory = 24
    bytes.writeUInt32LE(100 * 1024 * 1024 + 1, bytes.indexOf('PK\u0001\u0002') + sizeInDirectory)
    return bytes
  }
  expect(await isSameContent('a.xlsx', large('前'), large('後'))).toBe(false)
})
