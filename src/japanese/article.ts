import { readKanjiNumber } from './numbering.ts'
import { plainText } from './sentence.ts'
import { normalise } from './width.ts'

/** An article by its number: 第22条の2 is another than 第22条. */
export interface Article {
  readonly name: string
  readonly number: number
  readonly isBranch: boolean
}

const articles = /第(\d{1,4})条(?:の(\d{1,3}))?/gu

/** The article in which something stands: 第10条第2項 stands in 第10条. */
export function articleOf(number: string): Article | undefined {
  const [found] = plainNumber(number).matchAll(new RegExp(`^${articles.source}`, 'gu'))
  return found && articleFrom(found)
}

/**
 * The articles of its own text that a text points to. Where it names one of another text (法第3条, 「規程」第5条) or
 * says that one is changed, it is not certain whose the others are, and none is given.
 */
export function articlesCited(text: string): readonly Article[] {
  return plainNumber(text)
    .split('。')
    .flatMap((sentence) => {
      const found = [...sentence.matchAll(articles)]
      const isForeign = found.some(
        ({ index }) =>
          !/(?:^|[、はがのにを及び又も(「]|から|若しくは|並びに|ただし|まで|中)$/u.test(
            sentence.slice(0, index),
          ),
      )
      return isForeign ||
        /削る|削除|改め|改正|附則|法律|条例|規則|規程|要綱|要領|契約|政令|省令|告示|手順/u.test(
          sentence,
        )
        ? []
        : found.map(articleFrom)
    })
}

/** Whether the text of an article says that it is no more. */
export function isDeletedArticle(text: string): boolean {
  return /^[(（]?削除[)）]?$/u.test(plainText(text).replaceAll('。', ''))
}

/** 第二十二条 as 第22条. */
function plainNumber(text: string): string {
  return plainText(text).replace(
    /第([一二三四五六七八九十百]+)条(?:の([一二三四五六七八九十]+))?/gu,
    (_, number: string, branch?: string) =>
      `第${readKanjiNumber(number) ?? number}条${branch === undefined ? '' : `の${readKanjiNumber(branch) ?? branch}`}`,
  )
}

function articleFrom(match: RegExpExecArray): Article {
  const [, number = '', branch] = match
  const isBranch = branch !== undefined
  return {
    name: `第${Number(number)}条${isBranch ? `の${Number(branch)}` : ''}`,
    number: Number(number),
    isBranch,
  }
}

/** Whether a number is that of a whole article: 第5条の2, and not 第5条第2項. */
export function isArticleNumber(number: string): boolean {
  return /条(?:の\d+)?$/u.test(plainText(number))
}

/** What a text leaves to be laid down elsewhere (町長が別に定める基準); undefined where it leaves nothing there. */
export function leftElsewhereIn(text: string): string | undefined {
  return /(?:^|[、。はをにがの])(?<what>(?:[^、。はをに]{1,12}が)?別に定める(?:基準|要領|一覧|区分|分類|様式|方法|手順|規程|要件|条件))(?!が|の(?:ほか|例外)|を除)/u.exec(
    plainText(text),
  )?.groups?.['what']
}

/** An annex or a form by its number, and the row that it is one of: 別表第3 of 別表. */
export interface Annex {
  readonly row: string
  readonly name: string
}

/** The annexes and forms that a text names by number. */
export function annexesIn(text: string): readonly Annex[] {
  return [...normalise(text).matchAll(/(別表|様式|別紙|別図|附属書)第?(\d+)/gu)].map(
    ([, row = '', number = '']) => ({ row, name: `${row}第${Number(number)}` }),
  )
}

/** Whether the title of a document is that of an annex or a form. */
export function isAnnexTitle(title: string): boolean {
  return /^(?:別表|別紙|別図|様式|附属書)/u.test(normalise(title))
}
