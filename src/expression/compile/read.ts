import { addDays, type Day, daysBetween } from '../../calendar/day.ts'
import { joinUnknown, Lacking, openEnd, SomeDay, unbound, Unknown } from '../../finding/unknown.ts'
import type { CheckedCall, CheckedField } from '../checked.ts'
import { Lazy, type Scope, StaleExpressionError } from '../scope.ts'
import { signatureOf } from '../type.ts'
import type { CompileContext, Program } from './context.ts'

/** The value of a name. */
export function readName(name: string, context: CompileContext): Program {
  const slot = context.slots.get(name)
  if (slot === undefined) throw new StaleExpressionError(`no name ${name}`)
  return (scope) => Lazy.read(scope, slot)
}

/** A field of an object. What the model throws as unknown becomes the value. */
export function readField(node: CheckedField, context: CompileContext): Program {
  const field = context.types.get(node.type)?.fields.get(node.field)
  if (!field) throw new StaleExpressionError(`no field ${node.type}.${node.field}`)
  const object = context.build(node.object, context)
  const { read } = field
  const lenient = field.type.kind === 'optional'
  const unreadable = new Unknown(
    [{ kind: field.inputs[0] ?? 'procedure', path: `${node.type}.${node.field}` }],
    'unreadable',
  )
  return (scope) => {
    const owner = object(scope)
    if (owner instanceof Unknown) return owner
    // Only a path may pass on what is not stated; an expression is checked never to meet it.
    if (owner === undefined) return node.through ? undefined : unreadable
    try {
      const value = read(owner as object) // checked: the type has fields
      return value === undefined && !lenient ? unreadable : value
    } catch (error) {
      if (error instanceof Unknown) return error
      throw error
    }
  }
}

/**
 * A call. Functions see whole lists alone, but for those that say they can tell something of a list
 * that may go on.
 */
export function applyFunction(node: CheckedCall, context: CompileContext): Program {
  const overloads = context.functions.get(node.name) ?? []
  const declaration = overloads.find((each) => signatureOf(each) === node.overload)
  if (!declaration) throw new StaleExpressionError(`no function ${node.overload}`)
  const args = node.args.map((arg) => context.build(arg, context))
  // The table's functions each take their own types; the check has seen to it that these fit.
  const apply = declaration.apply as Apply
  const takesOpen = declaration.takesOpen === true
  return (scope) => {
    scope.spend(1)
    const values: unknown[] = []
    let lacking: Lacking | undefined
    let isRough = false
    for (const arg of args) {
      const value = arg(scope)
      if (Array.isArray(value)) scope.spend(value.length)
      else if (typeof value === 'string') scope.spendOn(value)
      if (value instanceof SomeDay) isRough = true
      const unknown =
        value instanceof Unknown && !(value instanceof SomeDay)
          ? value
          : Array.isArray(value) && !takesOpen
            ? openEnd(value)
            : undefined
      if (unknown) (lacking ??= new Lacking()).add(unknown)
      values.push(value)
    }
    const unknown = lacking?.join()
    if (unknown) return unknown
    return isRough ? onEveryDay(apply, values, scope) : outcomeOf(apply, values)
  }
}

/** What a function makes of values; what it throws as unknown is a value. */
function outcomeOf(apply: Apply, values: readonly unknown[]): unknown {
  try {
    return apply(...values)
  } catch (error) {
    if (error instanceof Unknown) return unbound(error)
    throw error
  }
}

/** Whether it is too long to try its days with those of another. */
const isLong = ({ from, to }: SomeDay): boolean => daysBetween(from as Day, to as Day) > 31

type Apply = (...values: readonly unknown[]) => unknown

/** The outcome that is the same whichever day those are that are only known roughly; unknown where there is none. */
function onEveryDay(apply: Apply, values: readonly unknown[], scope: Scope): unknown {
  const at = values.findIndex((value) => value instanceof SomeDay)
  const rough = values[at]
  if (!(rough instanceof SomeDay)) return outcomeOf(apply, values)
  if (values.filter((value) => value instanceof SomeDay).length > 1 && isLong(rough)) {
    return rough.unbound
  }
  let same: unknown
  for (let day = rough.from as Day; day <= rough.to; day = addDays(day, 1)) {
    scope.spend(1)
    const outcome = onEveryDay(apply, values.with(at, day), scope)
    if (outcome instanceof Unknown) return joinUnknown(rough, outcome)
    if (day !== rough.from && outcome !== same) return rough.unbound
    same = outcome
  }
  return same
}
