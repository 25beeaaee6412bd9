import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { GradedChange } from '../../src/diff/change.ts'
import { rootElement } from '../../src/model/element.ts'
import { nowhere } from '../../src/model/place.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import { compareSides } from '../../src/workflow/compare.ts'
import { draftNotices } from '../../src/workflow/compare/notices.ts'

const root = resolve(import.meta.dirname, '../..')

const noElement = rootElement({ kind: 'context', value: {}, document: nowhere })

type Texts = Readonly<Record<string, string>>

/** The YAML files of a folder as texts, under `procedures/`. */
function textsOf(folder: string): Texts {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    files
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [
        `procedures/${name.replaceAll('\\', '/')}`,
        readFileSync(join(root, folder, name), 'utf8'),
      ]),
  )
}

/** The dossier of the revised system before its revision: the old edition alone, nothing told yet. */
function beforeRevision(after: Texts): Texts {
  const old = 'procedures/online-application/procedure-2020.yaml'
  const later = new Set(
    ['procedure', 'notice', 'records'].map((name) => `procedures/online-application/${name}.yaml`),
  )
  const kept = Object.entries(after).filter(([path]) => !later.has(path))
  return {
    ...Object.fromEntries(kept),
    [old]: (after[old] ?? '').replace(', until: 2024-02-29', ''),
  }
}

const osaka = textsOf('procedures/osaka-city')
const pairs: Readonly<Record<string, readonly [Texts, Texts]>> = {
  'the revision of 2024-03-01': [beforeRevision(osaka), osaka],
  'osaka-city as audited and mended': [osaka, textsOf('examples/remedied/osaka-city')],
  'arakawa-ward as audited and mended': [
    textsOf('procedures/arakawa-ward'),
    textsOf('examples/remedied/arakawa-ward'),
  ],
}

function sides([before, after]: readonly [Texts, Texts]) {
  const side = (name: string, texts: Texts) => ({
    name,
    workspace: memoryWorkspace(texts),
    paths: ['procedures'],
  })
  return { before: side('before', before), after: side('after', after) }
}

describe.each(Object.entries(pairs))('%s', (name, pair) => {
  const request = { ...sides(pair), on: '2024-02-15' }

  test('every change that needs notice is told to everybody it concerns, and nobody else is written to', async () => {
    const { changes, judged } = await compareSides(request)
    const { notices } = await draftNotices(request)
    const ownerOf = (change: GradedChange): string | undefined => {
      const own = (change.fact.after ?? change.fact.before ?? noElement).root.data['owner']
      const dossier = judged.after.find(({ id }) => id === change.system)
      return typeof own === 'string' ? own : dossier?.context?.writtenText('owner')
    }
    // Where an edition takes the place of another, the head of the letter says from when.
    const isDay = ({ fact }: GradedChange): boolean =>
      name.startsWith('the revision') &&
      fact.before !== undefined &&
      fact.after !== undefined &&
      (fact.field === 'since' || fact.after.parentField === 'inForce')
    const wanted = changes
      .filter((change) => change.needsNotice && !isDay(change))
      .flatMap((change) =>
        change.affected.organisations
          .filter((one) => one !== ownerOf(change))
          .map((one) => `${one} ${change.fingerprint}`),
      )
    const told = notices.flatMap(({ organisation, changes: own }) =>
      own.map((fingerprint) => `${organisation} ${fingerprint}`),
    )
    expect([...new Set(told)].sort()).toEqual([...new Set(wanted)].sort())
  })

  test('a duty is told as a duty, with all that is needed to do it', async () => {
    const { notices } = await draftNotices(request)
    const duties = notices
      .flatMap(({ value }) => value.statements ?? [])
      .filter(({ modality, duty }) => modality === 'must' && duty !== undefined)
    const lacking = duties.filter(
      ({ text, from, contact, reportHow, first }) =>
        !text.includes('なければなりません') || !from || !contact || !reportHow || !first,
    )
    // What 荒川区 mended lays no duty on anybody.
    expect(duties.length > 0).toBe(!name.startsWith('arakawa'))
    expect(lacking).toEqual([])
  })

  test('the drafts are files of the dossier, to which nothing is lacking but that they be sent', async () => {
    const [, after] = pair
    const { files, notices } = await draftNotices(request)
    const added = Object.fromEntries(
      files.map(({ name, content }) => [`procedures/${name}`, content]),
    )
    const findingsOf = async (texts: Texts): Promise<readonly string[]> => {
      const { report } = await check({ workspace: memoryWorkspace(texts), paths: ['procedures'] })
      return report.findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`)
    }
    const known = new Set(await findingsOf(after))
    const fresh = (await findingsOf({ ...after, ...added })).filter((one) => !known.has(one))
    expect(notices.length).toBeGreaterThan(0)
    const told = new Set(fresh.map((one) => one.split(' ')[0]))
    expect(told.has('notice.reaches-everyone')).toBe(
      notices.some(({ value }) => value.announces !== undefined),
    )
    expect([...told].filter((rule) => !rule?.startsWith('notice.reaches-'))).toEqual([])
  })
})

test('nothing changed, nobody written to', async () => {
  const { notices, files, told } = await draftNotices(sides([osaka, osaka]))
  expect({ notices, files, told }).toEqual({ notices: [], files: [], told: 0 })
})

test('the notice to a section that takes over duties says what, from when, by when and to whom', async () => {
  const { files } = await draftNotices({
    ...sides(pairs['the revision of 2024-03-01'] ?? [osaka, osaka]),
    on: '2024-02-15',
    replyBy: '2024-02-26',
  })
  const file = files.find(({ name }) => name.includes('pol-koho'))
  await expect(file?.content).toMatchFileSnapshot('fixtures/notice-pol-koho.yaml')
})

test('an unknown issuer and an answer before the issue are wrong use', async () => {
  const pair = sides([osaka, osaka])
  await expect(draftNotices({ ...pair, issuer: 'digitl' })).rejects.toThrow(
    '発出元の組織「digitl」が、自治体のファイルにありません。',
  )
  await expect(draftNotices({ ...pair, on: '2024-03-01', replyBy: '2024-02-01' })).rejects.toThrow(
    '回答期限が、通知を出す日より前になっています。',
  )
})
