import type { Figure, FigureBox, FigureLine, FigureText, Point, Rectangle, Tone } from './figure.ts'
import { groupBy } from '../../finding/order.ts'
import { nameSize, textSize } from './lettering.ts'
import { escapeHtml } from '../text.ts'

const ink = '#1a1a1a'
const grey = '#555555'
const red = '#c00000'

/** The fonts by preference; each `<text>` states its length, so boxes stay right in any of them. */
const fonts = "'BIZ UDGothic', 'BIZ UDゴシック', 'MS Gothic', 'Noto Sans Mono CJK JP', monospace"

/** Writes a figure as an SVG document of a displayed size, with its description for those who cannot see it. */
export function svgOf(
  figure: Figure,
  size: { readonly width: number; readonly height: number },
  words: { readonly title: string; readonly alt: string },
): string {
  const { width, height } = figure
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(size.width)}" height="${number(size.height)}" viewBox="0 0 ${number(width)} ${number(height)}" role="img">`,
    `<title>${escapeHtml(words.title)}</title>`,
    `<desc>${escapeHtml(words.alt)}</desc>`,
    `<rect width="${number(width)}" height="${number(height)}" fill="#ffffff"/>`,
    ...trunksOf(figure.lines).map(trunkSvg),
    ...figure.frames.map(boxSvg),
    ...figure.clearings.map((place) => `<rect ${rectangle(place)} fill="#ffffff"/>`),
    ...figure.boxes.map(boxSvg),
    `<g font-family="${escapeHtml(fonts)}" font-size="${textSize}" xml:space="preserve">`,
    ...figure.texts.map(textSvg),
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

const borders: Readonly<Record<Tone, string>> = {
  plain: `fill="#ffffff" stroke="${ink}" stroke-width="1"`,
  quiet: `fill="none" stroke="${grey}" stroke-width="0.8"`,
  strong: `fill="#ffffff" stroke="${ink}" stroke-width="2.2"`,
  inverse: `fill="${ink}"`,
  missing: `fill="#ffffff" stroke="${red}" stroke-width="1.4" stroke-dasharray="5 3"`,
}

function boxSvg(box: FigureBox): string {
  const corner = box.isRound ? ' rx="9"' : ''
  return `<rect ${rectangle(box)}${corner} ${borders[box.tone]}/>`
}

const headLength = 9
const headWidth = 4

/** Lines that begin as one. */
function trunksOf(lines: readonly FigureLine[]): readonly (readonly FigureLine[])[] {
  return [...groupBy(lines, ({ points }) => pairs(points.slice(0, 1))).values()]
}

/** On a white ground, so that of two crossing lines one visibly passes over the other. */
function trunkSvg(trunk: readonly FigureLine[]): string {
  const drawn = trunk.map(({ points, headAtStart, headAtEnd }) => {
    const start = headAtStart ? headAt(points) : undefined
    const end = headAtEnd ? headAt(points.toReversed()) : undefined
    const path = [start?.neck ?? points[0], ...points.slice(1, -1), end?.neck ?? points.at(-1)]
    return { path: path.filter((point) => point !== undefined), heads: [start, end] }
  })
  const path = drawn.map(({ path: [first, ...others] }) =>
    first ? `M${pairs([first])}L${pairs(others)}` : '',
  )
  const heads = new Set(
    drawn.flatMap((line) => line.heads.flatMap((head) => (head ? [pairs(head.corners)] : []))),
  )
  return [
    `<path d="${path.join('')}" fill="none" stroke="#ffffff" stroke-width="5"/>`,
    `<path d="${path.join('')}" fill="none" stroke="${ink}" stroke-width="1.3"/>`,
    ...[...heads].map((corners) => `<polygon points="${corners}" fill="${ink}"/>`),
  ].join('')
}

/** The arrowhead at the first point of a line; SVG markers are not drawn alike everywhere. */
function headAt([tip, next]: readonly Point[]) {
  if (!tip || !next) return undefined
  const length = Math.hypot(next.x - tip.x, next.y - tip.y) || 1
  const along = { x: (next.x - tip.x) / length, y: (next.y - tip.y) / length }
  const neck = { x: tip.x + along.x * headLength, y: tip.y + along.y * headLength }
  const side = { x: -along.y * headWidth, y: along.x * headWidth }
  const corners = [
    tip,
    { x: neck.x + side.x, y: neck.y + side.y },
    { x: neck.x - side.x, y: neck.y - side.y },
  ]
  return { corners, neck: length > headLength ? neck : next }
}

const inks: Readonly<Record<Tone, string>> = {
  plain: ink,
  quiet: grey,
  strong: ink,
  inverse: '#ffffff',
  missing: red,
}

/** Where the line that letters stand on runs, in the height of a line of text. */
const baseline = 0.76

function textSvg({ text, x, y, width, height, size, tone }: FigureText): string {
  const weight = tone === 'strong' || tone === 'missing' ? ' font-weight="700"' : ''
  const own = size === textSize ? '' : ` font-size="${nameSize}"`
  const place = `x="${number(x)}" y="${number(y + height * baseline)}"`
  const length = `textLength="${number(width)}" lengthAdjust="spacingAndGlyphs"`
  return `<text ${place} ${length} fill="${inks[tone]}"${own}${weight}>${escapeHtml(text)}</text>`
}

function rectangle({ x, y, width, height }: Rectangle): string {
  return `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`
}

function pairs(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${number(x)},${number(y)}`).join(' ')
}

const number = (value: number): string => String(Math.round(value * 100) / 100)
