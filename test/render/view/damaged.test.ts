import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { UsageError } from '../../../src/finding/usage-error.ts'
import type { WrittenDossier } from '../../../src/model/dossier.ts'
import { memoryWorkspace } from '../../../src/source/memory.ts'
import { conventionsOf } from '../../../src/render/conventions.ts'
import { chainsOf, chainText } from '../../../src/render/view/chain.ts'
import { checklistText } from '../../../src/render/view/checklist.ts'
import { blankLedgers, filledLedgers } from '../../../src/render/view/ledgers.ts'
import { addresseesIn } from '../../../src/render/view/notice/addressee.ts'
import { noticeText } from '../../../src/render/view/notice.ts'
import { planText } from '../../../src/render/view/plan.ts'
import { procedureText } from '../../../src/render/view/procedure/text.ts'
import { rolesText } from '../../../src/render/view/roles.ts'
import { styleOf } from '../../../src/render/view/style.ts'
import { openPacks } from '../../../src/workflow/open/packs.ts'
import { oneIn } from '../../sample/sweep.ts'
import { dossiersBy } from './dossiers.ts'
import { procedureOf, townDossier, townFiles } from './town.ts'

/** Every text a dossier makes, without drawing. */
function textsOf(dossier: WrittenDossier): readonly unknown[] {
  const style = styleOf(conventionsOf(dossier.municipality))
  const subjects = dossier.procedures.map((procedure) => ({ dossier, procedure, style }))
  return [
    ...subjects.map(procedureText),
    ...subjects.map(rolesText),
    ...subjects.map(checklistText),
    ...subjects.map(planText),
    ...subjects.flatMap(({ procedure }) =>
      chainsOf(procedure, style).map((chain) => chainText(chain, '')),
    ),
    filledLedgers(dossier, style),
    blankLedgers(dossier, style),
    ...dossier.notices.flatMap((notice) =>
      addresseesIn(notice, style).map((addressee) => noticeText(notice, addressee, style)),
    ),
  ]
}

type Path = readonly (string | number)[]

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Array.isArray(value)
    ? value.map((item: unknown, at) => [at, item] as const)
    : Object.entries(value)
  return entries.flatMap(([key, item]) => [[...path, key], ...pathsIn(item, [...path, key])])
}

/** The text of a document without one of its parts: JSON is YAML. */
function without(document: unknown, path: Path): string {
  const copy: unknown = structuredClone(document)
  const [last] = path.slice(-1)
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], copy)
  if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else Reflect.deleteProperty(holder as object, String(last))
  return JSON.stringify(copy)
}

const read = (name: string): unknown =>
  parse(readFileSync(join(import.meta.dirname, 'town', name), 'utf8'))

test.each(['procedure.yaml', 'context.yaml', 'records.yaml', 'notice.yaml', 'municipality.yaml'])(
  'whatever is missing from %s, the rest is written',
  async (name) => {
    const document = read(name)
    const files = townFiles()
    const packs = await openPacks({ workspace: memoryWorkspace(files) })
    let written = 0
    for (const path of oneIn(3, pathsIn(document))) {
      const damaged = { ...files, [`town/${name}`]: without(document, path) }
      for (const dossier of dossiersBy(packs, memoryWorkspace(damaged), ['town'])) {
        try {
          written += textsOf(dossier).length
        } catch (thrown) {
          if (!(thrown instanceof UsageError)) throw new Error(path.join('/'), { cause: thrown })
        }
      }
    }
    expect(written).toBeGreaterThan(30)
  },
  120_000,
)

test('a procedure that was not copied whole is written as far as it goes', async () => {
  const partial = (text: string) => text.replace('\nowner:', '\ncomplete: false\nowner:')
  const dossier = await townDossier((path, text) =>
    path.endsWith('/procedure.yaml') ? partial(text) : text,
  )
  expect(procedureOf(dossier).data['complete']).toBe(false)
  expect(textsOf(dossier)).toHaveLength(textsOf(await townDossier()).length)
})

describe('what leads nowhere is marked, not left out', () => {
  const town = (from: string, to: string) =>
    townDossier((path, text) => (path.endsWith('/procedure.yaml') ? text.replace(from, to) : text))
  const style = (dossier: WrittenDossier) => styleOf(conventionsOf(dossier.municipality))

  test('a performer that is no role', async () => {
    const dossier = await town('performers: [gyosha]', 'performers: [dareka]')
    const subject = { dossier, procedure: procedureOf(dossier), style: style(dossier) }
    const { chapters } = procedureText(subject)
    const articles = chapters.flatMap(({ sections }) => sections.flatMap((one) => one.articles))
    expect(articles.find(({ id }) => id === 'duty:log')?.paragraphs[0]?.text).toBe(
      '【未登録：dareka】は、毎月、自動処理により、ログを分析し、ログ点検表に記録しなければならない。',
    )
    const row = rolesText(subject).tables[0]?.rows.find(({ duty }) => duty === 'ログの分析')
    expect(row).toMatchObject({ missing: '【未登録：dareka】', marks: ['○', '', '', '○'] })
    expect(planText(subject).rows.find(({ duty }) => duty === 'ログの分析')?.performer).toBe(
      '【未登録：dareka】',
    )
  })

  test('a manager without a post', async () => {
    const dossier = await town('post: 係長,', '')
    const subject = { dossier, procedure: procedureOf(dossier), style: style(dossier) }
    const role = rolesText(subject).roles.find(({ name }) => name === '情報システム管理者')
    expect(role).toMatchObject({ post: '【未登録】', hasPost: false })
  })
})
