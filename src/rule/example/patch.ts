import { isMapping, type Mapping } from '../../schema/variant.ts'
import { validate } from '../../schema/validate.ts'
import { valueAt } from '../../schema/walk.ts'
import type { Path } from '../../yaml/document.ts'
import { ListedDocument, parsePointer, pathOf, put, remove } from './pointer.ts'
import type { Sample, SampleDocument } from './sample.ts'

/** What an example changes: values by pointer, and places that are emptied. */
export interface Patch {
  readonly set?: Readonly<Record<string, unknown>>
  readonly unset?: readonly string[]
}

/** What is wrong with a patch, and where below the example it stands. */
export interface PatchFault {
  readonly code: 'pointer' | 'shape'
  readonly at: Path
  readonly message: string
}

/** The changed sample, or what is wrong with the change. */
export type Patched =
  | { readonly ok: true; readonly sample: Sample }
  | { readonly ok: false; readonly fault: PatchFault }

/** Changes a copy of the sample as an example says, in the order written, and holds it against the schemas. */
export function patchSample(sample: Sample, { set = {}, unset = [] }: Patch): Patched {
  const steps = [
    ...Object.entries(set).map(([pointer, value]) => ({ at: ['set', pointer], pointer, value })),
    ...unset.map((pointer, index) => ({ at: ['unset', index], pointer, value: undefined })),
  ]
  let changed = sample
  for (const { at, pointer, value } of steps) {
    const next = apply(changed, pointer, structuredClone(value))
    if (!next) {
      const message = `「${pointer}」に当たる場所が、見本にありません。`
      return { ok: false, fault: { code: 'pointer', at, message } }
    }
    changed = next
  }
  const listed = changed.map(listedOf)
  for (const { name, value, document, shape } of listed) {
    if (sample.some((one) => one.value === value)) continue
    const checked = validate(document, () => shape)
    if (checked.ok) continue
    const message = `変えた見本の「${name}」が、書き方に合いません。${checked.findings[0]?.message ?? ''}`
    return { ok: false, fault: { code: 'shape', at: [], message } }
  }
  return { ok: true, sample: listed }
}

const listedAlready = new WeakMap<SampleDocument, SampleDocument>()

/** A document with its places as a list: what examples leave as it is is the same in all of them. */
function listedOf(one: SampleDocument): SampleDocument {
  const known = listedAlready.get(one)
  if (known) return known
  const listed = { ...one, document: new ListedDocument(one.name, one.shape, one.value) }
  listedAlready.set(one, listed)
  return listed
}

/** Undefined where the pointer leads nowhere. */
function apply(sample: Sample, pointer: string, value: unknown): Sample | undefined {
  const { document, steps } = parsePointer(pointer)
  const target = sample.find(({ name }) => name === document)
  const path = target && pathOf(target.value, target.shape, steps)
  if (!path) return undefined
  if (value !== undefined) return replace(sample, document, put(target.value, path, value))
  if (path.length === 0) return sample.filter((one) => one !== target)
  if (valueAt(target.value, path) === undefined) return undefined
  return replace(sample, document, remove(target.value, path))
}

function replace(sample: Sample, name: string, value: unknown): Sample | undefined {
  if (!isMapping(value)) return undefined
  const mapping: Mapping = value
  return sample.map((one) => (one.name === name ? { ...one, value: mapping } : one))
}
