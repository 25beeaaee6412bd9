import type { Article, Finding } from '../../finding/finding.ts'
import { placeText } from '../text/place.ts'
import { unfolded } from '../text/unfolded.ts'
import { code, plain, shortened } from './plain.ts'

const states = { new: '（新規）', existing: '（既知）' } as const

/** A finding as an item of a list, with what belongs to it below. */
export function findingItem(finding: Finding): readonly string[] {
  const { label, state, message, location, why, article, actual, expected, fix } = finding
  const rule = finding.requirement === null ? '' : `（${plain(finding.requirement)}）`
  return [
    `- **${plain(label) || finding.severity}**${state ? states[state] : ''} ${told(unfolded(message))}`,
    `  - 場所: ${code(placeText(location))}`,
    ...(why ? [`  - なぜ: ${told(why)}`] : []),
    ...(article ? [`  - 基準: ${plain(shortened(articleText(article)))}`] : []),
    ...(actual === null ? [] : [`  - 現状: ${told(actual)}`]),
    ...(expected === null ? [] : [`  - 求め: ${told(expected)}`]),
    ...(fix === null ? [] : [`  - 直し方: ${told(fix)}`]),
    `  - 規則: ${code(finding.rule)}${rule}`,
  ]
}

function articleText({ document, number, text }: Article): string {
  return `${document}${number === null ? '' : ` ${number}`}「${unfolded(text)}」`
}

function told(text: string): string {
  return plain(shortened(text))
}
