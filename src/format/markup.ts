import { ownValue } from '../finding/own-value.ts'
import { visible } from './text/visible.ts'

declare const brand: unique symbol

/** A piece of HTML that is safe to be put into a page. */
export type Markup = string & { readonly [brand]: 'Markup' }

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text of a user's file as HTML shows it: it can be read and do nothing. */
export function escaped(text: string): Markup {
  return visible(text).replace(
    /[&<>"']/g,
    (character) => ownValue(entities, character) ?? '',
  ) as Markup
}

/** Writes HTML: what is put in is escaped unless it is markup already; lists are joined. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (Markup | readonly Markup[] | { readonly text: string | number })[]
): Markup {
  return parts.reduce((page, written, index) => {
    const value = values[index]
    const part = written.replace(/\n\s+/g, '\n')
    if (value === undefined) return page + part
    if (typeof value === 'string') return page + part + value
    if ('text' in value) return page + part + escaped(String(value.text))
    return page + part + value.join('')
  }, '') as Markup
}

/** A text to be escaped. */
export const say = (text: string | number): { readonly text: string | number } => ({ text })
