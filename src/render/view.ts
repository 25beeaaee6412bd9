import type { Day } from '../calendar/day.ts'
import type { Coverage } from '../finding/coverage.ts'
import type { Finding } from '../finding/finding.ts'
import type { MissingLabel } from '../finding/missing-words.ts'
import type { Reviewed } from '../finding/review.ts'
import type { RequirementCard, RuleCard } from '../finding/rule-card.ts'
import type { WrittenDossier } from '../model/dossier.ts'
import type { WrittenStandard } from '../model/standard.ts'
import type { CarriedElement, CarriedProcedure } from '../model/carried.ts'
import type { CarriedName, FormColumn } from '../model/ledger-form.ts'

/**
 * A finished value that a template places: text, a yes or no for `#if`, a list for `#each`, or a group of
 * these. Numbers, dates and wording are text already; an empty text means intentionally empty.
 */
export type ViewValue = string | boolean | readonly ViewValue[] | ViewGroup

/** Values by name. Names are what staff who edit templates write; ASCII or Japanese, without spaces. */
export interface ViewGroup {
  readonly [name: string]: ViewValue
}

/** Whether a value is values by name. */
export function isGroup(value: ViewValue): value is ViewGroup {
  return typeof value === 'object' && !Array.isArray(value)
}

/** One document to be: finished text for a template, and what no template can hold. */
export interface View {
  /** The title of the document, for its properties and for lists. */
  readonly title: string
  /** The file name without its ending, from ids, e.g. `aoba-city-library-procedure`; made safe when written. */
  readonly stem: string
  /** What the template sees. Every name is present in every view of a kind, empty rather than absent. */
  readonly text: ViewGroup
  /** Pictures by the name that `<img data-picture="…">` uses. */
  readonly pictures?: Readonly<Record<string, Picture>>
  /** The tables of the workbook, for documents that can be one. */
  readonly sheets?: readonly Sheet[]
  /** The names of the fonts in Word and Excel; the usual ones without it. */
  readonly fonts?: Fonts
  /** What its Word file carries beside the text, so that it can be read back. */
  readonly carried?: Carried
  /** Why it says nothing to anybody yet, in Japanese: it is made as a draft alone. */
  readonly lacks?: string
}

/** What a Word file carries of a procedure, with the places of the YAML that its text names. */
export type Carried = Pick<CarriedProcedure, 'system' | 'head'> & {
  readonly places: readonly CarriedPlace[]
}

/** An element that is carried, and where it comes from: the first piece of the text from there bears its mark. */
export interface CarriedPlace extends Omit<CarriedElement, 'digest'> {
  /** `path:line:column` */
  readonly source: string
  /** Whether it is printed as one row of a table. */
  readonly isRow?: boolean
}

/** What a view may know besides the dossiers. */
export interface ViewContext {
  /** The day the document is made for. */
  readonly asOf: Day
  /** Of documents that are made for each post, the one that is asked for. */
  readonly post?: string
}

/** Makes the views of one kind of document: one for each document to be written, none where it has no subject. */
export type ViewMaker<Subject> = (
  subject: Subject,
  context: ViewContext,
) => readonly View[] | Promise<readonly View[]>

/** Systems with what the check has against them. */
export interface Judged {
  readonly dossiers: readonly WrittenDossier[]
  readonly findings: readonly Finding[]
}

/** Systems with what the rules say of every clause on each of them. */
export interface Covered {
  readonly dossiers: readonly WrittenDossier[]
  readonly coverage: Coverage
  /** Where a missing fact would be written. */
  readonly missingLabel: MissingLabel
}

/** A standard with all that judges by it, and what reviewers have said of it. */
export interface ExplainedStandard {
  readonly standard: WrittenStandard
  /** The rules in use, as this standard takes them. */
  readonly rules: readonly RuleCard[]
  readonly requirements: readonly RequirementCard[]
  /** Every rule with the clauses behind it, in the order of the document. */
  readonly reviewed: readonly Reviewed[]
}

/** Two states of the same systems, for documents that show what has changed. */
export interface BeforeAndAfter {
  readonly before: readonly WrittenDossier[]
  readonly after: readonly WrittenDossier[]
}

/** Fonts by name: mincho for text, gothic for headings. */
export interface Fonts {
  readonly mincho: string
  readonly gothic: string
}

/** A drawing in both forms that the formats need. Sizes are CSS pixels, 96 to the inch. */
export interface Picture {
  /** A whole SVG document without scripts, links or outside references. */
  readonly svg: string
  /** Draws the same as PNG, at least twice the size; called only where a format needs it. */
  readonly png: () => Promise<Uint8Array>
  readonly alt: string
  readonly width: number
  readonly height: number
  /** What a person who prints it should know, in Japanese. */
  readonly warnings?: readonly string[]
  /** Why words stand in the place of the drawing: what this machine lacks. */
  readonly lack?: { readonly message: string; readonly hint: string }
}

/** One sheet of a workbook, printed on A4 at the width of the page. */
export interface Sheet {
  /** The name on the tab. */
  readonly name: string
  readonly landscape: boolean
  readonly columns: readonly SheetColumn[]
  /** Rows above the table: title, unit, day. */
  readonly lead: readonly SheetRow[]
  /** The head of the table, repeated on every printed page. */
  readonly head: readonly SheetRow[]
  readonly rows: readonly SheetRow[]
  /** What a form says to the program that reads it back, beside what a person reads in it. */
  readonly form?: SheetForm
}

/** What the columns of a form hold, and the names that may stand in them. */
export interface SheetForm {
  readonly columns: readonly FormColumn[]
  readonly names: readonly CarriedName[]
}

/** A column of a sheet. */
export interface SheetColumn {
  /** In half-width characters. */
  readonly width: number
  /** What the pull-down of its cells below the head offers. */
  readonly choices?: readonly string[]
  /** Whether it holds days: what a person writes in its blank cells is shown as one. */
  readonly isDay?: boolean
}

/** The cells of a row from the left. As in HTML, a place covered by a merged cell is left out. */
export type SheetRow = readonly SheetCell[]

/** A cell: plain, or one that says more about itself. */
export type SheetCell =
  | string
  | number
  | {
      readonly text: string | number
      /** A day: kept as one, so that it sorts and counts, and shown by the custom of its writer. */
      readonly day?: Day
      /** A number that is a share of one: kept as one, and shown in percent. */
      readonly isShare?: boolean
      /** How many rows and columns the cell covers; one without it. */
      readonly rows?: number
      readonly columns?: number
      readonly align?: 'left' | 'center' | 'right'
      readonly bold?: boolean
      /** Where the text comes from, `path:line:column`. */
      readonly source?: string
      /** The value that a text shows without saying all of it. */
      readonly carried?: unknown
    }

/** The same names and values without the name of their type: what a group of a view is to the compiler. */
type Plain<Value> = Value extends string | boolean
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : { readonly [Name in keyof Value]: Plain<Value[Name]> }

/** A finished text as the group of values that a template sees. */
export function finished<Text extends object>(text: Text): Plain<Text> {
  // Nothing changes but what the compiler calls it: an interface has no index signature.
  return text as Plain<Text>
}
