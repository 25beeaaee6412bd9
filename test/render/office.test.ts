import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diskWorkspace } from '../../src/source/disk.ts'
import { publish, type PublishRequest } from '../../src/workflow/publish.ts'
import { oneIn } from '../sample/sweep.ts'
import { faultsOf, hasReferee } from './referee/validate.ts'

const workspace = diskWorkspace({ cwd: resolve(import.meta.dirname, '../..') })
const twin = 'examples/remedied/osaka-city/online-application'
const edit = 'test/cases/diff/duty-handed-to-sections'
const side = (path: string) => ({ name: path, workspace, paths: [path] })

const files = (path: string): PublishRequest['input'] => ({ workspace, paths: [path] })

/** Every kind of document of real systems, and the files it comes to. */
const documents: readonly (readonly [string, PublishRequest['input'], readonly string[]])[] = [
  ['procedure', files(twin), ['docx']],
  ['roles', files(twin), ['docx', 'xlsx']],
  ['contacts', files('examples/remedied/osaka-city/facility-reservation'), ['docx', 'docx']],
  ['checklist', files(twin), ['docx', 'xlsx']],
  ['plan', files(twin), ['docx', 'xlsx']],
  ['ledgers', files(twin), ['docx', 'xlsx', 'docx', 'xlsx']],
  ['notice', files(twin), ['docx', 'docx', 'docx']],
  ['comparison', { before: side(`${edit}/before`), after: side(`${edit}/after`) }, ['docx']],
  ['findings', files('procedures/osaka-city'), ['docx', 'xlsx']],
]

describe.skipIf(!hasReferee)('the Open XML SDK finds nothing wrong', () => {
  test.each([...oneIn(3, documents)])(
    'with %s of real systems',
    async (document, input, written) => {
      const formats = [...new Set(written)] as PublishRequest['formats'] & {}
      const asOf = '2025-10-01'
      const made = await publish({ document, formats, input, asOf, draft: true, trace: false })
      if (made.kind !== 'made') throw new Error('nothing was made')
      const faults = made.files.map(({ format, content }) => {
        if (typeof content === 'string') throw new Error('no office file')
        return [format, faultsOf(content, format === 'xlsx' ? 'xlsx' : 'docx')]
      })
      expect(faults).toEqual(written.map((format) => [format, []]))
    },
  )
})
