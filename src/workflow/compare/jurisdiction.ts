import { largest } from '../../finding/order.ts'
import type { GradedChange } from '../../diff/change.ts'
import { looserFrequency } from '../../diff/looser.ts'
import { fingerprint, type Severity } from '../../finding/finding.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { dutiesOf } from '../../model/procedure.ts'
import type { WrittenPart } from '../../model/part.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { isInUse } from '../../rule/judge.ts'
import { tailoredSeverity } from '../../rule/to-finding.ts'
import { clausesLost, type SystemPair } from './unjudged.ts'
import type { Packs } from '../open/packs.ts'

/**
 * Where a municipality puts another standard in force, what the systems under it are asked less than
 * before: told once for each two standards, for the file alone does not show which of them asks more.
 */
export function jurisdictionChanges(
  systems: readonly SystemPair[],
  packs: Packs,
): readonly GradedChange[] {
  const lost = new Map<string, { readonly pair: SystemPair; readonly keys: Set<string> }>()
  for (const pair of systems) {
    const { before, after } = pair
    if (before.standard === after.standard) continue
    const names = [before, after].map(({ standard }) => nameOf(standard))
    const key = [after.municipality.id, ...names].join('\0')
    const known = lost.get(key) ?? { pair, keys: new Set<string>() }
    lost.set(key, known)
    for (const one of askedLess(pair, packs)) known.keys.add(one)
  }
  return [...lost.values()].flatMap(({ pair, keys }) =>
    keys.size === 0 ? [] : [changeOf(pair, [...keys].sort())],
  )
}

/** The requirements of which the later standard asks less of a system than the earlier. */
function askedLess({ before, after }: SystemPair, packs: Packs): readonly string[] {
  const [was, is] = [before.standard, after.standard]
  const keys = [...was.requirements.keys()].filter((key) => !was.absent.has(key))
  return keys.filter((key) => {
    if (!is.requirements.has(key) || is.absent.has(key)) return true
    if (was.isMandatory(key) && !is.isMandatory(key)) return true
    const [stronger, weaker] = [demandOf(key, was, packs), demandOf(key, is, packs)]
    return isLess(weaker, stronger) || acceptsLess(key, after, was, is)
  })
}

/** How strongly a standard asks for a requirement: the force of its clauses, and how grave its rules are. */
type Demand = ReadonlyMap<string, number>

const forces = ['advice', 'may', 'endeavour', 'must']
const severities: readonly Severity[] = ['info', 'warning', 'error']

function demandOf(key: string, standard: WrittenStandard, packs: Packs): Demand {
  const force = clausesFor(key, standard).map((clause) =>
    forces.indexOf(clause.writtenText('force') ?? 'must'),
  )
  const rules = packs.rulesFor(standard).filter((linked) => {
    const { requirement } = linked.rule
    return (
      requirement && 'key' in requirement && requirement.key === key && isInUse(linked, standard)
    )
  })
  return new Map([
    ['', largest(force, -1)],
    ...rules.map(({ rule: { id, severity } }): [string, number] => {
      const own = typeof severity === 'string' ? severity : 'error'
      return [id, severities.indexOf(tailoredSeverity(id, key, standard) ?? own)]
    }),
  ])
}

function isLess(weaker: Demand, stronger: Demand): boolean {
  return [...stronger].some(([what, grade]) => (weaker.get(what) ?? -1) < grade)
}

/** Whether a duty of a system may be done less often than before. */
function acceptsLess(
  key: string,
  dossier: WrittenDossier,
  was: WrittenStandard,
  is: WrittenStandard,
): boolean {
  const [before, after] = [clausesFor(key, was), clausesFor(key, is)]
  return dossier.editions
    .flatMap((edition) => dutiesOf(edition))
    .filter(({ data }) => data['requirement'] === key)
    .some(({ data }) => looserFrequency(data['frequency'], before, after) !== undefined)
}

function clausesFor(key: string, { clauses }: WrittenStandard): readonly WrittenPart[] {
  return clauses.filter(({ data }) => data['requirement'] === key)
}

function nameOf({ name, edition }: WrittenStandard): string {
  return edition ? `${name}（${edition.key}）` : name
}

function changeOf({ before, after }: SystemPair, lost: readonly string[]): GradedChange {
  const [first, root] = [before.municipalityPart, after.municipalityPart]
  const [was, is] = [before.standard, after.standard]
  const kind = 'municipality.standards.relaxed'
  const { names, requirement, taken } = clausesLost(lost, (key) => was.isMandatory(key), was)
  return {
    fingerprint: fingerprint(kind, root.trail, nameOf(was), nameOf(is)),
    kind,
    grade: 'relaxed',
    reason: `適用する対策基準が替わり、${names}について、求められることがなくなるか弱くなる。`,
    system: null,
    subject: root.elementId,
    title: '適用する対策基準',
    requirement,
    before: { value: nameOf(was), location: first.location('standards') },
    after: { value: nameOf(is), location: root.location('standards') },
    affected: { roles: [], organisations: [] },
    needsNotice: false,
    breaksMandatory: taken.length > 0,
    taken,
    fact: { verb: 'changed', before: first, after: root },
  }
}
