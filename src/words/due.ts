import { writeDayText } from '../japanese/date.ts'
import type { Due } from '../model/due.ts'
import { nameOfEvent } from '../model/event.ts'
import type { WrittenPart } from '../model/part.ts'
import { headingOf, postName, requirementTitle, roleName } from './name.ts'
import { nameIn, titled } from './value.ts'

/** What is to be done by a day: 利用者IDの点検の結果の報告, 「…」への回答, 契約「…」の終了日. */
export function dueTitle({ kind, about, field }: Due): string {
  switch (kind) {
    case 'turn':
    case 'event':
      return headingOf(about)
    case 'report':
      return `${headingOf(about)}の結果の報告`
    case 'confirmation':
      return `${headingOf(about)}の結果の確認`
    case 'answer':
      return `通知「${noticeName(about)}」への回答`
    case 'reminder':
      return `通知「${noticeName(about)}」に回答のない所属への催促`
    case 'action':
      return `指摘「${oneLine(about.writtenText('finding'))}」への措置`
    case 'audit':
      return `監査の指摘「${oneLine(about.writtenText('what'))}」への措置`
    case 'exception':
      return `例外措置「${requirementTitle(about)}」の期限`
    case 'review':
      return `例外措置「${requirementTitle(about)}」の見直し`
    case 'term':
      if (about.type === 'Edition') {
        return field === 'from' ? '対策基準の改正の施行日' : '対策基準の版の終了日'
      }
      return `${titled(thing(about).shape, thingName(thing(about)))}の${about.shape.fields[field ?? '']?.label ?? '期限'}`
  }
}

/** Which turn it is, or what it follows: 2026年度, 2026年4月1日の人事異動, 2026年5月10日に行った分. */
export function dueOccasion({ kind, turn, after }: Due): string | undefined {
  if (!after) return turn === undefined ? undefined : oneLine(turn)
  const day = writeDayText(after.writtenText('on') ?? '')
  if (kind !== 'event') return `${day}に行った分`
  return `${day}の${oneLine(nameOfEvent(after))}`
}

/** The post that does it; the name of the role where its post is not written. */
export function duePost({ role }: Due): string | undefined {
  return role && (postName(role) ?? roleName(role))
}

function noticeName(notice: WrittenPart): string {
  return oneLine(notice.writtenText('title') ?? notice.key)
}

/** What a day is of: of the time in which a document is in force, the document. */
function thing(about: WrittenPart): WrittenPart {
  return about.type === 'DocumentTerm' && about.parent ? about.parent : about
}

/** What a thing is called, but for IDs, which may be made of the names of those who hold them. */
function thingName(thing: WrittenPart): string {
  if (thing.type === 'Account') return ''
  const { label, what } = thing.data
  const name = [nameIn(thing.data), label, what].find((one) => typeof one === 'string')
  return typeof name === 'string' ? oneLine(name) : ''
}

function oneLine(text = ''): string {
  return text.trim().replace(/\s*\n\s*/g, '')
}
