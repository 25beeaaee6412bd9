import { todayInJapan } from '../../calendar/day.ts'
import type { Problem } from '../../finding/problem.ts'
import type {
  CaseFault,
  PackTest,
  RuleCase,
  RuleTest,
  RuleTestReport,
} from '../../finding/rule-test.ts'
import type { CheckedRule } from '../../rule/checked-rule.ts'
import { branchesOf } from '../../rule/example/branch.ts'
import { type ExampleResult, readSample, runExamples, type Sample } from '../../rule/example.ts'
import type { ReadPack, VerifiedPack } from '../../rule/pack.ts'
import { locate } from '../../source/source.ts'
import type { Workspace } from '../../source/workspace.ts'
import { chainOfPack, openNamedPacks, type PackFiles, placeOfRule } from '../open/pack-files.ts'

/** Which packs to try. */
export interface RuleTestRequest {
  readonly workspace: Workspace
  /** Folders or files of packs, or their ids; all packs of the folder without any. */
  readonly packs: readonly string[]
  /** The folder of the user's packs; `./policies` where there is one, without it. */
  readonly policies?: string
}

/** Runs the examples that rules carry, and says which of the rules' branches they do not reach. */
export async function testRules(request: RuleTestRequest): Promise<RuleTestReport> {
  const { files, chosen } = await openNamedPacks(request)
  const problems: CaseFault[] = files.verified.findings.map(({ message, fix, location }) => {
    return { message, fix: fix ?? '', location }
  })
  const tests: PackTest[] = []
  for (const pack of problems.length > 0 ? [] : chosen) {
    const chain = chainOfPack(files.verified, pack)
    const sample = chain && sampleFor(chain, files, problems)
    if (chain && sample) tests.push(testPack(pack, chain, sample))
    else if (chain && problems.length === 0) problems.push(noSample(pack))
  }
  return { packs: tests, problems }
}

/** The sample nearest to a pack: its own, else that of the pack it extends. */
function sampleFor(
  chain: readonly VerifiedPack[],
  { sources }: PackFiles,
  problems: CaseFault[],
): Sample | undefined {
  for (const { document } of chain.toReversed()) {
    const { sample, findings } = readSample(
      document.document.source,
      sources,
      chain.map((one) => one.document.value),
    )
    for (const { message, fix, location } of findings) {
      problems.push({ message, fix: fix ?? '', location })
    }
    if (sample) return sample
  }
  return undefined
}

function noSample({ id, standard }: ReadPack): CaseFault {
  return {
    message: `パック「${id}」の例を試すための見本がありません。`,
    fix: 'パックのフォルダーに、kind: standard と問題のない一件書類を書いたファイルを置くか、見本のあるパックを土台（extends）にしてください。',
    location: locate(standard.source, standard.spanOf(['id'], 'mark')),
  }
}

function testPack(pack: ReadPack, chain: readonly VerifiedPack[], sample: Sample): PackTest {
  const own = chain.at(-1)
  const rules = new Map(own?.rules.map((rule) => [rule.id, rule]))
  const tests = new Map<string, RuleTest>()
  for (const results of runExamples(pack, chain, sample, todayInJapan())) {
    const rule = rules.get(results[0]?.rule ?? '')
    if (rule) tests.set(rule.id, testRule(rule, pack, results))
  }
  const name = own?.document.value['name']
  return {
    pack: pack.id,
    name: typeof name === 'string' ? name : pack.id,
    path: pack.standard.source.path,
    rules: [...rules.values()].map((rule) => tests.get(rule.id) ?? testRule(rule, pack, [])),
  }
}

function testRule(rule: CheckedRule, pack: ReadPack, results: readonly ExampleResult[]): RuleTest {
  const cases: readonly RuleCase[] = results.map(({ title, kind, problem }) => {
    return { title, kind, fault: problem && faultOf(problem) }
  })
  // What the examples reach can be told only where they come out as they should.
  const isRight = cases.every(({ fault }) => fault === null)
  const branches = isRight ? branchesOf(rule, results) : []
  return {
    rule: rule.id,
    title: rule.title,
    cases: [
      ...cases,
      ...branches.map(({ title, isReached, fix, assert }): RuleCase => {
        const fault: CaseFault = {
          message: `規則「${rule.id}」の例の中に、${title}ものがありません。`,
          fix,
          location: placeOfRule(
            pack,
            rule.id,
            assert === undefined ? ['where'] : ['assert', assert],
          ),
        }
        return { title, kind: 'branch', fault: isReached ? null : fault }
      }),
    ],
  }
}

function faultOf({ message, fix, location }: Problem): CaseFault {
  return { message, fix, location }
}
