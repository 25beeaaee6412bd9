/** The files of a zip by name, in their order. */
export type ZipFiles = Readonly<Record<string, Uint8Array>>

/** How large all files of a user's zip may be together; one that says more is a bomb or a mistake. */
const largestContent = 100 * 1024 * 1024
const maxFiles = 2000

/** A zip that is not one, or would become too large. */
export class BadZip extends Error {
  readonly reason: 'not-zip' | 'too-large'

  constructor(reason: 'not-zip' | 'too-large') {
    super(reason)
    this.reason = reason
  }
}

/**
 * Reads a zip, refusing before anything is unpacked what would become too large; of its files, those that
 * are wanted.
 */
export async function unzip(
  bytes: Uint8Array,
  limit = largestContent,
  isWanted: (name: string) => boolean = () => true,
): Promise<ZipFiles> {
  const { unzipSync } = await import('fflate')
  let files = 0
  let size = 0
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize, name }) => {
        files += 1
        size += originalSize
        if (files > maxFiles || size > limit) throw new BadZip('too-large')
        return !name.endsWith('/') && name !== '__proto__' && isWanted(name)
      },
    })
  } catch (thrown) {
    throw thrown instanceof BadZip ? thrown : new BadZip('not-zip')
  }
}

/**
 * Writes a zip whose bytes depend on nothing but its files: no clock, no zone. What is taken apart again
 * at once need not be packed tight.
 */
export async function zip(files: ZipFiles, level: 0 | 6 = 6): Promise<Uint8Array> {
  const { zipSync } = await import('fflate')
  // The first moment a zip can hold, by the clock on the wall, whatever the zone.
  return zipSync({ ...files }, { level, mtime: new Date(1980, 0, 1) })
}

/** Text of a part of a file. */
export function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}

/** Bytes of a part of a file. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
