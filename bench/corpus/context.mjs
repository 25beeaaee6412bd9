import { cityId } from './municipality.mjs'

/**
 * What is really so about a generated system: just enough for the rules that look at the facts.
 * @param {import('./procedure.mjs').Profile} profile
 * @returns {object}
 */
export function context({ id, name, connection, traits, owner, group, contractor }) {
  return {
    kind: 'context',
    system: `${cityId}/${id}`,
    name,
    foundOn: '2026-08-31',
    owner,
    procedure: 'exists',
    connection,
    traits,
    involved: [
      { organisation: owner, relation: 'operates' },
      { organisation: group, relation: 'uses' },
      { organisation: contractor, relation: 'maintains' },
    ],
    practices: [
      {
        id: 'p-review',
        activity: 'account.review',
        performedBy: [group, owner],
        resultsTo: [owner],
      },
      {
        id: 'p-log',
        activity: 'log.analyse',
        performedBy: [contractor, owner],
        resultsTo: [owner],
      },
    ],
    logs: [
      {
        id: 'access',
        kind: 'access',
        holder: contractor,
        accessibleTo: [contractor],
        retention: 'P1Y',
      },
    ],
    contracts: [
      {
        id: 'upkeep',
        name: `${name}運用保守業務`,
        contractor,
        from: '2026-04-01',
        explained: [{ on: '2026-04-01', to: contractor, what: '対策基準の守るべきこと' }],
        sla: [
          {
            id: 'patch',
            item: '修正プログラムの適用',
            category: 'patch',
            cadence: 'periodic',
            every: 'P1M',
          },
        ],
      },
    ],
    capacity: [{ role: 'gyomu', hoursPerYear: 120 }],
  }
}
