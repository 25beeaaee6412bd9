/** Text of a part of a file. */
export function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}

/** Bytes of a part of a file. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
