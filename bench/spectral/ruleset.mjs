import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from '../generate.mjs'
import { procedureSchema } from './schema.mjs'

const rule = (given, message, fn, functionOptions, more = {}) => ({
  given,
  message,
  severity: 'error',
  then: { ...more, function: fn, ...(functionOptions ? { functionOptions } : {}) },
})
const pattern = (given, match, message) => rule(given, message, 'pattern', { match })
const present = (given, field, message) => rule(given, message, 'truthy', undefined, { field })
const several = (given, min, message) => rule(given, message, 'length', { min })
const oneOf = (given, values, message) => rule(given, message, 'enumeration', { values })
const duty = (activity) => `$.duties[?(@.activity == "${activity}")]`

/** 22 rules, as near to ours as Spectral's functions come: the shape, references by pattern, presence and lengths. */
const rules = {
  'pl-shape': rule('$', '{{error}}', 'schema', { allErrors: true, schema: procedureSchema() }),
  'pl-system': pattern('$.system', '^[a-z0-9-]+/[a-z0-9-]+$', 'システムの書き方が違います'),
  'pl-title': rule('$.title', '題名が長すぎます', 'length', { max: 80 }),
  'pl-owner': present('$', 'owner', '所管がありません'),
  'pl-roles': several('$.roles', 1, '役割がありません'),
  'pl-role-post': present('$.roles[?(@.canonical == "system-manager")]', 'post', '職がありません'),
  'pl-role-name': rule('$.roles[*].name', '役割の名称が長すぎます', 'length', { max: 30 }),
  'pl-performers': several('$.duties[*].performers', 1, '担当者がいません'),
  'pl-performer': pattern(
    '$.duties[*].performers[*]',
    '^(kanri|gyomu|tanto|riyo|hoshu)$',
    '役割がありません',
  ),
  'pl-split': present(
    '$.duties[?(@.performers && @.performers.length > 1)]',
    'split',
    '分担がありません',
  ),
  'pl-frequency': present('$.duties[*]', 'frequency', '頻度がありません'),
  'pl-record': present(
    '$.duties[?(@.frequency && @.frequency.every)]',
    'record',
    '記録がありません',
  ),
  'pl-timing': present(duty('account.review'), 'timing', '時期がありません'),
  'pl-report': present(duty('account.review'), 'reportTo', '報告先がありません'),
  'pl-cycle': pattern(
    `${duty('account.review')}.frequency.every`,
    '^P(1Y|[1-9]M|1[0-2]M)$',
    '間隔が長すぎます',
  ),
  'pl-steps': several(`${duty('account.manage')}.steps`, 4, '手順が足りません'),
  'pl-means': oneOf('$.duties[*].means', ['manual', 'automatic'], '方法が違います'),
  'pl-words': rule('$.duties[*].text', 'あいまいな表現です', 'pattern', {
    notMatch: '(なるべく|可能な限り)',
  }),
  'pl-states': several('$.provisions[*].states', 1, '書くべき点がありません'),
  'pl-edges': several('$.chains[*].edges', 4, '連絡の線が足りません'),
  'pl-password': rule('$.passwords[*].minLength', '短すぎます', 'pattern', {
    match: '^([89]|[1-9][0-9]+)$',
  }),
  'pl-retention': present('$.logs[*]', 'retention', '保管する期間がありません'),
}

/** Writes the ruleset and says where. @returns {string} */
export function writeRuleset() {
  const path = join(cache, 'spectral-ruleset.json')
  writeFileSync(path, JSON.stringify({ rules }))
  return path
}
