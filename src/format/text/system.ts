/** A system as it is headed: its name with its id and what is said aside, or the id alone where no file names it. */
export function systemTitle(name: string, system: string, aside = ''): string {
  const told = [name === system ? '' : system, aside].filter(Boolean).join('、')
  return told === '' ? system : `${name}（${told}）`
}
