import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'

/** What happened in a failure: 窓口の端末の持出しの制限が外れたこと where its record says what stopped, else 障害. */
export function subjectOfFailure(failure: Part): string {
  const { standard } = dossierOf(failure)
  const controls = failure
    .writtenTexts('controls')
    .map((id) => standard.word('controls', id)?.name ?? id)
  const things = failure.writtenTexts('targets').join('、')
  if (controls.length > 0) {
    return `${things && `${things}の`}${controls.join('、')}が働かなくなったこと`
  }
  return things ? `${things}の障害` : '障害'
}
