import type { ProblemWords } from '../finding/problem.ts'
import { NodeKind } from './record.ts'

/** The words of a problem with YAML, in plain Japanese: what, why, and what to do. */
export type Said = ProblemWords

const QUOTE = "全体を ' ' で囲むか、「|」と書いて次の行から字下げして書いてください。"

function say(code: string, message: string, why: string, fix: string): Said {
  return { code, message, why, fix }
}

export function emptyFile(): Said {
  return say(
    'empty',
    'ファイルに中身がありません',
    '何も書かれていないか、コメントだけのファイルです。',
    '「kind:」から始まる内容を書くか、要らなければファイルを消してください。',
  )
}

export function duplicateKey(name: string): Said {
  return say(
    'duplicate-key',
    `「${name}」が2回書かれています`,
    '同じ名前を2回書くと、先に書いた内容が失われます。',
    '片方を消すか、1つにまとめてください。',
  )
}

export function mergeKey(): Said {
  return say(
    'merge-key',
    '「<<」は使えません',
    'YAMLの版によって意味が変わるため、ほかの項目を取り込む書き方は受け付けません。',
    '取り込みたい項目をそのまま書いてください。',
  )
}

export function forbiddenKey(name: string): Said {
  return say(
    'forbidden-key',
    `「${name}」という名前は使えません`,
    'プログラムの内部で特別な意味を持つ名前です。',
    '別の名前にしてください。',
  )
}

export function keyIsNoText(kind: number | undefined): Said {
  return kind === NodeKind.mapping || kind === NodeKind.sequence
    ? say(
        'key-not-text',
        '項目名が文字ではありません',
        '一覧や項目の集まりは項目名にできません。',
        '[ ] や { } で始まる文章なら、全体を " " で囲んでください。',
      )
    : say(
        'key-not-text',
        '項目名が文字ではありません',
        '数字だけの名前、true、false、null、空の名前は文字として読まれません。',
        '項目名を " " で囲むか、別の名前にしてください。',
      )
}

export function explicitKey(): Said {
  return say(
    'explicit-key',
    '「?」で始まる項目名は使えません',
    '項目名を「?」で示す書き方は受け付けません。',
    '「項目名: 値」の形で書いてください。文章なら " " で囲んでください。',
  )
}

export function braces(): Said {
  return say(
    'braces',
    '{ } の中に値のない項目があります',
    '引用符のない { } は文章ではなく項目の集まりとして読まれます。',
    '「{{ }}」などで始まる文章は全体を " " で囲んでください。項目なら「項目名: 値」と書いてください。',
  )
}

export function leadingZero(written: string, value: number): Said {
  return say(
    'leading-zero',
    `「${written}」の先頭の0が失われます`,
    `引用符のない数字は数として読まれ、${value}になります。`,
    `電話番号や番号なら "${written}" のように " " で囲んでください。`,
  )
}

export function oddNumber(written: string, value: number): Said {
  const asNumber = Number.isFinite(value) ? `数なら ${value} のように数字だけで、` : ''
  return say(
    'odd-number',
    `「${written}」は、数字だけの数ではありません`,
    '16進数や指数の書き方などは数として読まれ、書いた人の思う値にならないことがあります。',
    `${asNumber}文字なら "${written}" のように " " で囲んで書いてください。`,
  )
}

export function lostDigits(written: string): Said {
  return say(
    'lost-digits',
    `「${written}」は桁が多すぎて正しく読めません`,
    '引用符のない数字は数として読まれ、16桁を超えると下の桁が変わります。',
    `番号なら "${written}" のように " " で囲んでください。`,
  )
}

export function strangeBlankAtKey(): Said {
  return say(
    'full-width-space',
    '項目名の前後に全角の空白などがあります',
    '字下げに使えるのは半角の空白だけで、それ以外は項目名の一部として読まれます。',
    '半角の空白に直してください。',
  )
}

export function strangeBlankAtValue(): Said {
  return {
    ...say(
      'full-width-space-value',
      '値の前後に全角の空白などがあります',
      '半角の空白と違い、値の一部として読まれます。',
      '空白を消してください。必要な空白なら値を " " で囲んでください。',
    ),
    severity: 'warning',
  }
}

/** How much of a text is shown in a message about it. */
const maxShown = 20

function shown(text: string): string {
  const characters = Array.from(text)
  return characters.length > maxShown ? `${characters.slice(0, maxShown).join('')}…` : text
}

/** ` #` in bare text: `value` is what is left of it, undefined where what follows cannot be read for it. */
export function cutByHash(comment: string, value: string | undefined): Said {
  const rest = value === undefined ? '続きが読めません' : `値は${left(value)}なります`
  return {
    ...say(
      'text-cut',
      `「${shown(comment)}」は注釈として読まれ、文章から外れます`,
      `引用符のない文章では、空白の後の「#」から行末までが注釈になり、${rest}。`,
      "文章の一部なら、全体を ' ' で囲むか、「#」の前の空白を取ってください。注釈なら「# 」のように、「#」の後に空白を入れてください。",
    ),
    ...(value === undefined ? {} : { severity: 'warning' }),
  }
}

function left(value: string): string {
  return value === '' ? '空に' : `「${shown(value)}」だけに`
}

export function strangeBlank(): Said {
  return say(
    'full-width-space',
    '字下げや区切りに全角の空白などが使われています',
    '字下げや「:」「-」の後に使えるのは半角の空白だけです。',
    '半角の空白に直してください。',
  )
}

export function wideColon(key: string): Said {
  return say(
    'full-width-colon',
    `「${key}」の後の「：」が全角です`,
    '項目名と値の区切りは半角の「:」と空白で、全角の「：」は文章の一部として読まれます。',
    `「${key}: 」のように半角で書いてください。文章なら全体を " " で囲んでください。`,
  )
}

export function loneReturn(): Said {
  return say(
    'lone-return',
    '古い形式の改行（CRだけ）があります',
    '行の数え方がエディターと食い違い、行がつながって見えることがあります。',
    '改行コードをLFかCRLFにして保存し直してください。',
  )
}

export function tag(written: string): Said {
  return say(
    'tag',
    `「${written}」はYAMLの「タグ」として読まれます`,
    '引用符なしで「!」から始めると、「!」の付いた語は値として読まれません。',
    `「!」で始まる式や文章は、${QUOTE}`,
  )
}

export function tab(): Said {
  return say(
    'tab',
    '字下げにタブが使われています',
    'YAMLの字下げに使えるのは半角の空白だけです。',
    'タブを半角の空白に直してください。エディターの設定で「タブを空白にする」を選ぶと防げます。',
  )
}

export function missingSpace(key: string): Said {
  return say(
    'missing-space',
    `「${key}:」の後に空白がありません`,
    '「:」の後に半角の空白がないと、項目名と値に分かれません。',
    `「${key}: 値」のように半角の空白を入れてください。`,
  )
}

export function missingDashSpace(): Said {
  return say(
    'missing-space',
    '「-」の後に空白がありません',
    '一覧の「-」の後に半角の空白がないと、項目として読まれません。',
    '「- 値」のように半角の空白を入れてください。',
  )
}

export function missingColon(): Said {
  return say(
    'missing-colon',
    '項目名の後の「:」がありません',
    'この行は前後の行と同じ字下げなので、「項目名: 値」の形が必要です。',
    '「:」と半角の空白を入れるか、前の行の続きなら字下げを深くしてください。',
  )
}

export function colonInValue(): Said {
  return say(
    'colon-in-value',
    '1行に「: 」が2つあります',
    '値の中の「: 」は、もう1つの項目の区切りとして読まれます。',
    QUOTE,
  )
}

export function badIndent(): Said {
  return say(
    'indent',
    '字下げがそろっていません',
    '同じ階層の項目は、同じ数の空白で字下げする必要があります。',
    '前後の項目と行頭の位置をそろえてください。',
  )
}

export function openQuote(quote: string): Said {
  return say(
    'open-quote',
    `引用符「${quote}」が閉じていません`,
    '閉じる引用符が見つからず、次の行以降まで値として読まれます。',
    `値の終わりに ${quote} を付けてください。`,
  )
}

export function afterQuote(): Said {
  return say(
    'after-quote',
    '引用符を閉じた後に文字があります',
    '引用符は値の始めと終わりにだけ書きます。',
    `値の${QUOTE}`,
  )
}

export function afterBracket(bracket: string): Said {
  return say(
    'after-bracket',
    `「${bracket}」で始まる値の後に文字があります`,
    '[ ] は一覧、{ } は項目の集まりとして読まれ、後に文字を続けられません。',
    '文章なら値全体を " " で囲んでください。',
  )
}

export function openBracket(bracket: string): Said {
  return say(
    'open-bracket',
    `「${bracket}」が閉じていないか、中の「,」が足りません`,
    '[ ] や { } の中は「,」で区切り、最後に閉じる必要があります。',
    '閉じる括弧と「,」を確かめてください。文章なら全体を " " で囲んでください。',
  )
}

export function closingBracket(): Said {
  return say(
    'stray-character',
    '括弧や「,」の位置が正しくありません',
    '対になる開き括弧がないか、「,」が余っています。',
    '括弧と「,」を確かめてください。文章なら全体を " " で囲んでください。',
  )
}

export function reserved(character: string): Said {
  return say(
    'reserved-character',
    `値を「${character}」から始めることはできません`,
    'YAMLで特別な意味を持つ文字です。',
    '値全体を " " で囲んでください。',
  )
}

export function unknownAlias(name: string): Said {
  return say(
    'unknown-alias',
    `「*${name}」が指すものがありません`,
    '「*」で始まる値は、「&」を付けた値の再利用として読まれます。',
    `文章なら全体を " " で囲んでください。再利用なら「&${name}」を先に書いてください。`,
  )
}

export function badEscape(written: string): Said {
  return say(
    'escape',
    `「${written}」は使えない書き方です`,
    '" " の中の「\\」は、改行などを表す記号として読まれます。',
    "「\\」をそのまま書くときは、値を ' ' で囲んでください。",
  )
}

export function blockHeader(): Said {
  return say(
    'block-header',
    '「|」や「>」の後に文字があります',
    '「|」や「>」の値は、次の行から字下げして書きます。',
    '文章を次の行に移し、字下げして書いてください。',
  )
}

export function directive(): Said {
  return say(
    'directive',
    '行の始めの「%」は使えません',
    '「%」で始まる行は、YAMLへの指示として読まれます。',
    '文章なら字下げするか、値全体を " " で囲んでください。',
  )
}

export function controlCharacter(unit: number): Said {
  const name = unit.toString(16).toUpperCase().padStart(4, '0')
  return say(
    'control-character',
    `目に見えない制御文字（U+${name}）があります`,
    'ほかのソフトから写した文章に混ざることがあり、YAMLでは使えません。',
    'その文字を消してください。',
  )
}

export function tooDeep(limit: number): Said {
  return say(
    'too-deep',
    `入れ子が深すぎます（${limit}段まで）`,
    '字下げや括弧が深く重なり、読み進められません。',
    '括弧の閉じ忘れがないかを確かめ、階層を浅くしてください。',
  )
}

export function tooManyNodes(limit: number): Said {
  return say(
    'too-many-nodes',
    `ファイルの値が多すぎます（${limit.toLocaleString('ja-JP')}か所まで）`,
    'ここから先は読み進められません。',
    'システムや年度ごとのファイルに分けてください。',
  )
}

export function tooManyAliases(limit: number): Said {
  return say(
    'too-many-aliases',
    '「*」による再利用が多すぎます',
    `再利用をすべて書き下すと、書かれた内容より${limit}項目を超えて増えます。`,
    '再利用をやめて、必要な内容をそのまま書いてください。',
  )
}

export function endlessAlias(): Said {
  return say(
    'endless-alias',
    '「*」が自分自身を指しています',
    '書き下すと終わりのない内容になります。',
    '指す先を直すか、必要な内容をそのまま書いてください。',
  )
}

export function syntax(): Said {
  return say(
    'syntax',
    'YAMLとして読めません',
    'この場所の前後で、字下げ、「:」、引用符、括弧のどれかが正しくありません。',
    '前後の行と見比べて直してください。記号を含む文章は全体を " " で囲んでください。',
  )
}
