import type { IParagraphStyleOptions, IRunOptions, IStylesOptions } from 'docx'
import { type ParagraphStyle, paragraphStyles } from '../document.ts'
import {
  bodySize,
  captionLook,
  cellLook,
  headingLooks,
  lineHeight,
  type Look,
  officeFonts,
  paragraphLooks,
  subjectLook,
} from '../style.ts'
import type { Fonts } from '../view.ts'

/** What the styles are called in Word's list of styles. */
const styleNames: Readonly<Record<ParagraphStyle, string>> = {
  plain: '文書 段落',
  midashi: '条文 見出し',
  ko1: '条文 条',
  ko: '条文 項',
  go: '条文 号',
  iroha: '条文 号の細分',
  iroha2: '条文 号の細分2',
  num1: '番号 1',
  num1b: '番号 1 本文',
  num2: '番号 2',
  num2b: '番号 2 本文',
  num3: '番号 3',
  num4: '番号 4',
  'doc-number': '通知 文書番号',
  'doc-date': '通知 日付',
  addressee: '通知 宛先',
  sender: '通知 発信者',
  body: '通知 本文',
  ki: '通知 記',
  ijo: '通知 以上',
  right: '文書 右寄せ',
  center: '文書 中央',
  hang1: '文書 ぶら下げ1',
  hang2: '文書 ぶら下げ2',
  note: '文書 注',
  large: '文書 大きい文字',
  draft: '文書 案',
}

/** The id of the style of a paragraph. */
export function styleId(style: ParagraphStyle | 'cell' | 'caption' | 'subject'): string {
  return `PL${style.replaceAll('-', '')}`
}

/** Every style a document uses; Word drops what a style that is not there would say. */
export function wordStyles(fonts: Fonts = officeFonts): IStylesOptions {
  const body = paragraphLooks.plain
  return {
    default: {
      document: { run: { ...runOf(body, fonts), language: { value: 'ja-JP', eastAsia: 'ja-JP' } } },
      heading1: headingStyle(headingLooks[1], 0, fonts),
      heading2: headingStyle(headingLooks[2], 1, fonts),
      heading3: headingStyle(headingLooks[3], 2, fonts),
    },
    paragraphStyles: [
      ...paragraphStyles.map((style) =>
        paragraphStyle(styleId(style), styleNames[style], paragraphLooks[style], fonts),
      ),
      paragraphStyle(styleId('cell'), '表 文字', cellLook, fonts),
      paragraphStyle(styleId('caption'), '図表 名前', captionLook, fonts),
      {
        ...paragraphStyle(styleId('subject'), '通知 標題', subjectLook, fonts),
        basedOn: 'Heading1',
      },
    ],
  }
}

function paragraphStyle(
  id: string,
  name: string,
  look: Look,
  fonts: Fonts,
): IParagraphStyleOptions {
  return {
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: runOf(look, fonts),
    paragraph: paragraphOf(look),
  }
}

function headingStyle(look: Look, outlineLevel: number, fonts: Fonts) {
  return { run: runOf(look, fonts), paragraph: { ...paragraphOf(look), outlineLevel } }
}

/** The letters of a look. */
function runOf({ face, size, bold }: Look, fonts: Fonts): IRunOptions & { readonly font: object } {
  const name = fonts[face]
  return {
    font: { ascii: name, hAnsi: name, eastAsia: name, cs: name },
    size: Math.round(size * 2),
    sizeComplexScript: Math.round(size * 2),
    bold,
    color: '000000',
  }
}

/** The lines of a look. Indents stand here too, so that a list's do not win. */
function paragraphOf(look: Look) {
  const { align, before, after, size, keepWithNext } = look
  const height = size <= bodySize ? (lineHeight * size) / bodySize : size * 1.5
  return {
    alignment: align === 'justify' ? ('both' as const) : align,
    indent: indentOf(look),
    spacing: {
      before: pointTwips(before * lineHeight),
      after: pointTwips(after * lineHeight),
      line: pointTwips(height),
      lineRule: 'atLeast' as const,
    },
    contextualSpacing: before + after > 0,
    keepNext: keepWithNext,
  }
}

/** The indents of a look. */
export function indentOf({ left, first, right }: Look, size = bodySize) {
  return {
    left: characterTwips(left, size),
    right: characterTwips(right, size),
    ...(first < 0
      ? { hanging: characterTwips(-first, size) }
      : { firstLine: characterTwips(first, size) }),
  }
}

/** Millimetres as twips, the whole twentieths of a point that Word measures in. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}

/** Points as twips. */
export function pointTwips(points: number): number {
  return Math.round(points * 20)
}

/** Characters of text of a size as twips. */
export function characterTwips(characters: number, size = bodySize): number {
  return pointTwips(characters * size)
}

/** Whole twips in the shares given, together exactly `total`. */
export function distribute(total: number, shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((all, share) => all + share, 0)
  let used = 0
  let passed = 0
  return shares.map((share) => {
    passed += share
    const width = Math.round((total * passed) / sum) - used
    used += width
    return width
  })
}
