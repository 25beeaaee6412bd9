import { type Day, parseDay } from '../../calendar/day.ts'
import type { PackDocument } from '../../model/pack.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import type { Path } from '../../yaml/document.ts'
import type { Clock } from '../language.ts'
import type { LinkedRule } from '../link.ts'
import { isOfType } from '../parameter.ts'
import { patchSample } from './patch.ts'
import type { Sample } from './sample.ts'
import { type Trial, tryRule } from './trial.ts'
import { type Expected, faultOfBad, faultOfGood } from './verdict.ts'

/** What all examples of a pack share. */
export interface Bench {
  readonly sample: Sample
  readonly packs: readonly PackDocument[]
  /** Of the packs alone, for their parameters. */
  readonly standard: WrittenStandard
  readonly clock: Clock
  readonly today: Day
}

/** An example as its schema has it. */
export interface Example {
  readonly good?: string
  readonly bad?: string
  readonly set?: Readonly<Record<string, unknown>>
  readonly unset?: readonly string[]
  readonly params?: Readonly<Record<string, unknown>>
  readonly asOf?: string
  readonly skip?: boolean
  readonly finds?: readonly Expected[]
}

/** Why an example did not pass, and where below it the cause stands; the example itself without it. */
export interface ExampleFault {
  readonly code: string
  readonly message: string
  readonly fix: string
  readonly at?: Path
}

/** How an example came out: what the rule said, where it could be tried, and what is wrong. */
export interface ExampleOutcome {
  readonly trial: Trial | null
  readonly fault: ExampleFault | null
}

/** Runs one example: change the sample, judge it by the rule alone, hold the outcome against what is expected. */
export function tryExample(linked: LinkedRule, example: Example, bench: Bench): ExampleOutcome {
  const { packs, clock, today } = bench
  const params = example.params ?? {}
  const parameter = parameterFault(params, bench.standard)
  if (parameter) return { trial: null, fault: parameter }
  const patched = patchSample(bench.sample, example)
  if (!patched.ok) return { trial: null, fault: { fix: patchFix, ...patched.fault } }
  const { sample } = patched
  const day = { asked: parseDay(example.asOf ?? ''), today }
  const trial = tryRule(linked, { sample, packs, params, day }, clock)
  const [broken] = trial.broken
  if (broken !== undefined) {
    const message = `変えた見本のつじつまが合いません。${broken}`
    return { trial, fault: { code: 'link', message, fix: patchFix } }
  }
  const fault =
    example.good === undefined
      ? faultOfBad(trial, example.finds, sample)
      : faultOfGood(trial, example.skip === true, sample)
  return { trial, fault: fault ?? null }
}

const patchFix = '例の set と unset を直してください。'

function parameterFault(
  params: Readonly<Record<string, unknown>>,
  standard: WrittenStandard,
): ExampleFault | undefined {
  for (const [name, value] of Object.entries(params)) {
    const known = standard.parameters.get(name)
    if (known && isOfType(value, known.type)) continue
    const message = known
      ? `パラメーター「${name}」の値が、型(${known.type})に合いません。`
      : `パラメーター「${name}」はありません。`
    const fix = 'パックの parameters にある名前と、その型の値を書いてください。'
    return { code: 'parameter', message, fix, at: ['params', name] }
  }
  return undefined
}
