import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import { FormatUnavailable } from '../unavailable.ts'
import { frameWidth, graphOf, type Widening } from './elk-graph.ts'
import type { Point, Rectangle } from './figure.ts'
import type { Arrange, ArrangedLine, Arrangement, Plan, PlannedFrame } from './plan.ts'

/** Loads the layout engine, which is an optional dependency. */
export async function loadArrange(): Promise<Arrange> {
  const { default: elkjs } = await import('elkjs/lib/elk.bundled.js').catch(() => {
    throw new FormatUnavailable('連絡体制図を描くための部品 elkjs が入っていません。', {
      hint: 'npm install elkjs で入れてください。',
    })
  })
  const elk = new elkjs.default()
  return async (plan, direction) => {
    const first = arrangementOf(plan, await elk.layout(graphOf(plan, direction)))
    const widening = tooNarrow(plan.frames, first)
    if (widening.size === 0) return first
    return arrangementOf(plan, await elk.layout(graphOf(plan, direction, widening)))
  }
}

/** The frames that the engine made narrower than it was asked, as it does at times with nested ones, and by how much. */
function tooNarrow(frames: readonly PlannedFrame[], arrangement: Arrangement): Widening {
  const all = frames.flatMap(function own(frame): readonly PlannedFrame[] {
    return [frame, ...frame.frames.flatMap(own)]
  })
  const lacking = all.map((frame): [string, number] => {
    const width = arrangement.frames.get(frame.id)?.width ?? frameWidth(frame)
    return [frame.id, frameWidth(frame) - width]
  })
  return new Map(lacking.filter(([, width]) => width > 0))
}

function arrangementOf(plan: Plan, root: ElkNode): Arrangement {
  const boxes = new Map<string, Point>()
  const frames = new Map<string, Rectangle>()
  const collect = (planned: Pick<Plan, 'frames' | 'boxes'>, node: ElkNode): void => {
    const children = node.children ?? []
    planned.frames.forEach((frame, index) => {
      const child = children[index]
      if (!child) return
      frames.set(frame.id, rectangleOf(child))
      collect(frame, child)
    })
    planned.boxes.forEach(({ id }, index) => {
      const child = children[planned.frames.length + index]
      if (child) boxes.set(id, rectangleOf(child))
    })
  }
  collect(plan, root)
  const lines = plan.lines.map((_, index) => lineOf(root.edges?.[index]))
  return { width: root.width ?? 0, height: root.height ?? 0, boxes, frames, lines }
}

function rectangleOf({ x = 0, y = 0, width = 0, height = 0 }: ElkNode): Rectangle {
  return { x, y, width, height }
}

function lineOf(edge: ElkExtendedEdge | undefined): ArrangedLine {
  const points = (edge?.sections ?? []).flatMap(({ startPoint, bendPoints, endPoint }) => [
    startPoint,
    ...(bendPoints ?? []),
    endPoint,
  ])
  const { x, y } = edge?.labels?.[0] ?? {}
  return { points, ...(x === undefined || y === undefined ? {} : { label: { x, y } }) }
}
