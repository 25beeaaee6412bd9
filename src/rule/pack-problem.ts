import { type Problem, problemAt, type ProblemWords } from '../finding/problem.ts'
import type { PlacedDocument } from '../model/place.ts'
import type { Path } from '../yaml/document.ts'

/** Something wrong in a pack, at a place of one of its files. */
export function packProblem(
  document: PlacedDocument,
  path: Path,
  code: string,
  words: Pick<ProblemWords, 'message' | 'fix'> & Partial<ProblemWords>,
): Problem {
  return problemAt(document.source, document.spanOf(path, 'mark'), {
    why: '対策基準が正しく読めないと、どのシステムも正しく判定できません。',
    ...words,
    code: `pack-${code}`,
  })
}
