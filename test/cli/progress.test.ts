import { expect, test } from 'vitest'
import { progressOn } from '../../src/cli/progress.ts'

function watch(env: Record<string, string>, terminal: boolean) {
  let now = 0
  let written = ''
  const io = {
    stdout: { write: () => undefined },
    stderr: { write: (text: string) => (written += text) },
    stdin: { [Symbol.asyncIterator]: () => [][Symbol.iterator]() as never },
    env,
    cwd: '.',
    isTTY: { stdout: false, stderr: terminal },
    columns: 80,
  }
  const progress = progressOn(io, () => now)
  for (const [at, done] of [
    [500, 10],
    [1200, 30],
    [1250, 31],
    [1400, 40],
  ] as const) {
    now = at
    progress.report(done, 50)
  }
  progress.end()
  return written
}

test('a long run is told on a terminal, not at once and not too often', () => {
  expect(watch({}, true)).toBe('\r\u001b[K調べています 30/50\r\u001b[K調べています 40/50\r\u001b[K')
})

test('nobody watches a pipe or a build server', () => {
  expect(watch({}, false)).toBe('')
  expect(watch({ CI: 'true' }, true)).toBe('')
  expect(watch({ TERM: 'dumb' }, true)).toBe('')
})
