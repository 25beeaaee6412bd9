import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './program.ts'

/**
 * Lays out in an empty folder what `npm install --omit=optional` of the packed package lays there, from
 * what is built and installed here, so that no registry is needed. Returns the program.
 */
export function installWithoutOptional(folder: string): string {
  const home = join(folder, 'node_modules/policy-lint')
  for (const path of packed()) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    cpSync(join(root, path), join(home, path))
  }
  for (const path of needed()) cpSync(join(root, path), join(folder, path), { recursive: true })
  return join(home, 'dist/bin/policy-lint.js')
}

/** The files that npm packs; the build has been run before. */
export function packed(): readonly string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const [pack] = JSON.parse(npm(args)) as readonly { files: readonly { path: string }[] }[]
  return pack?.files.map(({ path }) => path) ?? []
}

function npm(args: readonly string[]): string {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 } as const
  const program = process.env['npm_execpath']
  return program?.endsWith('.js')
    ? execFileSync(process.execPath, [program, ...args], options)
    : execFileSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

interface Locked {
  readonly link?: boolean
  readonly dev?: boolean
  readonly optional?: boolean
  readonly devOptional?: boolean
}

/** The folders of the packages that are neither for development nor optional. */
function needed(): readonly string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>
  }
  return Object.entries(packages)

    .filter(
      ([path, { link, dev, optional, devOptional }]) =>
        path.startsWith('node_modules/') && !(link ?? dev ?? optional ?? devOptional),
    )
    .map(([path]) => path)
}

/** The names of the installed packages. */
export function packagesIn(folder: string): readonly string[] {
  const names = (below: string): readonly string[] => readdirSync(join(folder, below)).sort()
  return names('node_modules').flatMap((name) =>
    name.startsWith('@') ? names(`node_modules/${name}`).map((own) => `${name}/${own}`) : [name],
  )
}

const block = 4096

/** How much of a disk a folder takes, in bytes: files in whole blocks, and a block for each folder. */
export function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const sizes = entries.map((entry) => {
    const stats = statSync(join(folder, entry))
    return stats.isDirectory() ? block : Math.ceil(stats.size / block) * block
  })
  return sizes.reduce((sum, size) => sum + size, block)
}
