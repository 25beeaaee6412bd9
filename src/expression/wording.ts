import type { Type, TypeTable } from './type.ts'

/** Every sentence about an expression, for readers who do not program. */
export const wording = {
  // Text that cannot be read
  empty: () => '式が空です',
  incomplete: () => '式が途中で終わっています',
  missing: (what: string) => `${what}がありません`,
  surplus: (text: string) => `ここに「${text}」は書けません`,
  fullWidth: (text: string, plain: string) =>
    `全角の「${text}」は使えません。半角の「${plain}」で書いてください`,
  strayCharacter: (text: string) => `「${text}」は式に使えない文字です`,
  writeInstead: (text: string, instead: string) =>
    `「${text}」ではなく「${instead}」と書いてください`,
  openString: () => '文字列が閉じられていません。同じ引用符で閉じてください',
  lineBreakInString: () => '文字列の途中で改行はできません',
  badEscape: () => '文字列の中の「\\」の書き方が正しくありません',
  badNumber: (text: string) => `「${text}」は数として読めません`,
  reserved: (text: string) => `「${text}」は予約された語なので名前に使えません`,
  unreadable: () => '式として読めません',
  tooLong: (limit: number) => `式が長すぎます（${limit}文字まで）。let に分けてください`,
  tooComplex: () => '式が複雑すぎます。let に分けてください',
  tooDeepEach: (limit: number) =>
    `一覧の中の一覧をたどれるのは${limit}段までです。let に分けてください`,

  // Outside the profile
  noHas: () => 'has(…) は使えません。書かれているかどうかは stated(…) で確かめてください',
  noIndex: () => '[番号] での取り出しは使えません。exists や filter で選んでください',
  noOptionalAccess: () => '「.?」は使えません。stated(…) か default(…, 値) を使ってください',
  noMap: () => '{ … } は使えません',
  noRegex: () => 'matches（正規表現）は使えません。contains(…) か startsWith(…) を使ってください',
  noNull: () => 'null は使えません。書かれているかどうかは stated(…) で確かめてください',
  noSuchLiteral: (text: string) => `「${text}」という書き方の値は使えません`,
  noOperator: (operator: string) => `演算子「${operator}」は使えません`,
  macroArguments: (name: string) => `${name} は ${name}(名前, 式) の形で書きます`,
  macroVariable: (name: string) =>
    `${name} の最初には、一つずつを呼ぶ名前を書きます（例: ${name}(d, …)）`,

  // Names
  unknownName: (name: string, near?: string) => `「${name}」という名前はありません${orNear(near)}`,
  unknownField: (type: string, field: string, near?: string) =>
    `「${type}」に項目「${field}」はありません${orNear(near)}`,
  fieldOf: (type: string, field: string) => `${type}には項目がないので「.${field}」は書けません`,
  fieldOfList: (field: string) =>
    `一覧から「${field}」は取り出せません。exists や map で一つずつたどってください`,
  fieldIsFunction: (name: string) =>
    `「${name}」は項目ではなく関数です。${name}(…) と書いてください`,
  functionIsField: (name: string) => `「${name}」は関数ではなく項目です。かっこを外してください`,
  unknownFunction: (name: string, near?: string) =>
    `「${name}」という関数はありません${orNear(near)}`,
  notForReceiver: (name: string, type: string, near?: string) =>
    `${type}に関数「${name}」は使えません${orNear(near)}`,
  writtenAs: (name: string, form: string) => `「${name}」は ${form} の形で書きます`,
  nameTaken: (name: string) => `名前「${name}」はすでに使われています。別の名前にしてください`,
  nameUnused: (name: string) => `名前「${name}」が式の中で使われていません`,
  unknownWord: (word: string, vocabulary: string, near?: string) =>
    `語彙「${vocabulary}」に「${word}」という語はありません${orNear(near)}`,
  impossible: (value: string, near?: string) =>
    `ここで「${value}」になることはありません${orNear(near)}`,

  // Types
  wrongCount: (name: string, wanted: string, given: number) =>
    `関数「${name}」に渡す値は${wanted}個です（${given}個あります）`,
  wrongArgument: (name: string, nth: number, wanted: string, given: string) =>
    `関数「${name}」の${nth}番目は${wanted}ですが、${given}が渡されています`,
  notAList: (name: string, given: string) => `${name} は一覧に使います。これは${given}です`,
  notBool: (given: string) => `ここには真偽（はい・いいえ）の式が必要ですが、これは${given}です`,
  expected: (wanted: string, given: string) => `ここには${wanted}が必要ですが、これは${given}です`,
  notComparable: (left: string, right: string) => `${left}と${right}は比べられません`,
  noOrder: (given: string) => `${given}に大小はありません。比べられるのは数、日付、期間です`,
  noArithmetic: (operator: string, left: string, right: string) =>
    `${left}と${right}に「${operator}」は使えません`,
  mixedList: (first: string, other: string) =>
    `一覧の中身の種類がそろっていません（${first}と${other}）`,
  mixedChoice: (first: string, other: string) =>
    `「?」の後の二つの種類がそろっていません（${first}と${other}）`,
  notStated: (path: string) =>
    `${path}は書かれていないことがある項目です。stated(…) か default(…, 値) を使ってください`,
  throughNotStated: (path: string) =>
    `${path}は書かれていないことがあるので、その先の項目は読めません。stated(…) && … の形で先に確かめてください`,
  alwaysStated: (name: string, given: string) =>
    `いつも書かれている${given}に ${name}(…) は要りません`,
  alwaysStatedList: () => '一覧はいつもあります。空かどうかは size() == 0 で確かめてください',
  refersToAlways: () => 'いつも書かれている項目です。== で比べてください',
  untyped: () => '空の一覧 [] の中身は種類が決まらないので、たどれません',
  badDay: (text: string) => `「${text}」は日付として読めません（例: day("2024-04-01")）`,
  badPeriod: (text: string) => `「${text}」は期間として読めません（例: period("P6M")）`,
  literalWanted: (name: string, example: string) =>
    `${name}(…) には文字列をそのまま書いてください（例: ${example}）`,

  // Paths and messages
  emptyPath: () => '項目の場所が空です',
  badPath: (text: string) =>
    `「${text}」は項目の場所として読めません。名前を「.」でつないでください`,
  throughList: (name: string) => `「${name}」は一覧なので、その先の項目は書けません`,
  openPlaceholder: () => '「{{」が「}}」で閉じられていません',
  strayPlaceholder: () => '対応する「{{」のない「}}」があります',
} as const

function orNear(near: string | undefined): string {
  return near === undefined ? '' : `（「${near}」の誤りではありませんか）`
}

/** A type in words. */
export function typeWords(type: Type, types: TypeTable): string {
  switch (type.kind) {
    case 'bool':
      return '真偽'
    case 'number':
      return '数'
    case 'text':
      return '文字列'
    case 'day':
      return '日付'
    case 'period':
      return '期間'
    case 'null':
    case 'any':
      return '値'
    case 'word':
      return `語彙「${type.vocabulary}」の語`
    case 'list':
      return type.of.kind === 'any' ? '一覧' : `${typeWords(type.of, types)}の一覧`
    case 'optional':
      return `書かれていないことがある${typeWords(type.of, types)}`
    case 'object':
      return `「${types.get(type.name)?.label ?? type.name}」`
  }
}
