import type { ContactChart } from './contact-chart.ts'

/** How to read the signs that a chart uses, in a sentence or two; empty where it uses none. */
export function legendOf(chart: ContactChart, common: string | undefined): string {
  const all = [...chart.nodes, ...chart.unlisted]
  const told = new Set(
    chart.nodes.flatMap(({ phones }) => (areSame(phones) ? [] : phones.map(({ band }) => band))),
  )
  const bands = [
    ...(told.has('day') ? ['昼は開庁時間内'] : []),
    ...(told.has('night') ? ['夜は夜間・休日'] : []),
  ]
  const notes = [
    ...(common === undefined ? [] : [`連絡の手段は、どの線も${common}`]),
    ...(bands.length > 0 ? [bands.join('、')] : []),
    ...(all.some(({ kind }) => kind === 'external') ? ['角の丸い枠は、外部の事業者'] : []),
  ]
  return notes.length === 0 ? '' : `（注）${notes.join('。')}。`
}

/** Whether a node has one number for both parts of the day, or none for either. */
export function areSame(phones: ContactChart['nodes'][number]['phones']): boolean {
  const [first, ...others] = phones
  return others.length > 0 && others.every(({ number }) => number === first?.number)
}
