import { type Day, parseDay, todayInJapan } from '../../calendar/day.ts'
import { UsageError } from '../../finding/usage-error.ts'
import { suggest } from '../../japanese/suggest.ts'
import type { Workspace } from '../../source/workspace.ts'
import { writeYaml } from '../../yaml/write.ts'
import { openPacks, type Packs } from '../open/packs.ts'
import { type Answers, type Fetched, type GateName, unknownFetched } from './answers.ts'
import type { ListedOrganisation } from './organisations.ts'

/** What a municipality is begun from. */
export interface TownRequest {
  readonly workspace: Workspace
  readonly policies?: string
  readonly answers: Answers
  /** The organisations of the municipality; the section in charge alone without them. */
  readonly organisations?: readonly ListedOrganisation[]
  readonly gates: readonly GateName[]
  /** What machines that run the gates fetch, as far as it is known. */
  readonly fetched?: Partial<Fetched>
  /** The day that stands for today, ISO; the clock's without it. */
  readonly today?: string
}

/** The files of a municipality that begins. */
export interface Town {
  /** What must be new: nobody's work is written over. */
  readonly dossier: readonly TownFile[]
  /** What is left as it is where it is there already. */
  readonly around: readonly TownFile[]
}

/** A file by its name in the folder of the municipality. */
export interface TownFile {
  readonly name: string
  readonly content: string
}

/** A pack that there is to choose. */
export interface PackChoice {
  readonly id: string
  readonly name: string
}

/** The packs at hand, those of the tool and those of the user's own folder. */
export async function packChoices(
  request: Pick<TownRequest, 'workspace' | 'policies'>,
): Promise<readonly PackChoice[]> {
  const packs = await openPacks(request)
  return packs.ids.map((id) => ({ id, name: String(packs.packOf(id).value['name']) }))
}

/**
 * Drafts the files of a municipality and its first system: who it is, what it is judged by, who is in charge.
 * Nothing is said that nobody has said: what is not known yet is left out, and the check tells what is missing.
 */
export async function beginTown(request: TownRequest): Promise<Town> {
  const { answers, gates } = request
  const fetched = { ...unknownFetched, ...request.fetched }
  const { name, system, systemName } = answers
  const today = parseDay(request.today ?? '') ?? todayInJapan()
  const [town = '', systemId = ''] = system.split('/')
  const { organisations = [{ id: 'org-1', name: answers.owner }] } = request
  const fault = ownerFault(organisations, answers.owner)
  if (fault) throw new UsageError(fault.message, { hint: fault.hint })
  const owner = named(organisations, answers.owner)[0]?.id
  const standard = standardOf(answers.pack, today, await openPacks(request))
  const municipality = {
    kind: 'municipality',
    id: town,
    name,
    standards: [{ ...standard, from: today }],
    organisations,
  }
  const context = { kind: 'context', system, name: systemName, owner }
  return {
    dossier: [
      {
        name: `procedures/${town}/municipality.yaml`,
        content: withHead(municipalityHead, municipality),
      },
      {
        name: `procedures/${town}/${systemId}/context.yaml`,
        content: withHead(contextHead, context),
      },
    ],
    around: [
      { name: '.gitignore', content: gitignore },
      ...gates.filter((gate) => gate !== 'none').map((gate) => gateFile(gate, fetched)),
    ],
  }
}

const municipalityHead = `# 組織と、使う対策基準です。書き方は policy-lint の docs/format.ja.md の municipality にあります。
# standards の from は調べ始めた日です。その前から使っている基準なら、使い始めた日に直してください。
# id はほかのファイルから指す名前です。直すなら、ほかのファイルを書く前に直してください。
`

const contextHead = `# システムが実際にどうなっているかです。調べて分かったことを書き足します。書いていないことは「不明」と読みます。
# 書き方は policy-lint の docs/format.ja.md の context にあります。
`

function withHead(head: string, value: unknown): string {
  return head + writeYaml(value)
}

/** Why an answer names no one organisation of the list, where it does not. */
export function ownerFault(
  organisations: readonly ListedOrganisation[],
  owner: string,
): { readonly message: string; readonly hint: string } | undefined {
  const found = named(organisations, owner)
  if (found.length === 1) return undefined
  if (found.length > 1) {
    return {
      message: `所属「${owner}」が組織の一覧に二つ以上あります`,
      hint: `IDで指定してください: ${found.map(({ id }) => id).join('、')}`,
    }
  }
  const names = organisations.flatMap(withThoseBelow).map(({ name }) => name)
  const near = suggest(owner, names)
  return {
    message: `所属「${owner}」が組織の一覧にありません`,
    hint: near === undefined ? '一覧にある名称かIDを書いてください' : `もしかして: ${near}`,
  }
}

/** The organisations of a list that go by a name or an ID. */
function named(
  organisations: readonly ListedOrganisation[],
  owner: string,
): readonly ListedOrganisation[] {
  return organisations
    .flatMap(withThoseBelow)
    .filter(({ id, name }) => id === owner || name === owner)
}

function withThoseBelow(organisation: ListedOrganisation): readonly ListedOrganisation[] {
  return [organisation, ...(organisation.children ?? []).flatMap(withThoseBelow)]
}

/** The pack and its edition in force. */
function standardOf(
  pack: string,
  today: Day,
  packs: Packs,
): { readonly pack: string; readonly edition: string } {
  if (!packs.ids.includes(pack)) {
    const near = suggest(pack, packs.ids)
    throw new UsageError(`対策基準のパック「${pack}」がありません`, {
      hint:
        near === undefined ? `使えるパック: ${packs.ids.join('、')}` : `もしかして: --pack ${near}`,
    })
  }
  const edition = packs.standardFor(pack, undefined, today).edition?.data['id']
  if (typeof edition === 'string') return { pack, edition }
  throw new UsageError(`対策基準のパック「${pack}」に、今日（${today}）効力のある版がありません`, {
    hint: 'パックの editions に、今日より前から効力のある版を書いてください',
  })
}

/** A file that has the check run at every change, and its place. */
function gateFile(
  gate: Exclude<GateName, 'none'>,
  fetched: Fetched,
): { readonly name: string; readonly content: string } {
  if (gate === 'github')
    return { name: '.github/workflows/policy-lint.yml', content: github(fetched) }
  return { name: '.gitlab-ci.yml', content: gitlab(fetched) }
}

// Quoted as YAML has it: whatever is given stays one text.
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const github = ({
  repository,
  commit,
}: Fetched): string => `# 変更のたびに調べます。ほかの出し方は policy-lint の docs/ci.ja.md にあります。
name: policy-lint
on:
  pull_request:
  push:

permissions:
  contents: read

env:
  # policy-lint を置いたリポジトリーと、使うコミット。タグやブランチと違い、後から別の中身になりません。
  POLICY_LINT_REPOSITORY: ${quoted(repository)}
  POLICY_LINT_COMMIT: ${quoted(commit)}

jobs:
  policy-lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
      - uses: actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0
        with:
          node-version: '24'
      - run: git init --quiet .policy-lint
      - run: git -C .policy-lint fetch --quiet --depth 1 "$POLICY_LINT_REPOSITORY" "$POLICY_LINT_COMMIT"
      - run: git -C .policy-lint checkout --quiet --detach "$POLICY_LINT_COMMIT"
      - run: npm ci --ignore-scripts --prefix .policy-lint
      - run: node .policy-lint/scripts/build.mjs
      - run: npm prune --omit=dev --ignore-scripts --prefix .policy-lint
      - run: node .policy-lint/dist/bin/policy-lint.js check procedures --format github
`

const gitlab = ({
  repository,
  commit,
  image,
}: Fetched): string => `# 変更のたびに調べます。ほかの出し方は policy-lint の docs/ci.ja.md にあります。
variables:
  # policy-lint を置いたリポジトリーと、使うコミット。タグやブランチと違い、後から別の中身になりません。
  POLICY_LINT_REPOSITORY: ${quoted(repository)}
  POLICY_LINT_COMMIT: ${quoted(commit)}

policy-lint:
  # タグ（node:24）は後から別の中身に付け替えられるので、ハッシュで指します。
  # docker buildx imagetools inspect node:24 の Digest です。
  image: ${image}
  script:
    - git init --quiet .policy-lint
    - git -C .policy-lint fetch --quiet --depth 1 "$POLICY_LINT_REPOSITORY" "$POLICY_LINT_COMMIT"
    - git -C .policy-lint checkout --quiet --detach "$POLICY_LINT_COMMIT"
    - npm ci --ignore-scripts --prefix .policy-lint
    - node .policy-lint/scripts/build.mjs
    - npm prune --omit=dev --ignore-scripts --prefix .policy-lint
    - node .policy-lint/dist/bin/policy-lint.js check procedures --format text --format gitlab --output gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`

/** What is not kept: the tool itself, what programs leave behind, and originals that name persons. */
const gitignore = `# policy-lint そのもの
.policy-lint/
node_modules/

# 元の Word や Excel など、個人情報のあるもの
originals/

# Office や OS が置くもの
~$*
.~lock.*
.DS_Store
Thumbs.db
`
