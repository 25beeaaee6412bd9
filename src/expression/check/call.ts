import { suggest } from '../../japanese/suggest.ts'
import { type Call, macros } from '../ast.ts'
import {
  any,
  fits,
  type FunctionDeclaration,
  type ObjectType,
  signatureOf,
  statedType,
  type Type,
} from '../type.ts'
import { wording } from '../wording.ts'
import { type CheckContext, type Inferred, type Names, unchecked } from './context.ts'
import { inferSpecial, specials } from './special.ts'
import { expectWords, type Typed } from './word.ts'

/** `name(args)` and `receiver.name(args)`. */
export function inferCall(context: CheckContext, expr: Call, names: Names): Inferred {
  const special = specials.get(expr.name)
  if (special) return inferSpecial(context, special, expr, names)

  const written = expr.receiver ? [expr.receiver, ...expr.args] : expr.args
  const given = written.map((arg) => ({ expr: arg, ...renamed(context.inferAny(arg, names)) }))
  const all = context.functions.get(expr.name) ?? []
  const inForm = all.filter(({ method }) => method === (expr.receiver !== undefined))
  if (inForm.length === 0) {
    reportUnknown(context, expr, all, given)
    return unchecked
  }
  const types = given.map(({ type }) => type)
  for (const declaration of inForm) {
    const result = resultFor(declaration, types)
    if (!result) continue
    declaration.parameters.forEach((parameter, index) => {
      const arg = given[index]
      if (arg) expectWords(context, parameter, arg)
    })
    context.reading(declaration.inputs)
    return {
      type: result,
      expr: {
        op: 'call',
        name: expr.name,
        overload: signatureOf(declaration),
        args: given.map((arg) => arg.checked),
      },
    }
  }
  if (!types.some(({ kind }) => kind === 'any')) reportMismatch(context, expr, inForm, given)
  const [only] = inForm
  return inForm.length === 1 && only ? { ...unchecked, type: only.result } : unchecked
}

interface Argument extends Typed {
  readonly checked: Inferred['expr']
}

function renamed({ type, expr }: Inferred): Omit<Argument, 'expr'> {
  return { type, checked: expr }
}

function resultFor(declaration: FunctionDeclaration, types: readonly Type[]): Type | undefined {
  const { parameters, resultOf, result } = declaration
  if (parameters.length !== types.length) return undefined
  const suitable = parameters.every((parameter, index) => fits(parameter, types[index] ?? any))
  if (!suitable) return undefined
  return resultOf ? resultOf(types) : result
}

function reportUnknown(
  context: CheckContext,
  expr: Call,
  otherForm: readonly FunctionDeclaration[],
  [receiver]: readonly Argument[],
): void {
  const [other] = otherForm
  if (other) {
    const form = other.method ? `対象.${expr.name}(…)` : `${expr.name}(…)`
    context.report('unknown-function', expr.at, wording.writtenAs(expr.name, form))
    return
  }
  if (!expr.receiver) {
    const near = suggest(expr.name, [...namesOf(context, false), ...specials.keys()])
    const message = wording.unknownFunction(expr.name, near)
    context.report('unknown-function', expr.at, message, near)
    return
  }
  if (receiver?.type.kind === 'any') return
  if (receiver && objectTypeOf(context, receiver.type)?.fields.has(expr.name)) {
    context.report('unknown-function', expr.at, wording.functionIsField(expr.name))
    return
  }
  const near = suggest(expr.name, [...namesOf(context, true), ...macros])
  context.report('unknown-function', expr.at, wording.unknownFunction(expr.name, near), near)
}

function reportMismatch(
  context: CheckContext,
  expr: Call,
  candidates: readonly FunctionDeclaration[],
  given: readonly Argument[],
): void {
  const [receiver] = given
  const ofReceiver = candidates.filter(
    ({ parameters }) =>
      !expr.receiver || (receiver && fits(parameters[0] ?? any, statedType(receiver.type))),
  )
  if (ofReceiver.length === 0 && receiver) {
    const message = wording.notForReceiver(expr.name, context.words(statedType(receiver.type)))
    context.report('wrong-type', expr.at, message)
    return
  }
  const counted = ofReceiver.filter(({ parameters }) => parameters.length === given.length)
  const hidden = expr.receiver ? 1 : 0
  if (counted.length === 0) {
    const counts = [...new Set(ofReceiver.map(({ parameters }) => parameters.length - hidden))]
    const wanted = counts.sort((a, b) => a - b).join('か')
    const message = wording.wrongCount(expr.name, wanted, given.length - hidden)
    context.report('wrong-arguments', expr, message)
    return
  }
  for (const declaration of counted) {
    const index = given.findIndex(({ type }, at) => !fits(declaration.parameters[at] ?? any, type))
    const arg = given[index]
    if (!arg) continue
    if (arg.type.kind === 'optional') {
      context.report('not-stated', arg.expr, wording.notStated(context.nameOf(arg.expr)))
      return
    }
    const wanted = context.words(declaration.parameters[index] ?? any)
    const nth = index + 1 - hidden
    const message = wording.wrongArgument(expr.name, nth, wanted, context.words(arg.type))
    context.report('wrong-type', arg.expr, message)
    return
  }
  const [first, second] = given.map(({ type }) => context.words(type))
  context.report('wrong-type', expr, wording.notComparable(first ?? '', second ?? ''))
}

function namesOf(context: CheckContext, method: boolean): string[] {
  return [...context.functions]
    .filter(([, overloads]) => overloads.some((overload) => overload.method === method))
    .map(([name]) => name)
}

/** The object type of a value, where it has one. */
function objectTypeOf(context: CheckContext, type: Type): ObjectType | undefined {
  const stated = statedType(type)
  return stated.kind === 'object' ? context.types.get(stated.name) : undefined
}
