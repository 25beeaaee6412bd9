import type { ChartNode, ContactChart } from './contact-chart.ts'
import { contactLines } from './contact-line.ts'
import { drawable } from './line-break.ts'

/** More lines than a listener can follow; the list beside the picture has them all. */
const maxItems = 30

/** What the picture shows, in sentences, for those who cannot see it. */
export function altOf(chart: ContactChart): string {
  const names = new Map(chart.nodes.map((node) => [node.id, nameOf(node)]))
  const called = (id: string | undefined): string => names.get(id ?? '') ?? ''
  const lines = contactLines(chart).map(({ near, far, out, back }) => {
    const [from, to] = out ? [near, far] : [far, near]
    const means = [...new Set([...(out ?? []), ...(back ?? [])])].map(drawable).join('・')
    const both =
      out && back
        ? `${called(from)}と${called(to)}の間で互いに`
        : `${called(from)}から${called(to)}へ`
    return means === '' ? both : `${both}（${means}）`
  })
  const unnumbered = chart.nodes.filter(({ phones }) =>
    phones.some((one) => one.number === undefined),
  )
  const sentences = [
    `「${drawable(chart.title)}」の図`,
    ...(names.has(chart.firstReporter) ? [`最初に気付く組織は${called(chart.firstReporter)}`] : []),
    ...(names.has(chart.goal ?? '') ? [`報告の届け先は${called(chart.goal)}`] : []),
    ...(lines.length > 0 ? [`連絡の経路は、${listed(lines)}`] : []),
    ...(unnumbered.length > 0 ? [`電話未登録は、${listed(unnumbered.map(nameOf))}`] : []),
    ...(chart.unlisted.length > 0
      ? [`連絡体制に記載がないのは、${listed(chart.unlisted.map(nameOf))}`]
      : []),
  ]
  return `${sentences.join('。')}。`
}

function listed(items: readonly string[]): string {
  const more = items.length - maxItems
  return more > 0 ? `${items.slice(0, maxItems).join('、')}、ほか${more}件` : items.join('、')
}

const nameOf = ({ name, id }: ChartNode): string => drawable(name) || id
