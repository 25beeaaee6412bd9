import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadedBy } from './program.ts'

const sides = ['before', 'after'].map((side) => `test/cases/diff/duty-handed-to-sections/${side}`)
const system = 'examples/remedied/osaka-city/online-application'
const scratch = mkdtempSync(join(tmpdir(), 'policy-lint-loaded-'))
const out = join(scratch, 'documents')
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

const days = 'temporal-polyfill-lite'

/** What each run loads besides the launcher; the packages of `dependencies` are in the files. */
const runs: readonly (readonly [args: string, files: string, packages: string])[] = [
  ['--version', '', ''],
  ['--help', 'run', ''],
  ['render --help', 'run', ''],
  [`check ${system}`, 'run', days],
  [`check ${system} --format sarif`, 'run', days],
  // Rules of the user's own are verified by what no other run needs.
  ['check policies/', 'packs run', days],
  [`diff ${sides.join(' ')}`, 'compare git run', ''],
  [`notice ${sides.join(' ')}`, 'compare git run', days],
  [`coverage ${system}`, 'git run survey', days],
  [`due ${system}`, 'compare due run', days],
  [`due ${system} --format ics`, 'compare due run', days],
  [
    `due ${system} --format xlsx --output ${out}.xlsx`,
    'compare documents due run zip',
    `hucre ${days}`,
  ],
  [
    `init ${out} --name 青葉市 --system aoba-city/library --system-name 図書館システム --owner 図書館 --dry-run`,
    'begin run',
    '',
  ],
  ['explain acc.leaver-removed', 'packs run survey', ''],
  ['templates check', 'documents html run', ''],
  [`render checklist ${system} --to html`, 'compare documents html run', days],
  [
    `render checklist ${system} --to xlsx --out ${out}`,
    'compare documents html run zip',
    `hucre ${days}`,
  ],
  [
    `render checklist ${system} --to docx --out ${out}`,
    'compare documents html run zip',
    `docx ${days}`,
  ],
  [
    `render contacts ${system} --to html --out ${out}`,
    'compare documents html run',
    `elkjs ${days}`,
  ],
]

test('a run loads what it needs and no more; what only documents need, documents alone', async () => {
  const loaded = []
  for (const [args] of runs) {
    const { files, packages } = await loadedBy(args.split(' '), scratch)
    const others = files.filter((file) => file !== 'policy-lint.js')
    loaded.push([args, others.map((file) => file.replace('.js', '')).join(' '), packages.join(' ')])
  }
  expect(loaded).toEqual(runs)
})
