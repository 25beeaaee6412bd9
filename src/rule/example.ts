import type { Day } from '../calendar/day.ts'
import { type Problem, problemAt } from '../finding/problem.ts'
import type { Data } from '../model/element.ts'
import { writtenStandard } from '../model/standard.ts'
import type { ParsedDocument, Path } from '../yaml/document.ts'
import type { Sample } from './example/sample.ts'
import type { Trial } from './example/trial.ts'
import { type Bench, type Example, type ExampleFault, tryExample } from './example/try.ts'
import { languageOf } from './language.ts'
import { type LinkedRule, linkRule } from './link.ts'
import type { ReadPack, VerifiedPack } from './pack.ts'

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
