/** All files of a corpus, path beside text, the same for the same count and seed. */
export function corpus(
  count: number,
  seed: number,
): Generator<{ path: string; text: string; fault: string | undefined }>
