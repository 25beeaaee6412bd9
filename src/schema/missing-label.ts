import type { Missing } from '../finding/unknown.ts'
import { shapes } from './generated/shape.ts'
import { isKind, rootShape } from './kind.ts'

/**
 * Where a missing fact would be written, in the words of the schema and without the ids of one case:
 * アカウント台帳（accounts）, 契約の求めた記載事項（demands）. Undefined where the path names no field.
 */
export function missingLabel({ kind, path }: Missing): string | undefined {
  if (!isKind(kind)) return undefined
  const names = path.split('/')
  // A path leads down from an element (contract:operation/demands) or names a ledger (accounts/…).
  const element = isElement(names[0] ?? '') ? names.findLastIndex(isElement) : -1
  const noun = names[element]?.split(':')[0]
  const shape =
    noun === undefined
      ? rootShape(kind)
      : Object.values(shapes).find((one) => one.kind === kind && one.noun === noun)
  const name = names[element + 1] ?? ''
  const field = shape && Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined
  if (!shape || !field) return undefined
  return `${noun === undefined ? '' : `${shape.label}の`}${field.label}（${name}）`
}

function isElement(name: string): boolean {
  return name.includes(':')
}
