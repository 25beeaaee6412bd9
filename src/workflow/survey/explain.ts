import { UsageError } from '../../finding/usage-error.ts'
import type { Explained, KeyCard, RuleCard, RuleCatalogue } from '../../finding/rule-card.ts'
import { suggest } from '../../japanese/suggest.ts'
import type { Workspace } from '../../source/workspace.ts'
import { builtInCard, packViews, requirementCards, ruleCard } from '../open/pack-card.ts'
import { chainOfPack, openPackFiles, type PackFiles, requireSound } from '../open/pack-files.ts'
import { version } from '../open/version.ts'
import { words, wordsWith } from './words.ts'
import { builtInRules } from '../../rule/built-in.ts'
import { readSample } from '../../rule/example.ts'
import { describeShape } from '../../schema/describe.ts'
import { type KeyPlace, keysNamed, objectsIn } from '../../schema/key-place.ts'
import type { Shape, ValueShape } from '../../schema/shape.ts'
import { isMapping, type Mapping } from '../../schema/variant.ts'
import { writeYaml } from '../../yaml/write.ts'

/** Whose rules are asked about. */
export interface ExplainRequest {
  readonly workspace: Workspace
  /** The folder of the user's packs; `./policies` where there is one, without it. */
  readonly policies?: string
}

/** Every rule of every pack at hand, and those that are built in. Throws where a pack is broken. */
export async function ruleCatalogue(request: ExplainRequest): Promise<RuleCatalogue> {
  return catalogueOf(await openPackFiles(request))
}

function catalogueOf(files: PackFiles): RuleCatalogue {
  requireSound(files)
  const { verified } = files
  const views = packViews(verified)
  return {
    format: 'policy-lint/rules.v1',
    tool: { name: 'policy-lint', version },
    packs: views.map(({ pack, standard }) => {
      return { id: pack.id, name: standard.name, extends: pack.extends ?? null }
    }),
    requirements: requirementCards(views),
    rules: [
      ...views.flatMap(({ pack, rules }) => rules.map((rule) => ruleCard(rule, pack, views))),
      ...builtInRules.map((rule) => builtInCard(rule, views)),
    ],
  }
}

/** All there is to say of a rule, a requirement, a key of files or a word. Throws a `UsageError` with a suggestion where nothing has that name. */
export async function explain(name: string, request: ExplainRequest): Promise<Explained> {
  const files = await openPackFiles(request)
  const { rules, requirements } = catalogueOf(files)
  const rule = rules.find(({ id }) => id === name)
  if (rule) return { kind: 'rule', rule }
  const requirement = requirements.find(({ key }) => key === name.toUpperCase())
  if (requirement) {
    return { kind: 'requirement', requirement, rules: new Map(rules.map((one) => [one.id, one])) }
  }
  if (/^(?:shape|file)\./.test(name)) throw ofForm(name)
  const vocabularies = await words(request)
  const found = vocabularies.flatMap((card) => {
    const own = card.words.filter((word) => [word.id, word.name, ...word.near].includes(name))
    return own.length > 0 ? [{ ...card, words: own }] : []
  })
  const keys = keyCards(name, rules, files)
  if (keys.length + found.length > 0) return { kind: 'names', keys, words: found }
  const near = suggest(name, [
    ...rules.map(({ id }) => id),
    ...requirements.map(({ key }) => key),
    ...vocabularies.flatMap((card) => card.words.map(({ id }) => id)),
  ])
  throw new UsageError(`「${name}」という規則も、要求事項も、キーも、用語もありません`, {
    hint: near
      ? `もしかして: policy-lint explain ${near}`
      : wordsWith(name, vocabularies).length > 0
        ? `この言葉を含む用語は、policy-lint words ${name} で見られます`
        : '規則と要求事項の一覧は policy-lint rules、用語は policy-lint words で見られます',
  })
}

/** What is wrong with the form of a file is told whole where it is found; there is no rule to read. */
function ofForm(id: string): UsageError {
  return new UsageError(`「${id}」は規則ではなく、ファイルの書き方の検査です`, {
    hint: '書き方は docs/format.ja.md にあります。直し方は、check の結果に示しています',
  })
}

/** The keys of files that a name may mean: what each is for, who reads it, how it is written in a sound dossier. */
function keyCards(name: string, rules: readonly RuleCard[], files: PackFiles): readonly KeyCard[] {
  const places = keysNamed(name)
  if (places.length === 0) return []
  const sample = files.verified.read.flatMap((pack) => {
    const packs = (chainOfPack(files.verified, pack) ?? []).map(({ document }) => document.value)
    return readSample(pack.standard.source, files.sources, packs).sample ?? []
  })
  return places.map((place): KeyCard => {
    const { kind, path, shape, field } = place
    const values = sample.filter((one) => one.kind === kind).map(({ value }) => value)
    const [example] = values.flatMap((value) => written(value, path) ?? [])
    return {
      kind,
      path: path.join('.'),
      owner: shape.label,
      label: field.label,
      about: field.about,
      form: describeShape(field.type),
      vocabularies: wordsIn(field.type),
      isRequired: field.required === true,
      asks: field.asks ?? null,
      isShared: field.shared === true,
      rules: rules.filter((rule) => reads(rule, place)).map(({ id, title }) => ({ id, title })),
      example: example === undefined ? null : writeYaml(example).trimEnd(),
    }
  })
}

/** The vocabularies whose words may stand there. */
function wordsIn(type: ValueShape): readonly string[] {
  if (type.kind === 'word') return 'vocabulary' in type ? [type.vocabulary] : []
  if (type.kind === 'list' || type.kind === 'map') return wordsIn(type.of)
  return type.kind === 'union' ? type.of.flatMap(wordsIn) : []
}

/** Whether a rule reads a key, or what stands in the elements of the list it holds. */
function reads({ facts }: RuleCard, { path, shape, field }: KeyPlace): boolean {
  const key = path.at(-1) ?? ''
  const elements = objectsIn(field.type).flatMap((inner) => [inner, ...entriesIn(inner)])
  return facts.some(
    (fact) =>
      (fact.field === key &&
        (fact.type === shape.name || (path.length === 1 && fact.type === 'Dossier'))) ||
      elements.some(({ name }) => name === fact.type),
  )
}

/** What the series of a ledger hold. */
function entriesIn({ fields }: Shape): readonly Shape[] {
  return fields['entries'] ? objectsIn(fields['entries'].type) : []
}

/** The first value under a path of keys, with the keys and ids of what it stands in; undefined where none is. */
function written(value: unknown, [key, ...rest]: readonly string[]): Mapping | undefined {
  if (key === undefined || !isMapping(value) || value[key] === undefined) return undefined
  const inner = value[key]
  if (rest.length === 0) return { [key]: firstOf(inner) }
  const elements = Array.isArray(inner) ? (inner as readonly unknown[]) : [inner]
  for (const element of elements) {
    const found = written(element, rest)
    if (found) return { [key]: Array.isArray(inner) ? [{ ...idOf(element), ...found }] : found }
  }
  return undefined
}

function idOf(element: unknown): Mapping {
  return isMapping(element) && element['id'] !== undefined ? { id: element['id'] } : {}
}

/** Of a list of elements the first, which shows how one is written. */
function firstOf(value: unknown): unknown {
  return Array.isArray(value) && value.some(isMapping) ? value.slice(0, 1) : value
}
