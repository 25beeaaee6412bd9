import { isGroup, lineOf } from '../../../model/organisation.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { postName } from '../../../words/name.ts'
import type { Style } from '../style.ts'

/** A row of boxes for seals (決裁欄). */
export interface SealText {
  /** 決裁, 合議 */
  readonly label: string
  readonly boxes: readonly { readonly post: string }[]
  readonly width: string
}

/** As many boxes as a page has room for beside each other. */
const perRow = 6

/** Posts from the highest down. */
const ranks: readonly RegExp[] = [
  /(?<!副)(?:市長|町長|村長|区長|知事|管理者)$/,
  /副(?:市長|町長|村長|区長|知事)$|教育長$/,
  /局長$/,
  /部長$|理事$/,
  /次長$|参事$/,
  /課長$|室長$|所長$|館長$|センター長$/,
  /課長補佐$|主幹$|副主幹$|室長補佐$/,
  /係長$|主査$|班長$/,
  /主任$/,
]

/**
 * The boxes of those whose posts the procedure names: the line of the section that owns it decides, the others agree
 * (合議). The drafter and a post that is not known have empty boxes.
 */
export function sealsOf(
  procedure: WrittenPart,
  owner: WrittenPart | undefined,
  style: Style,
): readonly SealText[] {
  const holders = procedure.parts('roles').filter(hasPost)
  const line = new Set(owner ? lineOf(owner).map(({ key }) => key) : [])
  const isOwn = (role: WrittenPart): boolean => {
    const own = role.part('organisation')
    return !owner || !own || lineOf(own).some(({ key }) => key === owner.key) || line.has(own.key)
  }
  const deciding = postsOf(holders.filter(isOwn))
  const agreeing = postsOf(holders.filter((role) => !isOwn(role)))
  return [
    ...rowsOf(
      '決裁',
      [...(deciding.length > 0 ? deciding : [blank, blank, blank]), '起案者'],
      style,
    ),
    ...rowsOf('合議', agreeing.length > 0 ? agreeing : [blank, blank], style),
  ]
}

/** A post that is written in by hand. */
const blank = ''

/** A post of the office itself that one person holds. */
function hasPost(role: WrittenPart): boolean {
  const organisation = role.part('organisation')
  const isInside = organisation?.writtenText('kind') !== 'external'
  return role.written('post') && isInside && !(organisation && isGroup(organisation))
}

/** The posts of some roles, each once: by rank, of one rank the head of the larger organisation first. */
function postsOf(roles: readonly WrittenPart[]): readonly string[] {
  const posts = roles.flatMap((role) => {
    const name = postName(role)
    const organisation = role.part('organisation')
    const depth = organisation ? lineOf(organisation).length : 0
    return name === undefined ? [] : [{ name, rank: rankOf(name), depth }]
  })
  posts.sort((a, b) => a.rank - b.rank || a.depth - b.depth)
  return [...new Set(posts.map(({ name }) => name))]
}

function rankOf(name: string): number {
  const at = ranks.findIndex((one) => one.test(name))
  return at < 0 ? ranks.length : at
}

function rowsOf(label: string, posts: readonly string[], style: Style): readonly SealText[] {
  const rows = Math.ceil(posts.length / perRow)
  return Array.from({ length: rows }, (_, at) => {
    const own = posts.slice(at * perRow, (at + 1) * perRow)
    const boxes = [...own, ...Array.from({ length: perRow - own.length }, () => '')]
    return {
      label,
      boxes: boxes.map((post) => ({ post: style.text(post) })),
      width: '15',
    }
  })
}
