import type { Day } from '../../../src/calendar/day.ts'
import { Unknown } from '../../../src/finding/unknown.ts'
import type { Problem } from '../../../src/finding/problem.ts'
import { buildDossiers } from '../../../src/model/build.ts'
import { DerivedPart, Part } from '../../../src/model/part.ts'
import { Dossier } from '../../../src/model/dossier.ts'
import { typeTable } from '../../../src/model/language.ts'
import { asking } from '../../../src/model/reading.ts'
import type { PackDocument } from '../../../src/model/pack.ts'
import { Standard, writtenStandard } from '../../../src/model/standard.ts'
import { domainFunctions } from '../../../src/rule/function/index.ts'
import { isMapping } from '../../../src/schema/variant.ts'
import { validate } from '../../../src/schema/validate.ts'
import { parseDocuments } from '../../../src/yaml/parse.ts'

/** The day everything is judged on, unless a context says otherwise. */
export const today = '2026-03-31' as Day

/** A municipality of three bureaus and a firm. */
export const municipality = `
kind: municipality
id: hoshi
name: 星町
standards: [{ pack: hoshi, edition: '1', from: 2020-04-01 }]
organisations:
  - id: somu
    name: 総務部
    inScope: true
    children:
      - { id: joho, name: 情報課, functions: [it], inScope: true }
      - { id: kansa, name: 監査課, functions: [audit] }
  - id: shimin
    name: 市民部
    inScope: true
    children: [{ id: koseki, name: 戸籍課, functions: [] }, { id: hoken, name: 保険課 }]
  - { id: gakko, name: 学校, inScope: false, until: 2030-03-31 }
  - { id: kyu, name: 旧課, inScope: true, until: 2025-03-31 }
  - { id: firm, name: 星システム, kind: external }
groups:
  - { id: users, name: 利用課, known: all, members: [{ organisation: koseki }, { organisation: hoken }] }
`

/** A pack with nothing but an edition. */
export const pack = `
kind: standard
id: hoshi
name: 星町の基準
editions: [{ id: '1', from: 2020-04-01 }]
`

/** The documents of some texts, each of the right shape; a wrong one stops the test. */
export function documentsOf(...texts: readonly string[]) {
  return texts.flatMap((text, index) => {
    const file = parseDocuments({ path: `file-${index}.yaml`, text })
    if (file.problems[0]) throw new Error(file.problems[0].message)
    return file.documents.map((document) => {
      const checked = validate(document)
      if (!checked.ok) throw new Error(checked.findings.map(({ message }) => message).join('\n'))
      const { kind } = checked.file
      return { kind, value: document.value as Readonly<Record<string, unknown>>, document }
    })
  })
}

/** A standard of some packs, base first. */
export function standardOf(...packs: readonly string[]): Standard {
  const documents: PackDocument[] = documentsOf(...packs).map(({ value, document }) => ({
    id: String(value['id']),
    value,
    document,
  }))
  return new Standard({ packs: documents, asOf: today, way: asking })
}

/** What was built of some texts; the standards among them are the municipality's packs. */
export function built(...texts: readonly string[]): {
  dossiers: readonly Dossier[]
  problems: readonly Problem[]
} {
  const documents = documentsOf(...texts)
  const packs = documents.filter(({ kind }) => kind === 'standard')
  const standards: PackDocument[] = packs.map(({ value, document }) => {
    return { id: String(value['id']), value, document }
  })
  const { dossiers, problems } = buildDossiers(
    documents,
    (_, edition, asOf) => writtenStandard({ packs: standards, asOf, edition }),
    { asked: undefined, today },
  )
  return { dossiers: dossiers.map((one) => Dossier.asked(one)), problems }
}

/** The one dossier of some texts beside the municipality and the pack, which must hold together. */
export function dossier(...texts: readonly string[]): Dossier {
  const { dossiers, problems } = built(municipality, ...texts)
  if (problems[0]) throw new Error(problems[0].message)
  const found = dossiers.find(({ level }) => level === 'system') ?? dossiers[0]
  if (!found) throw new Error('no dossier')
  return found
}

const types = typeTable(new Map())

/** A field as rules read it. */
export function ask(part: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => {
    if (!(at instanceof Part)) throw new Error(`nothing to ask for ${name}`)
    const field = types.get(at.type)?.fields.get(name)
    if (!field) throw new Error(`${at.type} has no ${name}`)
    return known(() => field.read(at))
  }, part)
}

/** Calls a function of the rule language. */
export function call(name: string, ...values: readonly unknown[]): unknown {
  const found = domainFunctions(() => today).find((one) => one.name === name)
  if (!found) throw new Error(`no function ${name}`)
  const apply = found.apply as (...values: readonly unknown[]) => unknown
  return known(() => apply(...values))
}

function known(read: () => unknown): unknown {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof Unknown) return thrown
    throw thrown
  }
}

/** Values as a test compares them: parts by their element id, unknowns by what is missing. */
export function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown)
  if (value instanceof DerivedPart || value instanceof Part) return value.elementId
  if (value instanceof Unknown) return value.missing.map(({ kind, path }) => `?${kind}:${path}`)[0]
  return isMapping(value) && 'label' in value ? value['label'] : value
}
