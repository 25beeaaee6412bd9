import type { Day } from '../calendar/day.ts'
import type { Dossier } from '../model/dossier.ts'
import type { FormatName } from './document.ts'
import type { View, ViewGroup } from './view.ts'

/** What a view may know besides the dossiers. */
export interface ViewContext {
  /** The day the document is made for. */
  readonly asOf: Day
}

/** Makes the views of one kind of document: one for each document to be written, none where it has no subject. */
export type ViewMaker<Subject> = (
  subject: Subject,
  context: ViewContext,
) => readonly View[] | Promise<readonly View[]>

/** Two states of the same systems, for documents that show what has changed. */
export interface BeforeAndAfter {
  readonly before: readonly Dossier[]
  readonly after: readonly Dossier[]
}

interface Common {
  /** The name on the command line and of the template, kebab-case. */
  readonly name: string
  /** What it is called in the office, e.g. 実施手順書. */
  readonly title: string
  /** The forms it can be written in; the first is meant where none is asked for. */
  readonly formats: readonly [FormatName, ...FormatName[]]
  /** The text of a view with every name a template may use, no list empty: templates are checked against it. */
  readonly sample: () => Promise<ViewGroup>
}

/** A kind of document, by what one is made from. Views are loaded when a document is made. */
export type DocumentKind = Common &
  (
    | { readonly of: 'system'; readonly views: () => Promise<ViewMaker<Dossier>> }
    | { readonly of: 'systems'; readonly views: () => Promise<ViewMaker<readonly Dossier[]>> }
    | { readonly of: 'comparison'; readonly views: () => Promise<ViewMaker<BeforeAndAfter>> }
  )

/** Every kind of document, in the order of the help. */
export const documentKinds: readonly DocumentKind[] = []
