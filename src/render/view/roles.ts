import { wideSpace } from '../../japanese/width.ts'
import { procedureOf } from '../../model/duty.ts'
import type { WrittenPart } from '../../model/part.ts'
import { organisationName, postName, roleName, unregistered } from '../../words/name.ts'
import { sourceOf } from '../trace.ts'
import type { Sheet, SheetRow } from '../view.ts'
import { type DutyLine, dutyLines } from './duty-line.ts'
import { articleIdOf } from './procedure/form.ts'
import { eachProcedure, type ProcedureSubject } from './procedure/subject.ts'
import { articleNumbers } from './procedure/text.ts'
import { partsTaken, signs, signsOf, wordsOf } from './roles/part-taken.ts'

/** 役割分担表 as finished text: the table of roles and duties, and each role with what it has to do. */
export interface RolesText {
  readonly municipality: string
  readonly title: string
  readonly procedure: string
  readonly variant: string
  readonly asOf: string
  readonly legend: string
  /** The table; where there are many roles, several beside each other. */
  readonly tables: readonly MatrixText[]
  readonly roles: readonly RoleText[]
}

/** The table for some of the roles. */
export interface MatrixText {
  readonly widths: readonly string[]
  readonly roles: readonly { readonly name: string }[]
  readonly rows: readonly MatrixRowText[]
}

/** A duty of the table. */
export interface MatrixRowText {
  /** The heading of its requirement; empty where the row above has the same. */
  readonly requirement: string
  /** How many rows that heading stands for. */
  readonly span: string
  readonly duty: string
  readonly missing: string
  readonly when: string
  readonly marks: readonly string[]
  readonly source: string
}

/** One role. */
export interface RoleText {
  readonly name: string
  readonly canonical: string
  readonly post: string
  readonly hasPost: boolean
  readonly organisation: string
  readonly deputy: string
  readonly source: string
  readonly duties: readonly RoleDutyText[]
}

/** What a role has to do with one duty. */
export interface RoleDutyText {
  readonly article: string
  readonly duty: string
  readonly part: string
  readonly when: string
  readonly record: string
  readonly reports: string
  readonly source: string
}

/** A name of six letters is read in one line or two. */
const widest = 7

/** 役割分担表: one for each procedure in force. */
export const rolesViews = eachProcedure('roles', rolesText, sheetsOf)

/** The roles of one procedure with what each has to do. */
export function rolesText(subject: ProcedureSubject): RolesText {
  const { dossier, procedure, style } = subject
  const lines = dutyLines(subject)
  const roles = procedure.parts('roles')
  const articles = articleNumbers(subject)
  return {
    municipality: dossier.municipality.name,
    title: '役割分担表',
    procedure: style.text(procedure.writtenText('title') ?? procedure.key),
    variant: style.text(procedure.writtenText('variant') ?? ''),
    asOf: `${style.day(dossier.asOf)}現在`,
    legend: signs.map(([, sign, word]) => `${sign} ${word}`).join(wideSpace),
    tables: inBatches(roles).map((some) => matrix(some, lines)),
    roles: roles.map((role) => roleText(role, lines, articles, subject)),
  }
}

/** As few tables as have room for the columns, about equally wide. */
function inBatches(roles: readonly WrittenPart[]): readonly (readonly WrittenPart[])[] {
  const count = Math.ceil(roles.length / widest)
  const size = Math.ceil(roles.length / count)
  return Array.from({ length: count }, (_, at) => roles.slice(at * size, (at + 1) * size))
}

function matrix(roles: readonly WrittenPart[], lines: readonly DutyLine[]): MatrixText {
  const each = 54 / roles.length
  return {
    widths: ['14', '20', '12', ...roles.map(() => each.toFixed(2))],
    roles: roles.map((role) => ({ name: toldApart(role) })),
    rows: lines.map((line, at) => {
      const span = lines.filter(({ requirement }) => requirement === line.requirement).length
      const isFirst = lines[at - 1]?.requirement !== line.requirement
      return {
        requirement: isFirst ? line.requirement : '',
        span: `${span}`,
        duty: line.heading,
        missing: line.missing,
        when: line.when,
        marks: roles.map((role) => signsOf(partsTaken(line.duty, role))),
        source: line.source,
      }
    }),
  }
}

/** The name of a role; beside another of the same name with its post, else with where it stands. */
function toldApart(role: WrittenPart): string {
  const name = roleName(role)
  const roles = procedureOf(role).parts('roles')
  if (roles.filter((one) => roleName(one) === name).length < 2) return name
  const organisation = role.part('organisation')
  const more = postName(role) ?? (organisation ? organisationName(organisation) : '')
  return more === '' ? name : `${name}（${more}）`
}

function roleText(
  role: WrittenPart,
  lines: readonly DutyLine[],
  articles: ReadonlyMap<string, string>,
  { dossier, style }: ProcedureSubject,
): RoleText {
  const organisation = role.part('organisation')
  const post = role.writtenText('post')
  const canonical = dossier.standard.wordName('roles', role.writtenText('canonical') ?? '')
  const each = role.data['each'] === true ? 'ごと' : ''
  const noPosts = dossier.standard.words('noPostRoles')
  const needsPost = !noPosts.includes(role.writtenText('canonical') ?? '')
  return {
    name: style.text(toldApart(role)),
    canonical: canonical === roleName(role) ? '' : canonical,
    post: post === undefined ? (needsPost ? unregistered() : '―') : style.text(post),
    hasPost: post !== undefined || !needsPost,
    organisation: organisation ? `${organisationName(organisation)}${each}` : unregistered(),
    deputy: style.text(role.writtenText('deputy') ?? ''),
    source: sourceOf(role),
    duties: lines.flatMap((line): readonly RoleDutyText[] => {
      const parts = partsTaken(line.duty, role)
      if (parts.length === 0) return []
      const { heading, when, record, source } = line
      const reports = reportsBut(line, role)
      const article = articles.get(articleIdOf(line.duty)) ?? ''
      return [
        { article, duty: heading, part: style.text(wordsOf(parts)), when, record, reports, source },
      ]
    }),
  }
}

/** To whom a role reports: not to itself, and nobody where it only receives. */
export function reportsBut({ duty, reports }: DutyLine, role: WrittenPart): string {
  return duty.parts('reportTo').some(({ data }) => data['role'] === role.key) ? '' : reports
}

/** The same as a workbook: the table, and one line for each role and duty for sorting and filtering. */
function sheetsOf(text: RolesText): readonly Sheet[] {
  const lead: readonly SheetRow[] = [
    [{ text: `${text.procedure}${wideSpace}${text.title}`, bold: true }],
    [text.asOf],
  ]
  const matrices = text.tables.map(({ roles, rows }, at): Sheet => ({
    name: text.tables.length === 1 ? '分担表' : `分担表${at + 1}`,
    landscape: true,
    columns: [{ width: 22 }, { width: 34 }, { width: 20 }, ...roles.map(() => ({ width: 14 }))],
    lead: [...lead, [text.legend]],
    head: [['対策基準の項目', '担当業務', '時期', ...roles.map(({ name }) => name)]],
    rows: rows.map(({ requirement, span, duty, when, marks, source }) => [
      ...(requirement === '' ? [] : [{ text: requirement, rows: Number(span) }]),
      { text: duty, source },
      when,
      ...marks.map((mark) => ({ text: mark, align: 'center' as const })),
    ]),
  }))
  const list: Sheet = {
    name: '役割ごと',
    landscape: true,
    columns: [20, 20, 26, 18, 30, 18, 22, 24, 24].map((width) => ({ width })),
    lead,
    head: [['役割', '職', '所属', '条', '担当業務', '分担', '時期', '記録', '報告先']],
    rows: text.roles.flatMap((role) =>
      role.duties.map((duty) => [
        role.name,
        role.post,
        role.organisation,
        duty.article,
        { text: duty.duty, source: duty.source },
        duty.part,
        duty.when,
        duty.record,
        duty.reports,
      ]),
    ),
  }
  return [...matrices, list]
}
