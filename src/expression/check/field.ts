import { suggest } from '../../japanese/suggest.ts'
import { type FieldAccess, pathOf } from '../ast.ts'
import type { Field, ObjectType, Type } from '../type.ts'
import { wording } from '../wording.ts'
import { type CheckContext, type Inferred, type Names, unchecked } from './context.ts'

/** `object.field`. */
export function inferField(context: CheckContext, expr: FieldAccess, names: Names): Inferred {
  const object = context.inferAny(expr.object, names)
  const optional = object.type.kind === 'optional'
  const type = object.type.kind === 'optional' ? object.type.of : object.type
  const known = findField(context, expr, type)
  if (!known) return unchecked
  if (optional) {
    context.report('not-stated', expr.object, wording.throughNotStated(context.nameOf(expr.object)))
  }
  context.reading(known.field.inputs)
  const path = pathOf(expr)
  const declared = known.field.type
  const mayLack = declared.kind === 'optional'
  const stated = mayLack && path !== undefined && names.stated.has(path)
  return {
    type: stated ? declared.of : declared,
    expr: {
      op: 'field',
      object: object.expr,
      type: known.type.name,
      field: expr.field,
      ...(mayLack ? { optional: true } : {}),
    },
  }
}

/** The field an access names; reports where there is none. Tables are maps: `constructor` is no field. */
export function findField(
  context: CheckContext,
  { field: name, at }: Pick<FieldAccess, 'field' | 'at'>,
  type: Type,
): { readonly type: ObjectType; readonly field: Field } | undefined {
  if (type.kind === 'any') return undefined
  if (type.kind === 'list') {
    const message = context.functions.has(name)
      ? wording.fieldIsFunction(name)
      : wording.fieldOfList(name)
    context.report('unknown-field', at, message)
    return undefined
  }
  const objectType = type.kind === 'object' ? context.types.get(type.name) : undefined
  if (!objectType) {
    context.report('unknown-field', at, wording.fieldOf(context.words(type), name))
    return undefined
  }
  const field = objectType.fields.get(name)
  if (field) return { type: objectType, field }
  const near = suggest(name, objectType.fields.keys())
  const isFunction = context.functions.get(name)?.some(({ method }) => method) ?? false
  const message =
    isFunction && near === undefined
      ? wording.fieldIsFunction(name)
      : wording.unknownField(objectType.label, name, near)
  context.report('unknown-field', at, message, near)
  return undefined
}
