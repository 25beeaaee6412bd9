/** Something text can be written to. */
export interface Output {
  write(text: string): unknown
}

/** All that the program touches of the process it runs in, so that tests can hand in their own. */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: AsyncIterable<Uint8Array | string>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly isTTY: { readonly stdout: boolean; readonly stderr: boolean }
  /** Columns of the terminal, where there is one. */
  readonly columns: number | undefined
}

/** Columns to write in where no terminal says how many. */
export const defaultColumns = 80
