import type { Finding } from '../../finding/finding.ts'
import { findingText } from '../text/finding.ts'
import { visibleLine } from '../text/visible.ts'
import { messageOf, type SarifResult } from './log.ts'
import { logical, physical, relatedLocation } from './place.ts'
import { levelOf } from './rule.ts'

/**
 * Under which name our fingerprint stands; its version changes when its make does. GitHub goes by
 * `primaryLocationLineHash` alone, which its upload computes from the file; ours in that place would
 * be warned of at every result.
 */
const fingerprintName = 'policyLint/v1'

const states = { new: 'new', existing: 'unchanged' } as const

/** What results need to know of their run. */
export interface ResultContext {
  /** Where a rule stands in the list of rules. */
  readonly ruleIndex: ReadonlyMap<string, number>
  /** The names of systems. */
  readonly names: ReadonlyMap<string, string>
}

/** The result for a finding. */
export function resultOf(finding: Finding, { ruleIndex, names }: ResultContext): SarifResult {
  const { rule, system, severity, location, related, fingerprint, state } = finding
  return {
    ruleId: rule,
    ruleIndex: ruleIndex.get(rule) ?? -1,
    level: levelOf[severity],
    message: messageOf(findingText(finding)),
    locations: [
      {
        physicalLocation: physical(location),
        ...(system === null ? {} : { logicalLocations: [logical(system, names.get(system))] }),
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, index) =>
            relatedLocation(index + 1, messageOf(one.message), one.location),
          ),
        }),
    partialFingerprints: { [fingerprintName]: fingerprint },
    ...(state === undefined ? {} : { baselineState: states[state] }),
    properties: propertiesOf(finding),
  }
}

function propertiesOf({ label, class: kind, basis, unconfirmed, requirement }: Finding) {
  return {
    label: visibleLine(label),
    class: kind,
    basis,
    ...(unconfirmed && { unconfirmed }),
    ...(requirement === null ? {} : { requirement: visibleLine(requirement) }),
  }
}
