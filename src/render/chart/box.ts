import { largest } from '../../finding/order.ts'
import type { ChartNode, ChartPhone, ContactChart } from './contact-chart.ts'
import { emWidth, lineHeight, nameSize, textSize } from './lettering.ts'
import { type FigureBox, type FigureText, moved, type Point, type Tone } from './figure.ts'
import { breakLines, drawable } from './line-break.ts'

const inset = 8
const gap = 3

/** A node of the chart, typeset: what it looks like where its upper left corner is the origin. */
export interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly shapes: readonly FigureBox[]
  readonly texts: readonly FigureText[]
}

/** What a box says besides the node itself. */
export interface BoxRole {
  /** What it is in the chain: 最初に気付く組織, 届け先. */
  readonly tags: readonly string[]
  /** The organisations it belongs to where they have no frame of their own. */
  readonly above: readonly string[]
  /** An organisation that the chain leaves out. */
  readonly isUnlisted: boolean
}

interface Row {
  readonly text: string
  readonly tone: Tone
  readonly size: number
  /** A border of its own around the text. */
  readonly shape?: Tone
}

/** Typesets a node with lines of at most so many em, in a box of at least some size. */
export function boxOf(
  node: ChartNode,
  role: BoxRole,
  lineWidth: number,
  least = { width: 0, height: 0 },
): Box {
  const rows = rowsOf(node, role, lineWidth)
  const widest = largest(rows.map(widthOf))
  const width = Math.max(least.width, Math.ceil(widest + 2 * inset))
  const texts: FigureText[] = []
  const shapes: FigureBox[] = []
  let y = inset - gap
  for (const row of rows) {
    const height = lineHeight(row.size)
    const place = { x: (width - widthOf(row)) / 2, y, width: widthOf(row), height }
    if (row.shape) shapes.push({ ...place, tone: row.shape, isRound: false })
    const textWidth = emWidth(row.text) * row.size
    texts.push({ ...row, ...place, x: (width - textWidth) / 2, width: textWidth })
    y += height + gap
  }
  const height = Math.max(least.height, Math.ceil(y + inset - gap))
  const tone = toneOf(role)
  const border = { x: 0, y: 0, width, height, tone, isRound: node.kind === 'external' }
  return { id: node.id, width, height, shapes: [border, ...shapes], texts }
}

/** A box where the layout has put it. */
export function placed(box: Box, at: Point): Pick<Box, 'shapes' | 'texts'> {
  return {
    shapes: box.shapes.map((one) => moved(one, at)),
    texts: box.texts.map((one) => moved(one, at)),
  }
}

/** What a node is in its chain, as its box says it. */
export function tagsOf(node: ChartNode, chart: ContactChart): readonly string[] {
  return [
    ...(node.id === chart.firstReporter ? ['最初に気付く組織'] : []),
    ...(node.id === chart.goal ? ['届け先'] : []),
  ]
}

function toneOf(role: BoxRole): Tone {
  if (role.isUnlisted) return 'missing'
  return role.tags.length > 0 ? 'strong' : 'plain'
}

function rowsOf(node: ChartNode, role: BoxRole, lineWidth: number): readonly Row[] {
  const row = (tone: Tone, shape?: Tone) => (text: string) => ({
    text,
    tone,
    size: textSize,
    ...(shape ? { shape } : {}),
  })
  const broken = (text: string): readonly string[] => breakLines(text, lineWidth)
  const name = drawable(node.name) === '' ? node.id : node.name
  const { role: called, post } = node
  const who = called !== undefined && post !== undefined ? `${called}（${post}）` : (called ?? post)
  return [
    ...role.tags.map(row('inverse', 'inverse')),
    ...role.above.flatMap(broken).map(row('quiet')),
    ...breakLines(name, (lineWidth * textSize) / nameSize).map((text) => ({
      ...row('strong')(text),
      size: nameSize,
    })),
    ...(node.count === undefined ? [] : broken(`（${node.count}）`).map(row('plain'))),
    ...(who === undefined ? [] : broken(who).map(row('plain'))),
    ...phoneRows(node.phones, lineWidth),
    ...(role.isUnlisted ? [row('missing')('【連絡体制に記載なし】')] : []),
  ]
}

const bandNames = { day: '昼', night: '夜' } as const

function phoneRows(phones: readonly ChartPhone[], lineWidth: number): readonly Row[] {
  const isSame = areSame(phones)
  return (isSame ? phones.slice(0, 1) : phones).flatMap(({ band, number }): readonly Row[] => {
    if (number === undefined) {
      const text = isSame ? '【電話未登録】' : `${bandNames[band]} 【電話未登録】`
      return [{ text, size: textSize, tone: 'missing', shape: 'missing' }]
    }
    const text = `${isSame ? '電話' : bandNames[band]} ${number}`
    return breakLines(text, lineWidth).map((line) => ({
      text: line,
      size: textSize,
      tone: 'plain',
    }))
  })
}

/** With room inside a border of its own. */
function widthOf(row: Row): number {
  return emWidth(row.text) * row.size + (row.shape ? textSize : 0)
}

/** Whether a node has one number for both parts of the day, or none for either. */
export function areSame(phones: ContactChart['nodes'][number]['phones']): boolean {
  const [first, ...others] = phones
  return others.length > 0 && others.every(({ number }) => number === first?.number)
}
