import { cityId } from './municipality.mjs'

/** The months looked at: from the beginning of the fiscal year to the day of judgement. */
const months = ['04', '05', '06', '07', '08']
const covers = { from: '2026-04-01', to: '2026-08-31' }
/** How many holders of an ID the ledger of a system has at least, and at most. */
const holders = [8, 24]

/**
 * What was done and kept in a generated system: its turns, its IDs, its exchanges, its reports. Only what is
 * kept: faults are put into procedures.
 * @param {import('./procedure.mjs').Profile} profile
 * @param {object} written its procedure
 * @param {import('./random.mjs').Draws} draws
 * @returns {object}
 */
export function records(profile, written, draws) {
  const { id, owner, traits, contractor } = profile
  const people = Array.from({ length: draws.int(...holders) }, (_, index) => `${id}-${index}`)
  const monthly = written.duties.filter(({ frequency }) => frequency.every === 'P1M')
  return {
    kind: 'records',
    system: `${cityId}/${id}`,
    performed: monthly.map((duty) =>
      performed(duty, duty.performers[0] === 'hoshu' ? contractor : owner),
    ),
    accounts: [{ organisation: owner, covers, entries: people.map(account) }],
    rosterChanges: [{ organisation: owner, covers, entries: people.slice(0, 2).map(leaving) }],
    ...(traits.includes('media.removable') && {
      media: [{ organisation: owner, covers, entries: months.map(medium) }],
      exchanges: [{ organisation: owner, covers, entries: months.map(exchange) }],
    }),
    received: [
      {
        contract: 'upkeep',
        document: 'monthlyReport',
        covers,
        entries: months.slice(0, -1).map(report),
      },
    ],
  }
}

function performed({ id, reportTo }, organisation) {
  const entries = months.map((month) => ({
    id: `${id}-${month}`,
    on: `2026-${month}-20`,
    period: `2026-${month}`,
    ...(reportTo && { reportedOn: `2026-${month}-24`, reportedTo: 'gyomu' }),
  }))
  return { duty: id, organisation, covers, entries }
}

/** The first two have left, and their IDs were removed in time. */
function account(person, index) {
  const id = `u-${index}`
  const own = { id, label: person, holder: person, kind: 'personal', registeredOn: '2026-04-01' }
  return index < 2 ? { ...own, removedOn: '2026-07-02' } : own
}

function leaving(person) {
  return { person, kind: 'retire', on: '2026-06-30' }
}

function medium(month) {
  return { id: `m-${month}`, label: `USB-${month}`, registeredOn: '2026-04-01' }
}

function exchange(month) {
  return {
    id: `x-${month}`,
    medium: `USB-${month}`,
    on: `2026-${month}-12`,
    with: '県庁（架空）',
    direction: 'out',
    permittedBy: '庶務課長',
    scan: { on: `2026-${month}-12`, definitions: `2026-${month}-12`, result: 'clean' },
  }
}

function report(month) {
  const next = String(Number(month) + 1).padStart(2, '0')
  return {
    id: `report-${month}`,
    period: `2026-${month}`,
    on: `2026-${next}-05`,
    sla: ['patch'],
    checkedBy: 'gyomu',
  }
}
