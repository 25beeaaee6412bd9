import { wideSpace } from '../../japanese/width.ts'
import type { WrittenPart } from '../../model/part.ts'
import { labelIn } from '../../words/field.ts'
import { unregistered } from '../../words/name.ts'
import type { ChartNode, ContactChart } from '../chart/contact-chart.ts'
import { contactChartOf } from '../chart/from-chain.ts'
import { sourceOf } from '../trace.ts'
import type { FigureText } from './article.ts'
import type { Style } from './style.ts'

/** One contact chain as finished text; the picture shows the same. */
export interface ChainText {
  readonly id: string
  readonly title: string
  /** 障害、侵害 */
  readonly triggers: string
  /** 開庁時間内、夜間・休日 */
  readonly bands: string
  /** 令和５年４月１日現在; marked as missing where nobody wrote it. */
  readonly asOf: string
  readonly hasAsOf: boolean
  /** Whether it is for office hours, for nights and holidays, or for both. */
  readonly isForDay: boolean
  readonly isForNight: boolean
  /** The widths of the columns of its list, in percent. */
  readonly widths: readonly string[]
  readonly firstReporter: string
  readonly goal: string
  /** The name of the picture in the view. */
  readonly picture: string
  readonly alt: string
  readonly nodes: readonly ChainNodeText[]
  /** By what every contact is made; empty where that is not the same for all, or nobody wrote it. */
  readonly means: string
  /** ８か所: how many telephone numbers nobody wrote; empty where none lacks. */
  readonly missing: string
  /** Who is involved in the system and has no place in the chain. */
  readonly unlisted: readonly UnlistedText[]
  readonly source: string
}

/** Somebody who is told or tells. */
export interface ChainNodeText {
  readonly number: string
  readonly organisation: string
  readonly role: string
  readonly day: string
  readonly isDayMissing: boolean
  readonly night: string
  readonly isNightMissing: boolean
  /** ２（相互）、５: whom it tells, by their numbers. */
  readonly tells: string
  readonly source: string
}

/** An organisation the chain leaves out, and how it is involved. */
export interface UnlistedText {
  readonly organisation: string
  readonly relation: string
}

/** What the text and the picture of a chain are made from. */
export interface ChainSubject {
  readonly chain: WrittenPart
  readonly chart: ContactChart
  readonly style: Style
}

/** The chains of a procedure with their charts. */
export function chainsOf(procedure: WrittenPart, style: Style): readonly ChainSubject[] {
  return procedure
    .parts('chains')
    .map((chain) => ({ chain, chart: asWritten(contactChartOf(chain), style), style }))
}

/** A chart whose words keep the conventions as the text around it does; telephone numbers stay as they are. */
function asWritten(chart: ContactChart, style: Style): ContactChart {
  const text = (words: string | undefined): string | undefined =>
    words === undefined ? undefined : style.text(words)
  const node = ({ name, count, role, post, ...rest }: ChartNode): ChartNode => ({
    ...rest,
    name: style.text(name),
    ...defined({ count: text(count), role: text(role), post: text(post) }),
  })
  return {
    ...chart,
    title: style.text(chart.title),
    nodes: chart.nodes.map(node),
    unlisted: chart.unlisted.map(node),
    edges: chart.edges.map(({ means, ...ends }) => ({
      ...ends,
      ...defined({ means: text(means) }),
    })),
    frames: chart.frames.map((frame) => ({ ...frame, name: style.text(frame.name) })),
  }
}

/** The fields that are there. */
function defined(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** The name of a chain's picture. */
export function pictureName(chain: WrittenPart): string {
  return `chain-${chain.key}`
}

/** A contact chain as finished text; `alt` is what its picture says to those who do not see it. */
export function chainText({ chain, chart, style }: ChainSubject, alt: string): ChainText {
  const names = new Map(chart.nodes.map((node) => [node.id, fullName(node, chart)]))
  const nameOf = (id: string | undefined): string => style.text(names.get(id ?? '') ?? '')
  const asOf = chain.writtenText('asOf')
  const bands = chain.texts('bands')
  const words = (field: 'triggers' | 'bands'): string =>
    style.text(
      chain
        .texts(field)
        .map((word) => labelIn(chain.shape, field, word))
        .join('、'),
    )
  const nodes = chart.nodes.map((node, at) => nodeText(node, at, { chain, chart, style }))
  const isForDay = bands.length === 0 || bands.includes('day')
  const isForNight = bands.length === 0 || bands.includes('night')
  const missing =
    (isForDay ? nodes.filter(({ isDayMissing }) => isDayMissing).length : 0) +
    (isForNight ? nodes.filter(({ isNightMissing }) => isNightMissing).length : 0)
  return {
    id: chain.key,
    title: style.text(chart.title),
    triggers: words('triggers'),
    bands: words('bands'),
    asOf: asOf === undefined ? unregistered() : `${style.day(asOf)}現在`,
    hasAsOf: asOf !== undefined,
    isForDay,
    isForNight,
    widths:
      bands.length === 1 ? ['6', '36', '25', '17', '16'] : ['6', '26', '19', '14', '14', '21'],
    firstReporter: nameOf(chart.firstReporter),
    goal: nameOf(chart.goal),
    picture: pictureName(chain),
    alt,
    means: sharedMeans(chart),
    missing: missing === 0 ? '' : style.text(`${missing}か所`),
    nodes,
    unlisted: chart.unlisted.map((node) => ({
      organisation: style.text(fullName(node, chart)),
      relation: style.text((node.role ?? '').replace(/^関わり方\s*/, '')),
    })),
    source: sourceOf(chain),
  }
}

function nodeText(node: ChartNode, at: number, subject: ChainSubject): ChainNodeText {
  const { chain, chart, style } = subject
  const part = nodeOf(chain, node.id)
  const day = phone(node, 'day')
  const night = phone(node, 'night')
  const count = node.count === undefined ? '' : `（${node.count}）`
  const role = [node.role, node.post === undefined ? undefined : `（${node.post}）`]
  return {
    number: style.number(at + 1),
    organisation: style.text(`${fullName(node, chart)}${count}`),
    role: style.text(role.filter((word) => word !== undefined).join('')),
    ...{ day: day.text, isDayMissing: day.isMissing },
    ...{ night: night.text, isNightMissing: night.isMissing },
    tells: style.text(tellsOf(node, chart)),
    source: sourceOf(part ?? chain),
  }
}

/** Whom a node tells, each once, and whether they tell it in turn; how, where that differs in the chart. */
function tellsOf({ id }: ChartNode, chart: ContactChart): string {
  const isShared = sharedMeans(chart) !== ''
  return chart.edges
    .filter(({ from }) => from === id)
    .map(({ to, means }) => {
      const isMutual = chart.edges.some((back) => back.from === to && back.to === id)
      const more = [isMutual ? '相互' : '', isShared ? '' : (means ?? '')].filter(Boolean)
      const number = chart.nodes.findIndex((node) => node.id === to) + 1
      return `${number}${more.length > 0 ? `（${more.join('・')}）` : ''}`
    })
    .join('、')
}

function sharedMeans({ edges }: ContactChart): string {
  const [first, ...others] = new Set(edges.map(({ means }) => means ?? ''))
  return others.length === 0 ? (first ?? '') : ''
}

/** A number as written, so that it can be dialled; marked where the chain calls and none is written. */
function phone(node: ChartNode, band: 'day' | 'night'): { text: string; isMissing: boolean } {
  const entry = node.phones.find((one) => one.band === band)
  if (!entry) return { text: '―', isMissing: false }
  return { text: entry.number ?? unregistered(), isMissing: entry.number === undefined }
}

/** With the organisations above it, as the frames of the chart show them. */
function fullName(node: ChartNode, chart: ContactChart): string {
  const above: string[] = []
  for (let id = node.frame; id !== undefined;) {
    const frame = chart.frames.find((one) => one.id === id)
    if (frame && frame.id !== node.id) above.unshift(frame.name)
    id = frame?.parent
  }
  return [...above, node.name].reduce((name, own) => (own.startsWith(name) ? own : name + own))
}

function nodeOf(chain: WrittenPart, organisation: string): WrittenPart | undefined {
  return chain.parts('nodes').find((node) => node.data['organisation'] === organisation)
}

/** 連絡体制図（障害、侵害）: a caption of the picture. */
export function chainCaption({ title, triggers, asOf, hasAsOf }: ChainText): string {
  return `${title}（${triggers}）${hasAsOf ? wideSpace + asOf : ''}`
}

/** What stands before the numbers of those whom somebody tells. */
export const toldMark = `連絡する相手${wideSpace}`

/** All that the picture of a chain shows in words: who is in it and tells whom, from where to where, in which frames. */
export function chainShown(
  { chart, style }: ChainSubject,
  { nodes, firstReporter, goal, means, unlisted }: ChainText,
): FigureText['shows'] {
  const frames = new Map(chart.frames.map(({ id, name }) => [id, name]))
  return [
    ...nodes.map(({ number, organisation, role, day, night, tells }) => [
      ...[number, organisation, role, day, night],
      tells === '' ? '' : `${toldMark}${tells}`,
    ]),
    ...labelled('初めに気付く者', [firstReporter]),
    ...labelled('届ける相手', [goal]),
    ...labelled('連絡の方法', [means]),
    ...chart.frames.map(({ name, parent }) =>
      ['枠', name, frames.get(parent ?? '') ?? ''].map(style.text),
    ),
    ...unlisted.map(({ organisation, relation }) => ['図にない者', organisation, relation]),
  ]
}

function labelled(label: string, words: readonly string[]): readonly (readonly string[])[] {
  return words.some((word) => word !== '') ? [[label, ...words]] : []
}
