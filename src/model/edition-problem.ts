import type { Problem } from '../finding/problem.ts'
import type { WrittenDossier } from './dossier.ts'
import { endOf, isInForce, startOf } from './edition.ts'
import { isGroup, membersOf, overlaps } from './organisation.ts'
import type { WrittenPart } from './part.ts'

/**
 * What is wrong with how the procedures of a system stand beside each other: two editions of one in
 * force on one day, two variants for one organisation, an organisation that no variant is for.
 */
export function editionProblems(dossier: WrittenDossier): readonly Problem[] {
  const variants = dossier.allEditions.filter(
    (one) => isInForce(one, dossier.asOf) && one.written('variant'),
  )
  return [
    ...pairs(dossier.allEditions).flatMap(([first, second]) => sameTime(first, second)),
    ...pairs(variants).flatMap(([first, second]) => sameOrganisation(first, second)),
    ...leftOut(dossier, variants),
  ]
}

function sameTime(first: WrittenPart, second: WrittenPart): readonly Problem[] {
  if (first.key !== second.key) return []
  const [earlier, later] = startOf(first) <= startOf(second) ? [first, second] : [second, first]
  const end = endOf(earlier)
  if (end !== undefined && end < startOf(later)) return []
  return [
    problem(later, 'inForce', 'edition-overlap', {
      message: `実施手順「${first.key}」の二つの版が、同じ日に効力を持っています。`,
      why: 'どちらの版で判定するのかが決まりません。',
      fix: '前の版の inForce に until を書き、新しい版の from の前の日までにしてください。',
      related: [{ message: 'もう一つの版です。', location: earlier.location('inForce') }],
    }),
  ]
}

/** Variants that leave their organisations open are for all of them. */
function sameOrganisation(first: WrittenPart, second: WrittenPart): readonly Problem[] {
  if (first.key === second.key) return []
  const [one, other] = [coveredBy(first), coveredBy(second)]
  const shared = one.find((a) => other.some((b) => overlaps(a, b)))
  const isOpen = one.length === 0 || other.length === 0
  if (!shared && !isOpen) return []
  const subject = shared ? `「${nameOf(shared)}」` : '同じ組織'
  return [
    problem(second, 'covers', 'variant-overlap', {
      message: `${subject}が、二つの実施手順の対象になっています。`,
      why: 'どちらの実施手順に従うのかが決まりません。',
      fix: 'それぞれの covers に、対象の組織を重ならないように書いてください。',
      related: [{ message: 'もう一つの実施手順です。', location: first.location('covers') }],
    }),
  ]
}

/** A group that uses the system, some of whose members stand under a variant, stands under them whole. */
function leftOut(dossier: WrittenDossier, variants: readonly WrittenPart[]): readonly Problem[] {
  const [first] = variants
  const covered = variants.flatMap(coveredBy)
  if (!first || variants.some((one) => coveredBy(one).length === 0)) return []
  const isCovered = (member: WrittenPart): boolean => covered.some((one) => overlaps(one, member))
  return usingGroups(dossier).flatMap((group) => {
    const members = membersOf(group)
    const missing = members.filter((member) => !isCovered(member))
    if (missing.length === 0 || missing.length === members.length) return []
    return missing.map((member) =>
      problem(first, 'covers', 'variant-left-out', {
        message: `「${nameOf(group)}」の「${nameOf(member)}」は、どの実施手順の対象にもなっていません。`,
        why: '従う実施手順のない組織では、何が守られるべきかが決まりません。',
        fix: 'どれか一つの実施手順の covers に加えてください。',
        related: [{ message: nameOf(group), location: group.location('members') }],
      }),
    )
  })
}

function usingGroups(dossier: WrittenDossier): readonly WrittenPart[] {
  return (dossier.context?.parts('involved') ?? [])
    .filter((one) => one.writtenText('relation') === 'uses')
    .flatMap((one) => one.part('organisation') ?? [])
    .filter(isGroup)
}

function coveredBy(procedure: WrittenPart): readonly WrittenPart[] {
  return procedure.writtenParts('covers')
}

function nameOf(organisation: WrittenPart): string {
  return organisation.text('name') ?? organisation.key
}

function problem(
  procedure: WrittenPart,
  field: string,
  code: string,
  words: Pick<Problem, 'message' | 'why' | 'fix' | 'related'>,
): Problem {
  return { code, severity: 'error', ...words, location: procedure.location(field) }
}

function pairs(parts: readonly WrittenPart[]): readonly (readonly [WrittenPart, WrittenPart])[] {
  return parts.flatMap((first, index) =>
    parts.slice(index + 1).map((second) => [first, second] as const),
  )
}
