import { expect, test } from 'vitest'
import type { Expr } from '../../src/expression/ast.ts'
import { parse } from '../../src/expression/parse.ts'
import type { Span } from '../../src/source/source.ts'
import { complaints } from './library.ts'

/** One of every way to name something: each identifier and constant below is held against a table. */
const samples = [
  'library.books.exists(candidate, candidate.genre == "novel" && candidate.pages > 100)',
  'library.books.all(candidate, candidate.genre in ["novel", "history", "children"])',
  'library.books.filter(entry, stated(entry.shelf)).map(item, item.shelf.capacity).sum() > 10',
  'library.books.exists_one(entry, entry.isThick() && "children" != entry.genre)',
  '"history" in book.genres || book.genres == ["children"]',
  'stated(book.shelf) && refers(book.shelf, shelf) && book.shelf.kind == "closed"',
  'default(book.checkedEvery, period("P1Y")) <= limit',
  'stated(since) && since < day("2024-04-01")',
  'ofGenre(library, "novel").size() == minus(library.books, []).size()',
  '(shelf.capacity > 1 ? book.genre : "history") == "children"',
  'library.shelves.exists(place, place.isFull(library) && place.kind != "open")',
  'library.name.contains(book.title) || book.title.startsWith(book.tags.join())',
  'olderThan(book.lentUntil, limit) || olderThan(book.acquired, period("P6M"))',
  '["novel", "history"].exists(wanted, wanted == book.genre)',
]

/** Every identifier, function name and constant of an expression. */
function namesIn(text: string): Span[] {
  const spans: Span[] = []
  const visit = (expr: Expr): void => {
    switch (expr.op) {
      case 'literal':
        if (typeof expr.value === 'string') spans.push({ start: expr.start + 1, end: expr.end - 1 })
        return
      case 'name':
        spans.push(expr)
        return
      case 'field':
        visit(expr.object)
        spans.push(expr.at)
        return
      case 'list':
        expr.items.forEach(visit)
        return
      case 'not':
      case 'negate':
        visit(expr.operand)
        return
      case 'choose':
        ;[expr.condition, expr.then, expr.otherwise].forEach(visit)
        return
      case 'each':
        visit(expr.list)
        spans.push(expr.at)
        visit(expr.body)
        return
      case 'call':
        if (expr.receiver) visit(expr.receiver)
        spans.push(expr.at)
        // What a day or a period is made of are values: another one is as good.
        if (expr.name !== 'day' && expr.name !== 'period') expr.args.forEach(visit)
        return
      case 'invalid':
        throw new Error(`unreadable sample: ${text}`)
      default:
        visit(expr.left)
        visit(expr.right)
    }
  }
  visit(parse(text).expr)
  return spans
}

test('the samples themselves are sound', () => {
  expect(samples.flatMap((sample) => complaints(sample))).toEqual([])
})

test('every slip in a name or constant is refused', () => {
  let tried = 0
  const survivors: string[] = []
  for (const sample of samples) {
    for (const { start, end } of namesIn(sample)) {
      for (let at = start; at < end; at += 1) {
        for (const slip of ['', 'q', sample.charAt(at) + sample.charAt(at)]) {
          const mutant = sample.slice(0, at) + slip + sample.slice(at + 1)
          if (mutant === sample) continue
          tried += 1
          if (complaints(mutant).length === 0) survivors.push(mutant)
        }
      }
    }
  }
  expect(survivors).toEqual([])
  expect(tried).toBeGreaterThan(1500)
})
