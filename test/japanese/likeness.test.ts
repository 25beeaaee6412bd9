import { describe, expect, test } from 'vitest'
import { spokenOf } from '../../src/japanese/likeness.ts'

const camera = [
  '防犯カメラを設置したときは、設置している旨を見やすい所に表示しなければならない。',
  '録画した画像は、保存する期間を日数で定め、過ぎたものは消さなければならない。',
  '画像を取り扱う者を指定し、指定した者のほかに操作させてはならない。',
]

describe('the text that a sentence speaks of', () => {
  test.each<[string, string, number | undefined]>([
    ['by a word', '「録画を残す日数」を定めていません。', 1],
    ['by another', '「画像を取り扱う者の指定と把握」は、誰も行っていません。', 2],
    ['by none where all have it', 'しなければならない。', undefined],
    ['by none where none has it', '別のことです。', undefined],
  ])('is told %s', (_, sentence, place) => {
    expect(spokenOf(sentence, camera)).toBe(place)
  })
  test.each([[[]], [['一つ']]])('is none of %j', (texts) => {
    expect(spokenOf('何か', texts)).toBeUndefined()
  })
})
