import type { CheckedExpr } from '../expression/checked.ts'
import type { Type, TypeTable } from '../expression/type.ts'
import { signatureOf, statedType } from '../expression/type.ts'
import type { CheckedRule } from './checked-rule.ts'
import { type Language, rootsOf } from './language.ts'

/** What a path of a rule leads to: a type of element, or a field of one. */
export interface Led {
  readonly type: string
  readonly field: string | null
}

/** What a rule goes through one by one, and what keeps a clause by it. */
export interface LedTo {
  readonly elements: readonly Led[]
  readonly keepers: readonly Led[]
}

/** The types by the names of a scope. */
type Names = ReadonlyMap<string, Type>

/** Where the paths of a rule lead, as its checked expressions tell without any files; what they do not tell is left out. */
export function ledTo(rule: CheckedRule, language: Language): LedTo {
  const names = new Map(rootsOf(rule.scope))
  const elements: Led[] = []
  for (const { name, path } of rule.each) {
    const type = elementOf(typeOf(path, names, language))
    if (!type) continue
    names.set(name, type)
    if (type.kind === 'object') elements.push({ type: type.name, field: null })
  }
  for (const { name, expr } of rule.lets) {
    const type = typeOf(expr, names, language)
    if (type) names.set(name, type)
  }
  const keepers = rule.asserts.flatMap(({ keptBy }): readonly Led[] => {
    if (!keptBy) return elements.slice(-1)
    const { whole } = keptBy
    const type = typeOf(whole, names, language)
    // One thing that an element has is called by the element: a frequency alone is nobody's.
    if (whole.op === 'field' && type?.kind !== 'list') {
      return [{ type: whole.type, field: whole.field }]
    }
    const element = elementOf(type)
    return element?.kind === 'object' ? [{ type: element.name, field: null }] : []
  })
  return { elements: distinct(elements), keepers: distinct(keepers) }
}

/** 担当業務, or 担当業務の「頻度」. */
export function labelOfLed({ type, field }: Led, types: TypeTable): string {
  const owner = types.get(type)
  if (field === null) return owner?.label ?? type
  return `${owner?.label ?? type}の「${owner?.fields.get(field)?.label ?? field}」`
}

/** The type of a checked expression, as far as paths need it. */
function typeOf(expr: CheckedExpr, names: Names, language: Language): Type | undefined {
  switch (expr.op) {
    case 'name':
      return names.get(expr.name)
    case 'field': {
      const type = language.types.get(expr.type)?.fields.get(expr.field)?.type
      return type && statedType(type)
    }
    case 'default':
      return typeOf(expr.left, names, language)
    case 'concat':
      return typeOf(expr.left, names, language) ?? typeOf(expr.right, names, language)
    case 'choose':
      return typeOf(expr.then, names, language) ?? typeOf(expr.otherwise, names, language)
    case 'call':
      return typeOfCall(expr, names, language)
    case 'each':
      return typeOfEach(expr, names, language)
    default:
      return undefined
  }
}

function typeOfCall(
  { name, overload, args }: Extract<CheckedExpr, { op: 'call' }>,
  names: Names,
  language: Language,
): Type | undefined {
  const known = language.functions.get(name)?.find((one) => signatureOf(one) === overload)
  if (!known?.resultOf) return known && statedType(known.result)
  const types = args.map((arg) => typeOf(arg, names, language))
  return known.resultOf(types.map((type) => type ?? { kind: 'any' }))
}

function typeOfEach(
  { macro, list, variable, body }: Extract<CheckedExpr, { op: 'each' }>,
  names: Names,
  language: Language,
): Type | undefined {
  const through = typeOf(list, names, language)
  if (macro === 'filter') return through
  const element = elementOf(through)
  if (macro !== 'map' || !element) return undefined
  const of = typeOf(body, new Map([...names, [variable, element]]), language)
  return of && { kind: 'list', of }
}

function elementOf(type: Type | undefined): Type | undefined {
  return type?.kind === 'list' ? elementOf(type.of) : type
}

function distinct(all: readonly Led[]): readonly Led[] {
  return [...new Map(all.map((one) => [`${one.type}.${one.field ?? ''}`, one])).values()]
}
