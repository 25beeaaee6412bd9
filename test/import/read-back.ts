import { parse } from 'yaml'
import type { WrittenPart } from '../../src/model/part.ts'
import { headingOf, postName, roleName } from '../../src/words/name.ts'

/** A part of a procedure as it was read back. */
type Read = Readonly<Record<string, unknown>>

/** How many of the things that are printed were read back, field by field. */
export class Tally {
  readonly #counts = new Map<string, { right: number; all: number }>()

  add(field: string, isRight: boolean): void {
    const count = this.#counts.get(field) ?? { right: 0, all: 0 }
    this.#counts.set(field, count)
    count.all += 1
    if (isRight) count.right += 1
  }

  get figures(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.#counts].map(([field, { right, all }]) => [field, `${right}/${all}`]),
    )
  }
}

/** Holds a procedure as it was read without its marks against the one that was printed: ids differ. */
export function holdAgainst(yaml: string, procedure: WrittenPart, tally: Tally): void {
  const read = parse(yaml) as Read
  holdRoles(listOf(read, 'roles'), procedure, tally)
  holdDuties(read, procedure, tally)
  const texts = ['duties', 'provisions'].flatMap((list) =>
    listOf(read, list).map(({ text }) => text),
  )
  const all = plain(texts.join(''))
  for (const provision of procedure.within('provisions')) {
    const sentences = plain(provision.writtenText('text')).split('。')
    tally.add(
      'provision',
      sentences.every((one) => all.includes(one)),
    )
  }
  holdChains(listOf(read, 'chains'), procedure, tally)
  for (const list of ['passwords', 'logs']) {
    for (const level of procedure.parts(list)) {
      const found = listOf(read, list).some((one) =>
        ['minLength', 'expiry', 'kind', 'retention'].every(
          (key) => level.data[key] === undefined || one[key] === level.data[key],
        ),
      )
      tally.add(list, found)
    }
  }
}

function holdRoles(read: readonly Read[], procedure: WrittenPart, tally: Tally): void {
  for (const role of procedure.parts('roles')) {
    const found = read.find(({ name }) => plain(name) === plain(roleName(role)))
    tally.add('role', found !== undefined)
    const printed: Read = { ...role.data, post: postName(role) }
    for (const key of ['post', 'organisation', 'each', 'deputy']) {
      if (printed[key] === undefined) continue
      tally.add(`role: ${key}`, plain(found?.[key]) === plain(printed[key]))
    }
  }
}

function holdDuties(read: Read, procedure: WrittenPart, tally: Tally): void {
  const names = new Map(listOf(read, 'roles').map(({ id, name }) => [id, plain(name)]))
  const printedNames = new Map(procedure.parts('roles').map((one) => [one.key, roleName(one)]))
  const duties = [
    ...procedure.parts('duties'),
    ...procedure.parts('documents').flatMap((one) => one.parts('duties')),
  ]
  for (const duty of duties) {
    const title = plain(headingOf(duty))
    const found = listOf(read, 'duties').filter((one) => plain(one['title']) === title)
    tally.add('duty', found.length > 0)
    const printed = dutyFacts(duty.data, (id) => plain(printedNames.get(id) ?? id))
    for (const [field, value] of Object.entries(printed)) {
      if (value === undefined) continue
      const isRight = found.some(
        (one) => dutyFacts(one, (id) => names.get(id) ?? id)[field] === value,
      )
      tally.add(`duty: ${field}`, isRight)
    }
  }
}

/** What is printed of a duty, as texts that can be compared. */
function dutyFacts(duty: Read, nameOf: (id: string) => string): Record<string, string | undefined> {
  const { performers, frequency, timing, record, reportTo, confirm, modality } = duty
  const bare = (value: unknown): string | undefined =>
    value === undefined ? undefined : plain(JSON.stringify(value))
  const told = (one: Read): unknown => [nameOf(String(one['role'] ?? one['by'])), one['within']]
  const { every, on, within, before, occasion } = (
    typeof frequency === 'object' ? frequency : {}
  ) as Read
  return {
    performers: bare((performers as string[] | undefined)?.map(nameOf).sort()),
    frequency:
      typeof frequency === 'object'
        ? bare({ every, on, within, before, occasion })
        : bare(frequency),
    timing: bare(timing),
    modality: bare(modality ?? 'must'),
    record: bare(record),
    reportTo: bare((reportTo as Read[] | undefined)?.map(told)),
    confirm: bare(confirm === undefined ? undefined : told(confirm as Read)),
  }
}

function holdChains(read: readonly Read[], procedure: WrittenPart, tally: Tally): void {
  for (const { data } of procedure.parts('chains')) {
    const found = read.find(({ title }) => plain(title) === plain(data['title']))
    tally.add('chain', found !== undefined)
    for (const key of ['triggers', 'asOf', 'firstReporter', 'goal']) {
      if (data[key] !== undefined)
        tally.add(`chain: ${key}`, JSON.stringify(found?.[key]) === JSON.stringify(data[key]))
    }
    tally.add('chain: edges', sorted(found, 'edges', edgeOf) === sorted(data, 'edges', edgeOf))
    tally.add('chain: phones', sorted(found, 'nodes', phonesOf) === sorted(data, 'nodes', phonesOf))
  }
}

function edgeOf({ from, to }: Read): unknown {
  return [from, to]
}

function phonesOf({ organisation, phoneDay, phoneNight }: Read): unknown {
  return phoneDay === undefined && phoneNight === undefined
    ? undefined
    : [organisation, phoneDay, phoneNight]
}

function sorted(chain: Read | undefined, list: string, of: (one: Read) => unknown): string {
  return listOf(chain ?? {}, list)
    .map(of)
    .filter((one) => one !== undefined)
    .map((one) => JSON.stringify(one))
    .sort()
    .join()
}

function listOf(read: Read, list: string): readonly Read[] {
  return (read[list] ?? []) as readonly Read[]
}

function plain(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '')
  return text.normalize('NFKC').replaceAll(/\s/gu, '')
}
