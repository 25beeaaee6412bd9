import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Every core: on small machines the usual one less than all makes the suite half as long again.
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, maxWorkers: '100%' },
})
