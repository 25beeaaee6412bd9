import { drawContactChart } from '../chart/draw.ts'
import type { Picture } from '../view.ts'
import { type ChainSubject, pictureName } from './chain.ts'

/** The picture of each chain by its name. */
export async function picturesOf(
  chains: readonly Pick<ChainSubject, 'chain' | 'chart'>[],
): Promise<Readonly<Record<string, Picture>>> {
  const drawn: [string, Picture][] = []
  for (const { chain, chart } of chains) {
    drawn.push([pictureName(chain), await drawContactChart(chart)])
  }
  return Object.fromEntries(drawn)
}
