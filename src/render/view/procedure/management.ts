import { isGroup } from '../../../model/organisation.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { organisationName, postName, roleName, unregistered } from '../../../words/name.ts'
import { sourceOf } from '../../trace.ts'
import { article, type DraftArticle, type DraftChapter, paragraph } from '../article.ts'
import type { ProcedureSubject } from './subject.ts'

/** 管理体制: every role with the post that fills it and who stands in. */
export function managementChapter(subject: ProcedureSubject): DraftChapter {
  const articles = subject.procedure.parts('roles').map((role) => roleArticle(role, subject))
  return { id: 'management', heading: '管理体制', sections: [{ heading: '', articles }] }
}

function roleArticle(role: WrittenPart, subject: ProcedureSubject): DraftArticle {
  const name = roleName(role)
  const canonical = canonicalName(role, subject)
  const deputy = role.writtenText('deputy')
  return article(role.elementId, name, sourceOf(role), [
    paragraph(appointment(role, name), sourceOf(role, 'post')),
    ...(canonical === undefined || canonical === name
      ? []
      : [
          paragraph(
            `${name}は、対策基準に定める${canonical}に当たるものとする。`,
            sourceOf(role, 'canonical'),
          ),
        ]),
    ...(deputy === undefined
      ? []
      : [
          paragraph(
            `${name}に事故があるとき、又は${name}が欠けたときは、${deputy}がその職務を代理する。`,
            sourceOf(role, 'deputy'),
          ),
        ]),
  ])
}

/** Who fills the role: a post, an organisation, or one in each member of a group. */
function appointment(role: WrittenPart, name: string): string {
  const organisation = role.part('organisation')
  const where = organisation
    ? organisationName(organisation)
    : unregistered(role.writtenText('organisation'))
  const post = postName(role)
  // Those who are called by their role are not placed in themselves.
  if (where.startsWith(name))
    return `${name}は、${post === undefined ? `${where}と` : `${post}をもって充て、${where}と`}する。`
  if (organisation && isGroup(organisation)) {
    const each = role.data['each'] === true ? 'それぞれ置き、' : '置き、'
    return post === undefined
      ? `${name}は、${where}に${each.replace(/置き、$/, '置く')}。`
      : `${name}は、${where}に${each}${post}をもって充てる。`
  }
  if (post !== undefined) return `${name}は、${post}をもって充てる。`
  const isOutside = organisation?.writtenText('kind') === 'external'
  return isOutside ? `${name}は、${where}とする。` : `${name}は、${where}に置く。`
}

function canonicalName(role: WrittenPart, { dossier }: ProcedureSubject): string | undefined {
  const id = role.writtenText('canonical')
  const known = dossier.standard.roles.find((one) => one.data['canonical'] === id)
  return known?.writtenText('name')
}
