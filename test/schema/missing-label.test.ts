import { expect, test } from 'vitest'
import { missingLabel } from '../../src/schema/missing-label.ts'

test.each([
  ['records', 'accounts', 'アカウント台帳（accounts）'],
  ['records', 'performed/duty:account-review/organisation:library', '実施の記録（performed）'],
  ['records', 'received/contract:operation/workPlan', '受け取った文書（received）'],
  ['context', 'facilities/count', '施設（facilities）'],
  ['context', 'contract:operation/demands', '契約の求めた記載事項（demands）'],
  ['context', 'contract:operation/sla:patch/category', 'SLAの項目の分類（category）'],
  ['procedure', 'duty:log-analyse/effort/timesPerYear', '担当業務の手間（effort）'],
  ['municipality', 'groups/libraries/members', 'グループ（groups）'],
  ['context', 'aoba-city/library', undefined],
  ['procedure', 'procedure:library@2024-04-01', undefined],
  ['records', 'constructor', undefined],
  ['other', 'accounts', undefined],
])('%s %s is %s', (kind, path, label) => {
  expect(missingLabel({ kind, path })).toBe(label)
})
