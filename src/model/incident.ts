import { type OpenList, Unknown } from '../finding/unknown.ts'
import { writeDayText } from '../japanese/date.ts'
import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'

/** Whether an incident concerns personal information: of so many persons, or sensitive though nobody counted them. */
export function concernsPersons(incident: Part): boolean {
  if (!incident.written('persons') && incident.legible['sensitive'] === true) return true
  return (incident.number('persons') ?? 0) > 0
}

/** How a sentence begins about an incident: 2026年1月22日に気付いた, or the day it happened. */
export function dayOfIncident(incident: Part): string {
  const noticed = incident.writtenText('noticedOn')
  return noticed === undefined
    ? `${writeDayText(incident.text('on') ?? '')}の`
    : `${writeDayText(noticed)}に気付いた`
}

/** What an incident is called in a sentence: by its cause, where that is written. */
export function nameOfIncident(incident: Part): string {
  const cause = incident.writtenText('cause')
  if (cause === undefined) return '事故'
  return `事故（${dossierOf(incident).standard.wordName('causes', cause)}）`
}

/** The reports that were made of an incident; they go on where only those that are known are listed. */
export function reportsMade(incident: Part): OpenList<Part> {
  const reports = incident.list('reports')
  if (incident.writtenText('reportsKnown') !== 'sample') return reports
  const path = `incidents/incident:${incident.key}/reports`
  return [...reports, new Unknown([{ kind: 'records', path }])]
}

/**
 * The reports that were made of an incident to some receivers: all there are, where all to those are said to be listed;
 * else they go on as the list does.
 */
export function reportsTo(incident: Part, receivers: readonly string[]): OpenList<Part> {
  const known = incident.writtenTexts('reportsKnownTo')
  const reports = receivers.every((one) => known.includes(one))
    ? incident.list('reports')
    : reportsMade(incident)
  return reports.filter((one) => one instanceof Unknown || receivers.includes(one.text('to') ?? ''))
}

/** What happened in a failure: 窓口の端末の持出しの制限が外れたこと where its record says what stopped, else 障害. */
export function subjectOfFailure(failure: Part): string {
  const { standard } = dossierOf(failure)
  const controls = failure
    .writtenTexts('controls')
    .map((id) => standard.word('controls', id)?.name ?? id)
  const things = failure.writtenTexts('targets').join('、')
  if (controls.length > 0) {
    return `${things && `${things}の`}${controls.join('、')}が働かなくなったこと`
  }
  return things ? `${things}の障害` : '障害'
}
