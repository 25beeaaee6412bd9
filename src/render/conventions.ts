import { ownValue } from '../finding/own-value.ts'
import { UsageError } from '../finding/usage-error.ts'
import type { DigitWidth } from '../japanese/digits.ts'
import type { ItemStyle } from '../japanese/numbering.ts'
import type { Municipality } from '../model/municipality.ts'
import { locationIn } from '../model/place.ts'

/** How one municipality writes official documents: what its file says, else what is usual. */
export interface Conventions {
  readonly digits: DigitWidth
  readonly comma: 'touten' | 'comma'
  readonly items: ItemStyle
  readonly calendar: 'era' | 'western' | 'both'
  readonly padDates: boolean
  readonly honorific: 'sama' | 'dono'
  /** Patterns with `{組織}`; empty where the usual wording is meant. */
  readonly senderTitle: string
  readonly addresseeTitle: string
  /** A pattern with `{年}` and `{番号}`; empty where numbers are written out. */
  readonly documentNumber: string
  readonly fonts: { readonly mincho: string; readonly gothic: string }
  readonly comparison: ComparisonConventions
}

/** How the table of a revision (新旧対照表) is laid out and worded. */
export interface ComparisonConventions {
  readonly order: 'afterFirst' | 'beforeFirst'
  readonly after: string
  readonly before: string
  readonly added: string
  readonly removed: string
  readonly omitted: string
}

/** What is usual; `digits` is the custom of most municipal offices. */
export const usualConventions: Conventions = {
  digits: 'oneDigitFull',
  comma: 'touten',
  items: 'parenthesised',
  calendar: 'era',
  padDates: false,
  honorific: 'sama',
  senderTitle: '',
  addresseeTitle: '',
  documentNumber: '',
  fonts: { mincho: 'BIZ UD明朝 Medium', gothic: 'BIZ UDゴシック' },
  comparison: {
    order: 'afterFirst',
    after: '改正後',
    before: '改正前',
    added: '（新設）',
    removed: '（削る）',
    omitted: '（略）',
  },
}

/** The words in braces that a pattern may have. */
const placeholders: Readonly<Record<string, readonly string[]>> = {
  senderTitle: ['組織'],
  addresseeTitle: ['組織'],
  documentNumber: ['年', '番号'],
}

/** The conventions of a municipality. A pattern with an unknown word in braces is refused at its place. */
export function conventionsOf(municipality: Municipality): Conventions {
  // The schema has said that these fields, where they are, have the values of the type.
  const written = (municipality.value['conventions'] ?? {}) as Partial<Conventions>
  for (const [name, known] of Object.entries(placeholders)) {
    const pattern = written[name as keyof Conventions]
    if (typeof pattern === 'string') refuseUnknown(municipality, name, pattern, known)
  }
  return {
    ...usualConventions,
    ...written,
    fonts: { ...usualConventions.fonts, ...written.fonts },
    comparison: { ...usualConventions.comparison, ...written.comparison },
  }
}

/** Fills the words in braces of a pattern: `{組織}長` → 総務課長. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{([^{}]*)\}/g, (whole, word: string) => ownValue(values, word) ?? whole)
}

function refuseUnknown(
  municipality: Municipality,
  name: string,
  pattern: string,
  known: readonly string[],
): void {
  const unknown = [...pattern.matchAll(/\{([^{}]*)\}/g)].find(
    ([, word]) => !known.includes(word ?? ''),
  )
  if (!unknown) return
  throw new UsageError(
    `公文書の書き方にある「${unknown[0]}」は、置き換える言葉として使えません。`,
    {
      hint: `使えるのは ${known.map((word) => `{${word}}`).join('、')} です。`,
      location: locationIn(municipality.document, ['conventions', name]),
    },
  )
}
