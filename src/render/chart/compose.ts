import type { ArrangedLine, Arrangement } from './plan.ts'
import { areSame, placed } from './box.ts'
import type { ContactChart } from './contact-chart.ts'
import { type Figure, type FigureText, moved, type Rectangle, type Size } from './figure.ts'
import { sizeOf, textLines, textSize } from './lettering.ts'
import { breakLines } from './line-break.ts'
import type { Typeset } from './typeset.ts'
import { type Piece, unlistedPiece } from './unlisted.ts'

const gap = 14

/** The whole figure: the chart as arranged, whom it leaves out, and how to read it. */
export function compose(
  chart: ContactChart,
  typeset: Typeset,
  lineWidth: number,
  arrangement: Arrangement,
): Figure {
  const main = chartPiece(typeset, arrangement)
  const unlisted = unlistedPiece(chart, lineWidth, main.width)
  const width = Math.max(main.width, unlisted?.width ?? 0)
  const legend = legendPiece(legendOf(chart, typeset.common), width)
  const pieces = [unlisted, legend].filter((piece) => piece !== undefined)
  return pieces.reduce<Figure>((figure, piece) => below(figure, piece), main)
}

function chartPiece(
  typeset: Typeset,
  { width, height, boxes, frames, lines }: Arrangement,
): Figure {
  const standing = [...typeset.boxes].flatMap(([id, box]) => {
    const at = boxes.get(id)
    return at ? [placed(box, at)] : []
  })
  const titles = [...frames].flatMap(([id, frame]) => {
    const title = typeset.titles.get(id) ?? []
    return textLines(title, titlePlace(sizeOf(title), frame, lines), 'quiet')
  })
  const labels = lines.flatMap(({ label }, index) =>
    label ? textLines(typeset.labels[index] ?? [], label, 'plain', 'centre') : [],
  )
  return {
    width,
    height,
    frames: [...frames.values()].map((frame) => ({ ...frame, tone: 'quiet', isRound: false })),
    lines: lines.map(({ points }, index) => ({
      points,
      headAtStart: typeset.lines[index]?.back !== undefined,
      headAtEnd: typeset.lines[index]?.out !== undefined,
    })),
    clearings: [...titles, ...labels].map(clearing),
    boxes: standing.flatMap((one) => one.shapes),
    texts: [...titles, ...labels, ...standing.flatMap((one) => one.texts)],
  }
}

function legendPiece(legend: string, room: number): Piece | undefined {
  if (legend === '') return undefined
  const lines = breakLines(legend, Math.max(16, Math.floor(room / textSize)))
  const texts = textLines(lines, { x: 2, y: 0 }, 'quiet')
  const { width, height } = sizeOf(lines)
  return { width: width + 4, height: height + 2, frames: [], boxes: [], texts }
}

/** Puts a piece below a figure. */
function below(figure: Figure, piece: Piece): Figure {
  const by = { x: 0, y: figure.height + gap }
  return {
    ...figure,
    width: Math.max(figure.width, piece.width),
    height: by.y + piece.height,
    frames: [...figure.frames, ...piece.frames.map((one) => moved(one, by))],
    boxes: [...figure.boxes, ...piece.boxes.map((one) => moved(one, by))],
    texts: [...figure.texts, ...piece.texts.map((one) => moved(one, by))],
  }
}

function clearing({ x, y, width, height }: FigureText): Rectangle {
  return { x: x - 3, y, width: width + 6, height }
}

/**
 * Where the title of a frame stands along its upper edge: at the left, or farther right where a line
 * would run through it there. Where no place is free it stays at the left, on a white ground.
 */
function titlePlace(title: Size, frame: Rectangle, lines: readonly ArrangedLine[]): Rectangle {
  const place = { ...title, x: frame.x + inset, y: frame.y + 4 }
  const band = { ...place, width: frame.width - 2 * inset }
  const crossings = lines.flatMap(({ points }) =>
    points.slice(1).flatMap((end, index) => {
      const start = points[index] ?? end
      const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)]
      const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)]
      const isInside = top < band.y + band.height && bottom > band.y
      return isInside && left < band.x + band.width && right > band.x ? [{ left, right }] : []
    }),
  )
  const starts = [place.x, ...crossings.map(({ right }) => right + clear)]
  const free = starts.find(
    (x) =>
      x + title.width <= band.x + band.width &&
      crossings.every(({ left, right }) => right + clear <= x || left - clear >= x + title.width),
  )
  return { ...place, x: free ?? place.x }
}

const inset = 10
const clear = 5

/** How to read the signs that a chart uses, in a sentence or two; empty where it uses none. */
function legendOf(chart: ContactChart, common: string | undefined): string {
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
