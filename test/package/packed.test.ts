import { execSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { packed } from './install.ts'
import { root } from './program.ts'

const files = packed()

test('is packed: the program, the library, packs, templates and pages, nothing of the making', () => {
  const places = ['dist/bin', 'dist/lib', 'docs', 'policies', 'templates']
  const alone = [
    'LICENSE',
    'README.md',
    'README.ja.md',
    'SECURITY.md',
    'package.json',
    'dist/packs.json',
  ]
  const isMeant = (path: string): boolean =>
    places.some((place) => path.startsWith(`${place}/`)) ||
    [...alone, 'dist/THIRD-PARTY-NOTICES.txt'].includes(path)
  expect(files.filter((path) => !isMeant(path))).toEqual([])
  const endings = new Set(files.map((path) => /(?:\.d)?\.\w+$/.exec(path)?.[0] ?? path))
  expect([...endings].sort()).toEqual(
    ['.d.ts', '.hbs', '.js', '.json', '.md', '.txt', '.yaml', 'LICENSE'].sort(),
  )
})

test('the pages that messages name are packed', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  const named = sources
    .filter((path) => path.endsWith('.ts') && !path.startsWith('schema/generated'))
    .flatMap(
      (path) => readFileSync(join(root, 'src', path), 'utf8').match(/docs\/[\w.-]+\.md/g) ?? [],
    )
  expect([...new Set(named)].filter((page) => !files.includes(page))).toEqual([])
})

test('what the release packs has no script that npm would run or warn of', () => {
  const release = parse(readFileSync(join(root, '.github/workflows/release.yml'), 'utf8')) as {
    readonly jobs: { readonly pack: { readonly steps: readonly { readonly run?: string }[] } }
  }
  const lines = release.jobs.pack.steps.flatMap(({ run }) => run ?? [])
  const packing = lines.slice(lines.findIndex((line) => line.startsWith('npm pkg')))
  const folder = mkdtempSync(join(tmpdir(), 'policy-lint-packed-'))
  try {
    cpSync(join(root, 'package.json'), join(folder, 'package.json'))
    for (const line of packing) execSync(line, { cwd: folder, stdio: 'pipe' })
    execSync('tar -xzf policy-lint-*.tgz', { cwd: folder })
    const { scripts } = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>
    }
    const running =
      /^(?:pre|post)?(?:install|prepare|pack|publish)$|^prepublishOnly$|^dependencies$/
    expect(Object.keys(scripts).filter((name) => running.test(name))).toEqual([])
    expect(packing).toHaveLength(2)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('the licence of every package that is bundled is there', () => {
  const text = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8')
  const names = [...text.matchAll(/^={72}\n(\S+) /gm)].map(([, name]) => name)
  // What is not bundled is installed with its own.
  expect(names).toEqual([
    '@clack/core',
    '@clack/prompts',
    '@handlebars/parser',
    '@marcbachmann/cel-js',
    'commander',
    'diff',
    'entities',
    'fast-string-truncated-width',
    'fast-string-width',
    'fast-wrap-ansi',
    'fflate',
    'get-east-asian-width',
    'ical-generator',
    'ignore',
    'js-yaml',
    'parse5',
    'saxes',
    'sisteransi',
    'xmlchars',
    'yaml',
  ])
})

test('the list of all parts that the release has names every package that runs, and no other', () => {
  const release = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8')
  const [, line = ''] = /run: (npm sbom .*) > policy-lint\.cdx\.json$/m.exec(release) ?? []
  expect(release).toMatch(/^ +policy-lint\.cdx\.json$/m)
  const sbom = JSON.parse(execSync(line, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })) as {
    readonly bomFormat: string
    readonly metadata: { readonly component: { readonly name: string } }
    readonly components: readonly {
      readonly name: string
      readonly version: string
      readonly licenses?: readonly unknown[]
    }[]
  }
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<
      Record<string, { version: string; dev?: boolean; devOptional?: boolean; link?: boolean }>
    >
  }
  const running = Object.entries(packages).flatMap(
    ([path, { version, dev, devOptional, link }]) => {
      const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? []
      return name === undefined || (dev ?? devOptional ?? link) ? [] : [`${name}@${version}`]
    },
  )
  expect([sbom.bomFormat, sbom.metadata.component.name]).toEqual(['CycloneDX', 'policy-lint'])
  expect(sbom.components.map(({ name, version }) => `${name}@${version}`).sort()).toEqual(
    running.sort(),
  )
  expect(running).toEqual(expect.arrayContaining([expect.stringMatching(/^yaml@/) as string]))
  expect(sbom.components.filter(({ licenses = [] }) => licenses.length === 0)).toEqual([])
})

test('nothing that is needed to run has a script that installing runs', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { dev?: boolean; hasInstallScript?: boolean }>>
  }
  const scripted = Object.entries(packages).filter(
    ([path, { dev, hasInstallScript }]) => path !== '' && !dev && hasInstallScript,
  )
  expect(scripted.map(([path]) => path)).toEqual([])
})
