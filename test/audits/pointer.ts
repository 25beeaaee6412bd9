import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../../src/finding/finding.ts'
import { locate } from '../../src/source/source.ts'
import type { ParsedDocument } from '../../src/yaml/document.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'

/** Whether a finding stands inside the element of a file that a pointer of ids leads to. */
export function standsAt(root: string, path: string, pointer: string, finding: Finding): boolean {
  if (finding.location.path !== path) return false
  const text = readFileSync(join(root, path), 'utf8')
  return parseDocuments({ path, text }).documents.some((document) =>
    contains(document, pointer, finding),
  )
}

function contains(document: ParsedDocument, pointer: string, finding: Finding): boolean {
  const path = pathOf(document.value, pointer.split('/').slice(1))
  if (!path) return false
  const key = locate(document.source, document.spanOf(path, 'key'))
  const whole = locate(document.source, document.spanOf(path))
  const { line, column } = finding.location.start
  const isKey = line === key.start.line && column === key.start.column
  const afterStart =
    line > whole.start.line || (line === whole.start.line && column >= whole.start.column)
  const beforeEnd = line < whole.end.line || (line === whole.end.line && column <= whole.end.column)
  return isKey || (afterStart && beforeEnd)
}

/** Follows ids (or keys joined by `+`) to keys and indexes; undefined where they lead nowhere. */
function pathOf(value: unknown, steps: readonly string[]): (string | number)[] | undefined {
  const [step, ...rest] = steps
  if (step === undefined) return []
  if (Array.isArray(value)) {
    const named = value.findIndex((item) => isNamed(item, step))
    const index = named < 0 && /^\d+$/.test(step) ? Number(step) : named
    const below = index < 0 ? undefined : pathOf(value[index], rest)
    return below && [index, ...below]
  }
  if (typeof value !== 'object' || value === null || !(step in value)) return undefined
  const below = pathOf((value as Record<string, unknown>)[step], rest)
  return below && [step, ...below]
}

function isNamed(item: unknown, step: string): boolean {
  if (typeof item !== 'object' || item === null) return item === step
  const data = item as Record<string, unknown>
  if (data['id'] === step) return true
  const texts = Object.values(data).filter((value) => typeof value === 'string')
  return step.split('+').every((part) => texts.includes(part))
}
