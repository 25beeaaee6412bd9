import { ownValue } from '../../finding/own-value.ts'
import { chainCovers } from '../../model/chain.ts'
import { dossierOf } from '../../model/dossier.ts'
import { procedureOf } from '../../model/duty.ts'
import { isGroup, lineOf, membersOf } from '../../model/organisation.ts'
import type { WrittenPart } from '../../model/part.ts'
import { involvedIn } from '../../model/procedure.ts'
import type { ChartEdge, ChartFrame, ChartNode, ChartPhone, ContactChart } from './contact-chart.ts'

const bands = ['day', 'night'] as const
const phoneFields = { day: 'phoneDay', night: 'phoneNight' } as const

/** The chart of one contact chain of a procedure. What is unknown is left out, never called missing. */
export function contactChartOf(chain: WrittenPart): ContactChart {
  const edges = edgesOf(chain)
  const called = new Set(edges.map((edge) => edge.to))
  const organisations = drawnOrganisations(chain)
  const contacts = new Map(
    chain.parts('nodes').map((node) => [node.part('organisation')?.key, node]),
  )
  const nodes = [...organisations].map(([id, organisation]) => {
    const contact = contacts.get(id)
    const phones = phonesOf(chain, contact, called.has(id))
    return { ...nodeOf(organisation), ...roleOf(contact), phones }
  })
  const unlisted = unlistedIn(chain)
  const goal = chain.part('goal')?.key
  return {
    title: chain.text('title') ?? '連絡体制図',
    nodes,
    edges,
    frames: framesAbove([...organisations.values(), ...unlisted.map(({ party }) => party)]),
    firstReporter: chain.part('firstReporter')?.key ?? '',
    ...(goal === undefined ? {} : { goal }),
    unlisted: unlisted.map(({ party, relation }) => ({
      ...nodeOf(party),
      ...(relation === undefined ? {} : { role: `関わり方 ${relation}` }),
      phones: [],
    })),
  }
}

/** Every organisation the chain names, in the order a reader meets them. */
function drawnOrganisations(chain: WrittenPart): ReadonlyMap<string, WrittenPart> {
  const ends = chain.parts('edges').flatMap((edge) => [edge.part('from'), edge.part('to')])
  const named = [
    chain.part('firstReporter'),
    ...chain.parts('nodes').map((node) => node.part('organisation')),
    ...ends,
    chain.part('goal'),
  ]
  return new Map(named.flatMap((part) => (part ? [[part.key, part] as const] : [])))
}

function edgesOf(chain: WrittenPart): readonly ChartEdge[] {
  return chain.parts('edges').flatMap((edge) => {
    const [from, to, means] = [edge.part('from'), edge.part('to'), edge.text('means')]
    // An end that leads nowhere was told when the dossier was built.
    if (!from || !to) return []
    return [{ from: from.key, to: to.key, ...(means === undefined ? {} : { means }) }]
  })
}

function nodeOf(organisation: WrittenPart): Omit<ChartNode, 'phones'> {
  const frame = homeOf(organisation)?.key
  const count = countOf(organisation)
  return {
    id: organisation.key,
    name: nameOf(organisation),
    kind: kindOf(organisation),
    ...(count === undefined ? {} : { count }),
    ...(frame === undefined ? {} : { frame }),
  }
}

function roleOf(contact: WrittenPart | undefined): Pick<ChartNode, 'role' | 'post'> {
  const role = contact?.part('role')
  const [name, post] = [role?.writtenText('name'), role?.writtenText('post')]
  return { ...(name === undefined ? {} : { role: name }), ...(post === undefined ? {} : { post }) }
}

/** The numbers noted, and the gaps of a node that is called in the chain's parts of the day. */
function phonesOf(
  chain: WrittenPart,
  contact: WrittenPart | undefined,
  called: boolean,
): readonly ChartPhone[] {
  const stated = chain.texts('bands')
  const needed = stated.length === 0 ? bands : stated
  return bands.flatMap((band): ChartPhone[] => {
    const number = contact?.writtenText(phoneFields[band])
    if (number !== undefined && number !== 'none') return [{ band, number }]
    return called && needed.includes(band) ? [{ band }] : []
  })
}

/** Whom the context involves but the chain leaves out. Only failures and intrusions concern them all. */
function unlistedIn(
  chain: WrittenPart,
): readonly { party: WrittenPart; relation: string | undefined }[] {
  const triggers = chain.texts('triggers')
  if (!triggers.includes('failure') && !triggers.includes('intrusion')) return []
  if (!dossierOf(chain).context?.written('involved')) return []
  return involvedIn(procedureOf(chain)).flatMap((one) => {
    const party = one.part('organisation')
    if (!party || chainCovers(chain, party)) return []
    return [{ party, relation: relationOf(one.part('involvement')) }]
  })
}

/** 利用, 中継: the Japanese word of how an organisation is involved; the owner has no involvement of its own. */
function relationOf(involvement: WrittenPart | undefined): string | undefined {
  if (!involvement) return '所管'
  const type = involvement.shape.fields['relation']?.type
  const words = type?.kind === 'word' && 'words' in type ? type.words : {}
  return ownValue(words, involvement.writtenText('relation') ?? '')
}

function nameOf(organisation: WrittenPart): string {
  return organisation.writtenText('name') ?? organisation.key
}

function kindOf(organisation: WrittenPart): ChartNode['kind'] {
  const kinds = new Set(membersOf(organisation).map((one) => one.writtenText('kind')))
  const [kind] = kinds
  return kinds.size === 1 && (kind === 'external' || kind === 'facility') ? kind : 'internal'
}

const counters = { internal: '所属', external: '者', facility: '施設' } as const

/** 60施設, 12所属, 2所属ほか: a group stands as one box, whatever its size. */
function countOf(organisation: WrittenPart): string | undefined {
  if (!isGroup(organisation)) return undefined
  const counter = counters[kindOf(organisation)]
  const facilities = dossierOf(organisation).context?.part('facilities')
  if (facilities?.data['group'] === organisation.key) {
    return `${facilities.number('count') ?? 0}${counter}`
  }
  const listed = membersOf(organisation).length
  if (organisation.data['known'] !== 'sample') return `${listed}${counter}`
  return listed === 0 ? undefined : `${listed}${counter}ほか`
}

/** Where it stands in the tree: itself, as others may stand in it; a group, in what stands above all its members. */
function homeOf(organisation: WrittenPart): WrittenPart | undefined {
  if (!isGroup(organisation)) return organisation
  const [first, ...others] = membersOf(organisation).map((member) => lineOf(member).slice(1))
  return first?.find((above) => others.every((line) => line.some((one) => one.key === above.key)))
}

function framesAbove(organisations: readonly WrittenPart[]): readonly ChartFrame[] {
  const frames = new Map<string, ChartFrame>()
  for (const organisation of organisations) {
    const home = homeOf(organisation)
    const line = home ? lineOf(home) : []
    line.forEach((one, index) => {
      const parent = line[index + 1]?.key
      const frame = { id: one.key, name: nameOf(one), ...(parent === undefined ? {} : { parent }) }
      frames.set(one.key, frame)
    })
  }
  return [...frames.values()]
}
