import { fingerprint } from '../finding/finding.ts'
import type { Data } from './element.ts'

/*
 * What a Word file of a procedure carries beside its text, so that it can be read back: a mark in the text
 * where each element is printed, and what the element says. What is carried of an element holds as long as
 * the text at its mark is the one that was printed; then the text alone is read.
 */

/** A procedure as its Word file carries it. */
export interface CarriedProcedure {
  readonly format: typeof carriedFormat
  readonly system: string
  /** The procedure without the elements that have marks. */
  readonly head: Data
  readonly elements: readonly CarriedElement[]
}

/** An element with the text that was printed at its mark, as a digest. */
export interface CarriedElement {
  /** The name of the bookmark. */
  readonly mark: string
  /** Where in the procedure it stands: `duties`, `documents/appendix/duties`; empty for keys of the procedure itself. */
  readonly list: string
  readonly digest: string
  readonly value: Data
}

/** The form in which it is written. */
export const carriedFormat = 'policy-lint/carried.v1'

/** The namespace of the part of the Word file that holds it. */
export const carriedNamespace = 'urn:policy-lint:carried'

/** The property of a Word file that says of which system and procedure it is. */
export const identityProperty = 'policy-lint'

/** Word knows no longer name of a bookmark. */
const longestMark = 40
const beginning = 'pl.'

/** The bookmark of an element: `pl.duty.account-review`. Where its id is too long, what is left out is a digest. */
export function markName(noun: string, key: string): string {
  // A bookmark is one word.
  const name = `${beginning}${noun}.${key.replaceAll(/[^\p{L}\p{N}._-]/gu, '_')}`
  if (name.length <= longestMark) return name
  return `${name.slice(0, longestMark - 9)}.${fingerprint(name).slice(0, 8)}`
}

/** Whether a bookmark is one of ours. */
export function isMark(name: string): boolean {
  return name.startsWith(beginning)
}

/** The noun and the key that a bookmark names: `duty`, `account-review`. */
export function namedBy(mark: string): { readonly noun: string; readonly key: string } {
  const [noun = '', ...key] = mark.slice(beginning.length).split('.')
  return { noun, key: key.join('.') }
}

/** The digest of the texts at a mark: neither numbers before them nor spaces count. */
export function digestOfTexts(texts: readonly string[]): string {
  return fingerprint(texts.join('').replaceAll(/\s/gu, ''))
}

/** The procedure that a Word file carries, put together again: as it was when it was printed. */
export function procedureCarried({ head, elements }: CarriedProcedure): Data {
  const lists = new Map<string, Data[]>()
  for (const { list, value } of elements) lists.set(list, [...(lists.get(list) ?? []), value])
  const within = (document: Data): Data => {
    const own = [...lists].flatMap(([list, values]) => {
      const [, id, inner] = /^documents\/(.+)\/(\w+)$/u.exec(list) ?? []
      return inner !== undefined && id === document['id'] ? [[inner, values] as const] : []
    })
    return { ...document, ...Object.fromEntries(own) }
  }
  const outer = [...lists].filter(([list]) => list !== '' && !list.includes('/'))
  return {
    ...head,
    ...Object.fromEntries((lists.get('') ?? []).flatMap((value) => Object.entries(value))),
    ...Object.fromEntries(
      outer.map(([list, values]) => [list, list === 'documents' ? values.map(within) : values]),
    ),
  }
}

/** What a Word file carries, where it is of the form that is known; it may come from anywhere. */
export function readCarried(text: string): CarriedProcedure | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  return isCarried(value) ? value : undefined
}

function isCarried(value: unknown): value is CarriedProcedure {
  if (!isData(value) || value['format'] !== carriedFormat) return false
  const { system, head, elements } = value
  return (
    typeof system === 'string' && isData(head) && Array.isArray(elements) && elements.every(isOne)
  )
}

function isOne(value: unknown): value is CarriedElement {
  if (!isData(value)) return false
  const { mark, list, digest, value: own } = value
  return [mark, list, digest].every((one) => typeof one === 'string') && isData(own)
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
