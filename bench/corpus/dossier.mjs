import { context } from './context.mjs'
import { faults } from './fault.mjs'
import { actions, notice } from './follow-up.mjs'
import { contractorIds, groupIds, sectionIds } from './municipality.mjs'
import { procedure } from './procedure.mjs'
import { draws } from './random.mjs'
import { records } from './records.mjs'
import { acts, subjects, things } from './words.mjs'
import { yaml } from './yaml.mjs'

const faultShare = 0.1
const smallest = 11_000
const largest = 18_000

/** So many systems there are for one that has an audit behind it, or an amended procedure. */
const followedUp = 5

/**
 * One generated system: its procedure, a file of 10 to 20 KB, its context and its records, and of one in
 * five what was improved and how its amendment was told.
 * @param {number} index
 * @param {number} seed
 * @returns {{ id: string, files: Readonly<Record<string, string>>, fault: string | undefined }}
 *   the texts by the names of their files; `fault` names the rule that must find it
 */
export function dossier(index, seed) {
  const drawn = draws(seed * 1_000_003 + index * 7919)
  const profile = profileOf(index, drawn)
  const written = procedure(profile, drawn)
  const fault = drawn.chance(faultShare) ? drawn.pick(Object.keys(faults)) : undefined
  if (fault !== undefined) faults[fault](written)
  lengthen(written, drawn.int(smallest, largest), drawn)
  const files = {
    procedure: written,
    context: context(profile),
    records: records(profile, written, drawn),
    ...(index % followedUp === 0 && { actions: actions(profile), notice: notice(profile) }),
  }
  const heading = `# ${profile.name}（試験のために作った架空のシステム）\n`
  const texts = Object.entries(files).map(([name, file]) => [name, `${heading}${yaml(file)}`])
  return { id: profile.id, files: Object.fromEntries(texts), fault }
}

function profileOf(index, drawn) {
  return {
    id: `system-${String(index).padStart(5, '0')}`,
    name: `${drawn.pick(subjects)}システム その${index + 1}`,
    connection: drawn.pick(['internet', 'lgwan', 'closed']),
    traits: [
      'outsourced',
      ...['equipment.own', 'media.removable', 'data.personal', 'cloud', 'net.remote'].filter(() =>
        drawn.chance(0.5),
      ),
    ],
    owner: drawn.pick(sectionIds),
    group: drawn.pick(groupIds),
    contractor: drawn.pick(contractorIds),
    day: `${drawn.pick(['2025', '2026'])}-04-01`,
  }
}

/** Draws the prose of duties and provisions out until the procedure has its length. */
function lengthen(written, target, drawn) {
  const parts = [...written.duties, ...written.provisions]
  let length = Buffer.byteLength(yaml(written))
  for (let at = 0; length < target; at = (at + 1) % parts.length) {
    const sentence = `${drawn.pick(things)}${drawn.pick(acts)}`
    const before = parts[at].text ?? ''
    parts[at].text = before + sentence
    length += Buffer.byteLength(sentence) + (before === '' ? 11 : 0)
  }
}
