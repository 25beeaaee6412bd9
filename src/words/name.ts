import { isWholeOrganisation } from '../finding/system-id.ts'
import { type WrittenDossier, dossierOf } from '../model/dossier.ts'
import { isGroup, lineOf } from '../model/organisation.ts'
import type { WrittenPart } from '../model/part.ts'

/** What stands where somebody or something is named that nobody has written down. */
export function unregistered(id?: string): string {
  return id === undefined || id === '' ? '【未登録】' : `【未登録：${id}】`
}

/** The name of an organisation with those above it: 政策企画室広報担当. */
export function organisationName(organisation: WrittenPart): string {
  if (isGroup(organisation)) return ownName(organisation)
  // 市長部局 is where one stands in the whole, not part of an address.
  const line = lineOf(organisation).map(ownName)
  return line
    .filter((name, at) => at === 0 || !/(?:長|知事)(?:事務)?部局$/.test(name))
    .reduce((name, above) => (name.startsWith(above) ? name : above + name))
}

/** The name an organisation has by itself. */
export function ownName(organisation: WrittenPart): string {
  return organisation.writtenText('name') ?? organisation.key
}

/** The name of a role as its procedure has it. */
export function roleName(role: WrittenPart): string {
  return role.writtenText('name') ?? role.key
}

/** What a system is called in a column of systems; what holds for all of them is 全庁. */
export function systemName({ id, name }: Pick<WrittenDossier, 'id' | 'name'>): string {
  return isWholeOrganisation(id) ? '全庁' : name
}

/** What a document of one system is headed by: that of the whole organisation by its municipality. */
export function systemTitle({ level, name, municipality }: WrittenDossier): string {
  return level === 'organisation' ? municipality.name : name
}

/** The roles a field refers to, by name; one that leads nowhere is marked with its id. */
export function roleNames(part: WrittenPart, field: string): readonly string[] {
  const ids = part.data[field]
  const list: readonly unknown[] = Array.isArray(ids) ? ids : ids === undefined ? [] : [ids]
  return list.map((id) => {
    const role = part.world.resolve('role', String(id), part)
    return role ? roleName(role) : unregistered(String(id))
  })
}

/** The one role a field refers to, by name. */
export function roleNameOf(part: WrittenPart, field: string): string {
  return roleNames(part, field)[0] ?? unregistered()
}

/** The post of a role with its organisation: 市民局施設担当の担当課長, 上下水道課料金係長. */
export function postName(role: WrittenPart): string | undefined {
  const post = role.writtenText('post')
  const organisation = role.part('organisation')
  if (post === undefined || !organisation || isGroup(organisation)) return post
  // The heads of the whole are of no section, whichever writes for them.
  if (/^副?(?:市長|町長|村長|区長|知事)$|^(?:教育長|議長)$/.test(post)) return post
  const full = organisationName(organisation)
  const own = ownName(organisation)
  if (post.startsWith(full)) return post
  if (post.startsWith(own)) return full.slice(0, full.length - own.length) + post
  const above = lineOf(organisation).find((one) => post.startsWith(ownName(one)))
  return above ? post : joinPost(full, post)
}

/** What the post of a role is called in one member of the group that the role is of: 税務課長 of 全課室の課室長. */
export function memberPost(role: WrittenPart, member: WrittenPart): string {
  const post = role.writtenText('post')
  const name = organisationName(member)
  if (post === undefined) return `${name}（${roleName(role)}）`
  return headOfAnyUnit.test(post) ? headOf(name) : joinPost(name, post)
}

/** The head of whatever it is: 課室長, 所属長, 各課長. */
const headOfAnyUnit = /^各?(?:所属|課室|課・室|部局|局室|施設|課|室)(?:等)?の?長$/

/** All that a role is called by, its post included: what somebody may ask for. */
export function namesOfRole(role: WrittenPart): readonly string[] {
  const { name, post, canonical } = role.data
  return [role.key, name, post, canonical, postName(role)].filter((one) => typeof one === 'string')
}

/** The head of an organisation where no post is known: 総務課長, 広報担当課長, ひなたクラブの長. */
export function headOf(name: string): string {
  if (name.endsWith('担当')) return `${name}課長`
  return /(?:課|室|局|部|係|署|(?<!役)所|センター)$/.test(name) ? `${name}長` : `${name}の長`
}

/** The Japanese name of a word of the packs. */
export function wordName(dossier: WrittenDossier, vocabulary: string, id: string): string {
  return dossier.standard.wordName(vocabulary, id)
}

/** The control that a duty looks at, by name; empty where only an id is known that nothing explains. */
export function controlName(duty: WrittenPart): string {
  const target = duty.writtenText('target')
  if (target === undefined) return ''
  const dossier = dossierOf(duty)
  const controls = dossier.context?.parts('controls') ?? []
  const control = controls.find(({ key }) => key === target)?.writtenText('control')
  const name = wordName(dossier, 'controls', control ?? target)
  return /^[\w.-]+$/.test(name) ? '' : name
}

/** What a duty or another element does, by its heading, else by its activity. */
export function headingOf(part: WrittenPart): string {
  const title = part.writtenText('title')
  if (title !== undefined) return title
  const dossier = dossierOf(part)
  const activity = part.shape.fields['activity'] ? part.writtenText('activity') : undefined
  if (activity !== undefined) return wordName(dossier, 'activities', activity)
  // What a requirement is limited to stands in brackets and is no part of a heading.
  return requirementTitle(part).replace(/（[^（）]*）$/, '')
}

/** The heading of the requirement an element answers. */
export function requirementTitle(part: WrittenPart): string {
  const key = part.writtenText('requirement') ?? ''
  return wordName(dossierOf(part), 'requirements', key)
}

/** 課 + 長 runs together (施設課長), and so does 担当; another post needs a の between. */
function joinPost(organisation: string, post: string): string {
  if (post === '長') return `${organisation}長`
  // 施設担当 + 担当課長, 施設担当 + 課長: 施設担当課長.
  const rank = /^(?:担当)?((?:部|課|係)長)$/.exec(post)?.[1]
  if (organisation.endsWith('担当') && rank !== undefined) return organisation + rank
  const unit = /(?:課|室|局|部|係)$/.exec(organisation)?.[0]
  if (unit !== undefined && post === `${unit}長`) return `${organisation}長`
  // ひなたクラブ + クラブの主任, 港出張所 + 出張所長: what both name is said once.
  const shared = sharedPart(organisation, post)
  return shared === '' ? `${organisation}の${post}` : organisation + post.slice(shared.length)
}

/** The longest end of one name that another begins with, of two letters at least. */
function sharedPart(name: string, other: string): string {
  const lengths = Array.from({ length: other.length }, (_, at) => other.length - at)
  const shared = lengths.find((length) => length > 1 && name.endsWith(other.slice(0, length)))
  return shared === undefined ? '' : other.slice(0, shared)
}

/** The post that each member of a group has: 各学童クラブの主任, 全課室 → 各課室長. */
export function groupPost(group: string, post: string): string {
  const shared = sharedPart(group, post)
  if (shared === '') return `${group}の${post}`
  return `各${group.replace(/^[全各]/u, '')}${post.slice(shared.length)}`
}
