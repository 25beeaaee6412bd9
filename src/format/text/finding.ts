import { type Bundle, isList, sizeOf } from '../../finding/bundle.ts'
import {
  type Article,
  type Basis,
  type Finding,
  unconfirmedMark,
  unconfirmedSaid,
} from '../../finding/finding.ts'
import { differing } from '../../japanese/differing.ts'
import { displayWidth, padEnd } from '../../japanese/width.ts'
import { wrap } from '../../japanese/wrap.ts'
import type { FormatContext } from '../context.ts'
import { frame } from './frame.ts'
import { field, fieldIndent, hang, type Ink, inkOf, type Page } from './page.ts'
import { placeText, unfolded, visible, visibleLine } from './visible.ts'

const maxRelated = 5

/** Said beside the label where a finding does not stand on reported facts alone. */
const sureness: Readonly<Record<Basis, string>> = {
  reported: '',
  inferred: '（推定の事実による）',
  assumed: '（仮定の事実による）',
}

/** Said beside the label where the run has something to compare with. */
const states = { new: '（新規）', existing: '（既知）' } as const

/**
 * One finding in full: what, where, why, by which article, against what, and how to mend it; then those
 * that are bundled with it.
 */
export function bundleInFull(page: Page, bundle: Bundle, context: FormatContext): string[] {
  const finding = bundle.first
  const source = context.sources.get(finding.location.path)
  return [
    ...headline(page, finding),
    `  ${page.paint('strong', placeText(finding.location))}`,
    ...(source ? frame(page, source, finding.location) : []),
    ...(finding.why ? field(page, 'なぜ', visible(finding.why)) : []),
    ...(finding.article ? field(page, '基準', articleText(finding.article)) : []),
    ...difference(page, finding),
    ...(finding.fix ? field(page, '直し方', visible(finding.fix)) : []),
    ...related(page, finding),
    ...alike(page, bundle),
    `  ${page.paint('muted', ruleText(finding))}`,
  ]
}

/** What is said of the others of a bundle before they are named. */
export function alikeText(bundle: Bundle): string {
  return `同じ規則に当たるものが、このファイルにあと${sizeOf(bundle) - 1}件あります`
}

/** One finding on one line, as `grep` and editors expect it. */
export function findingInLine(page: Page, finding: Finding): string {
  const label = page.paint(inkOf[finding.severity], visibleLine(finding.label))
  const said = visibleLine(unfolded(finding.message))
  return `${placeText(finding.location)}: ${label}${aside(finding)}: ${said} ${page.paint('muted', `[${finding.rule}]`)}`
}

function headline(page: Page, finding: Finding): string[] {
  const label = visibleLine(finding.label)
  const said = aside(finding) + visible(unfolded(finding.message))
  const head = `  ${page.paint('strong', page.paint(inkOf[finding.severity], label))}  `
  return hang(page, head, displayWidth(label, page.ambiguous) + 4, said)
}

function aside(finding: Finding): string {
  const { state, basis } = finding
  return (state ? states[state] : '') + (unconfirmedSaid(finding) || sureness[basis])
}

function articleText(article: Article): string {
  const number = article.number === null ? '' : ` ${article.number}`
  return visible(
    `${article.document}${number}${unconfirmedMark(article)}「${unfolded(article.text)}」`,
  )
}

function difference(page: Page, finding: Finding): string[] {
  const lines = [
    ...signed(page, '－ 現状: ', 'red', finding.actual),
    ...signed(page, '＋ 求め: ', 'green', finding.expected),
  ]
  const label = page.paint('muted', padEnd('比較', fieldIndent.length - 2, page.ambiguous))
  return lines.map((line, index) => (index === 0 ? `  ${label}` : fieldIndent) + line)
}

function signed(page: Page, head: string, ink: Ink, text: string | null): string[] {
  if (text === null) return []
  const sign = head.slice(0, 2)
  const width = displayWidth(head, page.ambiguous)
  return visible(text)
    .split('\n')
    .flatMap((line, index) =>
      wrap(line, page.width - fieldIndent.length - width, page.ambiguous).map((part, turn) =>
        index + turn === 0 ? head + part : padEnd(turn === 0 ? sign : '', width) + part,
      ),
    )
    .map((line) => page.paint(ink, line))
}

function related(page: Page, finding: Finding): string[] {
  const shown = finding.related.slice(0, maxRelated)
  const rest = finding.related.length - shown.length
  const lines = shown.flatMap(({ message, location }, index) => {
    const label = index === 0 ? '関連' : ''
    const whole = `${visible(message)} ${placeText(location)}`
    const fits = displayWidth(whole, page.ambiguous) <= page.width - fieldIndent.length
    return fits
      ? field(page, label, whole)
      : [...field(page, label, visible(message)), fieldIndent + placeText(location)]
  })
  return rest > 0 ? [...lines, `${fieldIndent}ほか${rest}か所`] : lines
}

/** What all findings of a list have of their own, in one line; undefined where they stand in different places. */
export function listText(bundle: Bundle): string | undefined {
  if (!isList(bundle)) return undefined
  const messages = [bundle.first, ...bundle.others].map(({ message }) => unfolded(message))
  return differing(messages)?.join('、')
}

/** The others of a bundle: what is wrong and, where it is elsewhere, where. */
function alike(page: Page, bundle: Bundle): string[] {
  const { first, named, more } = bundle
  if (named.length === 0) return []
  const list = listText(bundle)
  if (list !== undefined) {
    const all = `全部で${sizeOf(bundle)}件（1件ずつ見るには --quiet）: ${visible(list)}`
    return field(page, '同様', all)
  }
  return [
    ...field(page, '同様', alikeText(bundle)),
    ...named.flatMap((finding) => {
      const place = placeText(finding.location)
      const where = place === placeText(first.location) ? '' : ` ${place}`
      const said = visible(unfolded(finding.message)) + where
      return hang(page, `${fieldIndent}・`, fieldIndent.length + 2, said)
    }),
    ...(more > 0 ? field(page, '', `ほか${more}件（すべてを1件1行で見るには --quiet）`) : []),
  ]
}

function ruleText(finding: Finding): string {
  return finding.requirement ? `${finding.rule}（${finding.requirement}）` : finding.rule
}

/**
 * A finding as plain lines, for forges that show them beside the place: what is wrong first, for
 * little more is shown in a list; then what is so, what is asked, what to do.
 */
export function findingText(finding: Finding): string {
  const { message, actual, expected, fix } = finding
  return [
    `${unconfirmedSaid(finding)}${unfolded(message)}`,
    ...(actual === null ? [] : [`現状: ${actual}`]),
    ...(expected === null ? [] : [`求め: ${expected}`]),
    ...(fix === null ? [] : [`直し方: ${fix}`]),
  ].join('\n')
}
