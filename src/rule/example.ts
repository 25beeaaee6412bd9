import { type Day, parseDay } from '../calendar/day.ts'
import { type Problem, problemAt } from '../finding/problem.ts'
import type { Data } from '../model/element.ts'
import { writtenStandard, type WrittenStandard } from '../model/standard.ts'
import type { ParsedDocument, Path } from '../yaml/document.ts'
import type { Sample } from './example/sample.ts'
import { type Trial, tryRule } from './example/trial.ts'
import { type Clock, languageOf } from './language.ts'
import { type LinkedRule, linkRule } from './link.ts'
import type { ReadPack, VerifiedPack } from './pack.ts'
import type { PackDocument } from '../model/pack.ts'
import { isOfType } from './parameter.ts'
import { patchSample } from './example/patch.ts'
import { type Expected, faultOfBad, faultOfGood } from './example/verdict.ts'

export { readSample, type Sample } from './example/sample.ts'

/** One example of a rule, or the lack of one, and how it came out. */
export interface ExampleResult {
  readonly rule: string
  readonly title: string
  readonly kind: 'good' | 'bad'
  /** Why it did not pass, with its place in the rules file; null where it passed. */
  readonly problem: Problem | null
  /** What the rule said of the sample; null where it could not be tried. */
  readonly trial: Trial | null
}

/**
 * Runs the examples of a pack, those of one rule after another: what they show is more than there is room for at once. `chain` is the pack and those it extends, base first, all
 * verified without problems. `today` counts only for a sample that names no day.
 */
export function* runExamples(
  pack: ReadPack,
  chain: readonly VerifiedPack[],
  sample: Sample,
  today: Day,
): Generator<readonly ExampleResult[]> {
  const packs = chain.map(({ document }) => document)
  const standard = writtenStandard({ packs, asOf: today })
  const bench: Bench = { sample, packs, standard, clock: { day: today }, today }
  const language = languageOf(standard, bench.clock, new Map())
  for (const document of pack.rules) {
    for (const [index, data] of ((document.value as Data)['rules'] as readonly Data[]).entries()) {
      const rule = chain.at(-1)?.rules.find(({ id }) => id === data['id'])
      if (!rule) continue
      const place = { document, path: ['rules', index, 'examples'] }
      yield ofRule(linkRule(rule, language), data['examples'] as readonly Example[], place, bench)
    }
  }
}

/** Where the examples of a rule stand. */
interface Place {
  readonly document: ParsedDocument
  readonly path: Path
}

function ofRule(
  linked: LinkedRule,
  examples: readonly Example[],
  { document, path }: Place,
  bench: Bench,
): ExampleResult[] {
  const rule = linked.rule.id
  const results: ExampleResult[] = examples.map((example, index) => {
    const { trial, fault } = tryExample(linked, example, bench)
    const at = [...path, index, ...(fault?.at ?? [])]
    const title = example.good ?? example.bad ?? ''
    const kind = example.good === undefined ? 'bad' : 'good'
    return { rule, title, kind, trial, problem: fault && problemOf(fault, document, at) }
  })
  for (const [kind, word] of [
    ['good', 'よい例'],
    ['bad', '悪い例'],
  ] as const) {
    if (examples.some((example) => example[kind] !== undefined)) continue
    const fault = {
      code: 'missing',
      message: `規則「${rule}」に、${word}(${kind})がありません。`,
      fix: `examples に ${kind} の例を一つ以上書いてください。`,
    }
    const problem = problemOf(fault, document, path)
    results.push({ rule, title: word, kind, trial: null, problem })
  }
  return results
}

function problemOf(
  { code, message, fix }: ExampleFault,
  document: ParsedDocument,
  at: Path,
): Problem {
  return problemAt(document.source, document.spanOf(at, 'mark'), {
    code: `example-${code}`,
    message,
    why: '例が通らない規則は、正しく働くことが確かめられていません。',
    fix,
  })
}

/** What all examples of a pack share. */
interface Bench {
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
interface ExampleFault {
  readonly code: string
  readonly message: string
  readonly fix: string
  readonly at?: Path
}

/** How an example came out: what the rule said, where it could be tried, and what is wrong. */
interface ExampleOutcome {
  readonly trial: Trial | null
  readonly fault: ExampleFault | null
}

/** Runs one example: change the sample, judge it by the rule alone, hold the outcome against what is expected. */
function tryExample(linked: LinkedRule, example: Example, bench: Bench): ExampleOutcome {
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
