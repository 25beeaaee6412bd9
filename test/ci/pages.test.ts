import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { formatNames } from '../../src/format/names.ts'
import { unknownFetched } from '../../src/workflow/begin/answers.ts'
import { exitCode } from '../../src/cli/exit-code.ts'
import { run, type Run } from '../cli/run.ts'
import type { Repository } from '../source/repository.ts'
import { action } from './action.ts'
import { adoptingRepository, root, townRepository } from './town.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const repository = townRepository()
const adopting = adoptingRepository()
afterAll(() => {
  repository.remove()
  adopting.remove()
})

/** Runs a command line of a page in the town; whatever it finds, it must be a right use. */
async function tried(argv: readonly string[]): Promise<readonly string[]> {
  const { code, stderr } = await runIn(repository, argv)
  expect([exitCode.clean, exitCode.findings], `${argv.join(' ')}\n${stderr}`).toContain(code)
  return argv
}

function runIn({ root: cwd, env }: Repository, argv: readonly string[]): Promise<Run> {
  return run(argv, { cwd, env: { ...env } })
}

/** Everything that may call actions of others: what runs here, what is shown, and what `init` writes. */
const callers = [
  ...['.github/workflows', 'examples/ci'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  ),
  'action.yml',
  'docs/ci.ja.md',
  'src/workflow/begin/town.ts',
]

test('the actions of others are called by the hash of what they hold', () => {
  const called = callers.flatMap((path) =>
    [...read(path).matchAll(/^ *- uses: (\S+)/gm)].map(([, uses = '']) => uses),
  )
  expect(called).toContain('actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8')
  expect(called.filter((uses) => !/@[0-9a-f]{40}$/.test(uses))).toEqual([])
})

/** The whole workflows of GitHub: those that run here, the one to copy, and the one that the page shows. */
const workflows = [
  ...callers.filter((path) => /\.github\/workflows|github-/.test(path)).map(read),
  /^```yaml\n(name: policy-lint\n[\s\S]*?)^```$/m.exec(read('docs/ci.ja.md'))?.[1] ?? '',
].map((text) => parse(text) as { readonly permissions?: Readonly<Record<string, string>> })

test('a workflow may read the repository, and write no more than what it is for', () => {
  const written = workflows.map(({ permissions = { all: 'write' } }) =>
    Object.entries(permissions).filter((one) => one.join() !== 'contents,read'),
  )
  expect(written).toEqual([[], [], [['issues', 'write']], [['security-events', 'write']]])
})

test('everything that runs Node runs one that is cared for, whatever the machine has', () => {
  const oldest = 22
  const running = callers.filter((path) => /^ *(?:- run: |run: \|\n *)?.*\bnpm /m.test(read(path)))
  const versions = running.map((path) => [
    path,
    [...read(path).matchAll(/node-version: '(\d+)'|image: node:(\d+)@/g)].map(([, action, image]) =>
      Number(action ?? image),
    ),
  ])
  expect(running.length).toBeGreaterThan(3)
  expect(
    versions.filter(
      ([path, found]) =>
        path !== 'src/workflow/begin/town.ts' &&
        ((found as readonly number[]).length === 0 ||
          (found as readonly number[]).some((version) => version < oldest)),
    ),
  ).toEqual([])
})

test('what a pipeline fetches and runs in is named by what it holds', () => {
  const told = callers.map((path) => [path, read(path)] as const)
  const images = told.flatMap(([, text]) =>
    [...text.matchAll(/^ *image: (\S+)/gm)].map(([, image]) => image),
  )
  expect(images).toEqual([unknownFetched.image, '${image}'])
  expect(told.filter(([, text]) => text.includes('git clone')).map(([path]) => path)).toEqual([])
})

describe('the lines of a pipeline that fetch the tool', () => {
  const { '.policy-lint': job } = parse(read('examples/ci/gitlab-ci.yml')) as Readonly<
    Record<string, Job>
  >
  const fetching = job?.before_script?.slice(0, 3) ?? []

  const fetch = (commit: string): { readonly status: number | null; readonly got: string } => {
    const folder = mkdtempSync(join(repository.outside, 'pipeline-'))
    const env = { ...repository.env, POLICY_LINT_REPOSITORY: repository.root }
    const { status } = spawnSync('sh', ['-ec', fetching.join('\n')], {
      cwd: folder,
      env: { ...env, POLICY_LINT_COMMIT: commit },
    })
    const head = join(folder, '.policy-lint/.git/HEAD')
    return { status, got: existsSync(head) ? readFileSync(head, 'utf8').trim() : '' }
  }

  test('take the commit that is named, and no other', () => {
    const commit = repository.git('rev-parse', 'HEAD')
    expect(fetch(commit)).toEqual({ status: 0, got: commit })
  })

  test.each([unknownFetched.commit, ''])('stop at %j', (commit) => {
    expect(fetch(commit).status).not.toBe(0)
  })
})

interface Hook {
  readonly id: string
  readonly name: string
  readonly entry: string
  readonly args: readonly string[]
  readonly language: string
  readonly files: string
  readonly pass_filenames: boolean
}

const hooks = parse(read('.pre-commit-hooks.yaml')) as readonly Hook[]

describe('.pre-commit-hooks.yaml', () => {
  test.each(hooks)('the hook $id runs the program that the package installs', async (hook) => {
    const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> }
    const [program = '', ...argv] = hook.entry.split(' ')
    expect(Object.keys(bin)).toContain(program)
    expect([hook.language, hook.pass_filenames]).toEqual(['node', false])
    await tried([...argv, ...hook.args])
    // The commit that brings the dossiers in has nothing to be compared with.
    const { code, stderr } = await runIn(adopting, [...argv, ...hook.args])
    expect({ code, stderr }).toEqual({ code: exitCode.clean, stderr: '' })
  })

  test.each(['procedures/a/procedure.yaml', '手順書/b.yml', 'procedures/a/accounts.csv'])(
    'a change of %s makes them run',
    (path) => {
      expect(hooks.filter(({ files }) => !new RegExp(files).test(path))).toEqual([])
    },
  )
})

interface Job {
  readonly extends?: string
  readonly before_script?: readonly string[]
  readonly script?: readonly string[]
  readonly artifacts?: {
    readonly paths?: readonly string[]
    readonly reports?: Readonly<Record<string, string>>
  }
}

const { variables, ...gitlab } = parse(read('examples/ci/gitlab-ci.yml')) as {
  readonly variables: Readonly<Record<string, string>>
} & Readonly<Record<string, Job>>

describe('examples/ci/gitlab-ci.yml', () => {
  const jobs = Object.entries(gitlab).filter(([, job]) => job.script !== undefined)

  test.each(jobs)('the job %s runs, and writes what it hands over', async (_name, job) => {
    expect(gitlab[job.extends ?? '']?.before_script?.slice(3)).toEqual([
      'npm ci --ignore-scripts --prefix .policy-lint',
      'node .policy-lint/scripts/build.mjs',
      'npm prune --omit=dev --ignore-scripts --prefix .policy-lint',
    ])
    const [line = '', ...others] = job.script ?? []
    expect(others).toEqual([])
    const wordsIn = (place: Repository): readonly string[] => {
      const known: Readonly<Record<string, string>> = {
        ...variables,
        CI_MERGE_REQUEST_DIFF_BASE_SHA: place.git('rev-parse', 'HEAD'),
      }
      return line
        .trim()
        .split(/\s+/)
        .map((word) => {
          return word.replace(/"/g, '').replace(/\$(\w+)/g, (_, name: string) => {
            if (!(name in known)) throw new Error(`no variable ${name}`)
            return known[name] ?? ''
          })
        })
    }
    const words = wordsIn(repository)
    const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> }
    const program = bin['policy-lint']?.replace('./', '') ?? ''
    expect(words.slice(0, 2)).toEqual(['node', `.policy-lint/${program}`])
    await tried(words.slice(2))
    const { code, stderr } = await runIn(adopting, wordsIn(adopting).slice(2))
    expect({ code, stderr }).toEqual({ code: exitCode.clean, stderr: '' })
    const { paths = [], reports = {} } = job.artifacts ?? {}
    const files = [...paths, ...Object.values(reports)]
    expect(files.filter((file) => !existsSync(join(repository.root, file)))).toEqual([])
    expect(files).not.toEqual([])
  })

  test('its reports are of the form GitLab reads', () => {
    const { reports = {} } = gitlab['policy-lint']?.artifacts ?? {}
    const written = (name: string): string =>
      readFileSync(join(repository.root, reports[name] ?? ''), 'utf8')
    expect(JSON.parse(written('codequality'))).toMatchObject([{ check_name: 'record.named' }])
    expect(written('junit')).toMatch(/^<\?xml/)
  })
})

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>
}

describe('examples/ci/github-overdue.yml', () => {
  const { jobs } = parse(read('examples/ci/github-overdue.yml')) as Workflow
  const script = jobs['due']?.steps.find(({ run: text }) => text?.includes('--fail-on'))?.run ?? ''

  test('its command writes the list that the issue shows, and tells by its exit code whether to open one', async () => {
    const [, line = ''] =
      /^node \.policy-lint\/dist\/bin\/policy-lint\.js (.*)$/m.exec(script) ?? []
    const { code, stdout, stderr } = await runIn(repository, line.split(' '))
    expect({ code, stdout, stderr }).toEqual({ code: exitCode.clean, stdout: '', stderr: '' })
    expect(readFileSync(join(repository.root, 'due.md'), 'utf8')).toMatch(/^# 期限の一覧\n/)
    const late = await runIn(repository, [...line.split(' '), '--as-of', '2030-01-01'])
    expect([exitCode.clean, exitCode.findings]).toContain(late.code)
  })
})

describe('docs/ci.ja.md', () => {
  const page = read('docs/ci.ja.md')
  const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', text = '']) => ({ language, text }),
  )
  const commands = blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.trim().split('\n'))

  test.each(commands)('%s', async (command) => {
    expect(command).toMatch(/^policy-lint /)
    await tried(command.split(' ').slice(1))
  })

  test('names the formats that there are', () => {
    const [, section = ''] = /\| 形式 \|[^\n]*\n([\s\S]*?)\n\n/.exec(page) ?? []
    const named = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)
    expect(named.sort()).toEqual([...formatNames].sort())
  })

  test('names the inputs of the action, with what they are without', () => {
    const [, section = ''] = /\| 名前 \|[^\n]*\n([\s\S]*?)\n\n/.exec(page) ?? []
    const rows = [...section.matchAll(/^\| `([\w-]+)` \|[^|]*\| (.*) \|$/gm)]
    expect(rows.map(([, name]) => name).sort()).toEqual(Object.keys(action.inputs).sort())
    const wrong = rows.filter(([, name = '', preset = '']) => {
      const real = action.inputs[name]?.default ?? ''
      return real !== '' && preset !== `\`${real}\``
    })
    expect(wrong).toEqual([])
  })

  test('its workflow gives the action inputs it has', () => {
    const workflow = blocks.find(({ text }) => text.includes('jobs:'))?.text ?? ''
    const { jobs } = parse(workflow) as {
      jobs: Record<string, { steps: { uses: string; with: Record<string, unknown> }[] }>
    }
    const steps = Object.values(jobs).flatMap((job) => job.steps)
    const [checkout, own] = steps
    expect(checkout?.uses).toMatch(/^actions\/checkout@/)
    expect(checkout?.with['fetch-depth']).toBe(0)
    expect(own?.uses).toMatch(/\/policy-lint@/)
    expect(Object.keys(own?.with ?? {}).filter((name) => !(name in action.inputs))).toEqual([])
  })

  test('its configuration of pre-commit names hooks that there are', () => {
    const text = blocks.find((block) => block.text.startsWith('repos:'))?.text ?? ''
    const { repos } = parse(text) as { repos: { hooks: { id: string }[] }[] }
    const named = repos.flatMap((repo) => repo.hooks.map(({ id }) => id))
    expect(named).toEqual(hooks.map(({ id }) => id))
  })

  test('what it links to is there', () => {
    const links = [...page.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => link ?? '')
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((link) => !existsSync(resolve(root, 'docs', link)))).toEqual([])
  })
})
