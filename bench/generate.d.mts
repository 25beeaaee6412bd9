/** All files of a corpus, path beside text, the same for the same count and seed. */
export function corpus(
  count: number,
  seed: number,
): Generator<{ path: string; text: string; fault: string | undefined }>

/** The files of one system with an account ledger of so many rows, and a tenth as many of others. */
export function ledgerCorpus(rows: number): Generator<{ path: string; text: string }>
