import { type Day, parseDay } from '../../calendar/day.ts'
import { writeDayOfEra } from '../../japanese/date.ts'
import { joinList } from '../../japanese/list.ts'
import { letterEnding, type Modality } from '../../japanese/obligation.ts'
import { writePeriod } from '../../japanese/period.ts'
import { isMapping } from '../../schema/variant.ts'
import type { GradedChange } from '../change.ts'
import type { Element } from '../../model/element.ts'
import { periodOf } from '../grade/scale.ts'
import { nameIn, type Side } from '../names.ts'
import { Printer } from '../print.ts'

const perform = { dictionary: '行う', negative: '行わ', past: '行った', continuative: '行い' }
const record = {
  dictionary: '記録する',
  negative: '記録し',
  past: '記録した',
  continuative: '記録し',
}
const report = {
  dictionary: '報告する',
  negative: '報告し',
  past: '報告した',
  continuative: '報告し',
}

/** The sentences of a notice, in the polite style of letters. A duty is told as a duty. */
export class Letter {
  readonly #side: Side
  readonly #printer: Printer

  constructor(side: Side) {
    this.#side = side
    this.#printer = new Printer(side)
  }

  /** 利用所管管理者は、令和6年3月1日から、1年に1回、「ユーザIDの点検」を行わなければなりません。 */
  obligation(
    duty: Element,
    roles: readonly Element[],
    from: Day,
    { quotes }: { readonly quotes: boolean },
  ): string {
    const who = joinList(roles.map((role) => nameIn(role.data) ?? role.key))
    const when = this.#when(duty)
    const how = `${when === '' ? '' : `${when}、`}「${this.#printer.name(duty)}」を`
    const must = `${who}は、${writeDayOfEra(from)}から、${how}${letterEnding(perform, modalityOf(duty))}`
    return `${must}${this.#kept(duty)}${quotes ? this.#quoted(duty) : ''}`
  }

  /** What a change says, as news. */
  news({ title, before, after, grade, kind }: GradedChange): string {
    if (kind.startsWith('chain.reach') || kind.startsWith('chain.bottleneck')) {
      return `${title}は、これまで「${before?.value ?? ''}」でしたが、「${after?.value ?? ''}」に変わります。`
    }
    const [was, is] = [valueOf(before?.value), valueOf(after?.value)]
    if (was === undefined && is !== undefined) {
      return grade === 'relaxed'
        ? `${title}が認められます（${is}）。`
        : `${title}が加わります（${is}）。`
    }
    if (is === undefined)
      return `${title}はなくなります${was === undefined ? '' : `（これまで: ${was}）`}。`
    return `${title}が、「${was ?? ''}」から「${is}」に変わります。`
  }

  /** 結果は、1か月以内に業務管理者へ報告しなければなりません。 */
  reportHow(duty: Element): string | undefined {
    const reports: unknown = duty.data['reportTo']
    if (!Array.isArray(reports) || reports.length === 0) return undefined
    return reports
      .filter(isMapping)
      .map((one) => {
        const role = this.#side.nameOf(['role'], String(one['role']), duty)
        const within = periodOf(one['within'])
        const form = typeof one['record'] === 'string' ? `、「${one['record']}」により` : ''
        const by = within ? `、${writePeriod(within)}以内に` : '、速やかに'
        return `結果は${by}${form}${form === '' ? '' : '、'}${role}へ${letterEnding(report, 'must')}`
      })
      .join('')
  }

  #kept({ data }: Element): string {
    const { record: name } = data
    return typeof name === 'string'
      ? `行ったことは、「${name}」に${letterEnding(record, 'must')}`
      : ''
  }

  #quoted({ data }: Element): string {
    const { text } = data
    return typeof text === 'string' ? `実施手順の定めは、「${text.trim()}」です。` : ''
  }

  /** 毎年5月から6月までに, 人事異動の都度、14日以内に, 常時 */
  #when(duty: Element): string {
    const { frequency, timing } = duty.data
    const told = this.#printer.field(duty, 'frequency') ?? ''
    const months = isMapping(timing) && Array.isArray(timing['months']) ? timing['months'] : []
    const month =
      months.length > 0 ? `（${months.map((one) => `${String(one)}月`).join('、')}）` : ''
    const isEvent = isMapping(frequency) && frequency['on'] !== undefined
    const within = isEvent && frequency['within'] !== undefined
    return `${told.replace(/（[^）]*で数える）|（適用日から数える）/, '')}${within ? 'に' : ''}${month}`
  }
}

/** How binding a duty is; one that says nothing must be done. */
export function modalityOf({ data }: Element): Modality {
  const { modality } = data
  return modality === 'should' || modality === 'may' || modality === 'mustNot' ? modality : 'must'
}

/** A value as a letter has it: a day by the era, as all others in the letter. */
function valueOf(value: string | undefined): string | undefined {
  if (value === '記載なし') return undefined
  const [, year, month, day] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(value ?? '') ?? []
  if (year === undefined || month === undefined || day === undefined) return value
  return letterDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** A day as letters write it. */
export function letterDay(day: string): string {
  const read = parseDay(day)
  return read === undefined ? day : writeDayOfEra(read)
}
