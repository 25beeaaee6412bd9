import { plainText, sentencesIn } from './sentence.ts'

/*
 * Which documents, ledgers and plans a text has made or kept: 接続台帳, of 情報部は、接続台帳を備え、記録する。
 */

/** The nouns of what a text has made or kept, whatever the case: not what a proviso may take back. */
export function documentsAsked(text: string): readonly string[] {
  const sentences = sentencesIn(text)
  if (sentences.some((sentence) => /^ただし|この限りでない|ことができる/u.test(sentence))) return []
  return sentences.flatMap((sentence) =>
    [...plainText(sentence).matchAll(made)].flatMap(([, nouns = '']) =>
      nouns.split(/、|及び|並びに|又は|若しくは|や|と(?=\p{Script=Han})/u),
    ),
  )
}

/**
 * Whether a document of a title is what a noun means: the same, or one of its kind (図書館の接続台帳, of 接続台帳) as
 * long as the noun is no mere 台帳.
 */
export function isDocumentAsked(title: string, noun: string): boolean {
  const [whole, asked] = [bare(title), bare(noun)]
  return (
    asked !== '' && (whole === asked || (asked.length >= leastTelling && whole.endsWith(asked)))
  )
}

/** 台帳, 計画書, 名簿 alone tell of no document. */
const leastTelling = 4

/** A title as it is compared: without の and what stands in brackets. */
const bare = (title: string): string =>
  plainText(title)
    .replaceAll(/[(（][^)）]*[)）]|[「」『』]/gu, '')
    .replaceAll('の', '')

/** The nouns before を of a verb by which a document comes to be or is kept up. */
const made =
  /(?:^|[、はがにでて])((?:[\p{Script=Han}\p{Script=Katakana}ー\w・「」のしいけりえ]|[(（][^)）]*[)）]|[、や]|及び|並びに|又は)+)を(?:[^、。をがは]{0,12}?)(?:作成|作り|作る|作って|備え|整備|定め(?:る|な|て|、|、)|策定|調製|置[きくか]|付け|更新|提出)(?!した|できる)/gu
