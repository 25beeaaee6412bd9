import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './generate.mjs'

const preload = new URL('memory.mjs', import.meta.url).href
const memoryFile = join(cache, 'memory.txt')

/**
 * @typedef {object} Command a whole process to measure
 * @property {string} name
 * @property {readonly string[]} args what follows `node`
 * @property {string} [cwd]
 * @property {number} [files] how many files it reads
 * @property {string} [read] the command that only reads the same files
 * @property {readonly number[]} [exits] how it may end; with or without findings unless given
 * @property {number} [rounds] at most so many rounds; a long one is measured less often
 */

/**
 * Runs a command to its end and takes the wall time in milliseconds; with `memory`, its largest
 * resident set in MiB and its seconds of work as well, which costs the process a preloaded file.
 * @param {Command} command
 * @param {{ memory: boolean }} options
 * @returns {{ milliseconds: number, memory: number | undefined, work: number | undefined }}
 */
export function measure(command, { memory }) {
  rmSync(memoryFile, { force: true })
  const environment = memory
    ? { NODE_OPTIONS: `--import ${preload}`, POLICY_LINT_BENCH_MEMORY: memoryFile }
    : {}
  const start = performance.now()
  const { status, stderr, error } = spawnSync(process.execPath, command.args, {
    cwd: command.cwd,
    env: { ...process.env, ...environment },
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
  if (!memory) return { milliseconds, memory: undefined, work: undefined }
  const lines = readFileSync(memoryFile, 'utf8').trim().split('\n')
  const processes = lines.map((line) => line.split(' ').map(Number))
  return {
    milliseconds,
    memory: Math.max(...processes.map(([held]) => held)) / 1024,
    work: processes.reduce((sum, [, work]) => sum + work, 0),
  }
}

/** @param {readonly number[]} values @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
