/** A Japanese era of the solar calendar; on a day of change both years are in use. */
export interface Era {
  readonly name: string
  readonly letter: string
  /** The western year before its first year: year 1 is `zero + 1`. */
  readonly zero: number
  readonly from: string
  readonly until: string
}

/** Newest first. Meiji begins where Japan took up the solar calendar (明治6年1月1日). */
export const eras: readonly Era[] = [
  { name: '令和', letter: 'R', zero: 2018, from: '2019-05-01', until: '2117-12-31' },
  { name: '平成', letter: 'H', zero: 1988, from: '1989-01-08', until: '2019-04-30' },
  { name: '昭和', letter: 'S', zero: 1925, from: '1926-12-25', until: '1989-01-07' },
  { name: '大正', letter: 'T', zero: 1911, from: '1912-07-30', until: '1926-12-25' },
  { name: '明治', letter: 'M', zero: 1867, from: '1873-01-01', until: '1912-07-30' },
]

/** Source of a regular expression that matches a year, western or of an era, in three groups. */
export const yearPattern =
  '(?:([1-9]\\d{3})|(' +
  eras.map((era) => `${era.name}|${era.letter}`).join('|') +
  ')\\s*(元|\\d{1,3}))'

/** A year as its three matched groups tell it; the era still has to be held against its bounds. */
export function readYear(
  western: string | undefined,
  eraName: string | undefined,
  yearOfEra: string | undefined,
): { readonly year: number; readonly era: Era | undefined } | undefined {
  if (western !== undefined) return { year: Number(western), era: undefined }
  const era = eras.find(({ name, letter }) => name === eraName || letter === eraName)
  const count = yearOfEra === '元' ? 1 : Number(yearOfEra)
  return era && count >= 1 ? { year: era.zero + count, era } : undefined
}

/** The era of an ISO day and the year in it; undefined before the solar calendar. */
export function eraOf(isoDay: string): { readonly era: Era; readonly year: number } | undefined {
  const era = eras.find(({ from, until }) => from <= isoDay && isoDay <= until)
  return era && { era, year: Number(isoDay.slice(0, 4)) - era.zero }
}
