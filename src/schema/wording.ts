import { ownValue } from '../finding/own-value.ts'
import { suggest } from '../japanese/suggest.ts'
import { meantKey } from './check.ts'
import { dayWords, notBegunWords, periodWords } from './day-wording.ts'
import { describeShape, describeValue, describeWords, shorten } from './describe.ts'
import type { ValueShape } from './shape.ts'
import type { Departure, Fields, ShapeWords, Violation } from './violation.ts'
import { periodFix, wrongTypeFix } from './wrong-type.ts'

/** How the words name the object, and what the user typed there. */
export interface Surroundings {
  /** 担当業務「account-review」 */
  readonly owner: string
  /** The text as written, before YAML made a number of it; undefined where there is none. */
  readonly written: string | undefined
}

/** Puts one violation into plain Japanese. */
export function wordsFor(violation: Violation, { owner, written }: Surroundings): ShapeWords {
  const name = fieldName(violation)
  const about = violation.field?.about ?? ''
  switch (violation.code) {
    case 'unknown-key':
      return unknownKey(violation, owner)
    case 'missing-key':
      return missingKey(violation, violation.field === undefined ? owner : `${owner}の${name}`)
    case 'rival-keys': {
      const rivals = violation.rivals.map((key) => `「${key}」`).join('と')
      return {
        message: `${owner}の${name}に${rivals}が両方書かれています`,
        why: about,
        fix: `${rivals}のどちらか一つだけを残してください。`,
        expected: null,
        actual: null,
      }
    }
    case 'wrong-name':
      return {
        message: `${owner}の${name}では「${shorten(violation.key)}」という名前は使えません`,
        why: violation.names.startsWith('^/')
          ? '場所は / で始めて書きます。例 /procedure/duties/account-review/frequency'
          : '名前は半角の英字か _ で始め、英数字と _ だけで書きます。',
        fix: '名前を書き直してください。',
        expected: null,
        actual: shorten(violation.key),
      }
    case 'no-value':
      return {
        message: `${owner}の${name}に値が書かれていません`,
        why: 'キーや「-」だけがあって、値がありません。',
        fix: noValueFix(violation.expected),
        expected: describeShape(violation.expected),
        actual: describeValue(null),
      }
    case 'wrong-type':
      return {
        message: `${owner}の${name}に${describeValue(violation.found, written)}が書かれています`,
        why: about,
        fix: wrongTypeFix(violation.expected, violation.found, written),
        expected: describeShape(violation.expected),
        actual: written === undefined ? describeValue(violation.found) : shorten(written),
      }
    case 'unknown-word':
      return unknownWord(violation, owner, name, about)
    case 'blank':
      return {
        message: `${owner}の${name}が空です`,
        why: about,
        fix: '中身を書いてください。書くことがなければ、この行を消してください。',
        expected: '空でない文字列',
        actual: '空の文字列',
      }
    case 'wrong-form':
      return {
        message: `${owner}の${name}の「${shorten(violation.found)}」は書き方が違います`,
        why: violation.form,
        fix: formFix(violation.found),
        expected: null,
        actual: shorten(violation.found),
      }
    case 'too-long':
      return {
        message: `${owner}の${name}が長すぎます`,
        why: `${violation.most}字までしか書けません。いまは${violation.found}字あります。`,
        fix: '短くするか、別の文書に置いて、その名称を書いてください。',
        expected: `${violation.most}字まで`,
        actual: `${violation.found}字`,
      }
    case 'too-many':
    case 'too-few':
      return numberOfItems(violation, owner, name)
    case 'out-of-range':
      return {
        message: `${owner}の${name}の ${violation.found} は範囲の外です`,
        why: about,
        fix: `${describeShape(violation.expected)}を書いてください。`,
        expected: describeShape(violation.expected),
        actual: String(violation.found),
      }
    case 'not-a-day':
    case 'no-such-day':
      return dayWords(violation, `${owner}の${name}`)
    case 'not-a-period':
      return periodWords(violation.found, `${owner}の${name}`)
    case 'not-begun':
      return notBegunWords(violation, `${owner}の${name}`)
    case 'more-than':
      return moreThan(violation, owner, name)
    case 'more':
      return {
        message: `このファイルには、ほかにも${violation.found}か所の誤りがあります`,
        why: '誤りが多いため、残りは表示していません。',
        fix: '表示された誤りを直してから、もう一度確かめてください。',
        expected: null,
        actual: null,
      }
  }
}

/** 「frequency」（頻度）; an item of a list goes by the name of its list. */
function fieldName({ field, path, ownerDepth }: Violation): string {
  const key = String(path[ownerDepth] ?? '')
  return field ? `「${key}」（${field.label}）` : `「${shorten(key)}」`
}

function moreThan(
  { found, most, of, owner: { fields } }: Violation & Of<'more-than'>,
  owner: string,
  name: string,
): ShapeWords {
  const other = `「${of}」（${ownValue(fields, of)?.label ?? of}）`
  return {
    message: `${owner}の${name}の ${found} が、${other}の ${most} より多くなっています`,
    why: `${name}は、${other}のうちの数です。それより多くはなりません。`,
    fix: '二つの数を確かめて、違っているほうを直してください。',
    expected: `${most}以下`,
    actual: String(found),
  }
}

type Of<Code extends Departure['code']> = Extract<Violation, { code: Code }>

function unknownKey({ key, known }: Of<'unknown-key'>, owner: string): ShapeWords {
  const meant = meantKey(key, known)
  const field = meant === undefined ? undefined : ownValue(known, meant)
  return {
    message: `${owner}に「${shorten(key)}」というキーはありません`,
    why: '知らないキーは、書き間違いを見逃さないように誤りとします。',
    fix: field
      ? `「${meant}」（${field.label}）ではありませんか。`
      : `書けるキーは、${Object.keys(known).join('、')} です。覚書なら notes に書いてください。`,
    expected: meant ?? null,
    actual: shorten(key),
  }
}

function missingKey({ alternatives }: Of<'missing-key'>, owner: string): ShapeWords {
  const names = labelled(alternatives)
  const [only, second] = Object.values(alternatives)
  return {
    message: second
      ? `${owner}に${names.join('も')}も書かれていません`
      : `${owner}に${names.join('')}が書かれていません`,
    why: second ? 'どれか一つを必ず書きます。' : '必ず書くキーです。',
    fix: second
      ? `${names.join('か')}の${names.length > 2 ? 'どれか一つ' : 'どちらか'}を書いてください。`
      : `「${Object.keys(alternatives)[0] ?? ''}:」の行を加えてください。${only?.about ?? ''}`,
    expected: Object.keys(alternatives).join(' / '),
    actual: describeValue(null),
  }
}

function labelled(fields: Fields): string[] {
  return Object.entries(fields).map(([key, { label }]) => `「${key}」（${label}）`)
}

function noValueFix(expected: ValueShape): string {
  const none = expected.kind === 'list' ? '「なし」なら [] と書きます。' : ''
  return `${none}分からないとき、書くことがないときは、キーの行ごと消してください。`
}

function unknownWord(
  { expected, found, field }: Of<'unknown-word'>,
  owner: string,
  name: string,
  about: string,
): ShapeWords {
  const isFrequency = field?.type.kind === 'union' && field.type.name === 'Frequency'
  const words = expected.kind === 'word' && 'words' in expected ? expected.words : {}
  const meant = meantWord(found, words)
  const expects = isFrequency ? describeShape(field.type) : describeWords(words)
  return {
    message: `${owner}の${name}に「${shorten(found)}」とは書けません`,
    why: about,
    fix:
      (isFrequency ? periodFix(found) : undefined) ??
      (meant === undefined
        ? `${expects}を書いてください。`
        : `「${meant}」（${ownValue(words, meant) ?? ''}）ではありませんか。`),
    expected: expects,
    actual: shorten(found),
  }
}

/** People write the Japanese label; it leads to its word as well as a near spelling does. */
function meantWord(found: string, words: Readonly<Record<string, string>>): string | undefined {
  const wanted = found.normalize('NFKC').trim()
  const labelled = Object.entries(words).find(([, label]) => label === wanted)
  return labelled?.[0] ?? suggest(wanted, Object.keys(words))
}

function formFix(found: string): string {
  const narrow = found.normalize('NFKC').trim()
  return narrow !== found && /^[!-~]+$/.test(narrow)
    ? `半角で「${narrow}」と書いてください。`
    : '書き方に合わせて直してください。'
}

function numberOfItems(
  { code, limit, found }: Of<'too-many' | 'too-few'>,
  owner: string,
  name: string,
): ShapeWords {
  const many = code === 'too-many'
  return {
    message: `${owner}の${name}が${many ? '多すぎます' : '足りません'}`,
    why: many ? `${limit}件までしか書けません。` : `${limit}件以上を書きます。`,
    fix: many
      ? 'ファイルを分けるか、古いものを別に保管してください。'
      : '一覧に書き加えてください。',
    expected: many ? `${limit}件まで` : `${limit}件以上`,
    actual: `${found}件`,
  }
}
