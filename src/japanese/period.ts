import type { Period } from '../calendar/period.ts'

/** 6か月, 1年, 1年6か月, 14日 */
export function writePeriod(period: Period): string {
  const years = Math.floor(period.months / 12)
  const months = period.months % 12
  return (
    (years ? `${years}年` : '') +
    (months ? `${months}か月` : '') +
    (period.days || !period.months ? `${period.days}日` : '')
  )
}
