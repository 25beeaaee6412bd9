import type { Weakening } from '../../diff/stricter.ts'
import { isWholeOrganisation } from '../../finding/system-id.ts'
import { buildDossiers, type JudgementDay, type StandardSource } from '../../model/build.ts'
import { dossierOf } from '../../model/dossier.ts'
import type { ShapedDocument } from '../../model/element.ts'
import { put, remove } from '../../rule/example/pointer.ts'
import { judgeDossier } from '../../rule/judge.ts'
import type { LinkedRule } from '../../rule/link.ts'
import type { Packs } from '../open/packs.ts'

/** Where weakenings are tried: the documents as they are, and what is found in them. */
export interface TrialBench {
  readonly documents: readonly ShapedDocument[]
  readonly standardFor: StandardSource
  readonly packs: Packs
  readonly day: JudgementDay
  /** The fingerprints of all findings as things stand. */
  readonly known: ReadonlySet<string>
}

/**
 * Whether a rule would miss what a weakening takes away: it is made in memory and judged again, and a
 * new finding about the requirement tells. What the whole organisation says is tried on all systems.
 */
export function isDemanded(bench: TrialBench, weakening: Weakening, requirement: string): boolean {
  const { documents, standardFor, packs, day, known } = bench
  const { id, level } = dossierOf(weakening.part)
  const changed = documents
    .filter((one) => level === 'organisation' || concerns(one, id))
    .map((one) => (one.document === weakening.part.document ? weakened(one, weakening) : one))
  const { dossiers } = buildDossiers(changed, standardFor, day)
  return dossiers
    .filter((dossier) => level === 'organisation' || dossier.id === id)
    .some((dossier) =>
      judgeDossier(
        dossier,
        rulesAbout(requirement, packs.rulesFor(dossier.standard)),
        packs.clock,
      ).findings.some(
        (finding) => finding.requirement === requirement && !known.has(finding.fingerprint),
      ),
    )
}

/** The rules that may speak of a requirement, and those they leave the word to. */
function rulesAbout(requirement: string, rules: readonly LinkedRule[]): readonly LinkedRule[] {
  const own = rules.filter(({ rule }) => {
    return !rule.requirement || !('key' in rule.requirement) || rule.requirement.key === requirement
  })
  const heard = new Set(own.flatMap(({ rule }) => [rule.id, ...rule.yieldsTo]))
  return rules.filter(({ rule }) => heard.has(rule.id))
}

/** Whether a document has a say in how one system is judged: its own, or one that holds for all. */
function concerns({ kind, value }: ShapedDocument, system: string): boolean {
  const own = String(value['system'])
  return kind === 'municipality' || own === system || isWholeOrganisation(own)
}

function weakened(document: ShapedDocument, { part, field }: Weakening): ShapedDocument {
  const value = field
    ? put(document.value, [...part.path, field.name], field.value)
    : remove(document.value, part.path)
  // A mapping with something in it changed is one still.
  return { ...document, value: value as ShapedDocument['value'] }
}
