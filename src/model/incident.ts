import type { Part } from './part.ts'

/** Whether an incident concerns personal information: of so many persons, or sensitive though nobody counted them. */
export function concernsPersons(incident: Part): boolean {
  if (!incident.written('persons') && incident.legible['sensitive'] === true) return true
  return (incident.number('persons') ?? 0) > 0
}
