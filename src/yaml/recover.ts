import { createRequire } from 'node:module'
import type * as Yaml from 'yaml'
import { type Problem, problemAt } from '../finding/problem.ts'
import type { Source } from '../source/source.ts'
import { diagnose, type Fault } from './diagnose.ts'
import { MAX_NODES, tooManyNodes } from './record.ts'
import * as words from './wording.ts'

/** A second reading of a broken file costs ten times the first and more; beyond this size the first error must do. */
const LARGEST_SECOND_READING = 256 * 1024
/** What one mistake leaves behind in the rest of a file is noise; a person mends a few at a time. */
const MOST_PROBLEMS = 10
/** Faults looked at to find them; several may turn out to be one mistake on one line. */
const MOST_FAULTS = 50
const MAX_DEPTH = 100

/** Explains why a text does not parse: js-yaml's one error, refined by the several of `yaml`. */
export function recover(source: Source, error: Fault): Problem[] {
  const { text } = source
  if (error.message.startsWith('nesting exceeded')) {
    const start = Math.min(error.start, text.length)
    return [problemAt(source, { start, end: start + 1 }, words.tooDeep(MAX_DEPTH))]
  }
  if (error.message === tooManyNodes) {
    return [
      problemAt(
        source,
        { start: error.start, end: error.start + 1 },
        words.tooManyNodes(MAX_NODES),
      ),
    ]
  }
  const strange = controlCharacterIn(text)
  if (strange >= 0) {
    const said = words.controlCharacter(text.charCodeAt(strange))
    return [problemAt(source, { start: strange, end: strange + 1 }, said)]
  }
  const faults = text.length > LARGEST_SECOND_READING ? [] : readAgain(text)
  if (faults[0]) faults[0] = { ...faults[0], stumble: Math.max(faults[0].start, error.start) }
  const problems = [...faults, error].map((fault) => {
    const { span, said } = diagnose(text, fault)
    return problemAt(source, span, said)
  })
  return firstPerLine(problems, faults.length > 0)
}

/** Collects the errors that `yaml` finds; none where it is not installed or breaks down itself. */
function readAgain(text: string): Fault[] {
  try {
    // Lazily, and without waiting: a file that parses never pays for the second parser.
    const yaml = createRequire(import.meta.url)('yaml') as typeof Yaml
    const options = { prettyErrors: false, logLevel: 'silent', stringKeys: false } as const
    const parsed = yaml.parseAllDocuments(text, options)
    const documents = Array.isArray(parsed) ? parsed : []
    return documents
      .flatMap((document) =>
        [...document.errors, ...document.warnings].map((error) => ({ error, document })),
      )
      .sort((a, b) => a.error.pos[0] - b.error.pos[0])
      .slice(0, MOST_FAULTS)
      .map(({ error, document }) => faultOf(error, () => openQuotes(yaml, document)))
  } catch {
    return []
  }
}

interface Quote {
  readonly start: number
  readonly end: number
}

function faultOf({ code, message, pos }: Yaml.YAMLError, quotes: () => readonly Quote[]): Fault {
  const [start, end] = pos
  const isQuote = message.startsWith('Missing closing')
  const quote = isQuote ? quotes().findLast((q) => q.start < start && q.end >= start) : undefined
  return { code, message, start, end, opened: quote?.start }
}

function openQuotes(yaml: typeof Yaml, document: Yaml.Document): Quote[] {
  const quotes: Quote[] = []
  yaml.visit(document, {
    Scalar: (_key, { range, type }) => {
      if (range && type?.startsWith('QUOTE_')) quotes.push({ start: range[0], end: range[1] })
    },
  })
  return quotes
}

/** One problem a line, in file order; js-yaml's own only where nothing else was found. */
function firstPerLine(problems: readonly Problem[], isRefined: boolean): Problem[] {
  const candidates = isRefined ? problems.slice(0, -1) : problems
  const lines = new Set<number>()
  const kept: Problem[] = []
  for (const problem of candidates) {
    const { line } = problem.location.start
    if (lines.has(line)) continue
    lines.add(line)
    kept.push(problem)
  }
  return kept.slice(0, MOST_PROBLEMS)
}

/** The first character that YAML forbids, or -1. */
function controlCharacterIn(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isHigh(unit) && isLow(text.charCodeAt(at + 1))) at++
    else if (isForbidden(unit)) return at
  }
  return -1
}

function isForbidden(unit: number): boolean {
  if (unit < 0x20) return unit !== 0x09 && unit !== 0x0a && unit !== 0x0d
  if (unit >= 0x7f && unit <= 0x9f) return unit !== 0x85
  return unit >= 0xfffe || isHigh(unit) || isLow(unit)
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
