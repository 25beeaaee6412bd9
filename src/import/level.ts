import { isoLength } from '../japanese/cycle.ts'
import { SaidText } from '../japanese/said.ts'
import { plainText } from '../japanese/sentence.ts'
import type { ReadElement } from './element.ts'
import { coreOf, type Sentence, type Statement } from './statement.ts'
import type { ReadingWords } from './words.ts'
import { columnIn } from './block.ts'
import type { Unit } from './unit.ts'

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

/** The levels that a table of passwords or of logs lays down, one a row; none where it is another table. */
export function levelRows(unit: Unit, words: ReadingWords): readonly ReadElement[] {
  const [head = [], ...rows] = unit.table?.rows ?? []
  const column = columnIn(head)
  const [length, expiry, complexity, shared] = [
    column(/文字数|桁数/u),
    column(/有効期[間限]/u),
    column(/組合せ|組み合わせ|複雑/u),
    column(/共用/u),
  ]
  const [kind, items, retention, protection] = [
    column(/ログの種類/u),
    column(/項目/u),
    column(/保[存管]期間/u),
    column(/保護/u),
  ]
  if (length >= 0 && rows.length > 0) {
    return rows.flatMap((row) =>
      element(unit, 'passwords', 'password', {
        ...number('minLength', row[length]),
        ...period('expiry', row[expiry]),
        ...yesOrNo('complexity', row[complexity], '必要', '不要'),
        ...yesOrNo('sharedAllowed', row[shared], '認める', '認めない'),
      }),
    )
  }
  if (kind < 0 || retention < 0) return []
  return rows.flatMap((row) => {
    const found = wordNamed(row[kind], 'logKinds', words)
    if (found === undefined) return []
    const known = plainText(row[items] ?? '')
      .split('、')
      .flatMap((name) => wordNamed(name, 'logItems', words) ?? [])
    const how = (row[protection] ?? '').trim()
    return element(unit, 'logs', `log-${found}`, {
      kind: found,
      ...(known.length > 0 ? { items: known } : {}),
      ...period('retention', row[retention]),
      ...(isNotSet(how) ? {} : { protection: how }),
    })
  })
}

function element(
  unit: Unit,
  list: 'passwords' | 'logs',
  stem: string,
  value: Readonly<Record<string, unknown>>,
): readonly ReadElement[] {
  if (Object.keys(value).length === 0) return []
  return [{ list, stem, value, sources: [unit], doubts: [], place: unit.place }]
}

function isNotSet(text: string): boolean {
  return text === '' || /^(?:定めなし|なし|[-ー―－])$/u.test(text)
}

function number(key: string, cell: string | undefined): object {
  const found = /(\d{1,3})(?:文字|桁)/u.exec(plainText(cell ?? ''))?.[1]
  return found === undefined ? {} : { [key]: Number(found) }
}

function period(key: string, cell: string | undefined): object {
  const [, count = '', unit = ''] =
    /^(\d{1,3})(日|週間|か月|年)(?:間)?$/u.exec(plainText(cell ?? '')) ?? []
  return count === '' ? {} : { [key]: isoLength(count, unit) }
}

function yesOrNo(key: string, cell: string | undefined, yes: string, no: string): object {
  const text = plainText(cell ?? '')
  return text === yes ? { [key]: true } : text === no ? { [key]: false } : {}
}

function wordNamed(
  name: string | undefined,
  vocabulary: string,
  { vocabularies }: ReadingWords,
): string | undefined {
  const text = plainText(name ?? '')
  return [...(vocabularies.get(vocabulary)?.values() ?? [])].find(
    (word) => plainText(word.name) === text,
  )?.id
}
