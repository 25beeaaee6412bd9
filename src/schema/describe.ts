import { ownValue } from '../finding/own-value.ts'
import { shapeOfObject } from './kind.ts'
import type { Shape, ValueShape } from './shape.ts'

/** What should stand there, in Japanese, as the object of a sentence. */
export function describeShape(type: ValueShape): string {
  switch (type.kind) {
    case 'text':
    case 'label':
      return '文字列'
    case 'day':
      return '日付（例 2024-04-01、令和6年4月1日）'
    case 'period':
      return '期間（例 P6M は6か月、P1Y は1年、P7D は7日）'
    case 'number':
      return describeNumber(type)
    case 'bool':
      return 'true か false'
    case 'yes':
      return 'true'
    case 'word':
      return 'words' in type ? describeWords(type.words) : '用語（半角の英数字）'
    case 'ref':
      return `${nounOf(type.to)}の識別子`
    case 'list':
      return `${describeShape(type.of)}の一覧`
    case 'map':
      return '名前と値の組'
    case 'object':
      return describeObject(shapeOfObject(type))
    case 'union':
      return type.of.map(describeShape).join('、または')
    case 'scalar':
      return '文字列、数、true、false のどれか'
    case 'any':
      return '値'
  }
}

/** { by: … }(確認): the keys that must be written, or the first where none must. */
function describeObject({ fields: all, label }: Shape): string {
  const fields = Object.entries(all)
  const required = fields.filter(([, field]) => field.required)
  const shown = required.length > 0 ? required : fields.slice(0, 1)
  return `{ ${shown.map(([key]) => `${key}: …`).join(', ')} }（${label}）`
}

/** 1から12までの整数 */
function describeNumber(type: ValueShape): string {
  if (type.kind !== 'number') return '数'
  const noun = type.whole ? '整数' : '数'
  return type.most >= 1_000_000
    ? `${type.least}以上の${noun}`
    : `${type.least}から${type.most}までの${noun}`
}

/** must(しなければならない)、may(することができる)のどれか */
export function describeWords(words: Readonly<Record<string, string>>): string {
  const all = Object.entries(words).map(([id, label]) => (id === label ? id : `${id}（${label}）`))
  return all.length === 1 ? (all[0] ?? '') : `${all.join('、')}のどれか`
}

/** What does stand there, in Japanese; a number as it was written (1.10, not 1.1). */
export function describeValue(value: unknown, written?: string): string {
  if (value === null || value === undefined) return '値なし'
  if (Array.isArray(value)) return value.length === 0 ? '空の一覧' : '一覧'
  if (typeof value === 'object') return 'キーと値の組'
  if (typeof value === 'number') return `数「${written ?? value}」`
  if (typeof value === 'boolean') return `「${value}」`
  return `「${shorten(typeof value === 'string' ? value : '')}」`
}

/** A text of the user's own, cut where it would fill the screen. */
export function shorten(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

const nouns: Readonly<Record<string, string>> = {
  organisation: '組織',
  group: 'グループ',
  role: '役割',
  duty: '担当業務',
  procedure: '実施手順',
  contract: '契約',
  sla: 'SLAの項目',
  log: 'ログ',
  body: '体制',
  place: '場所',
}

/** 組織またはグループ: what a reference may lead to, by the names of its targets in the schemas. */
export function nounOf(targets: readonly string[]): string {
  return targets.map((target) => ownValue(nouns, target) ?? target).join('または')
}
