import { joinAnd } from '../../japanese/list.ts'
import { dutiesOf } from '../../model/procedure.ts'
import type { WrittenPart } from '../../model/part.ts'
import { headingOf, requirementTitle, roleName, roleNameOf, roleNames } from '../../words/name.ts'
import { deadlineOf, whenLabel } from '../../words/when.ts'
import { sourceOf } from '../trace.ts'
import type { ProcedureSubject } from './procedure/subject.ts'
import type { Style } from './style.ts'

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
  const reports = duty
    .parts('reportTo')
    .map((report) => withDeadline(roleNameOf(report, 'role'), report, style))
  const confirm = duty.part('confirm')
  return {
    duty,
    requirement: style.text(requirementTitle(duty)),
    heading: style.text(headingOf(duty)),
    performers: style.text(joinAnd(duty.parts('performers').map(roleName))),
    when: style.text(whenLabel(duty, style)),
    record: style.text(duty.writtenText('record') ?? ''),
    reports: style.text(reports.join('、')),
    confirms: confirm ? withDeadline(roleNameOf(confirm, 'by'), confirm, style) : '',
    missing: roleNames(duty, 'performers')
      .filter((name) => name.startsWith('【'))
      .join('、'),
    source: sourceOf(duty),
  }
}

function withDeadline(name: string, part: WrittenPart, style: Style): string {
  const soon = deadlineOf(part, style)
  return soon === '' ? name : `${name}（${soon}）`
}
