import type { Picture } from '../view.ts'
import { altOf } from './alt.ts'
import { loadArrange } from './arrange.ts'
import type { ContactChart } from './contact-chart.ts'
import type { Figure } from './figure.ts'
import { largest, leastScale, points } from './fit.ts'
import { sizeOf, textLines } from './lettering.ts'
import { drawable } from './line-break.ts'
import { type Fonts, openFonts, pngOf, undrawable } from './png.ts'
import { svgOf } from './svg.ts'

/** A drawn chart, as large as its page allows. */
export interface ChartPicture extends Picture {
  /** How much smaller than at full size; 1 is full size. */
  readonly scale: number
  /** What a person who prints it should know, in Japanese. */
  readonly warnings: readonly string[]
}

/** What the text area of an A4 page leaves for a picture with its heading and caption, in pixels. */
const page = { width: 642, height: 868 }

/**
 * Draws a contact chart: in several manners, of which the one is kept that is largest on its page. It leaves room for
 * what stands below it, in pixels, as long as it is still read without effort.
 */
export async function drawContactChart(chart: ContactChart, below = 0): Promise<ChartPicture> {
  const [arrange, fonts] = await Promise.all([loadArrange(), openFonts()])
  const height = page.height - below
  const beside = below > 0 && height > 0 && (await largest(chart, { ...page, height }, arrange))
  const isRead = beside && beside.scale >= leastScale
  const fitted = isRead ? beside : await largest(chart, page, arrange)
  const { figure, scale } = fitted ?? { figure: notice(tooMuch), scale: 1 }
  const warnings = [
    ...(fitted ? [] : [`「${drawable(chart.title)}」は${tooMuch}`]),
    ...tooSmall(scale),
    ...withoutGlyph(figure, fonts),
  ]
  return { ...pictureOf(chart, figure, scale, fonts), scale, warnings }
}

/** Draws words in the place of a contact chart; nothing but them is needed. */
export async function drawWords(chart: ContactChart, words: string): Promise<Picture> {
  return pictureOf(chart, notice(words), 1, await openFonts())
}

function pictureOf(chart: ContactChart, figure: Figure, scale: number, fonts: Fonts): Picture {
  const size = {
    width: Math.floor(figure.width * scale),
    height: Math.floor(figure.height * scale),
  }
  const alt = altOf(chart)
  const svg = svgOf(figure, size, { title: drawable(chart.title), alt })
  return { svg, alt, ...size, png: () => pngOf(svg, fonts) }
}

const tooMuch = '組織と経路が多く、図にできません。連絡先の一覧を見てください。'

/** A figure that only says something. */
function notice(text: string): Figure {
  const lines = [text]
  const { width, height } = sizeOf(lines)
  const [frames, clearings, boxes] = [[], [], []]
  const texts = textLines(lines, { x: 6, y: 6 }, 'missing')
  return { width: width + 12, height: height + 12, lines: [], frames, clearings, boxes, texts }
}

function tooSmall(scale: number): readonly string[] {
  if (scale >= leastScale) return []
  const size = Math.floor(scale * points * 10) / 10
  return [
    `連絡体制図が大きく、A4に収めると文字が${size}ポイントになり、読みにくくなります。組織をグループにまとめるか、連絡体制を分けてください。`,
  ]
}

function withoutGlyph(figure: Figure, fonts: Fonts): readonly string[] {
  const missing = undrawable(
    figure.texts.map(({ text }) => text),
    fonts,
  )
  if (missing.length === 0) return []
  return [
    `「${missing.join('')}」はBIZ UDゴシックにない文字です。画像にするとき〓になります。この文字のあるフォントを加えるか、別の字で書いてください。`,
  ]
}
