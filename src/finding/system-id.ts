/**
 * The ids of what is judged: `sakura-city/library` is a system, `sakura-city/organisation` what holds for
 * all systems of its municipality, and `sakura-city/standard` the standard it has in force.
 */

/** The municipality that something is judged in. */
export function municipalityIdOf(system: string): string {
  return system.split('/')[0] ?? ''
}

/** What holds for all systems of a municipality. */
export function wholeOrganisationOf(municipality: string): string {
  return `${municipality}/organisation`
}

/** Whether an id is that of a whole organisation, whose duties hold for every system. */
export function isWholeOrganisation(system: string | undefined): boolean {
  return system?.endsWith('/organisation') ?? false
}

/** Whether what is said of a system, of its whole organisation or of none in particular bears on one. */
export function bearsOn(said: string | null, system: string): boolean {
  return said === null || said === system || said === wholeOrganisationOf(municipalityIdOf(system))
}

/** A municipality's standard among its systems. */
export function standardSystemOf(municipality: string): string {
  return `${municipality}/standard`
}

/** Whether something that was judged is a standard and not a system. */
export function isStandardSystem(system: string): boolean {
  return system.endsWith('/standard')
}

/** An id as part of the name of a file. */
export function fileStemOf(system: string): string {
  return system.replace('/', '-')
}

/** A system as it is headed: its name with its id and what is said aside, or the id alone where no file names it. */
export function systemTitle(name: string, system: string, aside = ''): string {
  const told = [name === system ? '' : system, aside].filter(Boolean).join('、')
  return told === '' ? system : `${name}（${told}）`
}
