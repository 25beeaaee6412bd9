import type { Period } from '../calendar/period.ts'
import { Unknown } from '../finding/unknown.ts'
import { isHeadedAsProviso } from '../japanese/proviso.ts'
import { sentencesIn } from '../japanese/sentence.ts'
import { saidText } from '../japanese/said.ts'
import { bindingClausesOn } from './clause.ts'
import { dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import type { Part } from './part.ts'
import { termOfPatch } from './procedure.ts'
import { phrasesOfStandard } from './sentence.ts'

/** Of which weaknesses alone a sentence speaks, where it does not speak of all. */
const ofUrgent = /緊急|重大|深刻|危険|致命|至急|悪用/u
const onPatches = /弱点|脆弱性|修正プログラム|パッチ|セキュリティ更新|更新プログラム/u

/**
 * The time within which a patch must be applied, as it is laid down: of an urgent one by a procedure, else by a clause
 * that speaks of such; of others by a clause that speaks of all. Undefined where nothing is laid
 * down, unknown where a procedure that nobody handed in may do so.
 */
export function termLaidDown(patch: Part): Period | undefined {
  const isUrgent = patch.writtenText('urgency') === 'urgent'
  const ofProcedures = isUrgent ? attempt(() => termOfPatch(patch)) : undefined
  if (ofProcedures && !(ofProcedures instanceof Unknown)) return ofProcedures
  const ofClauses = termOfClauses(patch, isUrgent)
  if (ofClauses === undefined && ofProcedures) throw ofProcedures
  return ofClauses
}

/** The shortest of the terms that the clauses on a patch give in the sentences that speak of its kind. */
function termOfClauses(patch: Part, isUrgent: boolean): Period | undefined {
  const dossier = dossierOf(patch)
  const phrases = phrasesOfStandard(dossier.standard)
  const terms = bindingClausesOn(dossier, 'patchActivities')
    .flatMap((clause) => sentencesIn(clause.writtenText('text') ?? ''))
    .filter((sentence) => onPatches.test(sentence) && !isHeadedAsProviso(sentence))
    .filter((sentence) => isUrgent || !ofUrgent.test(sentence))
    .flatMap((sentence) => saidText(sentence, phrases).deadline ?? [])
  return terms.reduce<Period | undefined>(
    (least, one) => (least && one.compareCertain(least) !== -1 ? least : one),
    undefined,
  )
}
