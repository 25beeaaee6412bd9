/** What a finding about the shape of a file says. */
export interface ShapeWords {
  readonly message: string
  readonly why: string
  readonly fix: string
  readonly expected: string | null
  readonly actual: string | null
}
