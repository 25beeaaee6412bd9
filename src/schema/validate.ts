import { type Finding, fingerprint } from '../finding/finding.ts'
import { locate } from '../source/source.ts'
import type { ParsedDocument, Part, Path } from '../yaml/document.ts'
import { check } from './check.ts'
import { describeValue, shorten } from './describe.ts'
import { elementKey, elementPath } from './element-path.ts'
import { type Files, type Kind, kinds } from './generated/file.ts'
import { isKind, meantKind, rootShape } from './kind.ts'
import type { Shape } from './shape.ts'
import { tearOut } from './torn.ts'
import { isMapping, type Mapping } from './variant.ts'
import type { ShapeWords, Violation } from './violation.ts'
import { typeOf, valueAt } from './walk.ts'
import { wordsFor } from './wording.ts'

/** A document that has the shape of its kind; days and periods are in their ISO form. */
export type ValidFile = {
  readonly [K in Kind]: {
    readonly kind: K
    readonly value: Files[K]
    readonly document: ParsedDocument
  }
}[Kind]

/**
 * A valid file, or what is wrong with it; `kind` is told as far as it is known. `readable` is the rest of a
 * file in which single things are wrong.
 */
export type Validation =
  | { readonly ok: true; readonly file: ValidFile }
  | {
      readonly ok: false
      readonly kind: Kind | undefined
      readonly findings: readonly Finding[]
      readonly readable: Mapping | undefined
    }

/** The shape of a file of a kind: that of the schemas, or with what packs add to it. */
export type ShapeFor = (kind: Kind, value: Mapping) => Shape

/** Holds a document against the shape of its kind. Normalises its days and periods in place. */
export function validate(document: ParsedDocument, shapeFor: ShapeFor = rootShape): Validation {
  const { value } = document
  const kind = isMapping(value) && Object.hasOwn(value, 'kind') ? value['kind'] : undefined
  if (!isMapping(value) || !isKind(kind)) {
    const findings = [wrongKind(document, kind)]
    return { ok: false, kind: undefined, findings, readable: undefined }
  }
  const shape = shapeFor(kind, value)
  const violations = check(value, shape)
  // The check has just established the type, which TypeScript cannot see.
  if (violations.length === 0)
    return { ok: true, file: { kind, value, document } as unknown as ValidFile }
  const findings = violations.map((violation) => findingOf(violation, value, shape, document))
  return { ok: false, kind, findings, readable: tearOut(value, violations) }
}

function findingOf(
  violation: Violation,
  file: Mapping,
  shape: Shape,
  document: ParsedDocument,
): Finding {
  const { path } = violation
  const written = violation.code === 'wrong-type' ? document.scalarAt(path)?.text : undefined
  const words = wordsFor(violation, { owner: ownerName(violation, file), written })
  const missing = violation.code === 'missing-key' || violation.code === 'rival-keys'
  const ids = [...elementPath(file, shape, path), ...(missing ? [violation.key] : [])]
  const root = [shape.noun, elementKey(file, typeOf(shape)) ?? '']
  return finding(document, violation.code, words, path, violation.part, [...root, ...ids])
}

/** 担当業務「account-review」, or only 担当業務 where it has no id or name. */
function ownerName({ owner, ownerDepth, path }: Violation, file: Mapping): string {
  const value = valueAt(file, path.slice(0, ownerDepth))
  if (!isMapping(value)) return owner.label
  const name = [value['id'], value['name'], value['title']].find((one) => typeof one === 'string')
  return name === undefined ? owner.label : `${owner.label}「${shorten(name)}」`
}

function wrongKind(document: ParsedDocument, kind: unknown): Finding {
  const all = kinds.map((name) => `${name}（${rootShape(name).label}）`).join('、')
  if (kind === undefined || kind === null) {
    const words: ShapeWords = {
      message: 'ファイルの種類（kind）が書かれていません',
      why: 'kind がないと、何のファイルとして読むかが分かりません。',
      fix: `先頭に「kind:」の行を加えてください。書けるのは ${all} です。`,
      expected: `kind: ${kinds.join(' | ')}`,
      actual: isMapping(document.value) ? 'kind なし' : describeValue(document.value),
    }
    return finding(document, 'missing-kind', words, [], 'mark', [document.source.path])
  }
  const meant = typeof kind === 'string' ? meantKind(kind) : undefined
  const words: ShapeWords = {
    message: `kind の${describeValue(kind)}というファイルの種類はありません`,
    why: 'kind には、決まった種類のどれかを書きます。',
    fix: meant
      ? `「${meant}」（${rootShape(meant).label}）ではありませんか。`
      : `書けるのは ${all} です。`,
    expected: meant ?? kinds.join(' | '),
    actual: describeValue(kind),
  }
  return finding(document, 'unknown-kind', words, ['kind'], 'mark', [document.source.path])
}

function finding(
  document: ParsedDocument,
  code: string,
  { message, why, fix, expected, actual }: ShapeWords,
  path: Path,
  part: Part,
  ids: readonly string[],
): Finding {
  const { value, source, index } = document
  const system = isMapping(value) && typeof value['system'] === 'string' ? value['system'] : null
  const rule = `shape.${code}`
  const scope = ids.length > 1 ? (system ?? '') : String(index)
  return {
    fingerprint: fingerprint(rule, scope, ...ids),
    rule,
    requirement: null,
    article: null,
    severity: 'error',
    label: '形式',
    class: 'F',
    system,
    message,
    why,
    fix,
    expected,
    actual,
    basis: 'reported',
    location: locate(source, document.spanOf(path, part)),
    related: [],
  }
}
