import type { Finding } from '../../finding/finding.ts'
import { problemFindings } from '../../finding/problem.ts'
import { isWholeOrganisation } from '../../finding/system-id.ts'
import { addedLedgers, recordsWith } from '../../model/added-ledger.ts'
import type { Data } from '../../model/element.ts'
import type { Kind } from '../../schema/generated/file.ts'
import { rootShape } from '../../schema/kind.ts'
import type { Shape } from '../../schema/shape.ts'
import { type ShapeFor, validate } from '../../schema/validate.ts'
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
  /** Its shape: records may hold what the packs add. */
  readonly shape: Shape
}

/** A sound dossier with its standard, which the examples of rules change. */
export type Sample = readonly SampleDocument[]

/** The sample that stands beside a pack, if there is one, and what is wrong with its form. */
export interface SampleRead {
  readonly sample: Sample | undefined
  readonly findings: readonly Finding[]
}

/**
 * Finds the sample in the folder of a pack: the file that holds a dossier beside a standard. Its records hold
 * the ledgers of that pack, of those it extends and of the standard beside them: `packs`, base first.
 */
export function readSample(
  standard: Source,
  files: readonly Source[],
  packs: readonly Data[],
): SampleRead {
  const folder = folderOf(standard.path)
  const near = files.filter(({ path }) => path !== standard.path && isWithin(path, folder))
  const file = near.map(parseDocuments).find(isSample)
  if (!file) return { sample: undefined, findings: [] }
  const findings = [...problemFindings(file.problems)]
  const own = file.documents.map(({ value }) => value).filter(isMapping)
  const records = recordsWith(addedLedgers([...packs, ...own]))
  const shapeFor: ShapeFor = (kind) => (kind === 'records' ? records : rootShape(kind))
  const documents = file.documents.flatMap((document) => {
    const checked = validate(document, shapeFor)
    if (checked.ok) return [document]
    for (const one of checked.findings) findings.push(one)
    return []
  })
  return { sample: named(documents, records), findings }
}

/** Whether a file holds a dossier beside a standard. */
function isSample({ documents }: ParsedFile): boolean {
  const kinds = documents.map(kindOf)
  return kinds.includes('municipality') && kinds.includes('standard')
}

function kindOf({ value }: ParsedDocument): unknown {
  return isMapping(value) ? value['kind'] : undefined
}

function named(documents: readonly ParsedDocument[], records: Shape): Sample {
  return documents.map((document) => {
    // Its shape was held against this kind.
    const kind = kindOf(document) as Kind
    const near = documents.filter((one) => kindOf(one) === kind && isWide(one) === isWide(document))
    const isBefore = near.some((one) => inForceFrom(one) > inForceFrom(document))
    const name = `${isWide(document) ? 'organisation:' : ''}${kind}${isBefore ? '@before' : ''}`
    const shape = kind === 'records' ? records : rootShape(kind)
    return { name, kind, value: document.value as Mapping, document, shape }
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
