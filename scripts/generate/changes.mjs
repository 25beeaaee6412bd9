import { header, kinds, typeName } from './schemas.mjs'
import { print, value, withoutNone } from './shapes.mjs'

const grades = ['added', 'removed', 'transferred', 'tightened', 'relaxed', 'changed', 'editorial']
/** What `x-change` may say; another word, or a grade that is none, stops the generator. */
const known = new Set([
  ...['added', 'removed', 'changed', 'gained', 'lost', 'filled', 'moved', 'reordered', 'notice'],
  ...['stricter', 'tightened', 'relaxed', 'unwritten', 'deadline', 'as', 'asks', 'waived'],
])

/** What may be said besides of a field, which grades no change of it. */
const notes = new Set(['notice', 'reordered', 'asks'])

/** The module `change.ts`: what a change of every type, and of every field of it, comes to. */
export function changeModule(schemas) {
  const lines = { changes: '', events: '', waived: '' }
  for (const kind of kinds) {
    const { $defs, ...root } = schemas[kind]
    const happened = root['x-change']?.filled !== undefined
    if (happened) lines.events += `  ${kind}: ${print(compact(kind, root['x-change']))},\n`
    for (const [name, schema] of Object.entries({ [typeName(kind)]: root, ...$defs })) {
      if (happened || !schema.properties) continue
      const own = compact(name, schema['x-change'])
      if (own.waived) lines.waived += `  ${name}: ${print(own.waived)},\n`
      else lines.changes += typeLines(name, own, fieldLines(schemas, kind, name, schema))
    }
  }
  return `${header}
import type { EventChange, TypeChange } from '../change.ts'

/** What changes of every type come to that is graded field by field. */
export const changes: Readonly<Record<string, TypeChange>> = {
${lines.changes}}

/** What changes of the kinds of file come to that tell what has happened. */
export const events: Readonly<Record<string, EventChange>> = {
${lines.events}}

/** Why the other types are not graded. */
export const waived: Readonly<Record<string, string>> = {
${lines.waived}}
`
}

function typeLines(name, own, fields) {
  const said = Object.entries(own).map(([key, one]) => `    ${key}: ${print(one)},\n`)
  return `  ${name}: {\n${said.join('')}    fields: {\n${fields}    },\n  },\n`
}

/** The fields whose grade does not follow from what stands there. */
function fieldLines(schemas, kind, name, { properties }) {
  const lines = Object.entries(properties).map(([key, part]) => {
    const where = `${name}.${key}`
    const said = part['x-change'] ?? {}
    const isGraded = Object.keys(said).some((word) => !notes.has(word))
    const needsNone =
      besides.has(key) || part.const || follows(value(schemas, kind, withoutNone(part)))
    if (!isGraded && !needsNone) throw unsaid(where)
    return Object.keys(said).length > 0 ? `      ${key}: ${print(compact(where, said))},\n` : ''
  })
  return lines.join('')
}

/** Fields that name an element, or say something about it; they are graded for all types at once. */
const besides = new Set(['id', 'key', 'system', 'basis', 'source', 'notes'])

/** Whether the grade follows from what stands there: elements, a text, a frequency, those who perform. */
function follows(type) {
  const isText = type.kind === 'text' || type.kind === 'label'
  const isOfRoles = type.kind === 'list' && type.of.kind === 'ref' && type.of.to.includes('role')
  return holdsElements(type) || isText || isOfRoles || type.name === 'Frequency'
}

function holdsElements(type) {
  if (type.kind === 'list' || type.kind === 'map') return holdsElements(type.of)
  return type.kind === 'object' || (type.kind === 'union' && type.of.every(holdsElements))
}

/** What is said, checked, with every verdict as a pair. */
function compact(where, said) {
  if (said === undefined) throw unsaid(where)
  const { grade, because, ...more } = said
  if (grade !== undefined) {
    if (!grades.includes(grade) || !because || Object.keys(more).length > 0) {
      throw new Error(`${where}: a verdict is a grade and because: ${print(said)}`)
    }
    return [grade, because]
  }
  return Object.fromEntries(
    Object.entries(said).map(([key, one]) => {
      if (!known.has(key)) throw new Error(`${where}: x-change knows no "${key}"`)
      return [key, one?.grade === undefined ? one : compact(`${where}.${key}`, one)]
    }),
  )
}

function unsaid(where) {
  return new Error(`${where} does not say what its change comes to (x-change)`)
}
