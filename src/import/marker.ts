import { readKanjiNumber } from '../japanese/numbering.ts'

/*
 * The signs before a paragraph that say where it stands: 第5条, ２, 一, (1), ①, ア, (ア), 6.1, 1-1, ・.
 */

/** What kind of sign it is. Signs of one kind stand beside one another, others below. */
export type MarkerKind =
  | 'chapter'
  | 'article'
  | 'supplement'
  | 'appendix'
  | 'decimal2'
  | 'decimal3'
  | 'decimal4'
  | 'number'
  | 'parenthesised'
  | 'circled'
  | 'kanji'
  | 'parenthesisedKanji'
  | 'kana'
  | 'parenthesisedKana'
  | 'letter'
  | 'parenthesisedLetter'
  | 'bullet'

/** A sign at the beginning of a paragraph. */
export interface Marker {
  readonly kind: MarkerKind
  /** As it is written in a place: 第5条, 6.1, (1), ア. */
  readonly label: string
  /** Its number, where it is one. */
  readonly count?: number
  /** The sign in the text, with the blanks after it. */
  readonly length: number
}

const digits = '[0-9０-９]{1,3}'
const kanji = '[一二三四五六七八九十百〇]{1,6}'
const open = '[（(]'
const close = '[）)]'
const gap = '\\s'
const stop = '[.．、,，)）]'
const katakana =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'

interface Form {
  readonly kind: MarkerKind | 'decimal'
  readonly pattern: RegExp
}

const forms: readonly Form[] = [
  {
    kind: 'chapter',
    pattern: new RegExp(
      `^第${gap}?(?:${digits}|${kanji})${gap}?[編章節款](?:の(?:${digits}|${kanji}))*(?=${gap}|$)${gap}*`,
      'u',
    ),
  },
  {
    kind: 'article',
    pattern: new RegExp(
      `^第${gap}?(?:${digits}|${kanji})${gap}?条(?:の(?:${digits}|${kanji})(?=${gap}|$|${open}))*(?![のにかをはとで、第及並又若各中関各])${gap}*`,
      'u',
    ),
  },
  { kind: 'supplement', pattern: /^附\s*則\s*/u },
  {
    kind: 'appendix',
    pattern: new RegExp(
      `^(?:別表|別紙|別図|様式|別記様式|別添|別記)(?:第?${gap}?(?:${digits}|${kanji})${gap}?号?)?(?=${gap}|$|${open})${gap}*`,
      'u',
    ),
  },
  {
    kind: 'decimal',
    pattern: new RegExp(
      `^${digits}(?:[.．\\-－‐−–]${digits}){1,3}[.．]?(?![0-9０-９年月日/／])${gap}*`,
      'u',
    ),
  },
  {
    kind: 'number',
    pattern: new RegExp(
      `^${digits}(?:${gap}*[.．](?![0-9０-９])${gap}*|${gap}+|[)）、]${gap}*(?![0-9０-９])|$)`,
      'u',
    ),
  },
  { kind: 'parenthesised', pattern: new RegExp(`^(?:${open}${digits}${close}|[⑴-⒇])${gap}*`, 'u') },
  { kind: 'circled', pattern: new RegExp(`^[①-⑳㉑-㉟]${gap}*`, 'u') },
  { kind: 'kanji', pattern: new RegExp(`^${kanji}(?:${gap}+|[、.．]${gap}*|$)`, 'u') },
  {
    kind: 'parenthesisedKanji',
    pattern: new RegExp(`^(?:${open}${kanji}${close}|[㈠-㈩])${gap}*`, 'u'),
  },
  {
    kind: 'kana',
    pattern: new RegExp(`^[${katakana}イロハニホヘト](?:${gap}+|${stop}${gap}*|$)`, 'u'),
  },
  { kind: 'parenthesisedKana', pattern: new RegExp(`^${open}[${katakana}]${close}${gap}*`, 'u') },
  { kind: 'letter', pattern: new RegExp(`^[a-zａ-ｚ](?:${stop}${gap}*|${gap}+|$)`, 'u') },
  { kind: 'parenthesisedLetter', pattern: new RegExp(`^${open}[a-zａ-ｚ]${close}${gap}*`, 'u') },
  { kind: 'bullet', pattern: new RegExp(`^(?:[・●○■□◆◇▪•‣※＊*]|[-－−](?=${gap}))${gap}*`, 'u') },
]

/** The sign that a paragraph begins with; undefined where it begins with none. */
export function markerOf(text: string): Marker | undefined {
  for (const { kind, pattern } of forms) {
    const [found] = pattern.exec(text) ?? []
    if (found === undefined || found === '') continue
    const sign = found.normalize('NFKC').replaceAll(/\s/gu, '')
    return {
      kind: kind === 'decimal' ? decimalKind(sign) : kind,
      length: found.length,
      ...read(sign, kind),
    }
  }
  return undefined
}

function decimalKind(sign: string): MarkerKind {
  const levels = sign.split(/[.\-‐−–]/u).filter((part) => part !== '').length
  return levels === 2 ? 'decimal2' : levels === 3 ? 'decimal3' : 'decimal4'
}

function read(sign: string, kind: Form['kind']): Pick<Marker, 'label' | 'count'> {
  if (kind === 'supplement') return { label: '附則' }
  if (kind === 'bullet') return { label: '・' }
  if (kind === 'decimal') return { label: sign.replace(/\.$/u, '').replaceAll(/[‐−–]/gu, '-') }
  const bare = sign.replace(/^[(]?(.*?)[)]?[.,、]?$/u, '$1')
  const count = readKanjiNumber(bare)
  switch (kind) {
    case 'number':
      return { label: bare, ...counted(count) }
    case 'parenthesised':
    case 'parenthesisedKanji':
    case 'parenthesisedKana':
    case 'parenthesisedLetter':
      return {
        label: `(${bare.replace(/^\(|\)$/gu, '')})`,
        ...counted(readKanjiNumber(bare.replace(/[()]/gu, ''))),
      }
    case 'circled':
      return { label: String.fromCodePoint(0x2460 + (count ?? 1) - 1), ...counted(count) }
    case 'kanji':
      return { label: bare, ...counted(count) }
    case 'chapter':
    case 'article':
    case 'appendix':
      return { label: withDigits(sign) }
    default:
      return { label: bare.replace(/[.,、)]$/u, '') }
  }
}

function counted(count: number | undefined): { readonly count?: number } {
  return count === undefined ? {} : { count }
}

/** 第十二条の二 → 第12条の2 */
function withDigits(sign: string): string {
  return sign.replaceAll(new RegExp(kanji, 'gu'), (number) =>
    String(readKanjiNumber(number) ?? number),
  )
}
