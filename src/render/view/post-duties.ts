import type { WrittenDossier } from '../../model/dossier.ts'
import { conventionsOf } from '../conventions.ts'
import type { ViewMaker } from '../view.ts'
import { type Holding, type Post, type PostDuty, postsIn } from './post.ts'
import { reportsBut } from './roles.ts'
import { wordsOf } from './roles/part-taken.ts'
import { styleOf } from './style.ts'
import { type Column, type Grid, tabularView } from './tabular.ts'

/** 担当者別業務一覧: all that a post has to do in all systems, a page for each. */
export const dutiesViews: ViewMaker<readonly WrittenDossier[]> = (dossiers, { asOf, post }) => {
  const [first] = dossiers
  const posts = postsIn(dossiers, post)
  if (!first || posts.length === 0) return []
  const style = styleOf(conventionsOf(first.municipality))
  return [
    tabularView(
      {
        title: '担当者別業務一覧',
        stem: 'duties',
        asOf,
        parts: posts.map((one, at) => ({
          heading: one.name,
          startsPage: at > 0,
          grid: dutiesOf(one),
          empty: '',
        })),
      },
      style,
    ),
  ]
}

const columns: readonly Column[] = [
  { label: 'システム', width: 16 },
  { label: '条', width: 7, center: true },
  { label: '担当業務', width: 21 },
  { label: '受け持つこと', width: 11 },
  { label: '時期', width: 17 },
  { label: '記録', width: 15 },
  { label: '報告先', width: 13 },
]

/** What a post has to do, system by system. */
function dutiesOf({ holdings }: Post): Grid {
  return {
    columns,
    rows: holdings.flatMap((holding) =>
      holding.duties.map((line) => ({ source: line.source, cells: dutyCells(line, holding) })),
    ),
  }
}

/** What a post has to do for one duty: the system, the article, the duty, its share, when, the record, to whom. */
export function dutyCells(line: PostDuty, { dossier, role }: Holding): readonly string[] {
  const { article, heading, parts, when, record } = line
  return [dossier.name, article, heading, wordsOf(parts), when, record, reportsBut(line, role)]
}
