import { expect, test } from 'vitest'
import { derivedFields } from '../../src/model/derived.ts'
import { changeFields } from '../../src/rule/notice-change.ts'

const japanese = /[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]/u

test('every derived field has its Japanese label', () => {
  const without = Object.entries({ ...derivedFields, ...changeFields }).flatMap(([type, fields]) =>
    Object.entries(fields).flatMap(([name, { label }]) =>
      japanese.test(label) ? [] : [`${type}.${name}`],
    ),
  )
  expect(without).toEqual([])
})
