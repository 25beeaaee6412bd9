import { UsageError } from '../../finding/usage-error.ts'
import type { Explained, RuleCatalogue } from '../../finding/rule-card.ts'
import { suggest } from '../../japanese/suggest.ts'
import type { Workspace } from '../../source/workspace.ts'
import { builtInCard, packViews, requirementCards, ruleCard } from '../open/pack-card.ts'
import { openPackFiles, type PackFiles, requireSound } from '../open/pack-files.ts'
import { version } from '../open/version.ts'
import { keyCards } from './explain-key.ts'
import { words, wordsWith } from './words.ts'
import { builtInRules } from '../../rule/built-in.ts'

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
