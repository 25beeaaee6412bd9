/** A file of a written document. */
export interface WrittenFile {
  /** The name in the folder of documents. */
  readonly name: string
  readonly content: string | Uint8Array
}
