import { ownValue } from '../finding/own-value.ts'
import { UsageError } from '../finding/usage-error.ts'
import actions from './actions.schema.json' with { type: 'json' }
import common from './common.schema.json' with { type: 'json' }
import context from './context.schema.json' with { type: 'json' }
import coverage from './coverage.v1.schema.json' with { type: 'json' }
import due from './due.v1.schema.json' with { type: 'json' }
import { type Kind, kinds } from './generated/file.ts'
import { suggest } from '../japanese/suggest.ts'
import { isKind, meantKind } from './kind.ts'
import municipality from './municipality.schema.json' with { type: 'json' }
import notice from './notice.schema.json' with { type: 'json' }
import procedure from './procedure.schema.json' with { type: 'json' }
import records from './records.schema.json' with { type: 'json' }
import report from './report.v1.schema.json' with { type: 'json' }
import changes from './changes.v1.schema.json' with { type: 'json' }
import baseline from './baseline.v1.schema.json' with { type: 'json' }
import mutation from './mutation.v1.schema.json' with { type: 'json' }
import catalogue from './rules.v1.schema.json' with { type: 'json' }
import review from './review.v1.schema.json' with { type: 'json' }
import { recordsSchemaWith } from './added-schema.ts'
import type { Shape } from './shape.ts'
import rules from './rules.schema.json' with { type: 'json' }
import standard from './standard.schema.json' with { type: 'json' }

/** The words of the packs at hand, by vocabulary. */
export type VocabularyWords = Readonly<
  Record<string, readonly { readonly id: string; readonly name: string }[]>
>

/** What the schemas say to the project alone, how a change is graded and how a key is explained: no editor is told. */
export const unshipped: readonly string[] = [
  'x-change',
  'x-awaits',
  'x-print',
  'x-asks',
  'x-shared',
  'x-near',
]

/** What programs read and write: the results of `--format json`, the baseline and the marks of reviewers. */
const results = { report, changes, coverage, due, catalogue, mutation, baseline, review } as const

type Result = keyof typeof results

/** What has a schema: the kinds of file, and the results for programs. */
const schemaNames: readonly (Kind | Result)[] = [...kinds, ...(Object.keys(results) as Result[])]

const schemas: Readonly<Record<Kind | Result, object>> = {
  ...results,
  municipality,
  context,
  procedure,
  records,
  notice,
  actions,
  standard,
  rules,
}

/**
 * The JSON Schema of one kind of file in one piece, for editors; that of a report for programs. With
 * vocabularies, fields that take a word of a pack list the words; with the shape that packs give to records,
 * these hold their ledgers.
 */
export function schemaText(
  kind: string,
  vocabularies: VocabularyWords = {},
  recordsShape?: Shape,
): string {
  if (!isResult(kind) && !isKind(kind)) throw unknownKind(kind)
  const isAdded = kind === 'records' && recordsShape !== undefined
  const schema = isAdded ? recordsSchemaWith(records, recordsShape) : schemas[kind]
  const used = new Set<string>()
  const bundle = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(bundle)
    if (typeof node !== 'object' || node === null) return node
    const copy: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(node)) {
      if (!unshipped.includes(key)) copy[key] = bundle(value)
    }
    const ref = copy['$ref']
    if (typeof ref === 'string' && ref.startsWith(outside)) {
      used.add(ref.slice(outside.length))
      copy['$ref'] = inside + ref.slice(outside.length)
    }
    const words = ownValue(vocabularies, String(copy['x-vocabulary']))
    if (typeof copy['x-vocabulary'] === 'string' && words) {
      copy['enum'] = words.map(({ id }) => id)
      copy['enumDescriptions'] = words.map(({ name }) => name)
    }
    return copy
  }
  const { $defs, ...root } = bundle(schema) as { $defs: object }
  const shared = Object.entries(common.$defs).filter(([name]) => used.has(name))
  const whole = { ...root, $defs: { ...$defs, ...Object.fromEntries(shared) } }
  return `${JSON.stringify(whole, null, 2)}\n`
}

function isResult(name: string): name is Result {
  return Object.hasOwn(results, name)
}

function unknownKind(kind: string): UsageError {
  const meant = suggest(kind, schemaNames) ?? meantKind(kind)
  const hint = meant
    ? `「${meant}」ではありませんか。`
    : `書けるのは ${schemaNames.join('、')} です。`
  return new UsageError(`「${kind}」というファイルの種類はありません`, { hint })
}

const outside = 'common.schema.json#/$defs/'
const inside = '#/$defs/'
