import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cache } from './generate.mjs'

const preload = fileURLToPath(new URL('usage.cjs', import.meta.url))
const usageFile = join(cache, 'usage.txt')

/**
 * @typedef {object} Command a whole process to measure
 * @property {string} name
 * @property {readonly string[]} args what follows `node`
 * @property {string} [cwd]
 * @property {number} [files] how many files it reads
 * @property {string} [read] the command that only reads the same files
 * @property {readonly number[]} [exits] how it may end; with or without findings unless given
 * @property {() => void} [before] what is done before each time
 * @property {number} [rounds] at most so many rounds; a long one is measured less often
 */

/**
 * Runs a command to its end: its wall time, the work of its main thread and of all its threads and
 * processes, in milliseconds, and the largest resident set of one of its processes in MiB. A small file is
 * preloaded into each, which all pay alike. On a shared machine the work says more than the wall time.
 * @param {Command} command
 * @returns {{ milliseconds: number, thread: number, work: number, memory: number }}
 */
export function measure(command) {
  mkdirSync(cache, { recursive: true })
  rmSync(usageFile, { force: true })
  command.before?.()
  const start = performance.now()
  const { status, stderr, error } = spawnSync(process.execPath, command.args, {
    cwd: command.cwd,
    env: {
      ...process.env,
      NODE_OPTIONS: `--require ${JSON.stringify(preload)}`,
      POLICY_LINT_BENCH_USAGE: usageFile,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const milliseconds = performance.now() - start
  if (error ?? !(command.exits ?? [0, 1]).includes(status)) {
    throw new Error(`${command.name} ended with ${status}: ${stderr.slice(0, 2000)}`, {
      cause: error,
    })
  }
  const lines = readFileSync(usageFile, 'utf8').trim().split('\n')
  const processes = lines.map((line) => line.split(' ').map(Number))
  const sum = (of) => processes.reduce((all, one) => all + of(one), 0)
  return {
    milliseconds,
    thread: sum(([, , thread]) => thread),
    work: sum(([, work]) => work),
    memory: Math.max(...processes.map(([held]) => held)) / 1024,
  }
}

/** @param {readonly number[]} values @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
