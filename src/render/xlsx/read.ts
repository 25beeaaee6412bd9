import { UsageError } from '../../finding/usage-error.ts'
import { optional } from '../unavailable.ts'
import { BadZip, unzip } from '../zip.ts'

/** No list of an office is larger when unpacked. */
const largest = 30 * 1024 * 1024

/**
 * The first sheet of an Excel file that is shown, as rows of text: its values, without what they look like.
 * Throws a `UsageError` where the file is none, is locked or would become too large.
 */
export async function readFirstSheet(
  shown: string,
  bytes: Uint8Array,
): Promise<readonly (readonly string[])[]> {
  const { readXlsx } = await optional('xlsx', 'hucre', () => import('hucre/xlsx'), '読む')
  try {
    // What says that it would become too large is refused before anything is unpacked; here nothing is.
    await unzip(bytes, largest, () => false)
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
    })
    return (sheets[0]?.rows ?? []).map((row) => row.map(textOf))
  } catch (thrown) {
    const isLarge = thrown instanceof BadZip && thrown.reason === 'too-large'
    throw new UsageError(
      isLarge
        ? `「${shown}」は大きすぎます`
        : `「${shown}」は Excel のファイル（.xlsx）として読めません`,
      {
        hint: 'パスワードを外し、要る表だけにして、「Excel ブック（.xlsx）」か「CSV UTF-8（コンマ区切り）」の形式で保存し直してください',
      },
    )
  }
}

function textOf(value: string | number | boolean | Date | null): string {
  if (value === null) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}
