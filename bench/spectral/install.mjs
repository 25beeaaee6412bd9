import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from '../generate.mjs'

const version = '6.16.3'
const folder = join(cache, 'spectral')
const bin = join(folder, 'node_modules/@stoplight/spectral-cli/dist/index.js')

/**
 * Spectral's program, installed into the bench's own folder when it is not there yet.
 * @returns {string | undefined} undefined where the registry cannot be reached
 */
export function spectral() {
  if (existsSync(bin)) return bin
  mkdirSync(folder, { recursive: true })
  const npm = process.env['npm_execpath']
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts']
  const wanted = `@stoplight/spectral-cli@${version}`
  const options = {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: 240_000,
  }
  const { status, stderr } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args, wanted], options)
    : spawnSync('npm', [...args, wanted], { ...options, shell: process.platform === 'win32' })
  if (status === 0 && existsSync(bin)) return bin
  console.error(
    `spectral ${version} could not be installed and is left out: ${(stderr ?? '').slice(0, 400)}`,
  )
  return undefined
}
