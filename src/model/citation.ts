import {
  type Article,
  articleOf,
  articlesCited,
  isArticleNumber,
  isDeletedArticle,
} from '../japanese/article.ts'
import { isReadAsAnother, sentencesAtWork } from '../japanese/ended.ts'
import { citing } from '../japanese/name.ts'
import { writeDayText } from '../japanese/date.ts'
import { plainText } from '../japanese/sentence.ts'
import { mappingIn, mappingsIn } from '../schema/variant.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { goneIn } from './organisation.ts'
import type { Part } from './part.ts'
import { Standard } from './standard.ts'

/*
 * What a clause or a ruling points to and is not there: articles, classes of information, organisations, documents.
 */

/** The clauses that a clause points to and that say no more than 削除. */
export function deletedArticles(clause: Part): readonly Part[] {
  const cited = new Set(citedBy(clause).map(({ name }) => name))
  return siblingsOf(clause).filter(
    (other) =>
      isDeletedArticle(textOf(other)) &&
      isArticleNumber(other.writtenText('number') ?? '') &&
      cited.has(articleIn(other)?.name ?? ''),
  )
}

/**
 * The articles that a clause points to and that are not there: told only where all from the first to the last are
 * written, so that a number beyond the last is certainly none.
 */
export function missingArticles(clause: Part): readonly string[] {
  const there = siblingsOf(clause).flatMap((other) => articleIn(other) ?? [])
  const numbers = new Set(there.map(({ number }) => number))
  const last = there.reduce((most, { number }) => (number > most ? number : most), 0)
  if (numbers.size < fewest || numbers.size < last) return []
  const missing = citedBy(clause).filter(({ number }) => number > last)
  return [...new Set(missing.map(({ name }) => name))]
}

/** A few articles in a row are no whole standard. */
const fewest = 5

/**
 * The classes of information that a clause names and that its standard no longer has: it has classes of its own, one
 * clause lists them all, and this one is not among them.
 */
export function goneClasses(clause: Part): readonly string[] {
  const standard = Standard.of(clause)
  const [own, all] = [ownClasses(standard), namesOf(standard)]
  if (own.length < 2) return []
  const listing = siblingsOf(clause)
    .map(plainOf)
    .filter((text) => own.every((name) => text.includes(name)))
  if (listing.length === 0 || listing.includes(plainOf(clause))) return []
  const old = all.filter(
    (name) => !own.includes(name) && !listing.some((text) => text.includes(name)),
  )
  return old.filter((name) => name.length > 2 && plainOf(clause).includes(name))
}

/** The organisations that a clause names and that the municipality does not have. */
export function goneInClause(dossier: Dossier, clause: Part): readonly Part[] {
  const texts = siblingsOf(clause).map(textOf)
  return goneIn(textOf(clause), dossier).filter(
    (gone) => !isReadAsAnother(gone.text('name') ?? '', texts),
  )
}

/** The documents that a clause cites and that are no longer in force, each with its last day. */
export function goneDocuments(clause: Part): readonly string[] {
  const beside = (): readonly Part[] => siblingsOf(clause)
  return citedGone(textOf(clause), Standard.of(clause).list('documents'), beside)
}

/** The documents that the text of a ruling cites and that are no longer in force, each with its last day. */
export function goneDocumentsOf(ruling: Part): readonly string[] {
  const dossier = dossierOf(ruling)
  const documents = dossier.withOrganisation
    .flatMap(({ procedures }) => procedures)
    .flatMap((procedure) => procedure.writtenParts('documents'))
  const beside = (): readonly Part[] =>
    ['provisions', 'duties'].flatMap((list) => ruling.parent?.writtenParts(list) ?? [])
  return citedGone(textOf(ruling), [...dossier.standard.list('documents'), ...documents], beside)
}

/**
 * Of some documents those out of force that a text cites as if they were not. What stands beside it may have them read
 * as others; it is gathered only where something is out of force, as every ruling of a long procedure asks.
 */
function citedGone(
  text: string,
  documents: readonly Part[],
  beside: () => readonly Part[],
): readonly string[] {
  const gone = documents.filter((one) => (lastDayOf(one) ?? one.world.asOf) < one.world.asOf)
  if (gone.length === 0) return []
  const texts = beside().map(textOf)
  const there = documents.filter((one) => !gone.includes(one)).map(titleOf)
  const cited = gone.filter((one) => {
    const title = titleOf(one)
    const isCited = citing(title, there)
    return sentencesAtWork(text, title).some(isCited) && !isReadAsAnother(title, texts)
  })
  return [...new Set(cited.map(goneInWords))]
}

/** A document out of force in words: 市個人情報保護条例（2023年3月31日まで。今は個人情報の保護に関する法律）. */
function goneInWords(document: Part): string {
  const now = document.writtenText('replacedBy')
  const instead = now === undefined ? '' : now === 'none' ? '。替わる文書はない' : `。今は${now}`
  return `${titleOf(document)}（${writeDayText(lastDayOf(document) ?? '')}まで${instead}）`
}

const titleOf = (document: Part): string => document.writtenText('title') ?? ''

/** The last day on which a document was in force, of the standard or beside a procedure. */
function lastDayOf(document: Part): string | undefined {
  const ended = document.writtenText('until')
  if (ended !== undefined || !document.shape.fields['inForce']) return ended
  return document.writtenPart('inForce')?.writtenText('until')
}

/** The names of the classes that the municipality's own packs give. */
function ownClasses(standard: Standard): readonly string[] {
  return standard.packs.slice(1).flatMap(({ value }) => classesIn(value))
}

const namesOf = (standard: Standard): readonly string[] =>
  [...(standard.vocabularies.get('classes')?.values() ?? [])].map(({ name }) => plainText(name))

function classesIn(value: Readonly<Record<string, unknown>>): readonly string[] {
  return mappingsIn(mappingIn(value['vocabularies'])['classes']).map(({ name }) =>
    plainText(String(name)),
  )
}

const textOf = (clause: Part): string => clause.writtenText('text') ?? ''
const plainOf = (clause: Part): string => plainText(textOf(clause))

function citedBy(clause: Part): readonly Article[] {
  return clause.written('document') ? [] : articlesCited(textOf(clause))
}

/** The article of a clause of the standard itself; a clause of an annex has numbers of its own. */
function articleIn(clause: Part): Article | undefined {
  return clause.written('document') ? undefined : articleOf(clause.writtenText('number') ?? '')
}

/** The clauses of the same pack. */
export function siblingsOf(clause: Part): readonly Part[] {
  const pack = packOf(clause)
  return Standard.of(clause).clauses.filter((other) => packOf(other) === pack)
}

function packOf(part: Part): Part {
  return part.parent ? packOf(part.parent) : part
}
