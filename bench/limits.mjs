// npm run bench:limits [-- MEGABYTES [NAME]]
//
// What the program holds of memory, and how long it takes, on input as large as it may be (SECURITY.md):
// nothing under 30 MB takes more than 600 MB, whatever stands in it.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measure } from './measure.mjs'
import { table } from './table.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'bench/.cache/limits')
const [, , megabytes = 19, asked = ''] = process.argv
const most = 600

const own = 'procedures/aoba-city/library'
const head = `kind: procedure
system: aoba-city/library
id: library
title: 実施手順
standard: { pack: aoba, edition: '2024' }
inForce: { from: 2024-04-01 }
roles:
  - { id: manager, canonical: manager, name: 管理者, post: 館長, organisation: library }
duties:
`
const ledger = `kind: records
system: aoba-city/library
accounts:
  - covers: { from: 2024-04-01, to: 2025-03-31 }
    from: ledger.csv
`

/** As many lines as fill a file, each told its number. */
function fill(line, first = '') {
  const lines = [first]
  for (let size = first.length, number = 0; size < megabytes * 1024 * 1024; number += 1) {
    lines.push(line(number))
    size += Buffer.byteLength(lines.at(-1))
  }
  return lines.join('')
}

const duty = (number) =>
  `  - { id: d${number}, title: 点検, performers: [manager], frequency: { every: P6M } }\n`
const account = (number) => `a-${number},s-${number},personal,閲覧,2024-04-01,\n`

/** Files of each case over those of the town, made when its turn comes. */
const cases = {
  'a procedure of duties': () => ({ [`${own}/procedure.yaml`]: fill(duty, head) }),
  'a ledger kept as CSV': () => ({
    [`${own}/ledger.yaml`]: ledger,
    [`${own}/ledger.csv`]: fill(account, 'id,holder,kind,rights,registeredOn,removedOn\n'),
  }),
  'a CSV ledger of bad rows': () => ({
    [`${own}/ledger.yaml`]: ledger,
    [`${own}/ledger.csv`]: fill(() => 'a,b,c\n', 'id,holder\n'),
  }),
  'keys nobody knows': () => ({
    [`${own}/context.yaml`]: fill((number) => `key${number}: 1\n`, 'kind: context\n'),
  }),
  'one long text': () => ({
    [`${own}/context.yaml`]: `kind: context\nname: ${fill(() => 'あ')}\n`,
  }),
  'a list of nothing': () => ({ [`${own}/context.yaml`]: fill(() => '- \n') }),
  'YAML that is no YAML': () => ({ [`${own}/context.yaml`]: fill(() => '\t- "\n') }),
  'a YAML bomb': () => ({
    [`${own}/context.yaml`]: Array.from({ length: 26 }, (_, at) => {
      const letter = String.fromCharCode(97 + at)
      const before = String.fromCharCode(96 + at)
      return `${letter}: &${letter} [${at === 0 ? '1' : `*${before}, `.repeat(9)}]\n`
    }).join(''),
  }),
  '1,500 systems': () =>
    Object.fromEntries(
      Array.from({ length: 1500 }, (_, at) => [
        `procedures/aoba-city/s${at}/procedure.yaml`,
        head
          .replaceAll('library', `s${at}`)
          .replace(`organisation: s${at}`, 'organisation: library') +
          Array.from({ length: 150 }, (_, number) => duty(number)).join(''),
      ]),
    ),
  '3,000 packs on one another': () =>
    Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [
        `policies/p${at}.yaml`,
        `kind: standard\nid: p${at}\nname: 基準\nextends: ${at === 0 ? 'base' : `p${at - 1}`}\neditions: [{ id: '1', from: 2024-04-01 }]\n`,
      ]),
    ),
}

const rows = Object.entries(cases)
  .filter(([name]) => name.includes(asked))
  .map(([name, make]) => {
    rmSync(cache, { recursive: true, force: true })
    cpSync(join(root, 'test/cases/town'), cache, { recursive: true })
    for (const [path, text] of Object.entries(make())) {
      mkdirSync(dirname(join(cache, path)), { recursive: true })
      writeFileSync(join(cache, path), text)
    }
    console.error(name)
    const args = [join(root, 'dist/bin/policy-lint.js'), 'check', 'procedures']
    return { name, ...measured({ name, args, cwd: cache, exits: [0, 1, 2] }) }
  })
rmSync(cache, { recursive: true, force: true })

/** A process that ends otherwise has had no memory left. */
function measured(command) {
  try {
    return measure(command, { memory: true })
  } catch (thrown) {
    console.error(thrown.message)
    return { milliseconds: NaN, memory: Infinity }
  }
}

const told = ({ name, milliseconds, memory }) => [
  name,
  (milliseconds / 1000).toFixed(1),
  memory.toFixed(0),
  memory <= most ? 'met' : 'MISSED',
]
console.log(table(['input', 'seconds', 'MiB', `at most ${most}`], rows.map(told)))
process.exitCode = rows.every(({ memory }) => memory <= most) ? 0 : 1
