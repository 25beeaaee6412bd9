import { isoLength, plainText, SaidText } from '../japanese/said.ts'
import type { ReadElement } from './element.ts'
import { coreOf, type Sentence, type Statement } from './statement.ts'
import type { ReadingWords } from './words.ts'

/** What a statement says of passwords, in numbers; undefined where it says nothing of them. */
export function passwordIn(
  { main, more }: Statement,
  words: ReadingWords,
): ReadElement | undefined {
  const text = [main, ...more].map((one) => one.text).join('')
  const core = coreOf(text)
  if (!core.includes('パスワード') && !plainText(main.unit.caption).includes('パスワード'))
    return undefined
  const said = new SaidText(text, words.phrases)
  const history = /(?:過去|直近|以前)の?(\d{1,2})(?:回|世代)/u.exec(core)?.[1]
  const lock =
    /(\d{1,2})回(?:連続|以上)?[^、。]{0,12}(?:誤|失敗|間違)/u.exec(core)?.[1] ??
    /連続(?:して|で)?(\d{1,2})回/u.exec(core)?.[1]
  const expiry = /(\d{1,3})(日|か月|ヶ月|箇月|カ月|年)(?:以内|ごと|に1回|に一回|を超え)/u.exec(core)
  const isChanged = expiry !== null && /変更|更新|有効期/u.test(core)
  const value = {
    ...(said.length === undefined ? {} : { minLength: said.length }),
    ...(isChanged ? { expiry: isoLength(expiry[1] ?? '', expiry[2] ?? '') } : {}),
    ...(/(?:英字|英数|大文字|小文字|数字|記号)[^。]{0,24}(?:組み合わせ|組合せ|混在|含め|混ぜ)/u.test(
      core,
    )
      ? { complexity: true }
      : {}),
    ...(/(?:初期|仮の?|初回)[^。]{0,24}変更/u.test(core) && !core.includes('てはならない')
      ? { changeAtFirst: true }
      : {}),
    ...(lock === undefined ? {} : { lockAfter: Number(lock) }),
    ...(history === undefined ? {} : { history: Number(history) }),
  }
  if (Object.keys(value).length === 0) return undefined
  return {
    list: 'passwords',
    stem: 'password',
    value,
    sources: [main, ...more],
    doubts: [],
    place: main.unit.place,
  }
}

/** What a statement says of how long a log is kept and what is in it. */
export function logIn({ main, more }: Statement, words: ReadingWords): ReadElement | undefined {
  const core = coreOf(main.text)
  const kinds = [...(words.vocabularies.get('logKinds')?.values() ?? [])].flatMap((word) => {
    const found = [word.name, ...(word.near ?? [])]
      .map(plainText)
      .filter((name) => core.includes(name))
    return found.length > 0 ? [{ id: word.id, name: found[0] }] : []
  })
  if (kinds.length !== 1 || !/ログ|記録/u.test(core)) return undefined
  const kept = keptIn([main, ...more], words)
  const listed = [main, ...more].map((one) => coreOf(one.text)).join('、')
  const items = [...(words.vocabularies.get('logItems')?.values() ?? [])].filter(({ name }) =>
    listed.includes(plainText(name)),
  )
  const isOfItems = /項目|事項|次の|以下の/u.test(core) && items.length > 0
  if (kept === undefined && !isOfItems) return undefined
  return {
    list: 'logs',
    stem: `log-${kinds[0]?.id ?? ''}`,
    value: {
      kind: kinds[0]?.id,
      ...(isOfItems ? { items: items.map(({ id }) => id) } : {}),
      ...(kept === undefined ? {} : { retention: kept }),
    },
    sources: [main, ...more],
    doubts: [],
    place: main.unit.place,
  }
}

function keptIn(sentences: readonly Sentence[], words: ReadingWords): string | undefined {
  return new SaidText(sentences.map((one) => one.text).join(''), words.phrases).kept?.toString()
}
