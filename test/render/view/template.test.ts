import { beforeAll, describe, expect, test } from 'vitest'
import { documentKinds } from '../../../src/render/documents.ts'
import type { Document } from '../../../src/render/document.ts'
import { writePdf } from '../../../src/render/pdf/write.ts'
import { htmlFaults, hasHtmlReferee } from '../referee/html.ts'
import { browser, pageFaults } from '../referee/page.ts'
import { tagsFor, tagsIn } from '../referee/tags.ts'
import { writeHtml } from '../../../src/render/html/write.ts'
import { makeDocument } from '../../../src/render/make.ts'
import { shippedTemplates, templateProblems } from '../../../src/render/templates.ts'
import { openTemplates, type TemplateLibrary } from '../../../src/render/template/library.ts'
import type { View, ViewValue } from '../../../src/render/view.ts'
import type { WrittenDossier } from '../../../src/model/dossier.ts'
import { check } from '../../../src/workflow/check.ts'
import { memoryWorkspace } from '../../../src/source/memory.ts'
import { coveredTown } from './covered.ts'
import { explainedOf } from './explained.ts'
import { dossierFor, townDossier, townFiles } from './town.ts'

let library: TemplateLibrary
let views: ReadonlyMap<string, readonly View[]>

async function viewsOf(
  dossier: WrittenDossier,
  names = documentKinds.map(({ name }) => name),
): Promise<ReadonlyMap<string, readonly View[]>> {
  const context = { asOf: dossier.asOf }
  const kinds = documentKinds.filter(({ name }) => names.includes(name))
  const made = kinds.map(async (kind) => {
    switch (kind.of) {
      case 'system':
        return [kind.name, await (await kind.views())(dossier, context)] as const
      case 'systems':
        return [kind.name, await (await kind.views())([dossier], context)] as const
      case 'judged': {
        const judged = { dossiers: [dossier], findings: [] }
        return [kind.name, await (await kind.views())(judged, context)] as const
      }
      case 'covered': {
        const covered = await coveredTown(dossier)
        return [kind.name, await (await kind.views())(covered, context)] as const
      }
      case 'comparison': {
        const both = { before: [dossier], after: [dossier] }
        return [kind.name, await (await kind.views())(both, context)] as const
      }
      case 'standard': {
        const explained = [explainedOf(dossier)]
        return [kind.name, await (await kind.views())(explained, context)] as const
      }
      case 'report': {
        const workspace = memoryWorkspace(townFiles())
        const { report } = await check({ workspace, paths: ['town'] })
        return [kind.name, await (await kind.views())(report, context)] as const
      }
    }
  })
  return new Map(await Promise.all(made))
}

async function documentOf(name: string, view: View): Promise<Document> {
  const parsed = library.document(name)
  if (!parsed) throw new Error(`no template ${name}`)
  const options = { day: '2026-09-01', draft: false }
  const made = await makeDocument(view, parsed.template, library.partials, options)
  if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join('\n'))
  return made.document
}

async function htmlOf(name: string, view: View): Promise<string> {
  return writeHtml(await documentOf(name, view))
}

/** Every name of a value, `chapters.sections.heading`; lists count as what is in them. */
function namesIn(value: ViewValue, path = ''): readonly string[] {
  if (typeof value !== 'object') return [path]
  if (Array.isArray(value))
    return (value as readonly ViewValue[]).flatMap((one) => namesIn(one, path))
  return Object.entries(value).flatMap(([name, one]) => namesIn(one, `${path}.${name}`))
}

beforeAll(async () => {
  library = await openTemplates(shippedTemplates(), undefined)
  views = await viewsOf(await townDossier())
  const overdue = await viewsOf(await dossierFor('reminders'), ['reminders'])
  views = new Map([...views, ...overdue])
})

describe.each(documentKinds.map((kind) => [kind.name, kind] as const))('%s', (name, kind) => {
  test('its template is right', async () => {
    expect(await templateProblems(kind, library)).toEqual([])
  })

  test('its sample has every name that a view has', async () => {
    const sample = new Set(namesIn(await kind.sample()))
    const made = views.get(name) ?? []
    expect(made.length).toBeGreaterThan(0)
    const names = [...new Set(made.flatMap(({ text }) => namesIn(text)))]
    expect(names.filter((one) => !sample.has(one))).toEqual([])
  })

  test.skipIf(!hasHtmlReferee)('makes a page of every view that is HTML', async () => {
    for (const view of views.get(name) ?? []) {
      expect(await htmlFaults(await htmlOf(name, view))).toEqual([])
    }
  })

  test('makes a PDF of every view with the tags of its text', async () => {
    for (const view of views.get(name) ?? []) {
      const document = await documentOf(name, view)
      expect(tagsIn(await writePdf(document))).toEqual(tagsFor(document))
    }
  })
})

const ofBrowser = browser === undefined ? ' (no browser is installed: not looked at)' : ''

test.skipIf(browser === undefined)(
  `every page is read on a phone and by a screen reader${ofBrowser}`,
  async () => {
    const pages = new Map<string, string>()
    for (const [name, made] of views)
      for (const view of made) pages.set(view.stem, await htmlOf(name, view))
    const bad =
      '<!DOCTYPE html><html lang="ja"><title>悪い例</title><main><h1>見出し</h1><img src="a.png"><p style="width: 900px">幅の広い段落</p>'
    pages.set('bad', bad)
    const found = pageFaults(browser ?? '', pages)
    expect(found.map((one) => one.replace(/<.*/, '').trim())).toEqual([
      'bad image-alt',
      expect.stringMatching(/^bad is 9\d\d wide$/),
    ])
  },
)

test.skipIf(!hasHtmlReferee)('the referee of HTML finds what is wrong', async () => {
  const found = await htmlFaults('<!DOCTYPE html><html><p><h1>題</h1></p></html>')
  expect(found.length).toBeGreaterThan(0)
})

test('whatever people write into their files stays text', async () => {
  const hostile = '<script>alert(1)</script>{{../title}}<img src=x onerror=y>"\'&'
  const yaml = JSON.stringify(hostile)
  const dossier = await townDossier((path, text) =>
    path.includes('procedure.yaml')
      ? text
          .replaceAll(
            /(name|post|title|record|summary|reason): [^,{}\n]+(?=[,}\n])/g,
            `$1: ${yaml}`,
          )
          .replace('text: 毎日写しを取り、7世代を残す。', `text: ${yaml}`)
      : text,
  )
  const made = await viewsOf(dossier)
  for (const name of ['procedure', 'roles', 'contacts', 'checklist', 'plan', 'notice']) {
    for (const view of made.get(name) ?? []) {
      const html = await htmlOf(name, view)
      expect(html).not.toMatch(/<script|<img src=x/)
      expect(html).toContain('&#60;script&#62;alert(')
    }
  }
})
