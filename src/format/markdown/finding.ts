import { type Bundle, sizeOf } from '../../finding/bundle.ts'
import {
  type Article,
  type Finding,
  unconfirmedMark,
  unconfirmedSaid,
} from '../../finding/finding.ts'
import { alikeText, listText } from '../text/finding.ts'
import { placeText, unfolded } from '../text/visible.ts'
import { code, plain, shortened } from './plain.ts'

const states = { new: '（新規）', existing: '（既知）' } as const

/** A finding as an item of a list, with what belongs to it below, and those that are bundled with it. */
export function bundleItem(bundle: Bundle): readonly string[] {
  return [...findingItem(bundle.first), ...alike(bundle)]
}

/** A finding as an item of a list, with what belongs to it below. */
function findingItem(finding: Finding): readonly string[] {
  const { label, state, message, location, why, article, actual, expected, fix } = finding
  const rule = finding.requirement === null ? '' : `（${plain(finding.requirement)}）`
  return [
    `- **${plain(label) || finding.severity}**${state ? states[state] : ''}${unconfirmedSaid(finding)} ${told(unfolded(message))}`,
    `  - 場所: ${code(placeText(location))}`,
    ...(why ? [`  - なぜ: ${told(why)}`] : []),
    ...(article ? [`  - 基準: ${plain(shortened(articleText(article)))}`] : []),
    ...(actual === null ? [] : [`  - 現状: ${told(actual)}`]),
    ...(expected === null ? [] : [`  - 求め: ${told(expected)}`]),
    ...(fix === null ? [] : [`  - 直し方: ${told(fix)}`]),
    `  - 規則: ${code(finding.rule)}${rule}`,
  ]
}

/** The others of a bundle, each with what is its own. */
function alike(bundle: Bundle): readonly string[] {
  const { first, named, more } = bundle
  if (named.length === 0) return []
  const list = listText(bundle)
  if (list !== undefined) return [`  - 全部で${sizeOf(bundle)}件: ${plain(list)}`]
  return [
    `  - ${alikeText(bundle)}`,
    ...named.map(({ message, location }) => {
      const place = placeText(location)
      const where = place === placeText(first.location) ? '' : `${code(place)} `
      return `    - ${where}${told(unfolded(message))}`
    }),
    ...(more > 0
      ? [`    - ほか${more}件（すべてを1件1行で見るには ${code('--format text --quiet')}）`]
      : []),
  ]
}

function articleText(article: Article): string {
  const { document, number, text } = article
  return `${document}${number === null ? '' : ` ${number}`}${unconfirmedMark(article)}「${unfolded(text)}」`
}

function told(text: string): string {
  return plain(shortened(text))
}
