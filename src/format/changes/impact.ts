import { bundled } from '../../finding/bundle.ts'
import type { ChangeReport, ComparedStandard, Impact } from '../../finding/change.ts'
import type { Finding } from '../../finding/finding.ts'
import { isStandardSystem, systemTitle } from '../../finding/system-id.ts'
import { writeDayText } from '../../japanese/date.ts'
import { joinList } from '../../japanese/list.ts'
import { displayWidth } from '../../japanese/width.ts'
import type { Location } from '../../source/source.ts'
import type { ChangesContext } from '../context.ts'
import { bundleInFull, findingInLine } from '../text/finding.ts'
import { hang, type Page } from '../text/page.ts'
import { placeText, unfolded, visible, visibleLine } from '../text/visible.ts'
import { byReason, goneInLine } from './gone.ts'

const maxNames = 8

/** What is said of a system that only a closer look tells to be stricter. */
export const undecidedLabel = '求めより厳しいかどうかを決められない定め'
/** What is said of what a system asks beyond what the later standard does. */
export const stricterLabel = '新しい対策基準の求めより厳しい定め'

/** What a change of standards means for systems that are themselves unchanged, system by system. */
export function impactSection(
  page: Page,
  { standards, impact }: ChangeReport,
  context: ChangesContext,
): readonly string[] {
  if (impact.length === 0) return []
  const [touched, untouched] = [impact.filter(isTouched), impact.filter((one) => !isTouched(one))]
  const names = joinList(
    untouched.map(({ name }) => visibleLine(name)),
    maxNames,
  )
  return [
    page.paint('strong', '対策基準の改正の影響'),
    ...standards.flatMap((standard) => hang(page, '  ', 2, standardText(standard))),
    '',
    ...touched.flatMap((one) => [...impactLines(page, one, context), '']),
    ...(untouched.length > 0
      ? [...hang(page, '  ', 2, `影響のないもの ${untouched.length}件: ${names}`), '']
      : []),
  ]
}

/** Every impact on lines of its own, as `grep` and editors expect it. */
export function impactInLines(page: Page, impact: Impact): readonly string[] {
  const { introduced, resolved, gone, stricter, reviews } = impact
  const line = (label: string, { message, location }: Note): string =>
    `${placeText(location)}: ${label}: ${visibleLine(unfolded(message))}`
  return [
    ...reviews.map((review) => line('見直し', review)),
    ...introduced.map((finding) => findingInLine(page, { ...finding, state: 'new' })),
    ...resolved.map((finding) => `解消した問題 ${findingInLine(page, finding)}`),
    ...gone.map((one) => goneInLine(page, one)),
    ...stricter.map((one) => line(one.certain ? stricterLabel : undecidedLabel, one)),
  ]
}

/** 調べたシステム 4件、見直すもの 3件、…; undefined where no standard was compared. */
export function impactSum({ standards, changes, impact }: ChangeReport): string | undefined {
  if (standards.length === 0 || changes.length === 0) return undefined
  if (impact.length === 0) return 'この対策基準によっているシステムは見つかりませんでした'
  const stricter = impact.flatMap((one) => one.stricter)
  const certain = stricter.filter((one) => one.certain).length
  const open = stricter.length - certain
  const reviewed = impact.reduce((sum, one) => sum + proceduresIn(one), 0)
  return [
    `調べたシステム ${impact.filter((one) => !isStandard(one)).length}件`,
    `見直すもの ${reviewed}件`,
    `求めより厳しい定め ${certain}件`,
    ...(open > 0 ? [`決められないもの ${open}件`] : []),
  ].join('、')
}

function standardText({ name, before, after }: ComparedStandard): string {
  const editions = before !== null && after !== null ? ` ${before}版 → ${after}版` : ''
  return visibleLine(`${name}${editions}`)
}

/** What needs a decision first: what to review, what is broken, what is so no more, what may be eased. */
function impactLines(page: Page, impact: Impact, context: ChangesContext): readonly string[] {
  const { asOf, folder, introduced, resolved, gone, stricter } = impact
  const day = `判定日 ${visibleLine(writeDayText(asOf))}`
  return [
    ...hang(page, '', 0, page.paint('strong', titleOf(impact))),
    `  ${day}  ${page.paint('muted', visibleLine(folder))}`,
    ...reviewLines(page, impact),
    ...(introduced.length > 0 ? ['', `  新しい対策基準で生じる問題 ${introduced.length}件`] : []),
    ...bundled(introduced).flatMap((bundle) => ['', ...bundleInFull(page, bundle, context)]),
    ...found(page, '新しい対策基準では守られているもの', resolved),
    ...byReason(gone).flatMap(({ label, findings }) =>
      found(page, `新しい対策基準では${label}`, findings),
    ),
    ...noteLines(
      page,
      stricterLabel,
      stricter.filter(({ certain }) => certain),
    ),
    ...noteLines(
      page,
      undecidedLabel,
      stricter.filter(({ certain }) => !certain),
    ),
  ]
}

function found(page: Page, head: string, findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return []
  return [
    '',
    `  ${head} ${findings.length}件`,
    ...findings.flatMap(({ label, message, location, rule }) =>
      note(page, { message: `${label}  ${message}`, location }, rule),
    ),
  ]
}

function titleOf(impact: Impact): string {
  const { name, system } = impact
  return visibleLine(isStandard(impact) ? `${name}そのもの` : systemTitle(name, system))
}

function reviewLines(page: Page, impact: Impact): readonly string[] {
  const label = isStandard(impact)
    ? '対策基準の見直し'
    : `見直しの要る実施手順 ${proceduresIn(impact)}件`
  return noted(page, label, impact.reviews)
}

function noteLines(page: Page, label: string, notes: readonly Note[]): readonly string[] {
  return noted(page, `${label} ${notes.length}件`, notes)
}

function noted(page: Page, head: string, notes: readonly Note[]): readonly string[] {
  if (notes.length === 0) return []
  return ['', `  ${head}`, ...notes.flatMap((one) => note(page, one))]
}

interface Note {
  readonly message: string
  readonly location: Location
}

/** A message, its place below, and beside that, or below where it does not fit, the rule. */
function note(page: Page, { message, location }: Note, rule?: string): readonly string[] {
  const place = placeText(location)
  const aside = rule === undefined ? [] : [`[${rule}]`]
  const whole = [place, ...aside].join(' ')
  const fits = displayWidth(whole, page.ambiguous) <= page.width - 4
  return [
    ...hang(page, '  ・', 4, visible(unfolded(message))),
    ...(fits ? [whole] : [place, ...aside]).map((line) => `    ${page.paint('muted', line)}`),
  ]
}

function isStandard({ system }: Impact): boolean {
  return isStandardSystem(system)
}

function isTouched({ introduced, resolved, gone, stricter, reviews }: Impact): boolean {
  return [introduced, resolved, gone, stricter, reviews].some((found) => found.length > 0)
}

/** How many procedures are to be reviewed, each once. */
function proceduresIn({ reviews }: Impact): number {
  return new Set(reviews.map(({ procedure }) => procedure)).size
}
