import type { MutationReport, Survivor, TestedSystem } from '../finding/mutation.ts'
import { writeDayText } from '../japanese/date.ts'
import { joinList } from '../japanese/list.ts'
import type { Format, TextContext } from './context.ts'
import type { MutationFormatName } from './names.ts'
import { field, hang, type Page, pageFor } from './text/page.ts'
import { unreadText } from './unread.ts'
import { placeText, visibleLine } from './text/visible.ts'

/** Every format of the deletion test by the name that `--format` takes. */
export const mutationFormats = {
  text: mutationText,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
} as const satisfies Record<MutationFormatName, Format<MutationReport, TextContext>>

const maxClaims = 4
const maxPointers = 4

const kinds: Readonly<Record<Survivor['kind'], string>> = {
  delete: 'なくしても',
  drop: '一覧から外しても',
  unset: '書かなくしても',
  rarer: '間隔を10年に延ばしても',
  looser: '緩めても',
  uncover: '台帳をなくしても',
}

/** System by system, what was tried and what no rule noticed. */
function mutationText(report: MutationReport, context: TextContext): string {
  const page = pageFor({ ...context, sources: new Map() })
  const lines = [
    ...unreadText(page, '書類に誤りがあり、読めなかったところは試していません。', report.unread),
    ...report.systems.flatMap((system) => systemLines(page, system, report.survivors)),
    ...summary(page, report),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function systemLines(
  page: Page,
  system: TestedSystem,
  survivors: readonly Survivor[],
): readonly string[] {
  const { name, system: id, asOf, kept, killed, survived, redundant, untried } = system
  const title = visibleLine(`${name}（${id}） 判定日 ${writeDayText(asOf)}`)
  const rest = untried > 0 ? `、試していない ${untried}` : ''
  const mine = survivors.filter((survivor) => survivor.system === id)
  return [
    ...hang(page, '', 0, page.paint('strong', title)),
    ...field(page, '条項', `守られているところ ${kept}`),
    ...field(
      page,
      '変更',
      `見つかった ${killed}、見つからなかった ${survived}、ほかで守られている ${redundant}${rest}`,
    ),
    ...mine.flatMap((survivor) => ['', ...survivorLines(page, survivor)]),
    '',
  ]
}

function survivorLines(page: Page, survivor: Survivor): readonly string[] {
  const { kind, label, pointers, location, claims } = survivor
  const said = `${visibleLine(label)}を${kinds[kind]}、どの規則も気付きません`
  const rules = claims.map(({ rule, requirement }) => `${rule}（${requirement ?? '条項なし'}）`)
  return [
    ...hang(page, `  ${page.paint('red', '×')} `, 5, said),
    `    ${page.paint('strong', placeText(location))}`,
    ...field(page, '変更', joinList(pointers.map(visibleLine), maxPointers)),
    ...field(page, '規則', joinList([...new Set(rules)], maxClaims)),
  ]
}

function summary(page: Page, report: MutationReport): readonly string[] {
  const { systems, untested } = report
  const untried = systems.reduce((total, system) => total + system.untried, 0)
  return [
    ...hang(page, '', 0, verdict(page, report)),
    ...(untried > 0
      ? hang(page, '', 0, `${untried}件の変更は試していません（--max で増やせます）`)
      : []),
    ...(untested.length > 0
      ? hang(page, '', 0, `試していないシステム: ${joinList(untested, maxPointers)}`)
      : []),
  ]
}

function verdict(page: Page, { systems, survivors, unread }: MutationReport): string {
  const killed = systems.reduce((total, system) => total + system.killed, 0)
  const tried = killed + survivors.length
  if (tried === 0) return '試せる変更はありませんでした'
  if (survivors.length > 0) {
    const share = ((100 * survivors.length) / tried).toFixed(1)
    return `${tried}件の変更のうち、${survivors.length}件（${share}%）に、どの規則も気付きませんでした`
  }
  const all = `${tried}件の変更のすべてに規則が気付きました`
  return unread.length > 0 ? all : page.paint('green', all)
}
