import { isoLength, plainText } from '../japanese/said.ts'
import { columnIn } from './block.ts'
import type { ReadElement } from './element.ts'
import type { Unit } from './unit.ts'
import type { ReadingWords } from './words.ts'

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
