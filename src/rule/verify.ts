import type { Finding } from '../finding/finding.ts'
import { type Problem, problemFindings } from '../finding/problem.ts'
import { suggest } from '../japanese/suggest.ts'
import type { Source } from '../source/source.ts'
import { lintPack } from './pack-lint.ts'
import { packProblem } from './pack-problem.ts'
import { readPacks, type ReadPack, type VerifiedPack, verifyPack } from './pack.ts'

/** Verified packs by id, and everything that is wrong with those that are not. */
export interface Verified {
  readonly packs: ReadonlyMap<string, VerifiedPack>
  readonly findings: readonly Finding[]
  /** What is not wrong but cannot be meant; said where packs are themselves the subject. */
  readonly doubts: readonly Finding[]
  /** The packs whose files could be read, whether right or not. */
  readonly read: readonly ReadPack[]
}

/**
 * Verifies all packs among some files, each after the one it extends. `below` finds packs that are
 * not among the files, `others` names them. A pack that extends a missing one or itself is left out.
 */
export function verifyPacks(
  sources: readonly Source[],
  below: (id: string) => VerifiedPack | undefined,
  others: readonly string[] = [],
): Verified {
  const { packs: read, findings } = readPacks(sources)
  const byId = new Map(read.map((pack) => [pack.id, pack]))
  const verified = new Map<string, VerifiedPack>()
  const isWrong = ({ severity }: Finding): boolean => severity === 'error'
  const all: Finding[] = findings.filter(isWrong)
  const doubts: Problem[] = []
  const visiting = new Set<string>()

  const visit = (id: string): VerifiedPack | undefined => {
    const known = verified.get(id)
    if (known) return known
    const pack = byId.get(id)
    if (!pack) return below(id)
    if (visiting.has(id) || lineOf(pack, byId).length > maxChain) return undefined
    visiting.add(id)
    const chain = chainBelow(pack, visit)
    if (!chain) return undefined
    const { pack: result, problems } = verifyPack(pack, chain)
    for (const one of problemFindings(problems)) all.push(one)
    if (problems.length === 0) for (const one of lintPack(pack, result, chain)) doubts.push(one)
    verified.set(id, result)
    return result
  }
  for (const id of byId.keys()) visit(id)
  const known = new Set([...byId.keys(), ...others])
  const standing = read.flatMap((pack) => baseProblems(pack, byId, below, known))
  for (const one of problemFindings(standing)) all.push(one)
  const asked = findings.filter((finding) => !isWrong(finding))
  return { packs: verified, findings: all, doubts: [...asked, ...problemFindings(doubts)], read }
}

/** The packs a pack stands on, base first; undefined where one of them cannot be had. */
function chainBelow(
  pack: ReadPack,
  visit: (id: string) => VerifiedPack | undefined,
): readonly VerifiedPack[] | undefined {
  const chain: VerifiedPack[] = []
  const seen = new Set([pack.id])
  for (let next = pack.extends; next !== undefined;) {
    if (seen.has(next)) return undefined
    seen.add(next)
    const found = visit(next)
    if (!found) return undefined
    chain.unshift(found)
    next = found.extends
  }
  return chain
}

/** Packs that stand on one another: a law's, a prefecture's, a town's, a department's, and room for more. */
const maxChain = 10

/** A pack and those it extends, as far as they may be stacked; the first comes again where it stands on itself. */
function lineOf(pack: ReadPack, byId: ReadonlyMap<string, ReadPack>): readonly string[] {
  const line = [pack.id]
  for (let next = pack.extends; next !== undefined; next = byId.get(next)?.extends) {
    const isCircle = line.includes(next)
    line.push(next)
    if (isCircle || line.length > maxChain) break
  }
  return line
}

/** A pack whose base nobody has, or that comes back to itself. */
function baseProblems(
  pack: ReadPack,
  byId: ReadonlyMap<string, ReadPack>,
  below: (id: string) => VerifiedPack | undefined,
  known: ReadonlySet<string>,
): readonly Problem[] {
  const base = pack.extends
  if (base === undefined) return []
  const say = (code: string, message: string, fix: string): readonly Problem[] => [
    packProblem(pack.standard, ['extends'], code, { message, fix }),
  ]
  if (!byId.has(base) && !below(base)) {
    const near = suggest(base, known)
    const fix = near
      ? `「${near}」の誤りではありませんか。`
      : `使えるパックは ${[...known].join('、')} です。`
    return say('no-base', `土台のパック「${base}」がありません。`, fix)
  }
  const line = lineOf(pack, byId)
  if (line.at(-1) === pack.id) {
    const message = `パックの extends が輪になっています: ${line.join(' → ')}`
    return say('circle', message, '土台にするパックを、一つの向きに並べてください。')
  }
  if (line.length > maxChain) {
    const message = `パック「${pack.id}」から extends でつながるパックが、${maxChain}を超えています。`
    return say(
      'long-chain',
      message,
      `つなげるのは${maxChain}までです。土台のパックをまとめてください。`,
    )
  }
  return []
}
