import { readKanjiNumber } from './numbering.ts'
import { plainText } from './said.ts'

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
