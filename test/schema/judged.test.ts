import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Data } from '../../src/model/element.ts'
import type { Day } from '../../src/calendar/day.ts'
import { buildDossiers, type StandardSource } from '../../src/model/build.ts'
import type { ShapedDocument } from '../../src/model/element.ts'
import { type WrittenStandard, writtenStandard } from '../../src/model/standard.ts'
import { patchSample } from '../../src/rule/example/patch.ts'
import type { SampleDocument } from '../../src/rule/example/sample.ts'
import { tryRule } from '../../src/rule/example/trial.ts'
import { type Example, runExamples, type Sample } from '../../src/rule/example.ts'
import { judgeDossier, judgeStandard } from '../../src/rule/judge.ts'
import { languageOf } from '../../src/rule/language.ts'
import { standardFrom } from '../../src/rule/library.ts'
import { type LinkedRule, linkRule } from '../../src/rule/link.ts'
import { type ReadPack, type VerifiedPack, verifyPack } from '../../src/rule/pack.ts'
import { kinds } from '../../src/schema/generated/file.ts'
import { isKind, rootShape } from '../../src/schema/kind.ts'
import type { Mapping } from '../../src/schema/variant.ts'
import { diskWorkspace } from '../../src/source/disk.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { attachLedgers } from '../../src/workflow/open/ledger.ts'
import { Workbooks } from '../../src/workflow/open/sheet.ts'
import { readDocuments } from '../../src/workflow/open/batch.ts'
import { select } from '../../src/workflow/open/select.ts'
import type { ParsedDocument } from '../../src/yaml/document.ts'
import { packsBelow, project } from '../rule/packs.ts'
import { validateText } from './reading.ts'
import { watched } from './watched.ts'

// That references lead somewhere is asked of every key alike; it judges none of them.
vi.mock('../../src/model/links.ts', () => ({ linkProblems: () => [] }))
// That somebody confirmed what was read is asked of every key alike, too.
vi.mock('../../src/rule/unconfirmed.ts', () => ({
  countUnconfirmedOf: () => 0,
  isUnconfirmed: () => false,
  countUnconfirmed: () => 0,
  unconfirmedUnder: () => [],
}))

const today = '2026-03-31' as Day
const clock = { day: today }
/** The keys that rules, and what they are made of, have asked for. */
const asked = new Set<string>()

interface Schema {
  readonly $defs: Readonly<Record<string, Pick<Schema, 'properties'>>>
  readonly properties?: Readonly<Record<string, Field>>
}

interface Field {
  readonly title?: string
  readonly const?: unknown
  readonly 'x-judged'?: false
  /** What will judge it, where nothing does yet. */
  readonly 'x-awaits'?: string
}

/** The keys of all kinds of file, as `Type.key`, whose schemas say so of them. */
function keys(isSaid: (field: Field) => boolean): readonly string[] {
  return kinds.flatMap((kind) => {
    const file = join(project, `src/schema/${kind}.schema.json`)
    const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema
    const types = { [rootShape(kind).name]: schema, ...schema.$defs }
    return Object.entries(types).flatMap(([type, { properties = {} }]) =>
      Object.entries(properties)
        // What every element may say besides has no title of its own; what is constant tells nothing.
        .filter(([, field]) => field.title !== undefined && field.const === undefined)
        .filter(([, field]) => isSaid(field))
        .map(([key]) => `${type}.${key}`)
        // Files of rules are gathered by it before there is anything to judge.
        .filter((key) => key !== 'Rules.pack'),
    )
  })
}

/** The same document, read with every key noted that is asked for. */
function seen<Document extends { readonly kind: string; readonly value: Mapping }>(
  document: Document,
): Document {
  const type = isKind(document.kind) ? rootShape(document.kind).name : ''
  return { ...document, value: watched(document.value, type, asked) }
}

const seenBefore = new WeakMap<SampleDocument, SampleDocument>()

/** The same one again of a document that no example changes. */
function seenOnce(document: SampleDocument): SampleDocument {
  const known = seenBefore.get(document) ?? seen(document)
  seenBefore.set(document, known)
  return known
}

/** A pack read so, and verified. */
function verify(pack: ReadPack, below: readonly VerifiedPack[]): readonly [ReadPack, VerifiedPack] {
  const own = { ...pack, standard: parsed(pack.standard), rules: pack.rules.map(parsed) }
  return [own, verifyPack(own, below).pack]
}

function parsed(document: ParsedDocument): ParsedDocument {
  const value = document.value as Mapping
  const kind = String(value['kind'])
  return Object.create(document, {
    value: { value: seen({ kind, value }).value },
  }) as ParsedDocument
}

/** Judges systems by all rules of their standards, and the standards themselves. */
function judge(documents: readonly ShapedDocument[], packs: readonly VerifiedPack[]): void {
  const library = {
    ids: () => packs.map(({ id }) => id),
    find: (id: string) => packs.find((pack) => pack.id === id),
  }
  const rulesOf = new Map<WrittenStandard, readonly LinkedRule[]>()
  const standardFor: StandardSource = (pack, edition, asOf) => {
    const { standard, rules } = standardFrom(library, { pack, edition, asOf })
    const language = languageOf(standard, clock, new Map())
    rulesOf.set(
      standard,
      rules.map((rule) => linkRule(rule, language)),
    )
    return standard
  }
  const workspace = memoryWorkspace({})
  const tables = { workspace, workbooks: new Workbooks(workspace) }
  const read = documents.map((one) => attachLedgers(seen(one), '', tables).document)
  const { dossiers } = buildDossiers(read, standardFor, { asked: undefined, today })
  for (const dossier of dossiers) {
    const rules = rulesOf.get(dossier.standard) ?? []
    judgeDossier(dossier, rules, clock)
    judgeStandard(dossier.id, dossier.standard, rules)
  }
}

/** What a pack and those it extends say, base first. */
function writtenIn(id: string, packs: readonly VerifiedPack[]): readonly Data[] {
  const pack = packs.find((one) => one.id === id)
  if (!pack) return []
  return [...(pack.extends ? writtenIn(pack.extends, packs) : []), pack.document.value]
}

/** Tries every example of the rules of a pack on its changed sample; rules of opinions are tried nowhere else. */
function tryExamples(pack: ReadPack, chain: readonly VerifiedPack[], sample: Sample): void {
  const documents = chain.map(({ document }) => document)
  const standard = writtenStandard({ packs: documents, asOf: today })
  const language = languageOf(standard, clock, new Map())
  for (const rule of chain.at(-1)?.rules ?? []) {
    const linked = linkRule(rule, language)
    for (const { params = {}, asOf, ...patch } of examplesOf(pack, rule.id)) {
      const patched = patchSample(sample, patch)
      if (!patched.ok) throw new Error(patched.fault.message)
      const day = { asked: asOf as Day | undefined, today }
      const changed = patched.sample.map(seenOnce)
      tryRule(linked, { sample: changed, packs: documents, params, day }, clock)
    }
  }
}

function examplesOf(pack: ReadPack, id: string): readonly Example[] {
  const written = pack.rules.flatMap(({ value }) => (value as { rules: readonly Written[] }).rules)
  return written.find((rule) => rule.id === id)?.examples ?? []
}

interface Written {
  readonly id: string
  readonly examples: readonly Example[]
}

/** The files of the page that explains the format: a standard and a dossier with nearly every key. */
function pageFiles(): readonly ShapedDocument[] {
  const page = readFileSync(join(project, 'docs/format.ja.md'), 'utf8')
  return [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    .flatMap(([, text = '']) => validateText(text))
    .flatMap((result) => (result.ok ? [result.file as unknown as ShapedDocument] : []))
}

test('every key is judged, or its schema says that it is not', async () => {
  const verified: VerifiedPack[] = []
  for (const { pack, chain, sample } of packsBelow('policies', 'examples/invented/policies')) {
    const below = chain.slice(0, -1).flatMap(({ id }) => verified.filter((one) => one.id === id))
    const [own, result] = verify(pack, below)
    const isShipped = pack.standard.source.path.startsWith('policies/')
    verified.push(isShipped ? result : { ...result, rules: [] })
    if (isShipped) tryExamples(pack, [...below, result], sample)
    // What an example says of itself is asked where examples are run.
    else expect([...runExamples(own, [...below, result], sample, today)]).not.toEqual([])
  }
  for (const folder of ['procedures', 'examples/invented', 'examples/remedied']) {
    const selection = select({ workspace: diskWorkspace({ cwd: project }), paths: [folder] })
    judge(
      (await readDocuments(selection, { writtenIn: (id) => writtenIn(id, verified) })).documents,
      verified,
    )
  }
  const page = pageFiles()
  const document = page.find(({ kind }) => kind === 'standard')
  const own = document && {
    id: 'aoba-city',
    value: seen(document).value,
    document: document.document,
  }
  const base = verified.filter(({ id }) => id === 'base')
  judge(page, [
    ...base,
    ...(own ? [{ id: own.id, extends: 'base', document: own, rules: [] }] : []),
  ])
  const judged = keys((field) => field['x-judged'] ?? true)
  expect(judged.filter((key) => !asked.has(key))).toEqual(
    keys((field) => field['x-awaits'] !== undefined),
  )
  expect(keys((field) => field['x-judged'] === false).filter((key) => asked.has(key))).toEqual([])
})
