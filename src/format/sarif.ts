import type { JudgedSystem, LeanReport, Waived } from '../finding/report.ts'
import { groupBy } from '../finding/order.ts'
import { joinList } from '../japanese/list.ts'
import { writeDayText } from '../japanese/date.ts'
import type { Format, FormatContext } from './context.ts'
import {
  messageOf,
  type SarifInvocation,
  type SarifResult,
  type SarifRule,
  sarifText,
} from './sarif/log.ts'
import { logical, type ResultContext, resultOf, root, rootName } from './sarif/result.ts'
import { rulesOf } from './sarif/rule.ts'
import { missingInputs, missingText } from './text/missing.ts'

const maxNames = 8
const maxPlaces = 4

/**
 * SARIF 2.1.0, for code scanning and editors. What an exception waives is a suppressed result. What
 * could not be judged is a notification of the run, not a result of kind `open`: GitHub reads neither
 * `kind` nor notifications, so a result would become an alert that nobody can mend in that place,
 * while readers that know notifications show it for what it is.
 */
export const sarif: Format = (report, context) => {
  const waived = report.waived.flatMap((one) => one.finding ?? [])
  const rules = rulesOf([...report.findings, ...waived], context.ruleTitles)
  const known: ResultContext = {
    ruleIndex: new Map(rules.map(({ id }, index) => [id, index])),
    names: new Map(report.systems.map(({ system, name }) => [system, name])),
  }
  const notifications = notificationsOf(report, context)
  return sarifText({
    tool: {
      driver: {
        ...report.tool,
        language: 'ja',
        rules,
        ...(notifications.length > 0 ? { notifications: [cannotJudge] } : {}),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [root]: { description: messageOf(rootName(context)) } },
    invocations: [
      {
        executionSuccessful: true,
        ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
      },
    ],
    results: resultsOf(report, known),
  })
}

/** In a run either every result says whether it is suppressed, or none does (SARIF 3.27.23). */
function resultsOf({ findings, waived }: LeanReport, known: ResultContext): readonly SarifResult[] {
  const suppressed = waived.flatMap((one) =>
    one.finding ? [{ ...resultOf(one.finding, known), suppressions: [suppression(one)] }] : [],
  )
  const open = findings.map((finding) => resultOf(finding, known))
  if (suppressed.length === 0) return open
  return [...open.map((result) => ({ ...result, suppressions: [] })), ...suppressed]
}

function suppression({ exception, expires, reason }: Waived) {
  const why = reason ? `: ${reason}` : ''
  const justification = messageOf(
    `例外措置「${exception}」（期限 ${writeDayText(expires)}）${why}`,
  ).text
  return { kind: 'external', status: 'accepted', justification } as const
}

const cannotJudge: SarifRule = {
  id: 'cannot-judge',
  name: '判定できない条項',
  shortDescription: messageOf('材料が足りず、守られているともいないとも言えない条項があります。'),
  fullDescription: messageOf(
    '材料が足りず、守られているともいないとも言えない条項があります。守られているという意味ではありません。足りないものを書き足すと判定できます。',
  ),
}

function notificationsOf(
  report: LeanReport,
  context: FormatContext,
): NonNullable<SarifInvocation['toolExecutionNotifications']> {
  const unjudged = groupBy(report.cannotJudge, ({ system }) => system)
  return report.systems.flatMap((system) =>
    missingInputs(unjudged.get(system.system) ?? [], context.missingLabel).map((input) => {
      const places =
        input.places.length > 0 ? `書くところ: ${joinList(input.places, maxPlaces)}` : ''
      return notification(system, `${missingText(input, maxNames)}。${places}`)
    }),
  )
}

function notification({ system, name }: JudgedSystem, text: string) {
  return {
    descriptor: { id: cannotJudge.id, index: 0 },
    level: 'note',
    message: messageOf(text),
    locations: [{ logicalLocations: [logical(system, name)] }],
  } as const
}
