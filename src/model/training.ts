import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'
import { currentEntries, newestBy, rekeyed } from './recent.ts'

/** The share of those invited who came, 0 to 1: as stated, else reckoned; unknown where neither can be. */
export function coverageOf(training: Part): number {
  const stated = training.written('coverage') ? training.number('coverage') : undefined
  if (stated !== undefined) return stated
  const [invited, attended] = [training.data['invited'], training.data['attended']]
  if (typeof invited !== 'number' || typeof attended !== 'number' || invited === 0) {
    throw training.missing('coverage')
  }
  return attended / invited
}

/** How many of those invited came, in words: 30人のうち20人, or the share where nobody counted. */
export function attendanceOf(training: Part): string {
  const [invited, attended] = [training.data['invited'], training.data['attended']]
  if (typeof invited === 'number' && typeof attended === 'number') {
    return `${invited}人のうち${attended}人`
  }
  return `${Math.round(coverageOf(training) * 100)}%`
}

/** The newest check of understanding for each topic that was taught. */
export function latestComprehension(root: Part): readonly Part[] {
  const checks = currentEntries(dossierOf(root), 'trainings').flatMap((training) =>
    training.parts('comprehension'),
  )
  const newest = newestBy(checks, (check) => check.text('topic') ?? '', dayOfCheck)
  return [...newest].map(([topic, check]) => rekeyed(check, topic))
}

function dayOfCheck(check: Part): string {
  return check.parent?.text('on') ?? ''
}
