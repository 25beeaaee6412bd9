import type { Day } from '../calendar/day.ts'
import { gradeCounts, type Review } from '../finding/change.ts'
import { writeDay } from '../japanese/date.ts'
import { joinList } from '../japanese/list.ts'
import type { WrittenDossier } from '../model/dossier.ts'
import { dutiesOf, provisionsOf } from '../model/procedure.ts'
import { standingOf } from '../model/edition.ts'
import { newerGuidelines } from '../model/guideline.ts'
import type { WrittenPart } from '../model/part.ts'
import type { WrittenStandard } from '../model/standard.ts'
import type { Printer } from './print.ts'
import {
  demandsChanged,
  newTo,
  type StandardChange,
  type StandardSides,
} from './standard-change.ts'

/** Things that are named before the rest is counted. */
const listed = 5

/** What reviewing asks of the run. */
export interface Reviewing {
  readonly sides: StandardSides
  readonly changes: readonly StandardChange[]
  readonly print: Printer
  /** The elements of a procedure beside its duties and provisions that answer to a requirement. */
  readonly levelsOf: (procedure: WrittenPart, requirement: string) => readonly WrittenPart[]
}

/**
 * The procedures of a system that must be reviewed: written against an edition before the later one, or
 * saying something on a requirement whose clauses are no longer the same.
 */
export function reviewsOf(dossier: WrittenDossier, reviewing: Reviewing): readonly Review[] {
  const { changes, sides } = reviewing
  return standingOf(dossier).flatMap((procedure) => {
    const open = newTo(procedure, changes, sides.after)
    return [
      ...open.flatMap((change) => ofEdition(procedure, change)),
      ...ofDemands(procedure, dossier, { ...reviewing, changes: open }),
    ]
  })
}

function ofEdition(procedure: WrittenPart, { pack, editions }: StandardChange): readonly Review[] {
  const written = procedure.part('standard')
  const edition = written?.text('edition')
  if (!editions || edition === undefined || written?.text('pack') !== pack) return []
  return [
    {
      procedure: procedure.key,
      message: `「${titleOf(procedure)}」は、${edition}版の対策基準に基づいて書かれています。${editions.after}版と照らし合わせて見直してください。`,
      location: procedure.location('standard'),
    },
  ]
}

/** What is only relaxed need not be reviewed: it is kept all the same. */
function ofDemands(
  procedure: WrittenPart,
  dossier: WrittenDossier,
  reviewing: Reviewing,
): readonly Review[] {
  const { sides, changes, print } = reviewing
  return [...demandsChanged(dossier, sides, changes)].flatMap(([requirement, all]) => {
    const own = all.filter(({ grade }) => grade !== 'relaxed')
    if (own.length === 0) return []
    const name = `「${requirementTitle(requirement, sides)}」（${requirement}）`
    const parts = answering(procedure, requirement, reviewing)
    const [first] = parts
    if (first) {
      const titles = joinList(
        parts.map((part) => print.title(part)),
        listed,
      )
      const message = `${name}の条文が変わります（${gradeCounts(own)}）。${titles}を見直してください。`
      return [{ procedure: procedure.key, message, location: first.location() }]
    }
    if (!own.some(({ grade }) => grade === 'added')) return []
    if (!isOwn(requirement, dossier, sides) || isAnsweredElsewhere(requirement, dossier)) return []
    const message = `${name}の条文が新たに置かれますが、「${titleOf(procedure)}」には、これを要求事項とする業務や規定がありません。`
    return [{ procedure: procedure.key, message, location: procedure.location('title') }]
  })
}

function answering(
  procedure: WrittenPart,
  requirement: string,
  { levelsOf }: Reviewing,
): readonly WrittenPart[] {
  return [...naming(procedure, requirement), ...levelsOf(procedure, requirement)]
}

/** The duties and provisions of a procedure that name a requirement. */
function naming(procedure: WrittenPart, requirement: string): readonly WrittenPart[] {
  return [...dutiesOf(procedure), ...provisionsOf(procedure)].filter(
    ({ data }) => data['requirement'] === requirement,
  )
}

/** Whether a requirement certainly is for this system, or for the whole organisation where this is it. */
function isOwn(key: string, dossier: WrittenDossier, { after }: StandardSides): boolean {
  const requirement = after.requirement(key)
  if (requirement?.data['level'] !== dossier.level) return false
  return after.holding([requirement], dossier).includes(requirement)
}

/** Whether another procedure that holds for the system says something on a requirement. */
function isAnsweredElsewhere(requirement: string, dossier: WrittenDossier): boolean {
  const wide = dossier.organisationWide ? standingOf(dossier.organisationWide) : []
  return [...standingOf(dossier), ...wide].some(
    (procedure) => naming(procedure, requirement).length > 0,
  )
}

/** What a requirement is called, by the later standard where it still has it. */
export function requirementTitle(key: string, { before, after }: StandardSides): string {
  const requirement = after.requirement(key) ?? before.requirement(key)
  return requirement?.writtenText('title') ?? key
}

/** What a procedure is called; variants of one title are told apart. */
function titleOf(procedure: WrittenPart): string {
  const variant = procedure.writtenText('variant')
  const title = procedure.writtenText('title') ?? procedure.key
  return variant === undefined ? title : `${title}（${variant}）`
}

/**
 * That the later standard itself must be reviewed: its guideline has come out anew, and nobody has held
 * it against that. What was already so of the same edition is no effect of the change.
 */
export function standardReviewsOf({ before, after }: StandardSides): readonly Review[] {
  const known = new Set(unreviewed(before).map((one) => keyOf(before, one)))
  const fresh = unreviewed(after).filter((one) => !known.has(keyOf(after, one)))
  if (fresh.length === 0) return []
  const edition = String(after.edition?.data['id'])
  const revisions = fresh.map((one) => `${one.key}（${writeDay(one.text('on') as Day)}）`)
  return [
    {
      procedure: after.id,
      message: `対策基準の${edition}版は、ガイドラインの改定 ${joinList(revisions, listed)} による見直しがまだです。改定の内容を確かめて対策基準を改めるか、改めないと決めたことを reviews に書いてください。`,
      location: (after.edition ?? after.root).location(),
    },
  ]
}

function keyOf({ edition }: WrittenStandard, guideline: WrittenPart): string {
  return `${String(edition?.data['id'])}\0${guideline.key}`
}

/** The editions of its guideline that a standard was not held against; none where that is not known. */
function unreviewed(standard: WrittenStandard): readonly WrittenPart[] {
  const newer = newerGuidelines(standard) ?? []
  const reviewed = new Set(standard.edition?.parts('reviews').map((one) => one.text('against')))
  return newer.filter(({ key }) => !reviewed.has(key))
}
