import { knownOf, Unknown } from '../finding/unknown.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { dutiesAll, provisionsAll } from './procedure.ts'
import { attempt, procedureOf } from './duty.ts'
import type { Part } from './part.ts'
import { isAbove } from './upper.ts'

/*
 * A point that somebody has read a text for and that is not in it. It is known to be lacking even where the
 * text was copied in part.
 */

/** What a procedure and the documents that go with it, those above it too, are written to lack. */
export function lacksAll(procedure: Part): readonly Part[] {
  return lacksOf([procedure, ...procedure.writtenParts('documents')])
}

/** The same without what a document above it lacks. */
function lacksOwn(procedure: Part): readonly Part[] {
  return lacksOf([procedure, ...procedure.writtenParts('documents').filter((one) => !isAbove(one))])
}

function lacksOf(texts: readonly Part[]): readonly Part[] {
  return texts.flatMap((text) => text.writtenParts('lacks'))
}

/** Whether the text that lacks a point is one that others laid down. */
export function isLackAbove(lack: Part): boolean {
  return lack.parent !== undefined && isAbove(lack.parent)
}

/** Whether the text that lacks a point is a form, by what it is called: what is filled in there is what was asked for. */
export function isLackOfForm(lack: Part): boolean {
  const title = lack.parent?.text('title') ?? ''
  const form = dossierOf(lack).standard.word('documentKinds', 'form')
  return [form?.name, ...(form?.near ?? [])].some((one) => one !== undefined && title.includes(one))
}

/** The requirement that a point which is lacking belongs to. */
export function requirementOfLack(lack: Part): string {
  return dossierOf(lack).standard.word('points', lack.text('point'))?.requirement ?? ''
}

/**
 * Whether something that is known states the point all the same, be it of the procedure, of a document or of
 * the whole organisation: of each of the things that are named, where some are. That a text was read and does
 * not have it holds whatever else there may be.
 */
export function isStatedAllTheSame(lack: Part): boolean {
  const point = lack.text('point') ?? ''
  const targets = lack.texts('targets')
  const procedure = procedureOf(lack)
  const wide = attempt(() => dossierOf(procedure).organisationWide?.procedures ?? [])
  const sentences = [procedure, ...(wide instanceof Unknown ? [] : wide)].flatMap((one) => [
    ...provisionsAll(one),
    ...dutiesAll(one),
  ])
  return knownOf(sentences).some(
    (one) =>
      one.texts('states').includes(point) &&
      targets.every((target) => one.texts('targets').includes(target)),
  )
}

/** Whether one of some points is written to be lacking from a procedure of a dossier, and not only from a form, whatever it is about. */
export function isAnyLacking(dossier: Dossier, points: readonly string[]): boolean {
  const procedures = attempt(() => dossier.procedures)
  if (procedures instanceof Unknown) return false
  return procedures
    .flatMap(lacksOwn)
    .filter((lack) => !isLackOfForm(lack))
    .some((lack) => lack.texts('targets').length === 0 && points.includes(lack.text('point') ?? ''))
}
