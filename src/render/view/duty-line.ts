import { joinAnd } from '../../japanese/list.ts'
import { dutiesOf } from '../../model/dossier.ts'
import type { WrittenPart } from '../../model/part.ts'
import { whenLabel } from './frequency.ts'
import { headingOf, requirementTitle, roleName, roleNameOf, roleNames } from './name.ts'
import type { ProcedureSubject } from './procedure/subject.ts'
import type { Style } from './style.ts'
import { partIf, partsIf, periodIf, sourceOf, textIf } from './written.ts'

/** A duty in the cells of a table. */
export interface DutyLine {
  readonly duty: WrittenPart
  readonly requirement: string
  readonly heading: string
  readonly performers: string
  readonly when: string
  readonly record: string
  /** システム主任（10日以内） */
  readonly reports: string
  readonly confirms: string
  /** Performers that lead nowhere. */
  readonly missing: string
  readonly source: string
}

/** The duties of a procedure with those of its documents, under their requirements in the catalogue's order. */
export function dutyLines({ dossier, procedure, style }: ProcedureSubject): readonly DutyLine[] {
  const order = [...dossier.standard.requirements.keys()]
  const place = (duty: WrittenPart): number => {
    const at = order.indexOf(duty.writtenText('requirement') ?? '')
    return at < 0 ? order.length : at
  }
  return [...dutiesOf(procedure)]
    .sort((a, b) => place(a) - place(b))
    .map((duty) => dutyLine(duty, style))
}

/** One duty in the cells of a table. */
export function dutyLine(duty: WrittenPart, style: Style): DutyLine {
  const reports = partsIf(duty, 'reportTo').map((report) =>
    withDeadline(roleNameOf(report, 'role'), report, style),
  )
  const confirm = partIf(duty, 'confirm')
  return {
    duty,
    requirement: style.text(requirementTitle(duty)),
    heading: style.text(headingOf(duty)),
    performers: style.text(joinAnd(partsIf(duty, 'performers').map(roleName))),
    when: style.text(whenLabel(duty, style)),
    record: style.text(textIf(duty, 'record') ?? ''),
    reports: style.text(reports.join('、')),
    confirms: confirm ? withDeadline(roleNameOf(confirm, 'by'), confirm, style) : '',
    missing: roleNames(duty, 'performers')
      .filter((name) => name.startsWith('【'))
      .join('、'),
    source: sourceOf(duty),
  }
}

function withDeadline(name: string, part: WrittenPart, style: Style): string {
  const within = periodIf(part, 'within')
  return within ? `${name}（${style.period(within)}以内）` : name
}
