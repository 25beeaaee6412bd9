import { BadZip, decode, unzip } from './zip.ts'

/**
 * Whether two files of documents hold the same, whatever day they were made on: only the dates in their
 * properties may differ. A date that is printed is content.
 */
export async function isSameContent(
  name: string,
  one: Uint8Array,
  other: Uint8Array,
): Promise<boolean> {
  if (areEqual(one, other)) return true
  const ending = /\.(\w+)$/.exec(name)?.[1]
  switch (ending) {
    case 'html':
      return withoutDate(decode(one)) === withoutDate(decode(other))
    case 'md':
    case 'svg':
    case 'json':
      return withoutReturns(decode(one)) === withoutReturns(decode(other))
    case 'docx':
    case 'xlsx':
      return areSameZips(one, other)
    case 'pdf':
      return withoutPdfDates(one) === withoutPdfDates(other)
    default:
      return false
  }
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

/** git may have turned line ends into those of Windows. */
function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

function withoutDate(html: string): string {
  return withoutReturns(html).replace(/^<meta name="date" content="[^"]*">$/m, '')
}

function withoutPdfDates(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/\((D:\d{8,14}[^)]*)\)/g, '()')
    .replace(/<xmp:(ModifyDate|CreateDate)>[^<]*</g, '<xmp:$1><')
    .replace(/<xmpMM:(\w+)>[^<]*</g, '<xmpMM:$1><')
    .replace(/\/ID \[[^\]]*\]/g, '/ID []')
}

/** The parts of a file of Word or Excel, less the one that says when it was made. */
async function areSameZips(one: Uint8Array, other: Uint8Array): Promise<boolean> {
  const [first, second] = await Promise.all([partsOf(one), partsOf(other)])
  return (
    first !== undefined &&
    first.size === second?.size &&
    [...first].every(([name, bytes]) => areEqual(bytes, second.get(name) ?? nothing))
  )
}

const nothing = new Uint8Array()

/** Undefined where it is no zip, or opens to more than is read: it is then like no other. */
async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  try {
    const files = Object.entries(await unzip(bytes))
    return new Map(files.filter(([name]) => name !== 'docProps/core.xml'))
  } catch (thrown) {
    if (thrown instanceof BadZip) return undefined
    throw thrown
  }
}
