import { wideSpace } from '../../../japanese/width.ts'
import { dossierOf } from '../../../model/dossier.ts'
import { madeOutTo } from '../../../model/notice.ts'
import { isGroup, membersOf, unlistedMembers } from '../../../model/organisation.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { headOf, memberPost, organisationName, roleName, wordName } from '../../../words/name.ts'
import { fillPattern } from '../../conventions.ts'
import type { Style } from '../style.ts'

/** Somebody a notice is sent to. */
export interface Addressee {
  /** What its file is named by. */
  readonly id: string
  /** 政策企画室広報担当 */
  readonly organisation: string
  /** The lines of the address, honorific included. */
  readonly lines: readonly string[]
  /** The statements that speak to it. */
  readonly statements: readonly WrittenPart[]
  /** The organisation; none where the notice only names a circle of people. */
  readonly part: WrittenPart | undefined
}

/**
 * Everyone a notice speaks to, one by one: the organisation it is made out to, else those that hold a
 * role it addresses; where it addresses none, those it was handed to; else the circle it names.
 */
export function addresseesIn(notice: WrittenPart, style: Style): readonly Addressee[] {
  const statements = notice.parts('statements')
  const to = notice.part('to')
  if (to) return lettersTo(to, notice).map((one) => letterTo(one, statements, style))
  const addressed = members(statements.map((one) => one.part('addressee')?.part('organisation')))
  const handed = members(notice.parts('deliveries').map((one) => one.part('to')))
  const organisations = addressed.length > 0 ? addressed : handed
  if (organisations.length === 0) return circle(notice, statements)
  return organisations.map((one) =>
    letterTo(
      one,
      statements.filter((statement) => speaksTo(statement, one)),
      style,
    ),
  )
}

/** Those a notice is made out to; a group of which only some members are listed is written to itself as well. */
function lettersTo(to: WrittenPart, notice: WrittenPart): readonly WrittenPart[] {
  const each = madeOutTo(notice, to)
  const isWhole = !unlistedMembers(to) || each.some(({ key }) => key === to.key)
  return isWhole ? each : [...each, to]
}

function letterTo(
  organisation: WrittenPart,
  statements: readonly WrittenPart[],
  style: Style,
): Addressee {
  const roles = [...new Set(statements.flatMap((one) => roleOf(one)))]
  const post = postIn(organisation, statements)
  return {
    id: organisation.key,
    organisation: organisationName(organisation),
    lines: addressLines(organisation, roles, style, post),
    statements,
    part: organisation,
  }
}

/** What the one role that is spoken to is called in a member of its group whose head has no usual name: ひなたクラブの主任. */
function postIn(organisation: WrittenPart, statements: readonly WrittenPart[]): string | undefined {
  const roles = new Map(
    statements.flatMap((one) => one.part('addressee') ?? []).map((role) => [role.key, role]),
  )
  const [role, ...others] = roles.values()
  const group = role?.part('organisation')
  if (!role || others.length > 0 || !group || !isGroup(group) || !role.written('post'))
    return undefined
  const isNamed = !headOf(organisationName(organisation)).endsWith('の長')
  return isGroup(organisation) || isNamed ? undefined : memberPost(role, organisation)
}

/** 総務課長 様, with the roles in which it is addressed below. */
export function addressLines(
  organisation: WrittenPart,
  roles: readonly string[],
  style: Style,
  post?: string,
): readonly string[] {
  const { addresseeTitle, honorific } = style.conventions
  const name = organisationName(organisation)
  const title =
    addresseeTitle === '' ? (post ?? headOf(name)) : fillPattern(addresseeTitle, { 組織: name })
  const ending = honorific === 'dono' ? '殿' : '様'
  return [
    isGroup(organisation) ? `${name}${wideSpace}各位` : `${title}${wideSpace}${ending}`,
    ...(roles.length > 0 ? [`（${roles.join('、')}）`] : []),
  ].map(style.text)
}

function circle(notice: WrittenPart, statements: readonly WrittenPart[]): readonly Addressee[] {
  const audience = notice.writtenText('audience')
  const name =
    audience === undefined ? '関係者' : wordName(dossierOf(notice), 'audiences', audience)
  const lines = [`${name}${wideSpace}各位`]
  return [{ id: audience ?? 'all', organisation: name, lines, statements, part: undefined }]
}

function speaksTo(statement: WrittenPart, organisation: WrittenPart): boolean {
  const addressed = statement.part('addressee')?.part('organisation')
  // What addresses no role speaks to all.
  return !addressed || members([addressed]).some(({ key }) => key === organisation.key)
}

function roleOf(statement: WrittenPart): readonly string[] {
  const role = statement.part('addressee')
  return role ? [roleName(role)] : []
}

/** Organisations each once; a group stands for its members. */
function members(organisations: readonly (WrittenPart | undefined)[]): readonly WrittenPart[] {
  const found = new Map<string, WrittenPart>()
  for (const organisation of organisations) {
    if (!organisation) continue
    const each = isGroup(organisation) ? membersOf(organisation) : [organisation]
    for (const one of each) found.set(one.key, one)
  }
  return [...found.values()]
}
