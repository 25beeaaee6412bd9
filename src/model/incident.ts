import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'

/** Whether an incident concerns personal information: of so many persons, or sensitive though nobody counted them. */
export function concernsPersons(incident: Part): boolean {
  if (!incident.written('persons') && incident.legible['sensitive'] === true) return true
  return (incident.number('persons') ?? 0) > 0
}

/** What an incident is called in a sentence: by its cause, where that is written. */
export function nameOfIncident(incident: Part): string {
  const cause = incident.writtenText('cause')
  if (cause === undefined) return '事故'
  return `事故（${dossierOf(incident).standard.wordName('causes', cause)}）`
}
