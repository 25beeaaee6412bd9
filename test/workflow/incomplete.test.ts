import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/finding/finding.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import type { Mapping } from '../../src/schema/variant.ts'
import { check } from '../../src/workflow/check.ts'
import { oneIn } from '../sample/sweep.ts'
import {
  changed,
  documentsIn,
  type Files,
  folderJudged,
  type Town,
  towns,
  written,
} from '../sample/towns.ts'

/** The lists of a procedure that may go on where its text was not copied whole; exceptions silence. */
const lists = [
  'revisions',
  'roles',
  'duties',
  'provisions',
  'documents',
  'chains',
  'passwords',
  'logs',
]

/** What these rules say is that something is nowhere in the text: nobody knows that of a part of it. */
const absences: ReadonlySet<string> = new Set([
  'control.override-reviewed',
  'duty.every-bureau',
  // The record may be named elsewhere.
  'duty.periodic-complete',
  // What a level of passwords and a log demand is gathered from many sentences.
  'log.items-complete',
  'log.retention-stated',
  'notice.tells-what-went',
  'password.expiry-stated',
  'review.practice-against-procedure',
  'topic.present',
  'topic.provided',
  'topic.states',
])

/** What these rules say of a duty another duty that is written may take back. */
const takenBack: ReadonlySet<string> = new Set(['acc.steps-stated'])

const isProcedure = ({ kind }: Mapping): boolean => kind === 'procedure'
const copiedInPart = (document: Mapping): Mapping =>
  isProcedure(document) ? { ...document, complete: false } : document

const found = new WeakMap<Files, Promise<readonly Finding[]>>()

/** What is found in the files of a town, once for all that is asked of it. */
function findingsOf(files: Files, folder: string): Promise<readonly Finding[]> {
  const known = found.get(files) ?? findingsIn(files, folder)
  found.set(files, known)
  return known
}

async function findingsIn(files: Files, folder: string): Promise<readonly Finding[]> {
  const { report } = await check({ workspace: memoryWorkspace(files), paths: [folder] })
  return report.findings
}

/** What one of some findings says and none of others. */
function saidOnlyOf(findings: readonly Finding[], others: readonly Finding[]): readonly string[] {
  const known = new Set(others.map(({ fingerprint }) => fingerprint))
  return findings
    .filter(({ fingerprint }) => !known.has(fingerprint))
    .map(({ rule, system, message }) => `${rule} ${system ?? ''} ${message}`)
}

/** The files with less in one open list of one procedure: nothing, or every other element. */
function* lessened(town: Town, files: Files): Generator<{ files: Files; folder: string }> {
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith('.yaml') || path.startsWith('policies/')) continue
    const documents = documentsIn(text)
    for (const [index, document] of documents.entries()) {
      if (!isProcedure(document)) continue
      for (const list of lists) {
        const value = document[list]
        const items: readonly unknown[] = Array.isArray(value) ? value : []
        if (items.length === 0) continue
        const [even, odd] = [0, 1].map((rest) => items.filter((_, at) => at % 2 === rest))
        for (const fewer of items.length > 1 ? [[], even, odd] : [[]]) {
          const less = { ...document, [list]: fewer }
          const folder = folderJudged(town, path)
          yield { files: { ...files, [path]: written(documents.with(index, less)) }, folder }
        }
      }
    }
  }
}

const copiedWhole = (document: Mapping): Mapping =>
  isProcedure(document) ? { ...document, complete: true } : document

describe.each([...oneIn(2, towns)])('$name, its procedures copied in part', (town) => {
  const { folder } = town
  const files = changed(town.files, copiedWhole)
  const inPart = changed(files, copiedInPart)

  test('is told all that is written', async () => {
    const [whole, part] = [await findingsOf(files, folder), await findingsOf(inPart, folder)]
    const gone = new Set(saidOnlyOf(whole, part).map((said) => said.split(' ')[0] ?? ''))
    expect([...gone].filter((rule) => !absences.has(rule))).toEqual([])
    expect(saidOnlyOf(part, whole)).toEqual([])
  })

  test('is told as a whole one what it was copied whole for', async () => {
    const whole = await findingsOf(files, folder)
    const keys = [...new Set(whole.flatMap(({ requirement }) => requirement ?? []))]
    // What was copied in part stays so: never more than the file itself says.
    const completeOf = ({ complete }: Mapping): unknown =>
      Array.isArray(complete) ? complete.filter((key: string) => keys.includes(key)) : keys
    const copied = (document: Mapping): Mapping => {
      if (!isProcedure(document)) return document
      const complete = completeOf(document)
      return {
        ...document,
        complete: Array.isArray(complete) && complete.length === 0 ? false : complete,
      }
    }
    const told = await findingsOf(changed(files, copied), folder)
    const mine = whole.filter(({ requirement }) => requirement !== null)
    expect(saidOnlyOf(mine, told)).toEqual([])
    expect(saidOnlyOf(told, whole)).toEqual([])
  })

  test('is told nothing more where less of it was copied', async () => {
    const part = await findingsOf(inPart, folder)
    const said = new Set<string>()
    for (const less of oneIn(96, lessened(town, inPart), folder.length)) {
      for (const one of saidOnlyOf(await findingsIn(less.files, less.folder), part)) said.add(one)
    }
    const isForm = (one: string): boolean => one.startsWith('file.dangling-reference ')
    const claims = [...said].filter(
      (one) => !isForm(one) && !takenBack.has(one.split(' ')[0] ?? ''),
    )
    expect(claims).toEqual([])
  }, 300_000)
})

/** What these rules ask of a text, a clause that was not copied may not ask. */
const askedByClauses: ReadonlySet<string> = new Set([
  'contact.chart-stated',
  'review.practice-against-procedure',
  'role.system-manager-named',
  'topic.periodic',
  'topic.present',
  'topic.provided',
  'topic.states',
])

describe.each([...oneIn(2, towns, 1)])(
  '$name, its standard copied in part',
  ({ files, folder }) => {
    const excerpt = (clauses: (all: readonly unknown[]) => readonly unknown[]): Files =>
      changed(files, (document) =>
        document['kind'] === 'standard' && document['extends'] !== undefined
          ? { ...document, complete: false, clauses: clauses(document['clauses'] as unknown[]) }
          : document,
      )

    test('is told all that no other clause could ask, and nothing more', async () => {
      const whole = await findingsOf(files, folder)
      const part = await findingsOf(
        excerpt((all) => all),
        folder,
      )
      const gone = new Set(saidOnlyOf(whole, part).map((said) => said.split(' ')[0] ?? ''))
      expect([...gone].filter((rule) => !askedByClauses.has(rule))).toEqual([])
      expect(saidOnlyOf(part, whole)).toEqual([])
    })

    test('is not asked to state what no clause that was copied asks', async () => {
      const findings = await findingsOf(
        excerpt(() => []),
        folder,
      )
      const asked = findings.filter(({ rule }) => askedByClauses.has(rule))
      expect(asked.map(({ rule, message }) => `${rule} ${message}`)).toEqual([])
    })
  },
)
