import { expect, test, vi } from 'vitest'
import { writeFileSync } from 'node:fs'
import type { Day } from '../../src/calendar/day.ts'
import { buildDossiers } from '../../src/model/build.ts'
import { shapeOf } from '../../src/model/shape.ts'
import { Standard } from '../../src/model/standard.ts'
import { documentKinds } from '../../src/render/documents.ts'
import { patchSample } from '../../src/rule/example/patch.ts'
import { tryRule } from '../../src/rule/example/trial.ts'
import { judgeDossier, judgeStandard } from '../../src/rule/judge.ts'
import { languageOf } from '../../src/rule/language.ts'
import { linkRule } from '../../src/rule/link.ts'
import { standardFrom } from '../../src/rule/library.ts'
import { shapes } from '../../src/schema/generated/shape.ts'
import { rootShape } from '../../src/schema/kind.ts'
import { diskWorkspace } from '../../src/source/disk.ts'
import { readDocuments } from '../../src/workflow/read.ts'
import { select } from '../../src/workflow/select.ts'
import { packsBelow, project } from '../rule/packs.ts'
import { watched } from './watched.ts'
import type { Mapping } from '../../src/schema/variant.ts'

vi.mock('../../src/model/links.ts', () => ({ linkProblems: () => [] }))

const never = '9999-12-31' as Day
test('x', async () => {
  const reads = new Set<string>()
  const folders = ['policies', 'examples/invented/policies']
  const packs = packsBelow(...folders)
  const watchDoc = (document: any) => ({ ...document, value: watched(document.value, 'Standard', reads) })
  const chains = new Map<string, any>()
  for (const { pack, chain } of packs) chains.set(pack.id, chain.map((one) => ({ ...one, document: watchDoc(one.document) })))
  for (const { pack, chain, sample } of packs) {
    const documents = chains.get(pack.id).map((o: any) => o.document)
    const clock = { day: never }
    const language = languageOf(new Map(), new Standard(documents, never).parameters, clock)
    const rules = chain.at(-1)?.rules ?? []
    for (const rule of rules) {
      const data = pack.rules.flatMap((d: any) => d.value.rules).find((r: any) => r.id === rule.id)
      for (const example of data.examples) {
        const patched = patchSample(sample, example)
        if (!patched.ok) throw new Error(patched.fault.message)
        const w = patched.sample.map((one) => ({ ...one, value: watched(one.value, rootShape(one.kind).name, reads) }))
        tryRule(linkRule(rule, language), { sample: w, packs: documents, params: example.params ?? {}, day: { asked: example.asOf, today: never } }, clock)
      }
    }
  }
  const mine = new Set(reads)
  for (const paths of [['procedures'], ['examples/invented/procedures'], ['examples/remedied'], ['examples/followup']]) {
    const selection = select({ workspace: diskWorkspace({ cwd: project }), paths })
    const { documents } = readDocuments(selection)
    const seen = documents.map((one: any) => ({ ...one, value: watched(one.value as Mapping, rootShape(one.kind as any).name, reads) }))
    const clock = { day: never }
    const library = { ids: () => [...chains.keys()], find: (id: string) => chains.get(id)?.at(-1) }
    const { dossiers } = buildDossiers(seen, (pack, edition, asOf) => standardFrom(library, { pack, edition, asOf }).standard, { asked: undefined, today: '2025-11-21' as Day })
    for (const dossier of dossiers) {
      const language = languageOf(new Map(), dossier.standard.parameters, clock)
      const { standard, rules } = standardFrom(library, { pack: dossier.standard.id, edition: undefined, asOf: dossier.asOf })
      const linked = rules.map((rule) => linkRule(rule, language))
      judgeDossier(dossier.fresh(), linked, clock)
      judgeStandard('x', dossier.standard, linked)
      for (const kind of documentKinds) {
        if (kind.of !== 'system' || kind.name === 'ledgers') continue
        const views = await kind.views()
        await views(dossier.fresh(), { asOf: dossier.asOf })
      }
    }
  }
  const unread = Object.values(shapes).flatMap((shape) => Object.keys(shape.fields).filter((name) => !reads.has(`${shape.name}.${name}`) && !['basis','source','notes'].includes(name)).map((name) => `${shape.kind} ${shape.name}.${name}`))
  const noex = Object.values(shapes).flatMap((shape) => Object.keys(shape.fields).filter((name) => !mine.has(`${shape.name}.${name}`) && reads.has(`${shape.name}.${name}`) ).map((name) => `${shape.kind} ${shape.name}.${name}`))
  writeFileSync('/tmp/keys.unread', unread.join('\n')+'\n---- only dossiers/documents\n' + noex.join('\n'))
  expect(unread.length).toBe(0)
}, 600000)
