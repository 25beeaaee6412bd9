import { type Finding, fingerprint } from '../finding/finding.ts'
import type { WrittenDossier } from '../model/dossier.ts'
import { procedureOf } from '../model/duty.ts'
import { unusedException as rule } from './built-in.ts'
import type { Result } from './evaluate.ts'
import { concerns, type ExceptionInForce, exceptionsInForce } from './exception.ts'

/** Findings for the exceptions in force that silence nothing, as far as that can be told. */
export function unusedExceptions(
  dossier: WrittenDossier,
  results: readonly Result[],
): readonly Finding[] {
  return exceptionsInForce(dossier)
    .filter(({ part }) => !results.some((one) => isOpen(one) && concerns(part, one)))
    .map((exception) => findingFor(exception, dossier))
}

/** What an exception could be for: a clause that is broken, or one that could not be judged. */
function isOpen({ outcome }: Result): boolean {
  return outcome !== 'satisfied'
}

function findingFor({ part }: ExceptionInForce, { id, standard }: WrittenDossier): Finding {
  const key = part.writtenText('requirement') ?? ''
  const named = part.writtenText('element')
  const subject = named === undefined ? '' : `（対象「${named}」）`
  const procedure = procedureOf(part).elementId
  return {
    fingerprint: fingerprint(rule.id, '', id, `${procedure}/${part.elementId}`),
    rule: rule.id,
    requirement: null,
    article: null,
    severity: rule.severity,
    label: standard.labels[rule.severity] ?? rule.severity,
    class: rule.class,
    system: id,
    message: `「${standard.wordName('requirements', key)}」の例外措置${subject}に当たる違反がありません。`,
    why: rule.rationale,
    fix: rule.fix,
    expected: '例外としなければならない違反',
    actual: '当たる違反がない',
    basis: part.basis,
    location: part.location(),
    related: [],
  }
}
