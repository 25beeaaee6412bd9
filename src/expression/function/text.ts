import { bool, type FunctionDeclaration, text } from '../type.ts'

const ascii = /^[\x20-\x7e]*$/

/** The form in which texts are compared: full-width and half-width spellings are the same. */
export function comparable(value: string): string {
  return ascii.test(value) ? value : value.normalize('NFKC')
}

/** Whether two texts say the same. */
export function sameText(a: string, b: string): boolean {
  return a === b || comparable(a) === comparable(b)
}

/** `text.contains(part)`, `text.startsWith(part)`. */
export const textFunctions: readonly FunctionDeclaration[] = [
  {
    name: 'contains',
    method: true,
    parameters: [text, text],
    result: bool,
    inputs: [],
    apply: (whole: string, part: string) => comparable(whole).includes(comparable(part)),
  },
  {
    name: 'startsWith',
    method: true,
    parameters: [text, text],
    result: bool,
    inputs: [],
    apply: (whole: string, part: string) => comparable(whole).startsWith(comparable(part)),
  },
]
