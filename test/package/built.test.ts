/** What npm runs after an installation and before `npx` runs the program builds it once. */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from './program.ts'

let folder = ''
const put = (path: string, text: string): void => {
  writeFileSync(join(folder, path), text)
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-lint-built-'))
  for (const name of ['src', 'policies', 'scripts']) mkdirSync(join(folder, name))
  for (const name of ['prepare.mjs', 'built-from.mjs']) {
    cpSync(join(root, 'scripts', name), join(folder, 'scripts', name))
  }
  // A build that only says that it was there.
  put(
    'scripts/build.mjs',
    `import { appendFileSync, mkdirSync } from 'node:fs'
import { noteSources, sourcesOf } from './built-from.mjs'
mkdirSync('dist', { recursive: true })
appendFileSync('built', '.')
noteSources('dist', sourcesOf(process.cwd()))`,
  )
  for (const name of ['src/a.ts', 'policies/a.yaml', 'package-lock.json', 'tsconfig.json']) {
    put(name, '')
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** How often it was built, once it is prepared again. */
function prepared(): number {
  execFileSync(process.execPath, ['scripts/prepare.mjs'], { cwd: folder })
  return readFileSync(join(folder, 'built'), 'utf8').length
}

test('what is built is not built again', () => {
  expect([prepared(), prepared()]).toEqual([1, 1])
})

test.each(['src/a.ts', 'policies/a.yaml', 'scripts/build.mjs', 'package-lock.json'])(
  'what %s was before is built anew',
  (path) => {
    prepared()
    put(path, readFileSync(join(folder, path), 'utf8') + '\n')
    expect([prepared(), prepared()]).toEqual([2, 2])
  },
)
