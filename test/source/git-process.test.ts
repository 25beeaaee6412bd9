/** A run of git that ends otherwise than by itself is told for what it is. */
import { spawnSync } from 'node:child_process'
import { expect, test, vi } from 'vitest'
import { gitIn } from '../../src/source/git/process.ts'

vi.mock('node:child_process', () => ({ spawnSync: vi.fn() }))

const ended = (code: string) => ({
  pid: 1,
  output: [],
  stdout: Buffer.from(''),
  stderr: Buffer.from(''),
  status: null,
  signal: null,
  error: Object.assign(new Error('spawnSync git'), { code }),
})

test.each([
  ['ENOBUFS', 'too-large', '「main」は大きすぎて読めません'],
  ['ETIMEDOUT', 'timed-out', '「main」を調べる git が、5分たっても終わりません'],
  ['EACCES', 'git-failed', 'git がエラーになりました: EACCES'],
  ['EPIPE', 'git-failed', 'git がエラーになりました: EPIPE'],
])('%s', (reason, code, message) => {
  vi.mocked(spawnSync).mockReturnValue(ended(reason))
  const git = gitIn({ cwd: '/', env: process.env }, 'main')
  expect(() => git(['ls-tree', 'main'])).toThrow(
    expect.objectContaining({ code, message }) as Error,
  )
})

test('a git that ends early leaves its input unread', () => {
  vi.mocked(spawnSync).mockReturnValue({ ...ended('EPIPE'), status: 128 })
  expect(gitIn({ cwd: '/', env: process.env }, 'main')(['cat-file']).status).toBe(128)
})
