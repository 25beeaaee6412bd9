import type { Fetched, GateName } from './answers.ts'

/** A file that has the check run at every change, and its place. */
export function gateFile(
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
export const gitignore = `# policy-lint そのもの
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
