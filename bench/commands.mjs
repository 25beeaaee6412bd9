import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cache, writeCorpus, writeLedger, writeRevision } from './generate.mjs'
import { spectral } from './spectral/install.mjs'
import { writeRuleset } from './spectral/ruleset.mjs'

const program = fileURLToPath(new URL('../dist/bin/policy-lint.js', import.meta.url))
const floor = fileURLToPath(new URL('read-and-load.mjs', import.meta.url))

/** Names the targets speak of. */
export const names = {
  node: 'node -e 0',
  version: 'policy-lint --version',
  one: 'policy-lint, one system',
  oneAgain: 'policy-lint again, one system',
  diff: 'policy-lint diff, one system',
  render: (document, format) => `policy-lint render ${document} → ${format}, one system`,
  load: (systems) => `read + js-yaml load, ${systems}`,
  full: (systems) => `policy-lint check, ${systems}`,
  again: (systems) => `policy-lint check again, ${systems}`,
  compared: (systems) => `policy-lint diff, one in ten of ${systems} changed`,
  loadLedger: (rows) => `read + js-yaml load, a ledger of ${rows} rows`,
  ledger: (rows) => `policy-lint check, a ledger of ${rows} rows`,
  spectral: (systems) => `spectral, 22 rules, ${systems}`,
}

/**
 * All that is measured, in the order of a round. The long ones are measured in fewer rounds.
 * @param {{ sizes: readonly number[], ledgers: readonly number[], withSpectral: boolean }} wanted
 * @returns {readonly import('./measure.mjs').Command[]}
 */
export function commands({ sizes, ledgers, withSpectral }) {
  const peer = withSpectral ? spectral() : undefined
  const small = writeCorpus(1)
  return [
    { name: names.node, args: ['-e', '0'] },
    { name: names.version, args: [program, '--version'], cwd: small },
    { name: names.load(1), args: [floor, '.'], cwd: small, files: 1 },
    { name: names.one, args: check, cwd: small, files: 1, read: names.load(1) },
    { name: names.oneAgain, ...again(small, 1), files: 1, read: names.load(1) },
    ...others(small),
    ...sizes.flatMap((systems) => ofSize(systems, peer)),
    ...ledgers.flatMap(ofLedger),
  ]
}

// Run inside the corpus, which is a work tree of its own: the policies of this repository are no packs of a user.
const plain = [program, 'check', '.', '--fail-on', 'never']
const check = [...plain, '--no-cache']
const kept = join(cache, 'kept')

/** A check that an earlier one has left its judgements to, made where this is the first time. */
function again(cwd, systems) {
  const args = [...plain, '--cache-location', join(kept, String(systems))]
  let isMade = false
  const before = () => {
    if (!isMade) spawnSync(process.execPath, args, { cwd, stdio: 'ignore' })
    isMade = true
  }
  return { cwd, args, before }
}

/** How other commands begin, each with parts of its own. */
function others(cwd) {
  const one = { cwd, files: 1, read: names.load(1) }
  const documents = [
    ['checklist', 'html'],
    ['checklist', 'xlsx'],
    ['checklist', 'docx'],
    ['checklist', 'pdf'],
    ['contacts', 'html'],
  ]
  return [
    { ...one, name: names.diff, args: [program, 'diff', '.', '.'] },
    ...documents.map(([document, format]) => ({
      ...one,
      name: names.render(document, format),
      args: [program, 'render', document, '.', '--draft', '--to', format, '--out', written],
    })),
  ]
}

/** Two folders side by side, each found from the cache above them. */
function comparison(systems, before) {
  const after = writeRevision(systems)
  return {
    name: names.compared(systems),
    args: [program, 'diff', before, after, '--fail-on', 'never'],
    cwd: cache,
    files: systems,
    read: names.load(systems),
  }
}

/** One system whose account ledger has so many rows. */
function ofLedger(rows) {
  const one = { cwd: writeLedger(rows), rounds: 3 }
  return [
    { ...one, name: names.loadLedger(rows), args: [floor, '.'] },
    { ...one, name: names.ledger(rows), args: check, read: names.loadLedger(rows) },
  ]
}

const written = join(cache, 'documents')

function ofSize(systems, peer) {
  const cwd = writeCorpus(systems)
  const rounds = systems > 1000 ? 1 : undefined
  const own = [
    { name: names.load(systems), args: [floor, '.'], cwd, files: systems, rounds },
    {
      name: names.full(systems),
      args: check,
      cwd,
      files: systems,
      rounds,
      read: names.load(systems),
    },
  ]
  own.push({
    name: names.again(systems),
    ...again(cwd, systems),
    files: systems,
    rounds,
    read: names.load(systems),
  })
  if (systems <= 1000) own.push(comparison(systems, cwd))
  if (peer === undefined || ![100, 1000].includes(systems)) return own
  const args = [peer, 'lint', '--ruleset', writeRuleset(), '**/procedure.yaml', '-f', 'text']
  const often = systems > 100 ? 1 : 3
  return [...own, { name: names.spectral(systems), args, cwd, files: systems, rounds: often }]
}

/**
 * What the rules cost over so many systems, one by one, as `check --timing` tells it.
 * @param {number} systems
 * @returns {string}
 */
export function timing(systems) {
  const args = [...check, '--timing', '--max-findings', '0']
  const { stderr } = spawnSync(process.execPath, args, {
    cwd: writeCorpus(systems),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  return stderr
}
