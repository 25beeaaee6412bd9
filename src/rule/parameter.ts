import { parsePeriod } from '../calendar/period.ts'
import type { Problem } from '../finding/problem.ts'
import { suggest } from '../japanese/suggest.ts'
import type { Data } from '../model/element.ts'
import type { Vocabularies } from '../model/language.ts'
import type { PackDocument } from '../model/pack.ts'
import type { Path } from '../yaml/document.ts'
import { packProblem } from './pack-problem.ts'

/** Holds the parameters of a pack against their own types and limits, and against what they override. */
export function parameterProblems(
  own: PackDocument,
  below: readonly PackDocument[],
  vocabularies: Vocabularies,
): readonly Problem[] {
  const inherited = new Map<string, Data>()
  for (const pack of below) {
    for (const [name, parameter] of parametersOf(pack)) {
      inherited.set(name, { ...inherited.get(name), ...parameter })
    }
  }
  return parametersOf(own).flatMap(([name, parameter]) => {
    const base = inherited.get(name)
    const fault = base ? (overrideFault(parameter, base) ?? valueFault(parameter, base)) : undefined
    const found =
      fault ??
      valueFault(parameter, parameter) ??
      wordFault({ ...base, ...parameter }, vocabularies)
    if (!found) return []
    const { at, code, says, fix } = found
    const path: Path = ['parameters', name, ...at]
    return [
      packProblem(own.document, path, code, { message: `パラメーター「${name}」${says}`, fix }),
    ]
  })
}

/** Whether a value fits the type a parameter is declared with. */
export function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'period':
      return typeof value === 'string' && parsePeriod(value, false, true) !== undefined
    case 'number':
      return typeof value === 'number'
    case 'bool':
      return typeof value === 'boolean'
    case 'words':
      return Array.isArray(value) && value.every((one) => typeof one === 'string')
    default:
      return typeof value === 'string'
  }
}

interface Fault {
  readonly at: Path
  readonly code: string
  readonly says: string
  readonly fix: string
}

function overrideFault(own: Data, base: Data): Fault | undefined {
  if (own['type'] !== base['type']) {
    return {
      at: ['type'],
      code: 'parameter-type',
      says: `の型は、土台のパックでは ${String(base['type'])} です。`,
      fix: `type を ${String(base['type'])} にしてください。`,
    }
  }
  if (own['rationale'] !== undefined) return undefined
  return {
    at: [],
    code: 'no-rationale',
    says: 'を変える理由(rationale)がありません。',
    fix: 'なぜ土台のパックの値を変えるのかを rationale に書いてください。',
  }
}

/** Holds a value against the type, the words and the limits that a declaration sets. */
function valueFault({ value }: Data, { type, words, min, max }: Data): Fault | undefined {
  const fault = (says: string, fix: string): Fault => {
    return { at: ['value'], code: 'parameter-value', says, fix }
  }
  if (!isOfType(value, type)) {
    const fix =
      type === 'words'
        ? '用語を [a, b] のように書いてください。'
        : '期間は P6M や 3開庁日 のように、数は数字で書いてください。'
    return fault(`の値が、型(${String(type)})に合いません。`, fix)
  }
  if (Array.isArray(words) && !words.includes(value)) {
    return fault(
      `の値に「${String(value)}」は使えません。`,
      `使えるのは ${words.join('、')} です。`,
    )
  }
  if (exceeds(min, value)) {
    return fault(`の値が、最小(${String(min)})より小さくなっています。`, '認める値にしてください。')
  }
  if (exceeds(value, max)) {
    return fault(`の値が、最大(${String(max)})を超えています。`, '認める値にしてください。')
  }
  return undefined
}

/** A list of words is taken from a vocabulary; what is not in it would never be met. */
function wordFault(
  { type, value, vocabulary }: Data,
  vocabularies: Vocabularies,
): Fault | undefined {
  if (type !== 'words' || !Array.isArray(value)) return undefined
  const words = vocabularies.get(String(vocabulary))
  if (!words) {
    return {
      at: vocabulary === undefined ? [] : ['vocabulary'],
      code: 'parameter-vocabulary',
      says: 'の用語集(vocabulary)がありません。',
      fix: 'vocabulary に、パックの用語集の名前を書いてください。',
    }
  }
  const index = value.findIndex((one) => !words.has(String(one)))
  if (index < 0) return undefined
  const near = suggest(String(value[index]), words.keys())
  return {
    at: ['value', index],
    code: 'parameter-value',
    says: `の「${String(value[index])}」は、用語集「${String(vocabulary)}」にありません。`,
    fix: near ? `「${near}」の誤りではありませんか。` : 'つづりを確かめてください。',
  }
}

/** Whether one is certainly more than the other; what is not stated is neither. */
function exceeds(value: unknown, limit: unknown): boolean {
  if (typeof value === 'number' && typeof limit === 'number') return value > limit
  if (typeof value !== 'string' || typeof limit !== 'string') return false
  const [period, most] = [parsePeriod(value), parsePeriod(limit)]
  return period !== undefined && most !== undefined && period.isAtMost(most) === false
}

function parametersOf(pack: PackDocument): readonly [string, Data][] {
  return Object.entries((pack.value['parameters'] ?? {}) as Readonly<Record<string, Data>>)
}
