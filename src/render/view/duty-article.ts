import type { WrittenPart } from '../../model/part.ts'
import { article, type DraftArticle, paragraph } from './article.ts'
import { withFurther } from './duty-paragraph.ts'
import { dutySentence } from './duty-sentence.ts'
import { paragraphsOf } from './long-text.ts'
import { headingOf } from './name.ts'
import type { Style } from './style.ts'
import { sourceOf, textIf } from './written.ts'

/** A duty as an article: its own text or the sentence it makes, then whatever that does not say. */
export function dutyArticle(duty: WrittenPart, style: Style): DraftArticle {
  const text = textIf(duty, 'text')
  const first =
    text === undefined
      ? [paragraph(dutySentence(duty, style), sourceOf(duty))]
      : paragraphsOf(text, sourceOf(duty, 'text'))
  return article(duty.elementId, headingOf(duty), sourceOf(duty), withFurther(duty, first, style))
}
