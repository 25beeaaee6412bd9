import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Repository } from '../source/repository.ts'
import { root } from './town.ts'

/** One step of a composite action. */
export interface Step {
  readonly id?: string
  readonly if?: string
  readonly uses?: string
  readonly shell?: string
  readonly env?: Readonly<Record<string, string>>
  readonly run?: string
  readonly with?: Readonly<Record<string, string>>
}

/** `action.yml` as far as it is looked at. */
export interface Action {
  readonly name: string
  readonly description: string
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default: string }>
  >
  readonly outputs: Readonly<
    Record<string, { readonly description: string; readonly value: string }>
  >
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

export const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action

/** What a run of the action left. */
export interface ActionRun {
  readonly failed: boolean
  readonly log: string
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
  /** The actions of others it would have called, with what it gives them. */
  readonly called: readonly { readonly uses: string; readonly with: Record<string, string> }[]
}

type Values = Readonly<Record<string, string>>

/** Runs the steps as a runner of GitHub does: expressions filled in, scripts given to bash. */
export function runAction(repository: Repository, given: Values): ActionRun {
  const files = new RunnerFiles(repository)
  const outputs = new Map<string, string>()
  const fill = filler(given, outputs)
  const filled = (values: Values = {}): Record<string, string> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]): [string, string] => [name, fill(value)]),
    )
  const called: { uses: string; with: Record<string, string> }[] = []
  let log = ''
  let failed = false
  for (const step of action.runs.steps) {
    if (failed || (step.if !== undefined && fill(step.if) !== 'true')) continue
    if (step.uses !== undefined) {
      called.push({ uses: step.uses, with: filled(step.with) })
      continue
    }
    const env = { ...files.env, GITHUB_ACTION_PATH: root, RUNNER_TEMP: repository.outside }
    const done = bash(step.run ?? '', repository, { ...env, ...filled(step.env) })
    log += done.log
    failed = done.failed
    for (const [name, value] of files.takeOutputs()) outputs.set(`${step.id ?? ''}.${name}`, value)
  }
  return { failed, log, summary: files.summary(), outputs: Object.fromEntries(outputs), called }
}

/** Fills in the few kinds of expression that the action uses; any other is an error. */
function filler(given: Values, outputs: ReadonlyMap<string, string>): (text: string) => string {
  const valueOf = (expression: string): string => {
    const compared = /^(\S+) (==|!=) '(.*)'$/.exec(expression)
    if (compared) {
      const [, left = '', sign, right = ''] = compared
      return String((valueOf(left) === right) === (sign === '=='))
    }
    const [kind, name = '', , output = ''] = expression.split('.')
    const input = action.inputs[name]
    if (kind === 'inputs' && input) return given[name] ?? input.default
    if (kind === 'steps') return outputs.get(`${name}.${output}`) ?? ''
    throw new Error(`not known here: ${expression}`)
  }
  return (text) =>
    text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => valueOf(expression))
}

/** The files through which a step speaks to the runner. */
class RunnerFiles {
  readonly env: Values
  readonly #output: string
  readonly #summary: string

  constructor({ outside }: Repository) {
    this.#output = join(outside, 'output')
    this.#summary = join(outside, 'summary')
    this.env = { GITHUB_OUTPUT: this.#output, GITHUB_STEP_SUMMARY: this.#summary }
    for (const file of Object.values(this.env)) writeFileSync(file, '')
  }

  /** What the last step has put out. */
  takeOutputs(): readonly (readonly [string, string])[] {
    const lines = readFileSync(this.#output, 'utf8').split('\n').filter(Boolean)
    writeFileSync(this.#output, '')
    return lines.map((line) => {
      const at = line.indexOf('=')
      return [line.slice(0, at), line.slice(at + 1)] as const
    })
  }

  summary(): string {
    return readFileSync(this.#summary, 'utf8')
  }
}

function bash(script: string, repository: Repository, more: Values) {
  try {
    const argv = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script]
    const log = execFileSync('bash', argv, {
      cwd: repository.root,
      env: { ...repository.env, ...more },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return { failed: false, log }
  } catch (thrown) {
    const { stdout = '', stderr = '' } = thrown as { stdout?: string; stderr?: string }
    return { failed: true, log: stdout + stderr }
  }
}
