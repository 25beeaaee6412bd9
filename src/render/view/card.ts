import { wideSpace } from '../../japanese/width.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { Word } from '../../model/pack.ts'
import type { WrittenPart } from '../../model/part.ts'
import { dutiesOf } from '../../model/procedure.ts'
import { isSaidIn } from '../../model/word.ts'
import { labelIn } from '../../words/field.ts'
import { headingOf } from '../../words/name.ts'
import { frequencyOf } from '../../words/when.ts'
import { conventionsOf } from '../conventions.ts'
import { sourceOf } from '../trace.ts'
import { finished, type View, type ViewMaker } from '../view.ts'
import { type ChainNodeText, chainsOf, type ChainSubject, chainText } from './chain.ts'
import { dutyLine } from './duty-line.ts'
import { stemOf } from './procedure/subject.ts'
import { type Style, styleOf } from './style.ts'

/** 初動対応カード as finished text: a page for each contact chain, to hang on the wall. */
export interface CardText {
  readonly title: string
  readonly cards: readonly ChainCardText[]
}

/** One page: whom to ring first, what to do first, and whom the others ring. */
export interface ChainCardText {
  /** 障害、侵害に気付いたら */
  readonly heading: string
  readonly system: string
  readonly asOf: string
  readonly reporter: string
  readonly isForDay: boolean
  readonly isForNight: boolean
  readonly calls: readonly CallText[]
  readonly others: readonly CallText[]
  readonly actions: readonly ActionText[]
  readonly source: string
}

/** Somebody to ring. */
export type CallText = Omit<ChainNodeText, 'number' | 'tells'>

/** What is to be done, by whom and until when. */
export interface ActionText {
  readonly what: string
  readonly who: string
  readonly when: string
  readonly source: string
}

/** 初動対応カード: one document for each procedure in force that has a contact chain. */
export const cardViews: ViewMaker<WrittenDossier> = (dossier) => {
  const style = styleOf(conventionsOf(dossier.municipality))
  return dossier.procedures.flatMap((procedure): readonly View[] => {
    const chains = chainsOf(procedure, style)
    if (chains.length === 0) return []
    const text: CardText = {
      title: '初動対応カード',
      cards: chains.map((one) => cardOf(one, dossier, procedure, style)),
    }
    return [
      {
        title: `${style.text(dossier.name)}${wideSpace}${text.title}`,
        stem: stemOf(dossier, procedure, 'card'),
        text: finished(text),
        fonts: style.conventions.fonts,
      },
    ]
  })
}

function cardOf(
  subject: ChainSubject,
  dossier: WrittenDossier,
  procedure: WrittenPart,
  style: Style,
): ChainCardText {
  const { chart } = subject
  const text = chainText(subject, '')
  const first = new Set(
    chart.edges.filter(({ from }) => from === chart.firstReporter).map(({ to }) => to),
  )
  const told = chart.nodes.flatMap(({ id }, at) => {
    const node = text.nodes[at]
    return node && id !== chart.firstReporter ? [{ id, call: callOf(node) }] : []
  })
  return {
    heading: `${text.triggers}に気付いたら`,
    system: style.text(dossier.name),
    asOf: text.asOf,
    reporter: text.firstReporter,
    isForDay: text.isForDay,
    isForNight: text.isForNight,
    calls: told.filter(({ id }) => first.has(id)).map(({ call }) => call),
    others: told.filter(({ id }) => !first.has(id)).map(({ call }) => call),
    actions: actionsOf(subject, dossier, procedure, style),
    source: text.source,
  }
}

function callOf(node: ChainNodeText): CallText {
  const { organisation, role, day, isDayMissing, night, isNightMissing, source } = node
  return { organisation, role, day, isDayMissing, night, isNightMissing, source }
}

/**
 * The duties that what the chain is for brings with it, the system's own as they are written, then those that the
 * whole organisation has.
 */
function actionsOf(
  { chain }: ChainSubject,
  dossier: WrittenDossier,
  procedure: WrittenPart,
  style: Style,
): readonly ActionText[] {
  const events = eventsOf(chain, dossier)
  const procedures = [procedure, ...(dossier.organisationWide?.procedures ?? [])]
  return procedures
    .flatMap((one) => dutiesOf(one))
    .filter((duty) => {
      const frequency = frequencyOf(duty)
      return frequency.kind === 'event' && events.has(frequency.event)
    })
    .map((duty) => {
      const { performers, when } = dutyLine(duty, style)
      return { what: style.text(headingOf(duty)), who: performers, when, source: sourceOf(duty) }
    })
}

/** The events of the vocabulary that the triggers of a chain are called by: 侵害 and 漏えい are an incident. */
function eventsOf(chain: WrittenPart, { standard }: WrittenDossier): ReadonlySet<string> {
  const triggers = chain.texts('triggers').map((one) => labelIn(chain.shape, 'triggers', one))
  const events = standard.vocabularies.get('events') ?? new Map<string, Word>()
  const called = [...events.values()].filter((word) =>
    triggers.some((trigger) => isSaidIn(word, trigger)),
  )
  return new Set(called.flatMap(({ id, includes = [] }) => [id, ...includes]))
}
