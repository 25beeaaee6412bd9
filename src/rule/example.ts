import { type Day, parseDay } from '../calendar/day.ts'
import { type Problem, problemAt } from '../finding/problem.ts'
import { type PackDocument, Standard } from '../model/standard.ts'
import { type ParsedDocument, type Path } from '../yaml/document.ts'
import { patchSample } from './example/patch.ts'
import { type Sample } from './example/sample.ts'
import { type Trial, tryRule } from './example/trial.ts'
import { type Expected, faultOfBad, faultOfGood } from './example/verdict.ts'
import { type Clock, languageOf } from './language.ts'
import { type LinkedRule, linkRule } from './link.ts'
import { isOfType, type ReadPack, type VerifiedPack } from './pack.ts'

export { readSample, type Sample } from './example/sample.ts'

type Data = Readonly<Record<string, unknown>>

/** One example of a rule, or the lack of one, and how it came out. */
export interface ExampleResult {
  readonly rule: string
  readonly title: string
  /** Why it did not pass, with its place in the rules file; null where it passed. */
  readonly problem: Problem | null
  /** What the rule said of the sample; null where it could not be tried. */
  readonly trial: Trial | null
}

/**
 * Runs the examples of all rules of a pack. `chain` is the pack and those it extends, base first, all
 * verified without problems. `today` counts only for a sample that names no day.
 */
export function runExamples(
  pack: ReadPack,
  chain: readonly VerifiedPack[],
  sample: Sample,
  today: Day,
): readonly ExampleResult[] {
  const packs = chain.map(({ document }) => document)
  const standard = new Standard(packs, today)
  const clock: Clock = { day: today }
  const language = languageOf(new Map(), standard.parameters, clock)
  const runner = new Runner({ sample, packs, standard, clock, today })
  return pack.rules.flatMap((document) =>
    ((document.value as Data)['rules'] as readonly Data[]).flatMap((data, index) => {
      const rule = chain.at(-1)?.rules.find(({ id }) => id === data['id'])
      return rule ? runner.rule(linkRule(rule, language), data, document, ['rules', index]) : []
    }),
  )
}

interface Bench {
  readonly sample: Sample
  readonly packs: readonly PackDocument[]
  readonly standard: Standard
  readonly clock: Clock
  readonly today: Day
}

/** An example as its schema has it. */
interface Example {
  readonly good?: string
  readonly bad?: string
  readonly set?: Data
  readonly unset?: readonly string[]
  readonly params?: Data
  readonly asOf?: string
  readonly skip?: boolean
  readonly finds?: readonly Expected[]
}

class Runner {
  readonly #bench: Bench

  constructor(bench: Bench) {
    this.#bench = bench
  }

  rule(linked: LinkedRule, data: Data, document: ParsedDocument, at: Path): ExampleResult[] {
    const examples = (data['examples'] ?? []) as readonly Example[]
    const results = examples.map((example, index) =>
      this.#example(linked, example, document, [...at, 'examples', index]),
    )
    for (const kind of ['good', 'bad'] as const) {
      if (examples.some((example) => example[kind] !== undefined)) continue
      const word = kind === 'good' ? 'よい例' : '悪い例'
      results.push({
        rule: linked.rule.id,
        title: word,
        trial: null,
        problem: problem(document, [...at, 'examples'], {
          code: 'missing',
          message: `規則「${linked.rule.id}」に、${word}(${kind})がありません。`,
          fix: `examples に ${kind} の例を一つ以上書いてください。`,
        }),
      })
    }
    return results
  }

  #example(
    linked: LinkedRule,
    example: Example,
    document: ParsedDocument,
    at: Path,
  ): ExampleResult {
    const { trial, fault } = this.#try(linked, example)
    return {
      rule: linked.rule.id,
      title: example.good ?? example.bad ?? '',
      trial: trial ?? null,
      problem: fault ? problem(document, [...at, ...(fault.at ?? [])], fault) : null,
    }
  }

  #try(linked: LinkedRule, example: Example): { trial?: Trial; fault?: PlacedFault | undefined } {
    const { packs, clock, today } = this.#bench
    const params = example.params ?? {}
    const parameter = this.#parameterFault(params)
    if (parameter) return { fault: parameter }
    const patched = patchSample(this.#bench.sample, example)
    if (!patched.ok)
      return { fault: { fix: '例の set と unset を直してください。', ...patched.fault } }
    const { sample } = patched
    const day = { asked: parseDay(example.asOf ?? ''), today }
    const trial = tryRule(linked, { sample, packs, params, day }, clock)
    if (trial.broken[0] !== undefined) {
      const message = `変えた見本のつじつまが合いません。${trial.broken[0]}`
      return {
        trial,
        fault: { code: 'link', message, fix: '例の set と unset を直してください。' },
      }
    }
    const fault =
      example.good === undefined
        ? faultOfBad(trial, example.finds, sample)
        : faultOfGood(trial, example.skip === true, sample)
    return { trial, fault }
  }

  #parameterFault(params: Data): PlacedFault | undefined {
    for (const [name, value] of Object.entries(params)) {
      const known = this.#bench.standard.parameters.get(name)
      if (known && isOfType(value, known.type)) continue
      const message = known
        ? `パラメーター「${name}」の値が、型(${known.type})に合いません。`
        : `パラメーター「${name}」はありません。`
      const fix = 'パックの parameters にある名前と、その型の値を書いてください。'
      return { code: 'parameter', message, fix, at: ['params', name] }
    }
    return undefined
  }
}

interface PlacedFault {
  readonly code: string
  readonly message: string
  readonly fix: string
  /** Below the example; the example itself without it. */
  readonly at?: Path
}

function problem(document: ParsedDocument, at: Path, { code, message, fix }: PlacedFault): Problem {
  return problemAt(document.source, document.spanOf(at, 'mark'), {
    code: `example-${code}`,
    message,
    why: '例が通らない規則は、正しく働くことが確かめられていません。',
    fix,
  })
}
