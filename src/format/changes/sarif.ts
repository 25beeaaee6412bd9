import type { ChangeReport } from '../../finding/change.ts'
import { compareText } from '../../finding/order.ts'
import type { ChangesContext } from '../context.ts'
import {
  messageOf,
  shortMessageOf,
  type SarifResult,
  type SarifRule,
  sarifText,
} from '../sarif/log.ts'
import {
  logical,
  physical,
  relatedLocation,
  type ResultContext,
  resultOf,
  root,
  rootName,
} from '../sarif/result.ts'
import { rulesOf } from '../sarif/rule.ts'
import { type ChangeRemark, remarksOf } from './remark.ts'

/** From where paths of the earlier side are to be read. */
const earlierRoot = '%BEFORE%'
/** Under which name the fingerprint of a change stands. */
const fingerprintName = 'policyLintChange/v1'
const maxName = 255

/**
 * SARIF 2.1.0 of a comparison: everything in it is new. Results that are gone (`baselineState: absent`)
 * are left out, for GitHub does not read that word and would open them as alerts.
 */
export function changesSarif(report: ChangeReport, context: ChangesContext): string {
  const remarks = remarksOf(report)
  const findings = remarks.flatMap(({ finding }) => finding ?? [])
  const changes = remarks.flatMap((remark) => (remark.finding ? [] : [remark]))
  const rules = [...rulesOf(findings, context.ruleTitles), ...kindsOf(changes)]
  const known: ResultContext = {
    ruleIndex: new Map(rules.map(({ id }, index) => [id, index])),
    names: new Map([...report.systems, ...report.impact].map(({ system, name }) => [system, name])),
  }
  return sarifText({
    tool: { driver: { ...report.tool, language: 'ja', rules } },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [root]: {
        description: messageOf(`変更後: ${report.after}（パスは${rootName(context)}から）`),
      },
      [earlierRoot]: {
        description: messageOf(`変更前: ${report.before}（パスは${rootName(context)}から）`),
      },
    },
    invocations: [{ executionSuccessful: true }],
    results: remarks.map((remark) =>
      remark.finding
        ? resultOf({ ...remark.finding, state: 'new' }, known)
        : changeResult(remark, known),
    ),
  })
}

/** The kinds of change as rules. */
function kindsOf(changes: readonly ChangeRemark[]): readonly SarifRule[] {
  const labels = new Map(changes.map(({ kind, label }) => [kind, label]))
  const grave = new Set(changes.filter(({ isGrave }) => isGrave).map(({ kind }) => kind))
  return [...labels]
    .sort(([a], [b]) => compareText(a, b))
    .map(([kind, label]) => {
      const words = shortMessageOf(`変更（${label}）: ${kind}`, maxName)
      return {
        id: kind,
        name: words.text,
        shortDescription: words,
        fullDescription: words,
        help: messageOf(
          '変更が意図したものかを確かめ、関係する所属への通知が要るときは知らせてください。',
        ),
        defaultConfiguration: { level: grave.has(kind) ? 'error' : 'note' },
      }
    })
}

function changeResult(remark: ChangeRemark, { ruleIndex, names }: ResultContext): SarifResult {
  const { kind, label, isGrave, text, place, isGone, system, requirement, before } = remark
  return {
    ruleId: kind,
    ruleIndex: ruleIndex.get(kind) ?? -1,
    level: isGrave ? 'error' : 'note',
    message: messageOf(text),
    locations: [
      {
        physicalLocation: physical(place, isGone ? earlierRoot : root),
        ...(system === null ? {} : { logicalLocations: [logical(system, names.get(system))] }),
      },
    ],
    ...(before
      ? { relatedLocations: [relatedLocation(1, messageOf('変更前'), before, earlierRoot)] }
      : {}),
    partialFingerprints: { [fingerprintName]: remark.fingerprint },
    baselineState: 'new',
    properties: {
      label,
      ...(requirement === null ? {} : { requirement: messageOf(requirement).text }),
    },
  }
}
