import type { Finding } from '../../finding/finding.ts'
import { problemFindings } from '../../finding/problem.ts'
import { isWholeOrganisation } from '../../finding/system-id.ts'
import type { Kind } from '../../schema/generated/file.ts'
import { validate } from '../../schema/validate.ts'
import { isMapping, type Mapping } from '../../schema/variant.ts'
import { folderOf, isWithin } from '../../source/path.ts'
import type { Source } from '../../source/source.ts'
import type { ParsedDocument } from '../../yaml/document.ts'
import { type ParsedFile, parseDocuments } from '../../yaml/parse.ts'

/** One document of a sample, by the name pointers call it. */
export interface SampleDocument {
  /**
   * Its kind; of procedures the newest edition, the one before it is `procedure@before`. Those of the
   * whole organisation begin with `organisation:`.
   */
  readonly name: string
  readonly kind: Kind
  readonly value: Mapping
  readonly document: ParsedDocument
}

/** A sound dossier with its standard, which the examples of rules change. */
export type Sample = readonly SampleDocument[]

/** The sample that stands beside a pack, if there is one, and what is wrong with its form. */
export interface SampleRead {
  readonly sample: Sample | undefined
  readonly findings: readonly Finding[]
}

/** Finds the sample in the folder of a pack: the file that holds a dossier beside a standard. */
export function readSample(standard: Source, files: readonly Source[]): SampleRead {
  const folder = folderOf(standard.path)
  const near = files.filter(({ path }) => path !== standard.path && isWithin(path, folder))
  const file = near.map(parseDocuments).find(isSample)
  if (!file) return { sample: undefined, findings: [] }
  const findings = [...problemFindings(file.problems)]
  const documents = file.documents.flatMap((document) => {
    const checked = validate(document)
    if (checked.ok) return [document]
    findings.push(...checked.findings)
    return []
  })
  return { sample: named(documents), findings }
}

/** Whether a file holds a dossier beside a standard. */
function isSample({ documents }: ParsedFile): boolean {
  const kinds = documents.map(kindOf)
  return kinds.includes('municipality') && kinds.includes('standard')
}

function kindOf({ value }: ParsedDocument): unknown {
  return isMapping(value) ? value['kind'] : undefined
}

function named(documents: readonly ParsedDocument[]): Sample {
  return documents.map((document) => {
    // Its shape was held against this kind.
    const kind = kindOf(document) as Kind
    const near = documents.filter((one) => kindOf(one) === kind && isWide(one) === isWide(document))
    const isBefore = near.some((one) => inForceFrom(one) > inForceFrom(document))
    const name = `${isWide(document) ? 'organisation:' : ''}${kind}${isBefore ? '@before' : ''}`
    return { name, kind, value: document.value as Mapping, document }
  })
}

/** Whether a document belongs to the dossier of the whole organisation. */
function isWide({ value }: ParsedDocument): boolean {
  return isMapping(value) && isWholeOrganisation(String(value['system']))
}

function inForceFrom({ value }: ParsedDocument): string {
  const inForce = isMapping(value) ? value['inForce'] : undefined
  return isMapping(inForce) ? String(inForce['from']) : ''
}
