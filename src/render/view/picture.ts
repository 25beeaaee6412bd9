import type { ContactChart } from '../chart/contact-chart.ts'
import { drawContactChart, drawWords } from '../chart/draw.ts'
import { FormatUnavailable } from '../unavailable.ts'
import type { Picture } from '../view.ts'
import { type ChainSubject, pictureName } from './chain.ts'

/** The picture of each chain by its name, with room for what stands below it on its page. */
export async function picturesOf(
  chains: readonly Pick<ChainSubject, 'chain' | 'chart'>[],
  below: (chart: ContactChart) => number = () => 0,
): Promise<Readonly<Record<string, Picture>>> {
  const drawn: [string, Picture][] = []
  for (const { chain, chart } of chains) {
    drawn.push([pictureName(chain), await pictureOf(chart, below(chart))])
  }
  return Object.fromEntries(drawn)
}

/** The drawn chart; words in its place where this machine cannot draw, so that the document is made. */
async function pictureOf(chart: ContactChart, below: number): Promise<Picture> {
  try {
    return await drawContactChart(chart, below)
  } catch (thrown) {
    if (!(thrown instanceof FormatUnavailable)) throw thrown
    const words = await drawWords(chart, '図を描く部品がないため、連絡体制図を載せていません。')
    return { ...words, lack: { message: thrown.message, hint: thrown.hint ?? '' } }
  }
}
