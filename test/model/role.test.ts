import { expect, test } from 'vitest'
import { heldAcross } from '../../src/model/role.ts'
import { dossierOf, partOf, procedure, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

const chief = { canonical: 'ciso', name: '最高責任者', post: '副市長', organisation: 'it' }
const auditor = { id: 'chief', canonical: 'audit-chief', name: '監査責任者', organisation: 'it' }

/** Two procedures of one system: the post of `chief` in the first, and roles that go by the same id in the second. */
function acrossFrom(...others: readonly Data[]): unknown {
  const first = { ...procedure, roles: [{ id: 'chief', ...chief }] }
  const second = { ...procedure, id: 'q', roles: others }
  const { procedures } = dossierOf([first, second])
  const role = partOf(procedures.find(({ key }) => key === 'p')?.parts('roles') ?? [], 'chief')
  return told(() => heldAcross(role))
}

test('a post holds roles of other procedures too, though they go by the same id', () => {
  expect(acrossFrom({ ...auditor, post: '副市長' })).toEqual(['chief'])
  expect(acrossFrom({ ...auditor, post: '監査課長' })).toEqual([])
  expect(acrossFrom({ ...auditor, post: '副市長', organisation: 'south' })).toEqual([])
})
