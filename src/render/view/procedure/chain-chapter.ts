import type { DraftArticle, DraftChapter } from '../article.ts'
import type { ProcedureSubject } from './subject.ts'

/** 連絡体制: each chain with its picture and the numbers to call. */
export function chainChapter(_subject: ProcedureSubject): DraftChapter {
  const articles: readonly DraftArticle[] = []
  return { id: 'contacts', heading: '連絡体制', sections: [{ heading: '', articles }] }
}
