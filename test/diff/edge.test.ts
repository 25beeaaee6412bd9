import { describe, expect, test } from 'vitest'
import type { ChangeReport } from '../../src/finding/change.ts'
import type { Mapping } from '../../src/schema/variant.ts'
import { compare } from '../../src/workflow/compare.ts'
import { renameIn, renameMunicipality } from './renaming.ts'
import { copyOf, sideOf, type Version, versionOf } from './sides.ts'

const ward = versionOf('examples/remedied/arakawa-ward')

type Draft = Map<string, Mapping[]>

/** A version with a change made to it. */
function changed(version: Version, change: (draft: Draft) => void): Version {
  const draft = copyOf(version)
  change(draft)
  return draft
}

/** The first document of a kind. */
function documentIn(draft: Draft, kind: string): Mapping {
  const found = [...draft.values()].flat().find((one) => one['kind'] === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}

function listIn(holder: Mapping, field: string): Mapping[] {
  return holder[field] as Mapping[]
}

/** The element of an id in a list. */
function oneIn(holder: Mapping, field: string, id: string): Mapping {
  const found = listIn(holder, field).find((one) => one['id'] === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

async function reportOf(before: Version, after: Version): Promise<ChangeReport> {
  const { report } = await compare({ before: sideOf(before, '前'), after: sideOf(after, '後') })
  return report
}

/** A line for each change: how it is graded, what changed, whom to tell. */
async function told(before: Version, after: Version): Promise<readonly string[]> {
  const { changes } = await reportOf(before, after)
  return changes.map(({ grade, subject, kind, needsNotice, affected }) => {
    const whom = needsNotice ? ` → ${affected.organisations.join(' ')}` : ''
    return `${grade}: ${subject} ${kind}${whom}`
  })
}

/** The ward with the edition of 2022 closed and one of 2024 beside it. */
function revised(edit: (edition: Mapping) => void = () => undefined): Version {
  return changed(ward, (draft) => {
    const old = documentIn(draft, 'procedure')
    const edition = { ...structuredClone(old), inForce: { from: '2023-07-01' } }
    old['inForce'] = { from: '2022-04-01', until: '2023-06-30' }
    edit(edition)
    draft.set('juki-terminal/procedure-2023.yaml', [edition])
  })
}

function withoutFirstStep(procedure: Mapping): void {
  oneIn(procedure, 'duties', 'usage-check')['text'] = '端末使用記録簿を、半年に一度確認する。'
}

describe('an earlier edition', () => {
  test('that was closed because a newer one came is no change', async () => {
    expect(await told(ward, revised())).toEqual([
      'editorial: procedure:juki-procedure procedure.inForce.from.changed',
    ])
  })

  test('stays what it was when roles and duties have other ids in the newer one', async () => {
    const after = revised((edition) => {
      renameIn(
        new Map([['', [edition]]]),
        { nouns: ['role'], id: 'hogo', holds: () => true },
        'hogo2',
      )
      renameIn(
        new Map([['', [edition]]]),
        { nouns: ['duty'], id: 'asset-classify', holds: () => true },
        'asset2',
      )
    })
    expect(await told(ward, after)).toEqual([
      'editorial: procedure:juki-procedure procedure.inForce.from.changed',
      'editorial: role:hogo2 role.renamed',
      'editorial: duty:asset2 duty.renamed',
    ])
    const later = changed(after, (draft) => {
      documentIn(draft, 'context')['foundOn'] = '2023-07-02'
    })
    expect(await told(after, later)).toEqual([
      'editorial: context:arakawa-ward/juki-terminal context.foundOn.changed',
    ])
  })

  test('that is altered, taken out or put in is told as such', async () => {
    const altered = changed(revised(), (draft) => {
      withoutFirstStep(documentIn(draft, 'procedure'))
    })
    const taken = changed(revised(), (draft) => {
      draft.delete('juki-terminal/procedure.yaml')
    })
    expect({
      altered: await told(revised(), altered),
      alteredWithRevision: await told(ward, altered),
      takenOut: await told(revised(), taken),
      putIn: await told(taken, revised()),
    }).toEqual({
      altered: ['changed: procedure:juki-procedure procedure.inForce.changed'],
      alteredWithRevision: [
        'editorial: procedure:juki-procedure procedure.inForce.from.changed',
        'changed: procedure:juki-procedure procedure.inForce.changed',
      ],
      takenOut: [
        'changed: procedure:juki-procedure procedure.inForce.removed',
        'relaxed: system:arakawa-ward/juki-terminal system.judgement.lost',
      ],
      putIn: ['editorial: procedure:juki-procedure procedure.inForce.added'],
    })
  })

  test('that was revised in its place is compared as the procedure', async () => {
    const after = changed(ward, (draft) => {
      documentIn(draft, 'procedure')['inForce'] = { from: '2023-04-01' }
    })
    expect(await told(ward, after)).toEqual([
      'editorial: procedure:juki-procedure procedure.inForce.from.changed',
    ])
  })
})

test('a procedure that is given its last day is announced to all it holds for', async () => {
  const after = changed(ward, (draft) => {
    documentIn(draft, 'procedure')['inForce'] = { from: '2022-04-01', until: '2024-03-31' }
  })
  expect(await told(ward, after)).toEqual([
    'removed: procedure:juki-procedure procedure.inForce.until.added → koseki kumin terminal-sections',
  ])
})

describe('none and unknown', () => {
  const none = changed(ward, (draft) => {
    Object.assign(documentIn(draft, 'context'), { contracts: [], enforced: [] })
  })

  test('are told apart in the facts of a system', async () => {
    expect([await told(ward, none), await told(none, ward)]).toEqual([
      [
        'changed: context:arakawa-ward/juki-terminal context.contracts.stated',
        'changed: context:arakawa-ward/juki-terminal context.enforced.stated',
      ],
      [
        'changed: context:arakawa-ward/juki-terminal context.contracts.unstated',
        'changed: context:arakawa-ward/juki-terminal context.enforced.unstated',
      ],
    ])
  })

  test('are the same in a procedure, where what is not written is not so', async () => {
    const after = changed(ward, (draft) => {
      const procedure = documentIn(draft, 'procedure')
      procedure['exceptions'] = []
      oneIn(procedure, 'duties', 'usage-check')['targets'] = []
    })
    const { changes } = await reportOf(ward, after)
    expect(changes.map(({ kind, grade }) => [kind, grade])).toEqual([
      ['duty.targets.stated', 'editorial'],
      ['procedure.exceptions.stated', 'editorial'],
    ])
  })
})

describe('an id that now means something else', () => {
  const after = changed(ward, (draft) => {
    const procedure = documentIn(draft, 'procedure')
    const roles = listIn(procedure, 'roles')
    roles[0] = {
      id: 'kanri',
      canonical: 'ciso',
      name: '最高情報セキュリティ統括者',
      post: '副区長',
      organisation: 'kumin',
    }
  })

  test('is told as one thing that went and one that came, with whatever changed hands', async () => {
    expect(await told(ward, after)).toMatchInlineSnapshot(`
      [
        "added: role:kanri role.added → kumin",
        "removed: role:kanri role.removed → koseki",
        "transferred: duty:usage-check duty.reportTo.role.changed → koseki kumin terminal-sections",
        "transferred: duty:log-analysis duty.performers.transferred → koseki kumin",
        "transferred: duty:contact-maintain duty.performers.transferred → koseki kumin",
        "transferred: duty:asset-classify duty.performers.transferred → koseki kumin",
        "transferred: duty:backup-take duty.performers.transferred → koseki kumin",
        "transferred: duty:backup-restore duty.performers.transferred → koseki kumin",
        "transferred: duty:work-record duty.performers.transferred → koseki kumin",
        "transferred: duty:failure-record duty.performers.transferred → koseki kumin",
        "transferred: duty:account-manage duty.performers.transferred → koseki kumin terminal-sections",
        "transferred: duty:account-manage duty.steps.by.changed → koseki kumin terminal-sections",
        "transferred: duty:account-manage duty.steps.by.changed → koseki kumin terminal-sections",
        "transferred: duty:account-manage duty.steps.by.changed → koseki kumin terminal-sections",
        "transferred: duty:account-review duty.performers.transferred → koseki kumin",
        "transferred: duty:privileged-review duty.performers.transferred → koseki kumin",
        "transferred: duty:malware-update duty.performers.transferred → koseki kumin",
        "transferred: duty:vulnerability-collect duty.performers.transferred → koseki kumin",
        "transferred: duty:patch-apply duty.performers.transferred → koseki kumin",
        "transferred: duty:practice-compare duty.performers.transferred → koseki kumin",
        "transferred: chain:incident chain.nodes.role.changed → koseki kumin",
        "changed: records:arakawa-ward/juki-terminal records.performed.entries.reportedTo.changed",
        "changed: records:arakawa-ward/juki-terminal records.performed.entries.reportedTo.changed",
        "changed: records:arakawa-ward/juki-terminal records.performed.entries.reportedTo.changed",
        "changed: records:arakawa-ward/juki-terminal records.performed.entries.reportedTo.changed",
        "relaxed: system:arakawa-ward/juki-terminal system.judgement.lost",
      ]
    `)
  })
})

describe('ledgers in several files', () => {
  /** The ledgers of the ward, each year in a file of its own. */
  const yearly = (second: readonly Mapping[]): Version =>
    changed(ward, (draft) => {
      const records = documentIn(draft, 'records')
      // Without an id a series goes by its duty and its organisation, in every year.
      for (const one of listIn(records, 'performed')) Reflect.deleteProperty(one, 'id')
      const [series] = listIn(records, 'performed')
      draft.set('juki-terminal/records-2022.yaml', [
        {
          kind: 'records',
          system: records['system'],
          performed: [
            {
              ...series,
              covers: { from: '2021-04-01', to: '2022-03-31' },
              entries: second,
            },
          ],
        },
      ])
    })
  const entry = { period: '2022-03', on: '2022-04-08', result: '件数の違いなし' }

  test('with series of one name are the same as themselves', async () => {
    expect(await told(yearly([entry]), yearly([entry]))).toEqual([])
  })

  test('are told by what changed in either', async () => {
    expect(await told(yearly([]), yearly([entry]))).toEqual([
      'editorial: records:arakawa-ward/juki-terminal records.performed.entries.added',
    ])
  })
})

test('a municipality of another id takes a system that is gone with it', async () => {
  const before = changed(ward, (draft) => {
    const context = structuredClone(documentIn(draft, 'context'))
    draft.set('old/context.yaml', [
      { kind: 'context', system: 'arakawa-ward/old', name: '旧システム', owner: context['owner'] },
    ])
  })
  const after = changed(ward, (draft) => {
    renameMunicipality(draft, 'ward')
  })
  expect(await told(before, after)).toEqual([
    'editorial: municipality:ward municipality.renamed',
    'removed: context:ward/old context.removed',
  ])
})

test('a record of a duty without a title goes by what the duty is about', async () => {
  const titled = changed(ward, (draft) => {
    delete oneIn(documentIn(draft, 'procedure'), 'duties', 'account-review')['title']
    const records = documentIn(draft, 'records')
    const covers = { from: '2023-04-01', to: '2024-03-31' }
    const organisation = oneIn(documentIn(draft, 'procedure'), 'roles', 'hogo')['organisation']
    records['performed'] = [{ duty: 'account-review', organisation, covers, entries: [] }]
  })
  const bare = changed(titled, (draft) => {
    documentIn(draft, 'records')['performed'] = []
  })
  const { changes } = await reportOf(titled, bare)
  expect(changes.map(({ before }) => before?.value).join()).toContain('利用者IDの点検')
})
