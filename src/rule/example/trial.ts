import type { Day } from '../../calendar/day.ts'
import type { Finding } from '../../finding/finding.ts'
import { buildDossiers, type StandardSource } from '../../model/build.ts'
import { Dossier, type WrittenDossier } from '../../model/dossier.ts'
import { linkProblems } from '../../model/links.ts'
import type { PackDocument } from '../../model/pack.ts'
import { shapeOf } from '../../model/shape.ts'
import { type WrittenStandard, writtenStandard } from '../../model/standard.ts'
import type { Result } from '../evaluate.ts'
import type { Clock } from '../language.ts'
import type { LinkedRule } from '../link.ts'
import { printer } from '../print.ts'
import { evaluateReadings, appliesTo } from '../judge.ts'
import { toFinding } from '../to-finding.ts'
import type { Sample, SampleDocument } from './sample.ts'

/** A changed sample and what it is judged by. */
export interface Setting {
  readonly sample: Sample
  /** The pack of the rule and those it extends, base first; the sample's standard stands on them. */
  readonly packs: readonly PackDocument[]
  readonly params: Readonly<Record<string, unknown>>
  /** The day asked for, else that of the sample, else `today`. */
  readonly day: { readonly asked: Day | undefined; readonly today: Day }
}

/** A finding with the assertion it comes from; empty for a rule with a single one. */
export interface TrialFinding {
  readonly assert: string
  readonly finding: Finding
}

/** What one rule said of a changed sample, and what does not hold together in it. */
export interface Trial {
  readonly results: readonly Result[]
  /** How many elements the rule's `where` leaves out. */
  readonly leftOut: number
  readonly findings: readonly TrialFinding[]
  readonly broken: readonly string[]
}

/** Judges a changed sample by one rule alone. */
export function tryRule(linked: LinkedRule, setting: Setting, clock: Clock): Trial {
  const { sample, packs, params, day } = setting
  const { dossiers, problems } = buildDossiers(sample, standardsOf(sample, packs, params), day)
  const broken = problems.map(({ message }) => message)
  const runs = dossiersFor(linked, dossiers).map((dossier) => runOn(linked, dossier, clock))
  return {
    results: runs.flatMap((run) => run.results),
    leftOut: runs.reduce((sum, run) => sum + run.leftOut, 0),
    findings: runs.flatMap((run) => run.findings),
    broken: [...broken, ...new Set(runs.flatMap((run) => run.broken))],
  }
}

/** The dossiers of the sample that a rule of its scope judges; one of a standard is told once. */
function dossiersFor(
  { rule }: LinkedRule,
  dossiers: readonly WrittenDossier[],
): readonly WrittenDossier[] {
  return rule.scope === 'standard'
    ? dossiers.slice(0, 1)
    : dossiers.filter(({ level }) => appliesTo(rule.scope, level))
}

function runOn(linked: LinkedRule, dossier: WrittenDossier, clock: Clock): Trial {
  clock.day = dossier.asOf
  const { standard } = dossier
  const { results, leftOut } = evaluateReadings(linked, Dossier.asked(dossier), { holding: true })
  const context = {
    system: dossier.id,
    standard,
    dossier: linked.rule.scope === 'standard' ? undefined : dossier,
    print: printer(standard),
  }
  return {
    results,
    leftOut,
    findings: results
      .flatMap(({ violations }) => violations)
      .map((violation) => ({
        assert: violation.assert.id,
        finding: toFinding(violation, context),
      })),
    broken: brokenIn(standard),
  }
}

const brokenBefore = new WeakMap<WrittenStandard, readonly string[]>()

/** What does not hold together in a standard. */
function brokenIn(standard: WrittenStandard): readonly string[] {
  const known = brokenBefore.get(standard)
  if (known) return known
  const { root, vocabularies } = standard
  const { data, document } = root
  const problems = linkProblems(shapeOf('Standard'), data, document, () => undefined, vocabularies)
  const broken = problems.map(({ message }) => message)
  brokenBefore.set(standard, broken)
  return broken
}

type Standards = Map<string, WrittenStandard>

/** The standards on the packs of a pack, by the sample's own. */
const made = new WeakMap<readonly PackDocument[], WeakMap<SampleDocument, Standards>>()

/** The standards of a sample; of all samples whose standard no example changes they are the same. */
function standardsOf(
  sample: Sample,
  packs: readonly PackDocument[],
  params: Readonly<Record<string, unknown>>,
): StandardSource {
  const layers = standardLayers(sample, packs, params)
  const own = sample.find(({ kind }) => kind === 'standard')
  const known: Standards =
    own && Object.keys(params).length === 0
      ? madeOf(packs, own)
      : new Map<string, WrittenStandard>()
  return (_, edition, asOf) => {
    const key = `${asOf} ${edition ?? ''}`
    const standard = known.get(key) ?? writtenStandard({ packs: layers, asOf, edition })
    known.set(key, standard)
    return standard
  }
}

function madeOf(packs: readonly PackDocument[], own: SampleDocument): Standards {
  const bySample: WeakMap<SampleDocument, Standards> = made.get(packs) ?? new WeakMap()
  made.set(packs, bySample)
  const known: Standards = bySample.get(own) ?? new Map<string, WrittenStandard>()
  bySample.set(own, known)
  return known
}

function standardLayers(
  sample: Sample,
  packs: readonly PackDocument[],
  params: Readonly<Record<string, unknown>>,
): readonly PackDocument[] {
  const own = sample.find(({ kind }) => kind === 'standard')
  return own ? [...packs, withParameters(own, params)] : packs
}

/** The parameters of an example are one more setting of the nearest pack. */
function withParameters(
  { value, document }: SampleDocument,
  params: Readonly<Record<string, unknown>>,
): PackDocument {
  const written = (value['parameters'] ?? {}) as Readonly<Record<string, unknown>>
  const set = Object.fromEntries(
    Object.entries(params).map(([name, one]) => [name, { value: one }]),
  )
  return {
    id: String(value['id']),
    value: { ...value, parameters: { ...written, ...set } },
    document,
  }
}
