import { cityId, groupIds, membersOf } from './municipality.mjs'

/**
 * What was improved in a generated system: a fault of last year, and what has been done about it since.
 * @param {import('./procedure.mjs').Profile} profile
 * @returns {object}
 */
export function actions({ id }) {
  return {
    kind: 'actions',
    system: `${cityId}/${id}`,
    actions: [
      {
        id: 'monthly-log',
        finding: 'ログを分析していない月がある。',
        duty: 'log-analyse',
        status: 'continuing',
        startedOn: '2026-04-01',
        history: [{ on: '2026-04-01', status: 'continuing', text: '毎月の分析を始めた' }],
      },
    ],
  }
}

/**
 * How those concerned were told of the procedure that came into force.
 * @param {import('./procedure.mjs').Profile} profile
 * @returns {object}
 */
export function notice({ id, name, owner, group, day }) {
  return {
    kind: 'notice',
    system: `${cityId}/${id}`,
    id: 'change-notice',
    title: `${name}実施手順の改正について`,
    issuer: owner,
    on: day,
    announces: { procedure: `${id}-procedure`, from: dayBefore(day), to: day },
    statements: [
      {
        id: 's-review',
        duty: 'account-review',
        addressee: 'riyo',
        modality: 'must',
        text: '利用者IDの点検は、利用課の長が6か月ごとに行わなければなりません。',
      },
    ],
    deliveries: membersOf(groupIds.indexOf(group)).map((to) => {
      return { id: `d-${to}`, to, on: day, means: 'document', state: 'received' }
    }),
  }
}

function dayBefore(day) {
  return new Date(Date.parse(day) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
