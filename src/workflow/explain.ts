import { UsageError } from '../finding/usage-error.ts'
import type { RuleCard, RuleCatalogue } from '../finding/rule-card.ts'
import { suggest } from '../japanese/suggest.ts'
import type { Workspace } from '../source/workspace.ts'
import { builtInCard, packViews, ruleCard } from './explain-card.ts'
import { openPackFiles } from './pack-files.ts'
import { version } from './version.ts'
import { builtInRules } from '../rule/built-in.ts'

/** Whose rules are asked about. */
export interface ExplainRequest {
  readonly workspace: Workspace
  /** The folder of the user's packs; `./policies` where there is one, without it. */
  readonly policies?: string
}

/** Every rule of every pack at hand, and those that are built in. Throws where a pack is broken. */
export async function ruleCatalogue(request: ExplainRequest): Promise<RuleCatalogue> {
  const { verified } = await openPackFiles(request)
  const [broken] = verified.findings
  if (broken) {
    throw new UsageError(broken.message, {
      location: broken.location,
      ...(broken.fix === null ? {} : { hint: broken.fix }),
    })
  }
  const views = packViews(verified)
  return {
    format: 'policy-lint/rules.v1',
    tool: { name: 'policy-lint', version },
    packs: views.map(({ pack, standard }) => {
      return { id: pack.id, name: standard.name, extends: pack.extends ?? null }
    }),
    rules: [
      ...views.flatMap(({ pack, rules }) => rules.map((rule) => ruleCard(rule, pack, views))),
      ...builtInRules.map((rule) => builtInCard(rule, views)),
    ],
  }
}

/** All there is to say of one rule. Throws a `UsageError` with a suggestion where there is none of that id. */
export async function explain(id: string, request: ExplainRequest): Promise<RuleCard> {
  const { rules } = await ruleCatalogue(request)
  const card = rules.find((rule) => rule.id === id)
  if (card) return card
  if (/^(?:shape|file)\./.test(id)) throw ofForm(id)
  const near = suggest(
    id,
    rules.map((rule) => rule.id),
  )
  throw new UsageError(`規則「${id}」はありません`, {
    hint: near
      ? `もしかして: policy-lint explain ${near}`
      : '規則の一覧は、policy-lint rules で見られます',
  })
}

/** What is wrong with the form of a file is told whole where it is found; there is no rule to read. */
function ofForm(id: string): UsageError {
  return new UsageError(`「${id}」は規則ではなく、ファイルの書き方の検査です`, {
    hint: '書き方は docs/format.ja.md にあります。直し方は、check の結果に示しています',
  })
}
