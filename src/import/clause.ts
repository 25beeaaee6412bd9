import { SaidText } from '../japanese/said.ts'
import { clauseRequirements } from './clause-requirement.ts'
import type { Doubt, ReadElement } from './element.ts'
import { frequencyIn } from './frequency.ts'
import type { FoundRequirement } from './requirement.ts'
import type { ReadRole } from './role.ts'
import { coreOf, isOfDocument, type Statement } from './statement.ts'
import { clausesIn } from './subject.ts'
import { leadsIn } from './unit.ts'
import type { ReadingWords } from './words.ts'

/** What a statement of a standard lays down, and what stands in the way of a clause where it is none. */
export type ReadClause = { readonly clause: ReadElement } | { readonly why: string } | undefined

/**
 * Reads a statement of a standard as a clause: for which requirement, whom it binds and how far, and how
 * often something is to be done. Undefined where it lays nothing down; a clause whose words point to no
 * requirement is left out, for a wrong one would change what is judged.
 */
export function clauseIn(
  statement: Statement,
  roles: readonly ReadRole[],
  words: ReadingWords,
): ReadClause {
  const { main, more } = statement
  const core = coreOf(main.text)
  const force = forceOf(core, main.text, words)
  if (force === undefined) return undefined
  if (leadsIn(main.text) && more.length === 0) return undefined
  const doubts: Doubt[] = []
  const subject = subjectOf(statement, roles, doubts)
  const found = clauseRequirements(statement, { roles, subject: subject.canonical }, words)
  const [first, ...others] = found
  if (!first || first.weight < plain) return { why: undecided(found) }
  const rivals = others.filter(({ weight }) => weight >= 0.7 * first.weight).slice(0, 2)
  if (rivals.length > 0 || first.weight < 1.5 * plain) {
    doubts.push({
      key: 'requirement',
      about: 'clause',
      question:
        rivals.length > 0
          ? `ほかに当てはまりそうな要求事項: ${rivals.map(({ key }) => key).join('、')}`
          : '要求事項を示す言葉が、文に少ししかありません',
    })
  }
  if (force.isPlain) {
    doubts.push({
      key: 'force',
      about: 'force',
      question: '文末が「〜する」の文を、義務（must）としました',
    })
  }
  const cadence = cadenceOf(core, statement, words, doubts)
  return {
    clause: {
      list: 'clauses',
      stem: first.key.toLowerCase(),
      place: main.unit.place,
      sources: [main, ...more],
      doubts,
      value: {
        requirement: first.key,
        ...(main.unit.place === '' ? {} : { number: main.unit.place }),
        text: [main, ...more].map((one) => one.text.trim()).join('\n'),
        ...(subject.canonical === undefined ? {} : { subject: subject.canonical }),
        force: force.value,
        ...(cadence && { cadence }),
      },
    },
  }
}

/** Whether a statement lays something down by itself: an item of a list that does not belongs to what leads in to it. */
export function laysDown({ main }: Statement, words: ReadingWords): boolean {
  return forceOf(coreOf(main.text), main.text, words) !== undefined
}

/** As much as must speak for a requirement, for a clause to be taken for one of it. */
const plain = 2

function undecided(found: readonly FoundRequirement[]): string {
  const near = found.slice(0, 3).map(({ key }) => key)
  return `条文ですが、どの要求事項のものか、文の言葉からは決められません${near.length > 0 ? `（候補: ${near.join('、')}）` : ''}`
}

interface Force {
  readonly value: 'must' | 'endeavour' | 'may' | 'advice'
  /** Whether the sentence only says what is done: in a standard that is an order. */
  readonly isPlain: boolean
}

/** How binding a sentence is; undefined where it lays nothing down. */
function forceOf(core: string, text: string, { phrases }: ReadingWords): Force | undefined {
  if (
    isOfDocument(core) ||
    /(?:という|をいう|目的とする|施行する|廃止する|適用する|対象とする|とおりとする|別に定める|準用する|充てる|を置く|に置く|務める|代理する|代行する|統括する|総括する|補佐する|有する|負う|限りでない)$/u.test(
      core,
    )
  )
    return undefined
  const said = new SaidText(text, phrases).force
  if (said === 'should')
    return { value: /望ま|推奨/u.test(core) ? 'advice' : 'endeavour', isPlain: false }
  if (said === 'may') return { value: 'may', isPlain: false }
  if (said !== undefined) return { value: 'must', isPlain: false }
  return /[うくぐすつぬぶむる]$/u.test(core) ? { value: 'must', isPlain: true } : undefined
}

interface Subject {
  readonly canonical: string | undefined
}

/** Whom a clause binds, by the roles of the standard that all share. */
function subjectOf(
  { main, lead }: Statement,
  roles: readonly ReadRole[],
  doubts: Doubt[],
): Subject {
  const own = clausesIn(coreOf(main.text), roles)
  const inherited = own.length === 0 && lead ? clausesIn(coreOf(lead.main.text), roles) : []
  const named = (own[0] ?? inherited[0])?.roles ?? []
  const canonical = named.find((one) => one.canonical !== undefined)?.canonical
  if (named.length === 0)
    doubts.push({ key: 'subject', about: 'bound', question: '誰の義務か、文にありません' })
  else if (canonical === undefined)
    doubts.push({
      key: 'subject',
      about: 'bound',
      question: `主語の「${named[0]?.name ?? ''}」が、標準の役割のどれに当たるか`,
    })
  else if (named.length > 1)
    doubts.push({
      key: 'subject',
      about: 'bound',
      question: `主語が「${named.map(({ name }) => name).join('」「')}」の${named.length}つあり、主体は一つだけ書けます`,
    })
  return { canonical }
}

/** Which ways of doing it a clause accepts; undefined where it does not say how often. */
function cadenceOf(
  core: string,
  statement: Statement,
  words: ReadingWords,
  doubts: Doubt[],
): object | undefined {
  const asked: Doubt[] = []
  // 「定期的に確認し、問題があったときは報告し」: how often is said of the first deed.
  const [deed = ''] = core.split(/(?<!に(?:対|関|際|応じ|基づ|よ|伴))[しいきりみ]、/u)
  const first = new SaidText(deed, words.phrases).frequency
  const said = first ?? frequencyIn(core, [], { statement, words }, asked)
  const isAlsoAsNeeded =
    asked.some(({ about }) => about === 'two') && /必要に応じ|随時|必要があると/u.test(core)
  const accept = acceptedOf(said)
  if (accept === undefined) return undefined
  for (const { about, question } of asked) {
    if (about === 'two' && !isAlsoAsNeeded) doubts.push({ key: 'cadence', about, question })
  }
  return {
    accept: isAlsoAsNeeded ? [...accept, 'asNeeded'] : accept,
    ...(typeof said === 'object' && said !== null && 'every' in said ? { max: said.every } : {}),
  }
}

function acceptedOf(said: unknown): readonly string[] | undefined {
  if (typeof said === 'object' && said !== null) return ['every' in said ? 'periodic' : 'event']
  return said === 'periodic' || said === 'asNeeded' || said === 'always' ? [said] : undefined
}
