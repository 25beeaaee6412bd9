import { type Report, check } from '../../src/index.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'

/** A clause of a town's own standard; it must be obeyed unless it says otherwise. */
export interface Clause {
  readonly requirement: string
  readonly text: string
  readonly number?: string
  readonly force?: string
}

/** The files of a town's system of books by what they are (context, records, …), without saying whose they are. */
export type Books = Readonly<Record<string, object>>

const organisations = [
  { id: 'soumu', name: '総務課' },
  { id: 'library', name: '図書館' },
  { id: 'typists', name: '入力の会社' },
  { id: 'other', name: '別の会社' },
]

/** What is found in 2025-11 in a town whose standard has some clauses and of whose other clauses nothing is told. */
export async function checkUnder(clauses: readonly Clause[], books: Books): Promise<Report> {
  const files = {
    'policies/town/pack.yaml': {
      kind: 'standard',
      id: 'town',
      name: '町の対策基準',
      municipality: '町',
      extends: 'base',
      complete: false,
      editions: [{ id: '1', from: '2024-04-01' }],
      clauses: clauses.map((one, nth) => ({
        force: 'must',
        number: `第${nth + 1}条`,
        ...one,
        quoted: '町の対策基準',
        id: `c${nth}`,
      })),
    },
    'procedures/town/municipality.yaml': {
      kind: 'municipality',
      id: 'town',
      name: '町',
      standards: [{ pack: 'town', edition: '1', from: '2024-04-01' }],
      organisations,
    },
    ...Object.fromEntries(
      Object.entries(books).map(([name, file]) => [
        `procedures/town/books/${name}.yaml`,
        { system: 'town/books', ...file },
      ]),
    ),
  }
  const texts = Object.entries(files).map(([name, file]) => [name, JSON.stringify(file)] as const)
  const { report } = await check({
    workspace: memoryWorkspace(Object.fromEntries(texts)),
    paths: ['procedures'],
    asOf: '2025-11-01',
  })
  return report
}
