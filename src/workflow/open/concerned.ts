import { UsageError } from '../../finding/usage-error.ts'
import { suggest } from '../../japanese/suggest.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { Due } from '../../model/due.ts'
import { isGroup, lineOf } from '../../model/organisation.ts'
import type { WrittenPart } from '../../model/part.ts'
import { namesOfRole, organisationName } from '../../words/name.ts'

/** Whose deadlines are asked for: those of one post, of one section and those below it; of all without them. */
export interface Concerned {
  readonly post?: string
  readonly section?: string
}

/** Whether something is asked for. Throws a `UsageError` where no such post or section is written anywhere. */
export function concerning(
  { post, section }: Concerned,
  dossiers: readonly WrittenDossier[],
): (due: Due) => boolean {
  if (post !== undefined) requirePost(post, dossiers)
  if (section !== undefined) {
    const all = dossiers.flatMap((one) =>
      [...one.municipality.organisations.keys()].flatMap((id) => one.organisation(id) ?? []),
    )
    requireNamed(section, all.flatMap(namesOfOrganisation), '組織')
  }
  return ({ role, organisation }) =>
    (post === undefined || (role !== undefined && namesOfRole(role).includes(post))) &&
    (section === undefined || (organisation !== undefined && isOf(organisation, section)))
}

/** Throws a `UsageError` where no role is called so, and none is filled by such a post. */
export function requirePost(post: string, dossiers: readonly WrittenDossier[]): void {
  const roles = dossiers.flatMap(({ procedures }) =>
    procedures.flatMap((one) => one.parts('roles')),
  )
  requireNamed(post, roles.flatMap(namesOfRole), '職や役割')
}

function isOf(organisation: WrittenPart, section: string): boolean {
  const line = isGroup(organisation) ? [organisation] : lineOf(organisation)
  return line.some((one) => namesOfOrganisation(one).includes(section))
}

function namesOfOrganisation(organisation: WrittenPart): readonly string[] {
  const names = [organisation.key, organisation.writtenText('name'), organisationName(organisation)]
  return names.filter((one) => one !== undefined)
}

function requireNamed(asked: string, names: readonly string[], what: string): void {
  if (names.includes(asked)) return
  const meant = suggest(asked, names)
  throw new UsageError(`「${asked}」という${what}は、書類にありません`, {
    hint:
      meant === undefined ? '書類に書かれた名前か ID を指定してください' : `もしかして: ${meant}`,
  })
}
