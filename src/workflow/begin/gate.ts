import type { GateName } from './answers.ts'

/** A file that has the check run at every change, and its place. */
export function gateFile(
  gate: Exclude<GateName, 'none'>,
  repository: string,
): { readonly name: string; readonly content: string } {
  if (gate === 'github')
    return { name: '.github/workflows/policy-lint.yml', content: github(repository) }
  return { name: '.gitlab-ci.yml', content: gitlab(repository) }
}

// Quoted as YAML has it: whatever is given stays one text.
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const github = (
  repository: string,
): string => `# 変更のたびに調べます。ほかの出し方は policy-lint の docs/ci.ja.md にあります。
name: policy-lint
on:
  pull_request:
  push:

permissions:
  contents: read

env:
  # policy-lint を置いたリポジトリー
  POLICY_LINT_REPOSITORY: ${quoted(repository)}

jobs:
  policy-lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
      - uses: actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0
        with:
          node-version: '24'
      - run: git clone --quiet --depth 1 "$POLICY_LINT_REPOSITORY" .policy-lint
      - run: npm ci --ignore-scripts --prefix .policy-lint
      - run: node .policy-lint/scripts/build.mjs
      - run: npm prune --omit=dev --ignore-scripts --prefix .policy-lint
      - run: node .policy-lint/dist/bin/policy-lint.js check procedures --format github
`

const gitlab = (
  repository: string,
): string => `# 変更のたびに調べます。ほかの出し方は policy-lint の docs/ci.ja.md にあります。
variables:
  # policy-lint を置いたリポジトリー
  POLICY_LINT_REPOSITORY: ${quoted(repository)}

policy-lint:
  image: node:24
  script:
    - git clone --quiet --depth 1 "$POLICY_LINT_REPOSITORY" .policy-lint
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
