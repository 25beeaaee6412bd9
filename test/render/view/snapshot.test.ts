import { expect, test } from 'vitest'
import type { Report } from '../../../src/finding/report.ts'
import { documentKinds } from '../../../src/render/documents.ts'
import type { View } from '../../../src/render/view.ts'
import { coveredTown } from './covered.ts'
import { explainedOf } from './explained.ts'
import { project } from '../../sample/towns.ts'
import { memoryWorkspace } from '../../../src/source/memory.ts'
import { check } from '../../../src/workflow/check.ts'
import { dossierFor, townFiles, withConventions } from './town.ts'

/** A whole view but its pictures and the comparison that goes with a letter, which have tests of their own. */
function readable({ title, stem, text: whole, sheets, pictures }: View): string {
  const text = 'comparison' in whole ? { ...whole, comparison: '別添' } : whole
  const shown = { title, stem, pictures: Object.keys(pictures ?? {}), text, sheets: sheets ?? [] }
  // A pack that ships is read from where the project lies.
  return `${JSON.stringify(shown, folded, 1)}\n`.replaceAll(`${project.slice(1)}/`, '')
}

/**
 * Equal neighbours in a list once, with how many they are: blank lines of forms are many. What forms carry to be
 * read back has tests of its own.
 */
function folded(key: string, value: unknown): unknown {
  if (key === 'form' || key === 'carried') return undefined
  if (!Array.isArray(value)) return value
  const runs: { item: unknown; count: number }[] = []
  for (const item of value as readonly unknown[]) {
    const last = runs.at(-1)
    if (last && JSON.stringify(last.item) === JSON.stringify(item)) last.count += 1
    else runs.push({ item, count: 1 })
  }
  return runs.flatMap(({ item, count }) => (count === 1 ? [item] : [item, `× ${count}`]))
}

async function reportOfTown(): Promise<Report> {
  const workspace = memoryWorkspace(townFiles())
  const { report } = await check({ workspace, paths: ['town'], asOf: '2026-09-01' })
  return { ...report, findings: report.findings.slice(0, 3) }
}

async function viewsOf(name: string, edit?: (path: string, text: string) => string) {
  const kind = documentKinds.find((one) => one.name === name)
  if (!kind) throw new Error(`no document ${name}`)
  const dossier = await dossierFor(name, edit)
  const context = { asOf: dossier.asOf }
  switch (kind.of) {
    case 'system':
      return (await kind.views())(dossier, context)
    case 'systems':
      return (await kind.views())([dossier], context)
    case 'judged': {
      const { findings } = await reportOfTown()
      return (await kind.views())({ dossiers: [dossier], findings }, context)
    }
    case 'covered':
      return (await kind.views())(await coveredTown(dossier), context)
    case 'comparison':
      return (await kind.views())({ before: [dossier], after: [dossier] }, context)
    case 'report':
      return (await kind.views())(await reportOfTown(), context)
    case 'standard':
      return (await kind.views())([explainedOf(dossier)], context)
  }
}

test.each(documentKinds.map(({ name }) => name))('%s reads as before', async (name) => {
  for (const view of await viewsOf(name)) {
    await expect(readable(view)).toMatchFileSnapshot(`fixtures/${view.stem}.json`)
  }
})

test.each(['procedure', 'comparison', 'notice', 'plan'])(
  '%s follows the conventions of its municipality',
  async (name) => {
    const conventions =
      '{ digits: full, comma: comma, items: kanji, calendar: both, padDates: true, honorific: dono, ' +
      'senderTitle: "{組織}の主任", addresseeTitle: "{組織} 御担当", documentNumber: "{年}か総第{番号}号", ' +
      'comparison: { order: beforeFirst, after: 新, before: 旧, added: "", removed: 削除, omitted: 略 } }'
    const edit = withConventions(conventions.replace('added: ""', 'added: なし'))
    for (const view of await viewsOf(name, edit)) {
      await expect(readable(view)).toMatchFileSnapshot(`fixtures/conventions/${view.stem}.json`)
    }
  },
)
