import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Files that put something in the place of a module must not share modules with others. All others do: to
// load the program anew for every file is half of the time of the suite.
const replacing = readdirSync(join(import.meta.dirname, 'test'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `test/${file.replaceAll('\\', '/')}`)
  .filter((file) =>
    /vi\.(mock|doMock)\(/.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
  )

export default defineConfig({
  test: {
    // Only what hangs ends by these: how fast a machine is, and what else it does, decides no test.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Nearly all that a test makes is let go of at once: with more room for it, it is gone through less often.
    execArgv: ['--max-semi-space-size=64'],
    // Every core: on small machines the usual one less than all makes the suite half as long again.
    maxWorkers: '100%',
    // No test touches what the person who runs it has kept.
    env: { XDG_CACHE_HOME: join(tmpdir(), 'policy-lint-tests') },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: replacing,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'replacing', include: replacing } },
    ],
  },
})
