import type { Day } from '../../calendar/day.ts'
import { Period } from '../../calendar/period.ts'
import type { Article, Severity } from '../../finding/finding.ts'
import type {
  CardExample,
  JudgesBy,
  PackStance,
  RequirementCard,
  RuleCard,
} from '../../finding/rule-card.ts'
import { joinList } from '../../japanese/list.ts'
import type { Data } from '../../model/element.ts'
import type { WrittenPart } from '../../model/part.ts'
import { type WrittenStandard, writtenStandard } from '../../model/standard.ts'
import type { BuiltInRule } from '../../rule/built-in.ts'
import type { CheckedRule } from '../../rule/checked-rule.ts'
import { readingOf } from '../../rule/facts.ts'
import { labelOfLed, ledTo } from '../../rule/led-to.ts'
import { isInUse } from '../../rule/judge.ts'
import { requirementsJudged } from '../../rule/judged.ts'
import { type Language, languageOf } from '../../rule/language.ts'
import { type LinkedRule, linkRule } from '../../rule/link.ts'
import type { ReadPack } from '../../rule/pack.ts'
import { articleOfClause, tailoredSeverity } from '../../rule/to-finding.ts'
import type { Verified } from '../../rule/verify.ts'
import { sayPlain } from '../../words/value.ts'
import { chainOfPack, placeOfRule, writtenRule } from './pack-files.ts'

/** A pack with its own rules and the standard it makes of all it extends. */
export interface PackView {
  readonly pack: ReadPack
  readonly rules: readonly CheckedRule[]
  readonly standard: WrittenStandard
  /** The packs it is made of, itself among them. */
  readonly chain: ReadonlySet<string>
  /** All rules that judge by it. */
  readonly inUse: readonly LinkedRule[]
  readonly language: Language
}

/** No pack is written for a later day: every clause of every edition before it is there. */
const farFuture = '9999-12-31' as Day

/** Every pack as its systems see it; of an edition, that of a day. */
export function packViews(verified: Verified, asOf = farFuture): readonly PackView[] {
  return verified.read.flatMap((pack) => {
    const chain = chainOfPack(verified, pack)
    if (!chain) return []
    const packs = chain.map(({ document }) => document)
    const standard = writtenStandard({ packs, asOf })
    const ids = new Set(chain.map(({ id }) => id))
    const language = languageOf(standard, { day: farFuture })
    const off = new Set(standard.tailoring.flatMap((one) => (one.off ? [one.rule] : [])))
    const inUse = chain
      .flatMap(({ rules }) => rules)
      .filter(({ id }) => !off.has(id))
      .map((rule) => linkRule(rule, language))
      .filter((rule) => isInUse(rule, standard))
    const rules = chain.at(-1)?.rules ?? []
    return [{ pack, rules, standard, chain: ids, inUse, language }]
  })
}

/** The card of a rule of a pack. */
export function ruleCard(rule: CheckedRule, pack: ReadPack, views: readonly PackView[]): RuleCard {
  const users = views.filter(({ chain }) => chain.has(pack.id))
  const own = users.find((view) => view.pack === pack) ?? users[0]
  const written = writtenRule(pack, rule.id)?.data ?? {}
  const key = rule.requirement && 'key' in rule.requirement ? rule.requirement.key : undefined
  const said = (field: string): readonly string[] => sentences(written, field, own?.standard)
  return {
    id: rule.id,
    pack: pack.id,
    title: rule.title,
    requirement: key === undefined ? null : requirementOf(key, own?.standard),
    keeps: rule.keeps,
    articles: key === undefined ? [] : articlesOf(key, users),
    cite: rule.cite.map(({ text, quoted }) => [text, quoted].filter(Boolean).join(' ')),
    class: rule.class,
    scope: rule.scope,
    isAdvice: rule.advice,
    isBuiltIn: false,
    reads: rule.reads,
    ...readingCard(rule, users),
    rationale: rule.rationale,
    fix: said('fix'),
    expected: said('expected'),
    asserts: rule.asserts.map(({ id }) => id).filter((id) => id !== ''),
    stances: users.map((view) => stanceOf(rule, String(written['severity']), view)),
    examples: ((written['examples'] ?? []) as readonly Data[]).map(exampleOf),
    location: placeOfRule(pack, rule.id, ['id']),
  }
}

/** The card of a check that is built in. */
export function builtInCard(rule: BuiltInRule, views: readonly PackView[]): RuleCard {
  return {
    id: rule.id,
    pack: null,
    title: rule.title,
    requirement: null,
    keeps: null,
    articles: [],
    cite: [],
    class: rule.class,
    scope: 'system',
    isAdvice: false,
    isBuiltIn: true,
    reads: ['procedure'],
    elements: [],
    keepers: [],
    parameters: [],
    facts: [],
    functions: [],
    rationale: rule.rationale,
    fix: [rule.fix],
    expected: [],
    asserts: [],
    stances: views.map(({ pack, standard }) => ({
      pack: pack.id,
      severity: rule.severity,
      label: standard.labels[rule.severity] ?? null,
      isActive: true,
      rationale: null,
    })),
    examples: [],
    location: null,
  }
}

function requirementOf(
  key: string,
  standard: WrittenStandard | undefined,
): RuleCard['requirement'] {
  const part = standard?.requirements.get(key)
  return { key, title: part?.writtenText('title') ?? key, text: part?.writtenText('text') ?? '' }
}

/** What decides a rule's verdict: parameters as each pack sets them, facts, and functions that find more. */
function readingCard(
  rule: CheckedRule,
  users: readonly PackView[],
): Pick<RuleCard, 'elements' | 'parameters' | 'facts' | 'functions' | 'keepers'> {
  const { parameters, fields, functions } = readingOf(rule)
  const [first] = users
  if (!first) return { elements: [], parameters: [], facts: [], functions: [], keepers: [] }
  const { types, functions: known } = first.language
  const { elements, keepers } = ledTo(rule, first.language)
  const looksIntoFiles = (name: string): boolean =>
    known.get(name)?.some(({ inputs }) => inputs.length > 0) ?? false
  return {
    elements: elements.map((one) => labelOfLed(one, types)),
    parameters: parameters.map((name) => ({
      name,
      title: first.standard.parameters.get(name)?.title ?? name,
      values: users.map(({ pack, standard }) => {
        const value = standard.parameters.get(name)?.value
        const plain = value instanceof Period ? value.toString() : value
        const setBy = standard.parameters.get(name)?.setBy ?? pack.id
        const text = writtenParameter(name, standard) ?? ''
        return { pack: pack.id, value: plain, text, setBy }
      }),
    })),
    facts: fields.map(({ type, field, isNeeded }) => {
      const found = types.get(type)?.fields.get(field)
      const label = labelOfLed({ type, field }, types)
      const mayLack = isNeeded && (found?.mayLack ?? false)
      return { type, field, label, kinds: found?.inputs ?? [], mayLack }
    }),
    functions: functions.filter(looksIntoFiles),
    keepers: keepers.map((one) => labelOfLed(one, types)),
  }
}

/** Every requirement of every pack, in the order of the catalogue, with what judges it. */
export function requirementCards(views: readonly PackView[]): readonly RequirementCard[] {
  const found = new Map<string, WrittenPart>()
  for (const { standard } of views) {
    for (const [key, part] of standard.requirements) if (!found.has(key)) found.set(key, part)
  }
  const judged = views.flatMap(({ inUse, standard }) =>
    inUse.map((rule) => ({ id: rule.rule.id, keys: requirementsJudged(rule, standard) })),
  )
  return [...found].map(([key, part]) => {
    const rules = new Map<string, JudgesBy>()
    for (const { id, keys } of judged) {
      const by = keys.get(key)
      if (by !== undefined && !rules.has(id)) rules.set(id, by)
    }
    return {
      key,
      title: part.writtenText('title') ?? key,
      text: part.writtenText('text') ?? '',
      place: part.writtenText('place') ?? null,
      level: levels.find((one) => one === part.data['level']) ?? 'system',
      articles: articlesOf(key, views),
      rules: [...rules].map(([id, by]) => ({ id, by })),
    }
  })
}

const levels: readonly RequirementCard['level'][] = ['system', 'organisation', 'standard']

function articlesOf(key: string, views: readonly PackView[]): readonly Article[] {
  const found = new Map<string, Article>()
  for (const { standard } of views) {
    for (const clause of standard.clauses) {
      if (clause.data['requirement'] !== key) continue
      const article = articleOfClause(clause, standard)
      found.set([article.pack, article.number, article.text].join('\0'), article)
    }
  }
  return [...found.values()]
}

function stanceOf(rule: CheckedRule, written: string, { pack, standard }: PackView): PackStance {
  const mine = standard.tailoring.filter((one) => one.rule === rule.id)
  const key = rule.requirement && 'key' in rule.requirement ? rule.requirement.key : null
  const severity =
    tailoredSeverity(rule.id, key, standard) ?? severities.find((one) => one === written) ?? null
  const isOff = mine.some((one) => one.off === true)
  const isAdopted = !rule.advice || mine.some((one) => one.adopt === true)
  return {
    pack: pack.id,
    severity,
    label: severity === null ? null : (standard.labels[severity] ?? null),
    isActive: !isOff && isAdopted,
    rationale: mine.at(-1)?.rationale ?? null,
  }
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** What a rule and its assertions say in a field, each once, its placeholders made readable. */
function sentences(
  rule: Data,
  field: string,
  standard: WrittenStandard | undefined,
): readonly string[] {
  const asserts = Array.isArray(rule['assert']) ? (rule['assert'] as readonly Data[]) : []
  const written = [rule, ...asserts].flatMap((one) => {
    const text = one[field]
    return typeof text === 'string' ? [text.trim()] : []
  })
  return [...new Set(written.map((text) => withoutPlaceholders(text, standard)))]
}

/** A parameter stands as its value; what differs from finding to finding is left open. */
function withoutPlaceholders(text: string, standard: WrittenStandard | undefined): string {
  return text.replace(/\{\{\s*(.*?)\s*\}\}/g, (_, path: string) => {
    const name = /^params\.(\w+)$/.exec(path)?.[1]
    const value = name === undefined || !standard ? undefined : writtenParameter(name, standard)
    return value ?? '〔…〕'
  })
}

/** The value of a parameter in a sentence; undefined where it is none that can stand there. */
function writtenParameter(name: string, standard: WrittenStandard): string | undefined {
  const { value, vocabulary } = standard.parameters.get(name) ?? {}
  if (!Array.isArray(value)) return sayPlain(value)
  const names = value.map(String)
  return joinList(
    vocabulary === undefined ? names : names.map((one) => standard.wordName(vocabulary, one)),
  )
}

function exampleOf(example: Data): CardExample {
  const { good, bad } = example
  const set = Object.entries((example['set'] ?? {}) as Data)
  const unset = (example['unset'] ?? []) as readonly string[]
  const params = Object.entries((example['params'] ?? {}) as Data)
  return {
    kind: good === undefined ? 'bad' : 'good',
    title: String(good ?? bad),
    changes: [
      ...params.map(([name, value]) => `params.${name}: ${JSON.stringify(value)}`),
      ...set.map(([pointer, value]) => `${pointer}: ${JSON.stringify(value)}`),
      ...unset.map((pointer) => `${pointer} をなくす`),
    ],
  }
}
