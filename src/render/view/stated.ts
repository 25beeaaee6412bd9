import { ownValue } from '../../finding/own-value.ts'
import { writePeriod } from '../../japanese/date.ts'
import { dossierOf } from '../../model/dossier.ts'
import type { WrittenPart } from '../../model/part.ts'
import { wordName } from '../../words/name.ts'
import { frequencyOf, isSaidByMonths, monthsOf } from '../../words/when.ts'

/** Other words for the common cycles, in NFKC. */
const cycles: Readonly<Record<string, RegExp>> = {
  P1Y: /毎年|年度ごと|年ごと|年に?[1一][回度]/,
  P6M: /半年|半期|6[かヶケ箇]月|年に?[2二][回度]/,
  P3M: /四半期|3[かヶケ箇]月|年に?[4四][回度]/,
  P1M: /毎月|月次|月ごと|月に?[1一][回度]/,
  P7D: /毎週|週に?[1一][回度]/,
  '1開庁日': /(?:毎|1)(?:開庁|営業|勤務|就業|執務)日|(?:開庁|営業|勤務|就業|執務)日ごと/,
  P1D: /毎日|毎晩|日次|日に?[1一][回度]/,
}

/** Whether a text of an article says a phrase already, whatever the widths and spaces. */
export function isStated(text: string, phrase: string): boolean {
  return plain(text).includes(plain(phrase))
}

/** Whether a text tells that somebody does something: the last letters of a verb are inflected. */
export function isActionStated(text: string, action: string): boolean {
  const bare = plain(action)
  return plain(text).includes(bare.length > 4 ? bare.slice(0, -1) : bare)
}

/** Whether a text names the months in which its duty is done, as far as the duty itself does. */
export function areMonthsStated(text: string, duty: WrittenPart): boolean {
  const said = plain(text)
  return monthsOf(duty).every((month) => new RegExp(`(?<!\\d)${month}月`).test(said))
}

/** Whether a text tells how often or on which occasion its duty is done. */
export function isFrequencyStated(text: string, duty: WrittenPart): boolean {
  const said = plain(text)
  const frequency = frequencyOf(duty)
  switch (frequency.kind) {
    case 'always':
    case 'asNeeded':
    case 'unstated':
      return true
    case 'periodic':
      return said.includes('定期')
    case 'every': {
      const { period } = frequency
      if (isSaidByMonths(duty, period) && areMonthsStated(text, duty)) return true
      const words = ownValue(cycles, period.toString())
      return (words?.test(said) ?? false) || said.includes(writePeriod(period))
    }
    case 'event': {
      const { event, isOwn, within, before } = frequency
      const limit = before ?? within
      if (limit) return said.includes(writePeriod(limit))
      if (isOwn) return said.includes(plain(event))
      const name = wordName(dossierOf(duty), 'events', event)
      return name
        .split('・')
        .some((one) => said.includes(plain(one.slice(one.lastIndexOf('の') + 1))))
    }
  }
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}
