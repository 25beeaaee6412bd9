import nodePath from 'node:path'
import { describe, expect, test } from 'vitest'
import { below, folderOf, foldersAbove, isWithin, shownPath } from '../../src/source/path.ts'

describe('shown paths', () => {
  test.each([
    ['procedures', 'procedures'],
    ['./procedures/', 'procedures'],
    ['.', '.'],
    ['/srv/city/a.yaml', 'a.yaml'],
    ['../other/a.yaml', '../other/a.yaml'],
    ['/var/a.yaml', '../../var/a.yaml'],
    ['a\\b.yaml', 'a\\b.yaml'],
    ['か\u3099.yaml', 'が.yaml'],
  ])('posix %s', (native, shown) => {
    expect(shownPath(nodePath.posix, '/srv/city', native)).toBe(shown)
  })

  test.each([
    ['procedures\\osaka\\a.yaml', 'procedures/osaka/a.yaml'],
    ['procedures/osaka', 'procedures/osaka'],
    ['C:\\work\\city\\a.yaml', 'a.yaml'],
    ['c:\\WORK\\city', '.'],
    ['..\\other', '../other'],
    ['D:\\share\\a.yaml', 'D:/share/a.yaml'],
    ['\\\\server\\share\\a.yaml', '//server/share/a.yaml'],
  ])('win32 %s', (native, shown) => {
    expect(shownPath(nodePath.win32, 'C:\\work\\city', native)).toBe(shown)
  })
})

test.each([
  ['a/b/c.yaml', 'a/b'],
  ['a', '.'],
  ['.', '..'],
  ['..', '../..'],
  ['../a', '..'],
  ['/a', '/'],
  ['/', '/'],
  ['D:/a/b', 'D:/a'],
  ['D:/a', 'D:/'],
  ['D:/', 'D:/'],
])('the folder of %s is %s', (path, folder) => {
  expect(folderOf(path)).toBe(folder)
})

test.each<[string, string, string[]]>([
  ['a/b/c.yaml', '.', ['a/b', 'a', '.']],
  ['c.yaml', '.', ['.']],
  ['c.yaml', '..', ['.', '..']],
  ['a/c.yaml', '../..', ['a', '.', '..', '../..']],
  ['../x/y/c.yaml', '.', ['../x/y', '../x']],
  ['../../c.yaml', '.', []],
  ['D:/x/c.yaml', '.', ['D:/x', 'D:/']],
])('above %s, not above %s', (path, top, folders) => {
  expect(foldersAbove(path, top)).toEqual(folders)
})

test.each([
  ['a/b', 'a', true],
  ['a', 'a', true],
  ['ab', 'a', false],
  ['a', '.', true],
  ['../a', '.', false],
  ['D:/a', '.', false],
  ['D:/a', 'D:/', true],
  ['a', '..', true],
  ['.', '..', true],
  ['../x/a', '..', true],
  ['../../a', '..', false],
  ['/a', '..', false],
  ['a', '../x', false],
])('%s within %s: %s', (path, folder, expected) => {
  expect(isWithin(path, folder)).toBe(expected)
})

test('the part below a folder', () => {
  expect([below('a/b/c', 'a'), below('a/b', '.'), below('D:/a', 'D:/')]).toEqual([
    'b/c',
    'a/b',
    'a',
  ])
})
