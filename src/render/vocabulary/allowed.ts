import { paragraphStyles } from '../document.ts'

/** An element of the vocabulary: where it may stand, and what may be said of it. */
interface Allowed {
  readonly attributes: readonly string[]
  readonly classes: readonly string[]
}

const line: Allowed = { attributes: ['class', 'data-source'], classes: [] }
const bare: Allowed = { attributes: ['data-source'], classes: [] }
const cell: Allowed = {
  attributes: ['class', 'rowspan', 'colspan', 'data-source'],
  classes: ['c', 'r', 'missing'],
}
const heading: Allowed = { ...line, classes: ['pagebreak', 'missing'] }

/** Every element a template may use. `docs/templates.ja.md` says what each is for. */
export const vocabulary: ReadonlyMap<string, Allowed> = new Map<string, Allowed>([
  ['article', { attributes: ['data-orient', 'data-source'], classes: [] }],
  ['h1', { ...heading, classes: ['subject', ...heading.classes] }],
  ['h2', heading],
  ['h3', heading],
  [
    'p',
    {
      ...line,
      classes: [...paragraphStyles.filter((style) => style !== 'plain'), 'pagebreak', 'missing'],
    },
  ],
  ['span', { ...line, classes: ['num', 'missing'] }],
  ['u', bare],
  ['ins', bare],
  ['del', bare],
  ['strong', bare],
  ['br', { attributes: [], classes: [] }],
  ['table', { ...line, classes: ['grid'] }],
  ['caption', bare],
  ['colgroup', { attributes: [], classes: [] }],
  ['col', { attributes: ['width'], classes: [] }],
  ['thead', { attributes: [], classes: [] }],
  ['tbody', { attributes: [], classes: [] }],
  ['tr', bare],
  ['th', cell],
  ['td', cell],
  ['ul', bare],
  ['li', bare],
  ['figure', bare],
  ['figcaption', bare],
  ['img', { attributes: ['data-picture', 'alt'], classes: [] }],
])

/** The elements that stand in a line. */
export const inlineNames: ReadonlySet<string> = new Set(['span', 'u', 'ins', 'del', 'strong', 'br'])
