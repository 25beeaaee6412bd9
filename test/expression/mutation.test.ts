import { expect, test } from 'vitest'
import { complaints } from './library.ts'
import { namesInExpression } from './names.ts'

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

test('the samples themselves are sound', () => {
  expect(samples.flatMap((sample) => complaints(sample))).toEqual([])
})

test('every slip in a name or constant is refused', () => {
  let tried = 0
  const survivors: string[] = []
  for (const sample of samples) {
    for (const { start, end } of namesInExpression(sample)) {
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
