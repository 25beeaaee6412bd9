import type { ComparisonText, LineText } from '../comparison/text.ts'

const line: LineText = {
  isHeading: true,
  isCaption: true,
  isArticle: true,
  isParagraph: true,
  isItem: true,
  isSubitem: true,
  isRow: true,
  number: '第１条',
  isNumberChanged: true,
  pieces: [{ text: '毎月', isChanged: true }],
  source: 'procedure.yaml:1:1',
}

/** A comparison with every name that its template may use. */
export const comparisonSample: ComparisonText = {
  title: '新旧対照表',
  procedure: '図書館システム情報セキュリティ実施手順',
  variant: '中央図書館版',
  lead: '図書館システム情報セキュリティ実施手順の一部を次のとおり改正する。',
  leftHead: '改正後',
  rightHead: '改正前',
  rows: [{ left: [line], right: [line] }],
  isSame: false,
  note: '備考　表中の下線は、改正部分を示す。',
}
