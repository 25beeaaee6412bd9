import { suggest } from '../../japanese/suggest.ts'
import { isGroup, type ViewGroup, type ViewValue } from '../view.ts'
import type { TemplateWords } from './problem.ts'
import type { ValuePath } from './tree.ts'

type Kind = 'text' | 'flag' | 'list' | 'group'

/** What a value is, as far as templates care. */
function kindOf(value: ViewValue): Kind {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'flag'
  return isGroup(value) ? 'group' : 'list'
}

const called: Readonly<Record<Kind, string>> = {
  text: '文字',
  flag: 'あるかないかの印',
  list: '並び（繰り返すもの）',
  group: '名前の付いた値のまとまり',
}

/** A name nobody knows, with the name that was meant or all there are. */
export function unknownName(
  path: ValuePath,
  name: string,
  meant: string | undefined,
  known: ViewGroup,
): TemplateWords {
  return {
    code: 'unknown-name',
    message: `「${path.written}」の「${name}」という名前はありません。`,
    why: 'ない名前を書いた所は、何も出ないまま文書になってしまいます。',
    fix:
      meant === undefined
        ? `ここで使える名前: ${listed(Object.keys(known))}`
        : `もしかして: ${meant}`,
  }
}

/** A name inside something that has none. */
export function nothingInside(
  path: ValuePath,
  name: string,
  value: ViewValue,
  meant: string | undefined,
): TemplateWords {
  return {
    code: 'unknown-name',
    message: `「${path.written}」の「${name}」の前は${called[kindOf(value)]}なので、中に名前はありません。`,
    why: 'ない名前を書いた所は、何も出ないまま文書になってしまいます。',
    fix:
      meant === undefined ? '文字そのものを置くには {{this}} と書きます。' : `もしかして: ${meant}`,
  }
}

/** Something placed that is no text. */
export function notText(path: ValuePath, value: ViewValue): TemplateWords {
  const advice = {
    text: '',
    flag: `{{#if ${path.written}}}…{{/if}} で、出すかどうかを決めてください。`,
    list: `{{#each ${path.written}}}…{{/each}} で、一つずつ置いてください。`,
    group: `{{${path.written}.名前}} の形で、中の値を置いてください。`,
  }
  return {
    code: 'not-text',
    message: `「${path.written}」は${called[kindOf(value)]}なので、そのままでは置けません。`,
    why: '置けるのは文字だけです。',
    fix: advice[kindOf(value)],
  }
}

/** `{{#each}}` over something else than a list. */
export function notList(path: ValuePath, value: ViewValue): TemplateWords {
  return {
    code: 'not-list',
    message: `「${path.written}」は${called[kindOf(value)]}なので、{{#each}} で繰り返せません。`,
    why: '繰り返せるのは並びだけです。',
    fix: kindOf(value) === 'group' ? '{{#with}} を使ってください。' : '{{#if}} を使ってください。',
  }
}

/** `{{#with}}` on something else than a group. */
export function notGroup(path: ValuePath, value: ViewValue): TemplateWords {
  return {
    code: 'not-group',
    message: `「${path.written}」は${called[kindOf(value)]}なので、{{#with}} は使えません。`,
    why: '{{#with}} は、名前の付いた値のまとまりの中に入るためのものです。',
    fix: kindOf(value) === 'list' ? '{{#each}} を使ってください。' : '{{#if}} を使ってください。',
  }
}

/** More `../` than there are blocks around. */
export function tooFarUp(path: ValuePath): TemplateWords {
  return {
    code: 'too-far-up',
    message: `「${path.written}」の「../」が多すぎて、外に出てしまいます。`,
    why: '「../」一つで、{{#each}} か {{#with}} を一つ外に出ます。部品の外には出られません。',
    fix: '文書全体の値は {{@root.名前}} で置けます。部品には {{> 部品 名前=値}} で渡してください。',
  }
}

/** A counter where nothing is repeated. */
export function outsideEach(path: ValuePath): TemplateWords {
  return {
    code: 'outside-each',
    message: `「${path.written}」は {{#each}} の中でだけ使えます。`,
    why: '何番目かは、繰り返しの中にだけあります。',
    fix: '{{#each}} の中に移すか、消してください。',
  }
}

/** A part nobody knows. */
export function unknownPartial(name: string, known: readonly string[]): TemplateWords {
  const meant = suggest(name, known)
  return {
    code: 'unknown-partial',
    message: `「${name}」という部品（partials/${name}.hbs）はありません。`,
    why: 'ない部品の所は、何も出ないまま文書になってしまいます。',
    fix:
      meant === undefined
        ? `使える部品: ${known.length === 0 ? 'なし' : listed(known)}`
        : `もしかして: {{> ${meant}}}`,
  }
}

/** A part that leads back to itself. */
export function partialInItself(name: string): TemplateWords {
  return {
    code: 'partial-in-itself',
    message: `部品「${name}」が、自分自身を使っています。`,
    why: 'いつまでも終わらなくなります。',
    fix: '自分自身を使わない形に直してください。',
  }
}

/** Names given to a part beside a text. */
export function additionsToText(name: string): TemplateWords {
  return {
    code: 'partial-form',
    message: `部品「${name}」に渡す値が文字や並びなので、「名前=値」を加えられません。`,
    why: '名前を加えられるのは、名前の付いた値のまとまりだけです。',
    fix: '{{> 部品 @root 名前=値}} のように、まとまりを渡してください。',
  }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 20).join('、')
  return names.length > 20 ? `${shown} ほか` : shown
}
