import type { FormColumn, LedgerForm } from '../schema/sheet-ledger.ts'
import type { Grid } from '../source/grid.ts'

export type { FormColumn } from '../schema/sheet-ledger.ts'

/** What a sheet of a form says about itself besides what a person reads in it. */
export interface CarriedForm {
  readonly sheet: string
  readonly columns: readonly (FormColumn & { readonly heading: string })[]
  /** What stands in its cells as a text that does not say all. */
  readonly values: readonly (FormColumn & { readonly text: string; readonly value: unknown })[]
}

/** A name that a form shows for an id of a noun or of a vocabulary. */
export interface CarriedName {
  readonly noun: string
  readonly text: string
  readonly id: string
}

/** The hidden sheet of a workbook that keeps them. */
export const formSheet = 'policy-lint'

const format = 'policy-lint/ledgers.v1'

/** Excel holds no more in a cell. */
const longest = 32_000

/** The rows of the hidden sheet; what is too long for a cell is left out, and then read as it is shown. */
export function carriedRows(
  forms: readonly CarriedForm[],
  names: readonly CarriedName[],
): readonly (readonly string[])[] {
  const rows = forms.flatMap(({ sheet, columns, values }) => [
    ...columns.map(({ heading, part, key }) => ['column', sheet, part, key, heading]),
    ...values.map(({ part, key, text, value }) => [
      'value',
      sheet,
      part,
      key,
      text,
      JSON.stringify(value),
    ]),
  ])
  const all = [...rows, ...names.map(({ noun, text, id }) => ['name', noun, text, id])]
  return [[format], ...all.filter((row) => row.every((cell) => cell.length <= longest))]
}

/** What the forms of a workbook say of themselves, by sheet; one that no form made says nothing. */
export function formsIn(hidden: readonly Grid[]): (sheet: string) => LedgerForm | undefined {
  const own = hidden.find(({ name }) => name === formSheet)
  const [head, ...rows] = own?.rows ?? []
  if (head?.[0] !== format) return () => undefined
  const columns = new Map<string, (FormColumn & { readonly heading: string })[]>()
  const values = new Map<string, unknown>()
  const names = new Map<string, string | undefined>()
  for (const [is = '', first = '', ...rest] of rows) {
    if (is === 'column') {
      const [part = '', key = '', heading = ''] = rest
      if (part !== 'series' && part !== 'entry') continue
      columns.set(first, [...(columns.get(first) ?? []), { part, key, heading }])
    } else if (is === 'value') addValue(values, first, rest)
    else if (is === 'name') {
      const [text = '', id = ''] = rest
      const at = joined(first, text)
      // A name that two have is none's.
      names.set(at, names.has(at) && names.get(at) !== id ? undefined : id)
    }
  }
  return (sheet) => {
    const known = columns.get(sheet)
    if (!known) return undefined
    return {
      columns: (heading) => known.filter((one) => one.heading === heading.trim()),
      value: ({ part, key }, text) => values.get(joined(sheet, part, key, text)),
      idOf: (noun, name) => names.get(joined(noun, name)),
    }
  }
}

/** Two values that look alike in a form are read from what is shown. */
function addValue(
  values: Map<string, unknown>,
  sheet: string,
  [part = '', key = '', text = '', json = '']: readonly string[],
): void {
  const at = joined(sheet, part, key, text)
  const value = parsed(json)
  const isOther = values.has(at) && JSON.stringify(values.get(at)) !== JSON.stringify(value)
  values.set(at, isOther ? undefined : value)
}

function joined(...parts: readonly string[]): string {
  return parts.join('\0')
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}
