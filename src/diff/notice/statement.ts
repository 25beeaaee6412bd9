import { addDays, type Day } from '../../calendar/day.ts'
import { joinAnd } from '../../japanese/list.ts'
import { modalityOf } from '../../japanese/verb.ts'
import { dutiesOf } from '../../model/procedure.ts'
import type { Element } from '../../model/element.ts'
import { firstDue } from '../../model/timing.ts'
import type { WrittenPart } from '../../model/part.ts'
import type { Statement } from '../../schema/generated/notice.ts'
import {
  changeInNotice,
  dutyParagraph,
  isPlainValue,
  letterDay,
  reportInNotice,
} from '../../words/letter.ts'
import type { GradedChange } from '../change.ts'
import { Printer } from '../print.ts'
import { type Matter, type NoticeSides, performs, rolesOf } from './matter.ts'

/** The letter that statements stand in. */
interface Letter {
  readonly between: NoticeSides
  readonly system: string
  readonly organisation: string
  /** The procedure as it is from now on; undefined where it is given up. */
  readonly procedure: Element | undefined
  readonly from: Day
  readonly replyBy: Day
  readonly issuedOn: Day
  /** The name of whom to ask. */
  readonly contact: string
  /** Whether the text before and after goes with it, so that the letter need not quote. */
  readonly hasComparison: boolean
}

type Effect = 'gained' | 'lost' | 'changed'

/** What a letter says of its matters: a paragraph for each duty, one for all the rest. */
export class Statements {
  readonly #letter: Letter

  constructor(letter: Letter) {
    this.#letter = letter
  }

  of(matters: readonly Matter[]): readonly Statement[] {
    const duties = matters.filter(({ duty }) => duty)
    const rest = matters.filter(({ duty }) => !duty)
    return [...duties, ...rest].map((matter, at) => ({
      id: `s${at + 1}`,
      ...(matter.duty ? this.#ofDuty(matter, matter.duty) : this.#ofTheRest(matter)),
    }))
  }

  #ofTheRest({ changes }: Matter): Omit<Statement, 'id'> {
    const { from, contact } = this.#letter
    const role = this.#anyRole()
    return {
      about: 'procedure',
      ...(role === undefined ? {} : { addressee: role }),
      modality: 'information',
      effect: 'changed',
      from,
      contact,
      text: changes.map((change) => this.#news(change)).join('\n'),
    }
  }

  #ofDuty({ changes }: Matter, duty: NonNullable<Matter['duty']>): Omit<Statement, 'id'> {
    const { between, organisation, from, contact } = this.#letter
    const { sides } = between
    const did = performs(duty.before, organisation, sides.before, sides.day)
    const does = performs(duty.after, organisation, sides.after, sides.day)
    const effect = does && !did ? 'gained' : did && !does ? 'lost' : 'changed'
    const roles = duty.after ? rolesOf(duty.after, organisation, sides.after, sides.day) : []
    const addressee = roles[0]?.key ?? this.#anyRole()
    const own = does && duty.after ? this.#partOf(duty.after) : undefined
    const held = own ? heldIn(own, roles) : []
    const due = own && firstDue(own, from)
    const record = own?.writtenText('record')
    return {
      ...(duty.after ? { duty: duty.after.key } : { about: 'procedure' as const }),
      ...(addressee === undefined ? {} : { addressee }),
      modality: own ? modalityOf(own) : 'information',
      effect,
      from,
      first: this.#first(effect, duty.after !== undefined),
      ...(due === undefined ? {} : { due }),
      ...(record === undefined ? {} : { record }),
      ...(own ? { reportHow: reportHow(own, held) } : {}),
      contact,
      text: this.#text(effect, duty, { own, held, changes }),
    }
  }

  #text(
    effect: Effect,
    duty: NonNullable<Matter['duty']>,
    {
      own,
      held,
      changes,
    }: {
      readonly own: WrittenPart | undefined
      readonly held: readonly WrittenPart[]
      readonly changes: readonly GradedChange[]
    },
  ): string {
    const { from } = this.#letter
    const must = own && held.length > 0 ? dutyParagraph(own, held, from) : ''
    switch (effect) {
      case 'gained':
        return `新たに担う業務です。${must}`
      case 'changed':
        return `${this.#changesOf(duty, changes)}${must}`
      case 'lost': {
        const { sides } = this.#letter.between
        const was = duty.after ?? duty.before
        const name = was ? new Printer(duty.after ? sides.after : sides.before).name(was) : ''
        const next = duty.after
          ? `以後は、${this.#performers(duty.after)}が行います。`
          : 'この業務は廃止されます。'
        return `${letterDay(from)}から、「${name}」を行う必要がなくなります。${next}`
      }
    }
  }

  /** What changes in a duty: values that are short are told, of the others what they are about. */
  #changesOf(duty: NonNullable<Matter['duty']>, changes: readonly GradedChange[]): string {
    const labels = new Set<string>()
    const sentences: string[] = []
    for (const change of changes) {
      const label = fieldOf(change, duty)
      if (label === undefined || !this.#isToldByName(change)) sentences.push(this.#news(change))
      else labels.add(label)
    }
    const named = labels.size > 0 ? `${joinAnd([...labels])}が変わります。` : ''
    return [named, ...sentences].join('')
  }

  /** What the text before and after shows, and what is no value, is told by its name. */
  #isToldByName({ fact, before, after }: GradedChange): boolean {
    const values = [before, after].flatMap((side) => side?.value ?? [])
    if (this.#letter.hasComparison) return true
    return fact.field !== 'text' && !values.every(isPlainValue)
  }

  #news(change: GradedChange): string {
    const { hasComparison } = this.#letter
    const values = [change.before, change.after].flatMap((side) => side?.value ?? [])
    return hasComparison && values.length === 2 && !values.every(isPlainValue)
      ? `${change.title}が変わります。`
      : changeInNotice(change)
  }

  #first(effect: Effect, goesOn: boolean): string {
    const { from, replyBy, issuedOn } = this.#letter
    const until = letterDay(replyBy)
    const eve = addDays(from, -1)
    switch (effect) {
      case 'gained':
        return `担当する職と実施の時期を決め、${until}までに受領確認票で回答してください。`
      case 'lost':
        return goesOn
          ? `${eve > issuedOn ? `${letterDay(eve)}までに` : '速やかに'}、これまでの記録を新しい担当へ引き継いでください。`
          : 'これまでの記録は、定められた期間が過ぎるまで保管してください。'
      case 'changed':
        return `変わる点を担当者に知らせ、${until}までに受領確認票で回答してください。`
    }
  }

  /** The duty in the dossier of the later side. */
  #partOf(duty: Element): WrittenPart | undefined {
    const { between, system } = this.#letter
    const dossier = between.dossiers.find(({ id }) => id === system)
    return (dossier?.editions ?? [])
      .flatMap((edition) => dutiesOf(edition))
      .find((one) => one.document === duty.document && one.key === duty.key)
  }

  #performers(duty: Element): string {
    const { after } = this.#letter.between.sides
    return joinAnd(duty.writtenTexts('performers').map((id) => after.nameOf(['role'], id, duty)))
  }

  /** The role that the organisation holds in the procedure; undefined where it holds none. */
  #anyRole(): string | undefined {
    const { between, organisation, procedure } = this.#letter
    const { after, day } = between.sides
    const roles = procedure?.children('roles') ?? []
    return roles.find((role) => after.holds(organisation, role, day))?.key
  }
}

/** The roles of a duty that an organisation holds, as its dossier has them. */
function heldIn(duty: WrittenPart, roles: readonly Element[]): readonly WrittenPart[] {
  const keys = new Set(roles.map(({ key }) => key))
  return duty.parts('performers').filter(({ key }) => keys.has(key))
}

function reportHow(duty: WrittenPart, held: readonly WrittenPart[]): string {
  const how = reportInNotice(duty, held)
  if (how !== undefined) return how
  if (duty.parts('reportTo').length > 0) return 'ほかの担当からの報告を受けます。'
  return duty.written('record') ? '記録を残してください。報告は不要です。' : '不要です。'
}

/** What a change of a duty is about: 担当者, 手順; undefined for what stands elsewhere, or is the whole duty. */
function fieldOf(
  { fact }: GradedChange,
  { before, after }: NonNullable<Matter['duty']>,
): string | undefined {
  let { field } = fact
  let at = fact.after ?? fact.before
  while (at && at.type !== 'Duty') {
    field = at.parentField
    at = at.parent
  }
  const isOwn = at !== undefined && [before?.key, after?.key].includes(at.key)
  return isOwn && field !== undefined ? at?.shape.fields[field]?.label : undefined
}
