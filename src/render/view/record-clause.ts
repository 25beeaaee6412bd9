import type { Predicate, Verb } from '../../japanese/verb.ts'

const keep: Verb = suru('記録')
const enter: Verb = suru('記載')
const make: Verb = suru('作成')
const leave: Verb = { continuative: '残し', dictionary: '残す', negative: '残さ', past: '残した' }

/**
 * How something is kept on a record, by what the record is: 点検票に記録する, 作業記録を作成する,
 * 承認した業務計画書を記録として残す.
 */
export function recordClause(record: string): Predicate {
  const bare = record.replace(/（[^（）]*）$/, '')
  if (bare === record && /(?:録|報告書?)$/.test(bare)) return { object: `${record}を`, verb: make }
  if (/(?:台帳|簿|帳|票|表|履歴|控え|一覧)$/.test(bare))
    return { object: `${record}に`, verb: keep }
  return { object: `${record}を記録として`, verb: leave }
}

/** The same where what is to be done is itself to record: 障害を障害記録に記載する. */
export function recordingIn(record: string): Predicate {
  return { object: `${record}に`, verb: record.endsWith('録') ? enter : keep }
}

function suru(action: string): Verb {
  return {
    continuative: `${action}し`,
    dictionary: `${action}する`,
    negative: `${action}し`,
    past: `${action}した`,
  }
}
