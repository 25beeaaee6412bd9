import { type Problem, problemAt } from '../finding/problem.ts'
import type { PlacedDocument } from '../model/place.ts'
import type { Path } from '../yaml/document.ts'

/** Something wrong in a pack, at a place of one of its files. */
export function packProblem(
  document: PlacedDocument,
  path: Path,
  code: string,
  words: { readonly message: string; readonly fix: string },
): Problem {
  return problemAt(document.source, document.spanOf(path, 'mark'), {
    code: `pack-${code}`,
    why: '対策基準が正しく読めないと、どのシステムも正しく判定できません。',
    ...words,
  })
}
