import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { wideSpace } from '../../src/japanese/width.ts'
import { readAs } from './read.ts'

type Read = Readonly<Record<string, unknown>>

const sentences = parse(
  readFileSync(join(import.meta.dirname, 'sentences.yaml'), 'utf8'),
) as readonly (readonly [string, Read])[]

/** What is read of a sentence under an article about IDs, the roles by their names. */
async function read(sentence: string, wanted: Read): Promise<Read> {
  const { files } = await readAs('a.txt', `（運用）\n第１条${wideSpace}${sentence.slice(1, -1)}`)
  const { roles, duties } = parse(String(files[0]?.content)) as {
    readonly roles: readonly { readonly id: string; readonly name: string }[]
    readonly duties: readonly Read[]
  }
  const nameOf = (id: string): string | undefined => roles.find((role) => role.id === id)?.name
  const [duty = {}] = duties
  const named = {
    ...duty,
    performers: (duty['performers'] as readonly string[] | undefined)?.map(nameOf) ?? 'undecided',
    reportTo: (duty['reportTo'] as readonly { readonly role: string }[] | undefined)?.map(
      ({ role }) => nameOf(role),
    ),
  }
  return Object.fromEntries(Object.entries(named).filter(([key]) => key in wanted))
}

test.each(sentences)('%s', async (sentence, wanted) => {
  expect(await read(sentence, wanted)).toEqual(wanted)
})
