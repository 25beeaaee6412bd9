import type { WrittenDossier } from '../model/dossier.ts'
import { isPart, type WrittenPart } from '../model/part.ts'

/*
 * What a finding is about, in words: without the names that tell nothing of the matter.
 */

/** What is said and what is wanted, with the sentence of the duty or provision it is about. */
export function aboutOf(
  said: string,
  bound: readonly unknown[],
  dossier: WrittenDossier | undefined,
): string {
  return without(placesIn(dossier), `${said}${textIn(sentenceOf(bound), 'text')}`)
}

/** What a duty or provision is called, and its sentence; undefined where a finding is about none. */
export function matterOf(
  bound: readonly unknown[],
  dossier: WrittenDossier | undefined,
): string | undefined {
  const element = sentenceOf(bound)
  if (!element) return undefined
  return without(placesIn(dossier), `${textIn(element, 'title')}、${textIn(element, 'text')}`)
}

const sentenceTypes: ReadonlySet<string> = new Set(['Duty', 'Provision'])

function sentenceOf(bound: readonly unknown[]): WrittenPart | undefined {
  return bound.findLast((one): one is WrittenPart => isPart(one) && sentenceTypes.has(one.type))
}

function textIn(part: WrittenPart | undefined, field: string): string {
  const text = part?.legible[field]
  return typeof text === 'string' ? text : ''
}

const known = new WeakMap<WrittenDossier, readonly string[]>()

/** The titles of the procedures, and what the organisations are called, the longest first. */
function placesIn(dossier: WrittenDossier | undefined): readonly string[] {
  if (!dossier) return []
  const found = known.get(dossier) ?? namesIn(dossier)
  known.set(dossier, found)
  return found
}

function namesIn({ procedures, municipality }: WrittenDossier): readonly string[] {
  const titles = procedures.map((one) => textIn(one, 'title'))
  const names = [...municipality.organisations.values()].map(({ data }) => data['name'])
  return [...titles, ...names.filter((name) => typeof name === 'string')]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
}

/** A text with a point where one of some names stood. */
function without(names: readonly string[], text: string): string {
  return names.reduce((rest, name) => rest.replaceAll(name, '、'), text)
}
