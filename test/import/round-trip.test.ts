import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { importDocument, type Reader } from '../../src/workflow/import.ts'
import { readingWords } from '../../src/workflow/import/town.ts'
import { dossiersIn, shippedFolders } from '../render/view/dossiers.ts'
import { bare, edited, type Printed, printedOf } from './printed.ts'
import { holdAgainst, Tally } from './read-back.ts'

/** Every procedure that ships, printed, with what it is read back by. */
async function printed(): Promise<readonly (Printed & { readonly reader: Reader })[]> {
  const all: (Printed & { readonly reader: Reader })[] = []
  for (const { path, policies } of shippedFolders) {
    for (const dossier of await dossiersIn(path, policies)) {
      const { id: system, municipality, standard } = dossier
      const town = { municipality, standard, reference: { pack: '', edition: '' }, folder: '' }
      const reader = { system, town, words: readingWords(town) }
      for (const one of await printedOf(dossier)) all.push({ ...one, reader })
    }
  }
  return all
}

const all = await printed()

/** What a procedure says, but for what is noted for the colleagues: that stays in the office. */
function withoutNotes(data: object): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) => (key === 'notes' ? undefined : value)),
  )
}

async function readBack(bytes: Uint8Array, reader: Reader) {
  const imported = await importDocument({ name: '実施手順.docx', bytes }, reader)
  return { ...imported, yaml: String(imported.files[0]?.content) }
}

test('a Word file of a procedure gives back the procedure, and asks nothing', async () => {
  for (const { bytes, procedure, reader, name } of all) {
    const { yaml, questions } = await readBack(bytes, reader)
    expect(parse(yaml), name).toEqual(withoutNotes(procedure.data))
    expect(questions, name).toBe(0)
    expect(yaml, name).not.toContain('確認: ')
  }
})

test('a Word file that was made of another system says so', async () => {
  const [first] = all
  if (!first) throw new Error('no procedures')
  const { draft } = await readBack(first.bytes, { ...first.reader, system: 'aoba-city/other' })
  expect(draft.remarks[0]).toBe(
    `この文書は、「${first.dossier.id}」の実施手順から作られています。「aoba-city/other」のものとして読みました`,
  )
})

describe('a sentence that was changed', () => {
  const places = all.flatMap((one) =>
    one.procedure
      .parts('duties')
      .map((duty) => ({ ...one, id: duty.key, mark: `pl.duty.${duty.key}` }))
      .filter(({ mark }) => mark.length <= 40),
  )

  test('is read anew under the id of its duty; all else is as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(places.length - 1), async (at) => {
        const place = places[at]
        if (!place) throw new Error('no place')
        const { bytes, mark, id, procedure, reader } = place
        const changed = edited(bytes, (xml) => {
          const start = xml.indexOf(`w:name="${mark}"`)
          const text = xml.indexOf('</w:t>', xml.indexOf('</w:p>', start))
          return `${xml.slice(0, text)}加えて、点検する。${xml.slice(text)}`
        })
        const { yaml } = await readBack(changed, reader)
        const { duties, ...rest } = parse(yaml) as { duties: { id: string; text: string }[] }
        const { duties: written, ...others } = withoutNotes(procedure.data) as typeof rest & {
          duties: typeof duties
        }
        expect(rest).toEqual(others)
        expect(duties.map((one) => one.id)).toEqual(written.map((one) => one.id))
        expect(duties.filter((one) => one.id !== id)).toEqual(
          written.filter((one) => one.id !== id),
        )
        expect(duties.find((one) => one.id === id)?.text).toContain('加えて、点検する。')
        expect(yaml).toContain('確認: 印刷したときから文が変わっています')
      }),
      { numRuns: 8 },
    )
  })
})

test('without its marks the text alone is read, field by field', async () => {
  const tally = new Tally()
  for (const { bytes, procedure, reader, name } of all) {
    // The remedied examples are printed alike.
    if (all.findIndex((one) => one.name === name) !== all.findIndex((one) => one.bytes === bytes))
      continue
    holdAgainst((await readBack(bare(bytes), reader)).yaml, procedure, tally)
  }
  expect(tally.figures).toMatchInlineSnapshot(`
    {
      "chain": "11/11",
      "chain: asOf": "10/10",
      "chain: edges": "11/11",
      "chain: firstReporter": "11/11",
      "chain: goal": "1/1",
      "chain: phones": "11/11",
      "chain: triggers": "11/11",
      "duty": "208/208",
      "duty: confirm": "1/1",
      "duty: frequency": "185/208",
      "duty: modality": "208/208",
      "duty: performers": "195/208",
      "duty: record": "166/191",
      "duty: reportTo": "10/11",
      "duty: timing": "50/50",
      "logs": "8/8",
      "passwords": "8/8",
      "provision": "202/229",
      "role": "51/54",
      "role: deputy": "11/11",
      "role: each": "13/14",
      "role: organisation": "43/54",
      "role: post": "38/40",
    }
  `)
})
