import { cityId, sectionIds } from './municipality.mjs'

/** The system whose ledgers are long. */
export const ledgerId = 'long-ledgers'

const covers = { from: '2024-04-01', to: '2026-08-31' }
/** One entry in so many breaks a rule: an ID left open, a twin, an exchange without a scan. */
const faulty = 500

/**
 * A system with long ledgers: an account ledger kept as CSV, and with a tenth as many rows each the changes
 * of the roster, the media, their exchanges and what a count of them saw.
 * @param {number} rows of the account ledger
 * @returns {{ context: object, procedure: object, records: object, accounts: string }}
 */
export function ledger(rows) {
  const system = `${cityId}/${ledgerId}`
  const [owner] = sectionIds
  const tenth = Array.from({ length: Math.ceil(rows / 10) }, (_, index) => index)
  const lists = {
    rosterChanges: tenth.map(rosterChange),
    media: tenth.map(medium),
    exchanges: tenth.map(exchange),
  }
  return {
    context: { kind: 'context', system, name: '長い台帳', foundOn: '2026-08-31', owner },
    procedure: procedure(system, owner),
    records: {
      kind: 'records',
      system,
      accounts: [{ organisation: owner, covers, from: 'data/accounts.csv' }],
      ...Object.fromEntries(
        Object.entries(lists).map(([name, entries]) => [
          name,
          [{ organisation: owner, covers, entries }],
        ]),
      ),
      counts: [
        {
          id: 'count',
          ledger: 'media',
          organisation: owner,
          on: '2026-02-10',
          seen: tenth.map(labelOf),
        },
      ],
    },
    accounts: csv(rows),
  }
}

function procedure(system, owner) {
  return {
    kind: 'procedure',
    system,
    id: `${ledgerId}-procedure`,
    title: '長い台帳情報セキュリティ実施手順',
    standard: { pack: 'base', edition: '2025-03' },
    inForce: { from: '2025-04-01' },
    roles: [
      {
        id: 'gyomu',
        canonical: 'system-manager',
        name: '情報システム管理者',
        post: '課長',
        organisation: owner,
      },
    ],
    duties: [
      {
        id: 'media-scan',
        activity: 'media.scan',
        requirement: 'AST-2',
        title: '記録媒体のウイルス検査',
        performers: ['gyomu'],
        frequency: { on: 'media.exchange' },
        record: '記録媒体受渡簿',
        since: '2025-04-01',
      },
    ],
  }
}

/** One in ten of the holders has left, and their ID was removed in time, but for the faulty ones. */
function csv(rows) {
  const lines = Array.from({ length: rows }, (_, index) => {
    const hasLeft = index % 10 === 0 && index % faulty !== 0
    const holder = index % faulty === 1 ? index - 1 : index
    return `u-${index},${personOf(holder)},個人用,入力,2025-04-01,${hasLeft ? '2025-10-03' : ''}`
  })
  return `ID,使用者,種類,権限,登録日,削除日\n${lines.join('\n')}\n`
}

function personOf(index) {
  return `staff-${String(index).padStart(6, '0')}`
}

function rosterChange(index) {
  return { person: personOf(index * 10), kind: 'retire', on: '2025-09-30' }
}

function labelOf(index) {
  return `USB-${String(index).padStart(5, '0')}`
}

function medium(index) {
  return { id: `m-${index}`, label: labelOf(index), registeredOn: '2025-05-01' }
}

function exchange(index) {
  const scan = { on: '2025-11-04', definitions: '2025-11-03', result: 'clean' }
  return {
    id: `x-${index}`,
    medium: labelOf(index),
    on: '2025-11-04',
    with: '県庁（架空）',
    direction: 'out',
    permittedBy: '庶務課長',
    scan: index % faulty === 2 ? undefined : scan,
  }
}
