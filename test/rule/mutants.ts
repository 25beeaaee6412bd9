import type { Span } from '../../src/source/source.ts'
import type { Path } from '../../src/yaml/document.ts'
import { namesInExpression } from '../expression/names.ts'

type Data = Readonly<Record<string, unknown>>

/** A text of a rule that names things, where it stands below the rule, and the names in it. */
export interface NamingText {
  readonly path: Path
  readonly text: string
  readonly names: readonly Span[]
}

/** Every text of a rule that names something: its expressions, paths and messages. */
export function namingTexts(rule: Data): readonly NamingText[] {
  const found: NamingText[] = []
  const add = (path: Path, text: unknown, names: (text: string) => readonly Span[]): void => {
    if (typeof text === 'string') found.push({ path, text, names: names(text) })
  }
  const words = (holder: Data, path: Path): void => {
    for (const field of ['message', 'fix', 'expected', 'actual']) {
      add([...path, field], holder[field], namesInTemplate)
    }
    const related = (holder['related'] ?? []) as readonly Data[]
    related.forEach((one, index) => {
      add([...path, 'related', index, 'at'], one['at'], namesInPath)
      add([...path, 'related', index, 'message'], one['message'], namesInTemplate)
    })
    const at = holder['at']
    if (Array.isArray(at)) {
      at.forEach((one, index) => {
        add([...path, 'at', index], one, namesInPath)
      })
    } else add([...path, 'at'], at, namesInPath)
    add([...path, 'keptBy'], holder['keptBy'], namesInPath)
  }
  if (rule['requirement'] !== 'none') add(['requirement'], rule['requirement'], wholeOrPath)
  for (const [name, text] of Object.entries(rule['each'] as Data)) {
    add(['each', name], text, namesInPath)
  }
  add(['where'], rule['where'], namesInExpression)
  for (const [name, text] of Object.entries((rule['let'] ?? {}) as Data)) {
    add(['let', name], text, namesInExpression)
  }
  const assert = rule['assert']
  if (Array.isArray(assert)) {
    assert.forEach((one: Data, index) => {
      add(['assert', index, 'when'], one['when'], namesInExpression)
      add(['assert', index, 'that'], one['that'], namesInExpression)
      words(one, ['assert', index])
    })
  } else add(['assert'], assert, namesInExpression)
  words(rule, [])
  return found
}

/** A key of the catalogue is one name, a path several. */
function wholeOrPath(text: string): readonly Span[] {
  return text.includes('.') ? namesInPath(text) : [{ start: 0, end: text.length }]
}

function namesInPath(text: string): readonly Span[] {
  return [...text.matchAll(/\w+/g)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
  }))
}

function namesInTemplate(text: string): readonly Span[] {
  return [...text.matchAll(/\{\{(.*?)\}\}/g)].flatMap(({ index, 1: path = '' }) =>
    namesInPath(path).map(({ start, end }) => ({ start: index + 2 + start, end: index + 2 + end })),
  )
}

/** The ways a name is misspelt: its last character dropped, one in its middle changed. */
export function misspellings(text: string, { start, end }: Span): readonly string[] {
  const middle = (start + end) >> 1
  const other = text.charAt(middle) === 'q' ? 'x' : 'q'
  return [
    text.slice(0, end - 1) + text.slice(end),
    text.slice(0, middle) + other + text.slice(middle + 1),
  ]
}
