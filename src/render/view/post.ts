import type { WrittenDossier } from '../../model/dossier.ts'
import { groupBy } from '../../finding/order.ts'
import { isGroup, membersOf } from '../../model/organisation.ts'
import type { WrittenPart } from '../../model/part.ts'
import {
  groupPost,
  memberPost,
  namesOfRole,
  organisationName,
  postName,
  roleName,
  systemName,
} from '../../words/name.ts'
import { conventionsOf } from '../conventions.ts'
import { type DutyLine, dutyLines } from './duty-line.ts'
import { articleIdOf } from './procedure/form.ts'
import { articleNumbers } from './procedure/text.ts'
import { partsTaken, type PartTaken, wordsOf } from './roles/part-taken.ts'
import { styleOf } from './style.ts'
import type { ViewMaker } from '../view.ts'
import { reportsBut } from './roles.ts'
import { type Column, type Grid, tabularView } from './tabular.ts'

/** A post with the roles that it fills in the procedures of all systems. */
export interface Post {
  /** 上下水道課料金係長; where no post is written, what holds the role. */
  readonly name: string
  readonly holdings: readonly Holding[]
}

/** A role in one procedure, and what it has to do there. */
export interface Holding {
  readonly dossier: WrittenDossier
  readonly procedure: WrittenPart
  readonly role: WrittenPart
  /** Whose post it is: what the role is of, or one member of that. */
  readonly organisation: WrittenPart | undefined
  readonly duties: readonly PostDuty[]
}

/** A duty, where it stands, and the part that the role takes in it. */
export interface PostDuty extends DutyLine {
  readonly article: string
  readonly parts: readonly PartTaken[]
}

/**
 * The posts that have something to do, as the municipality lists its organisations, what is outside of
 * it last; the one asked for alone, by whatever it is called.
 */
export function postsIn(
  dossiers: readonly WrittenDossier[],
  asked: string | undefined,
): readonly Post[] {
  const posts = new Map<string, Holding[]>()
  const working = wholeFirst(dossiers.filter(({ retirement }) => !retirement))
  for (const holding of working.flatMap(holdingsIn)) {
    const isAsked = asked === undefined || namesOfRole(holding.role).includes(asked)
    if (!isAsked || holding.duties.length === 0) continue
    const name = holderName(holding.role)
    posts.set(name, [...(posts.get(name) ?? []), holding])
  }
  return [...posts]
    .map(([name, holdings]) => ({ name, holdings, place: placeOf(holdings[0]) }))
    .sort((a, b) => a.place - b.place)
    .map(({ name, holdings }) => ({ name, holdings }))
}

/**
 * The posts by whom they are held: that of a group is one of each of its members, who hand it over alone, with all
 * else that the same person does. One of a group of which nobody tells the members stays one.
 */
export function heldBy(posts: readonly Post[]): readonly Post[] {
  const held = posts.flatMap(({ name, holdings }) =>
    holdings.flatMap((holding) => {
      const { organisation, role } = holding
      const members = organisation && isGroup(organisation) ? membersOf(organisation) : []
      if (members.length === 0) return [{ name, holding }]
      return members.map((member) => ({
        name: memberPost(role, member),
        holding: { ...holding, organisation: member },
      }))
    }),
  )
  return [...groupBy(held, ({ name }) => name)].map(([name, ones]) => ({
    name,
    holdings: ones.map(({ holding }) => holding),
  }))
}

/** Where the organisation of a post stands in the list of its municipality. */
function placeOf(holding: Holding | undefined): number {
  const organisation = holding?.role.writtenPart('organisation')
  if (!holding || !organisation) return Number.MAX_SAFE_INTEGER
  const all = [...holding.dossier.municipality.organisations.keys()]
  const isOutside = organisation.writtenText('kind') === 'external'
  return all.indexOf(organisation.key) + (isOutside ? all.length : 0)
}

/** The dossier of the whole organisation before those of its systems. */
export function wholeFirst(dossiers: readonly WrittenDossier[]): readonly WrittenDossier[] {
  const isWhole = ({ level }: WrittenDossier): boolean => level === 'organisation'
  return [...dossiers.filter(isWhole), ...dossiers.filter((one) => !isWhole(one))]
}

function holdingsIn(dossier: WrittenDossier): readonly Holding[] {
  const style = styleOf(conventionsOf(dossier.municipality))
  return dossier.procedures.flatMap((procedure) => {
    const subject = { dossier, procedure, style }
    const lines = dutyLines(subject)
    const articles = articleNumbers(subject)
    return procedure.parts('roles').map((role): Holding => ({
      dossier,
      procedure,
      role,
      organisation: role.writtenPart('organisation'),
      duties: lines.flatMap((line) => {
        const parts = partsTaken(line.duty, role)
        const article = articles.get(articleIdOf(line.duty)) ?? ''
        return parts.length === 0 ? [] : [{ ...line, article, parts }]
      }),
    }))
  })
}

/** Who fills a role: its post with the organisation; of a group, whose members each fill it, the group too. */
export function holderName(role: WrittenPart): string {
  const organisation = role.writtenPart('organisation')
  const post = postName(role)
  if (!organisation) return post ?? roleName(role)
  if (post !== undefined && !isGroup(organisation)) return post
  const holder = organisationName(organisation)
  if (post === undefined) return `${holder}（${roleName(role)}）`
  // ICT推進員（各所属の代表者）
  return holder.includes(post) ? holder : groupPost(holder, post)
}

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
  return [
    systemName(dossier),
    article,
    heading,
    wordsOf(parts),
    when,
    record,
    reportsBut(line, role),
  ]
}
