import type { Picture } from '../view.ts'
import { loadArrange } from './arrange.ts'
import { type ChartNode, type ContactChart, contactLines } from './contact-chart.ts'
import type { Figure } from './figure.ts'
import { largest, leastScale, points } from './fit.ts'
import { sizeOf, textLines } from './lettering.ts'
import { drawable } from './line-break.ts'
import { svgOf } from './svg.ts'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { FormatUnavailable } from '../unavailable.ts'
import { type Glyphs, glyphsOf } from './glyphs.ts'

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

/** More lines than a listener can follow; the list beside the picture has them all. */
const maxItems = 30

/** What the picture shows, in sentences, for those who cannot see it. */
function altOf(chart: ContactChart): string {
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

/** Pixels of the PNG for one of the picture: 240 to the inch. */
const sharpness = 2.5

/** Stands for a character that no font at hand can draw, as printers have it. */
const geta = '〓'

const fontPackage = '@expo-google-fonts/biz-udgothic'
const weights = ['400Regular/BIZUDGothic_400Regular', '700Bold/BIZUDGothic_700Bold']

/** The fonts pictures are drawn with; never those of the machine, so that they are the same everywhere. */
interface Fonts {
  readonly files: readonly string[]
  readonly has: Glyphs
  /** Whether BIZ UDGothic is there; without it no picture is made, but a chart can be drawn. */
  readonly isWhole: boolean
}

/** Opens the BIZ UDGothic fonts, an optional dependency. */
export async function openFonts(): Promise<Fonts> {
  const files = shippedFonts()
  // Both weights have the same characters.
  const [first] = files
  const has = first === undefined ? () => false : glyphsOf(await readFile(first))
  return { files, has, isWhole: first !== undefined }
}

/** The characters of texts that the fonts cannot draw, each once. */
export function undrawable(texts: readonly string[], { has, isWhole }: Fonts): readonly string[] {
  if (!isWhole) return []
  return [...new Set(texts.join(''))].filter((character) => !has(character))
}

/** Draws an SVG as PNG with these fonts only; no edge of it is see-through. */
async function pngOf(svg: string, fonts: Fonts): Promise<Uint8Array> {
  if (!fonts.isWhole) throw missing('フォント', fontPackage)
  const { Resvg } = await import('@resvg/resvg-js').catch(() => {
    throw missing('部品', '@resvg/resvg-js')
  })
  // The markup itself is ASCII, which every font has.
  const drawn = Array.from(svg, (character) =>
    character === '\n' || fonts.has(character) ? character : geta,
  ).join('')
  const font = {
    loadSystemFonts: false,
    fontFiles: [...fonts.files],
    defaultFontFamily: 'BIZ UDGothic',
  }
  const fitTo = { mode: 'zoom', value: sharpness } as const
  return new Uint8Array(new Resvg(drawn, { font, fitTo, background: '#ffffff' }).render().asPng())
}

function shippedFonts(): readonly string[] {
  const { resolve } = createRequire(import.meta.url)
  try {
    return weights.map((weight) => resolve(`${fontPackage}/${weight}.ttf`))
  } catch {
    return []
  }
}

function missing(what: string, name: string): FormatUnavailable {
  return new FormatUnavailable(`図を画像にするための${what} ${name} が入っていません。`, {
    hint: `npm install ${name} で入れてください。`,
  })
}
