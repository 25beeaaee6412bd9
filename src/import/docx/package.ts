import { carriedNamespace, type CarriedProcedure, readCarried } from '../../model/carried.ts'
import { BadXml, readXml, TooDeepXml, TooMuchXml, type Xml, type XmlCount } from './xml.ts'

/** The parts of a Word file that are read. */
export interface WordParts {
  readonly document: Xml
  readonly styles: Xml | undefined
  readonly numbering: Xml | undefined
  readonly footnotes: Xml | undefined
  /** What a file that was made of a procedure carries of it. */
  readonly carried: CarriedProcedure | undefined
}

/** Why a zip is no Word file that can be read. */
export class BadPackage extends Error {
  readonly reason: 'damaged' | 'too-large' | 'too-deep' | 'macro' | 'not-word'

  constructor(reason: BadPackage['reason']) {
    super(reason)
    this.reason = reason
  }
}

/** The largest size of the parts that are unpacked: some 200 pages and more; what says more is a bomb or a mistake. */
const largestParts = 20 * 1024 * 1024
const parts = ['document', 'styles', 'numbering', 'footnotes'] as const
/** Parts of custom XML, one of which may be ours. */
const custom = /^customXml\/item\d{1,2}\.xml$/u

/** Unpacks what is read of a Word file, and nothing else. */
export async function openPackage(bytes: Uint8Array): Promise<WordParts> {
  const { unzipSync } = await import('fflate')
  const names = new Set<string>()
  const count: XmlCount = { elements: 0 }
  let size = 0
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name)
        const isWanted = parts.some((part) => name === `word/${part}.xml`) || custom.test(name)
        if (isWanted) size += originalSize
        if (size > largestParts) throw new BadPackage('too-large')
        return isWanted
      },
    })
  } catch (thrown) {
    throw thrown instanceof BadPackage ? thrown : new BadPackage('damaged')
  }
  if (names.has('word/vbaProject.bin')) throw new BadPackage('macro')
  if (!names.has('word/document.xml')) throw new BadPackage('not-word')
  const read = async (part: (typeof parts)[number]): Promise<Xml | undefined> => {
    const file = files[`word/${part}.xml`]
    return file && readXml(new TextDecoder().decode(file), count)
  }
  try {
    const document = await read('document')
    if (!document) throw new BadPackage('damaged')
    return {
      document,
      styles: await read('styles'),
      numbering: await read('numbering'),
      footnotes: await read('footnotes'),
      carried: await carriedIn(Object.entries(files), count),
    }
  } catch (thrown) {
    if (thrown instanceof TooMuchXml) throw new BadPackage('too-large')
    if (thrown instanceof TooDeepXml) throw new BadPackage('too-deep')
    throw thrown instanceof BadXml ? new BadPackage('damaged') : thrown
  }
}

/** What is carried in a part of custom XML of ours; parts of others are passed over, well-formed or not. */
async function carriedIn(
  files: readonly (readonly [string, Uint8Array])[],
  count: XmlCount,
): Promise<CarriedProcedure | undefined> {
  for (const [name, bytes] of files) {
    if (!custom.test(name)) continue
    const text = new TextDecoder().decode(bytes)
    if (!text.includes(carriedNamespace)) continue
    const { children } = await readXml(text, count)
    const found = readCarried(children.filter((one) => typeof one === 'string').join(''))
    if (found) return found
  }
  return undefined
}
