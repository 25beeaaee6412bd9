import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAs } from './read.ts'

const cases = join(import.meta.dirname, 'cases')

test.each(readdirSync(cases).sort())('%s', async (name) => {
  const folder = join(cases, name)
  const document = readdirSync(folder).find((file) => file.startsWith('document.')) ?? ''
  const { files } = await readAs(document, readFileSync(join(folder, document)))
  for (const { name: file, content } of files.filter((one) => !/(?:html|json)$/u.test(one.name))) {
    await expect(content).toMatchFileSnapshot(join(folder, `expected.${file}`))
  }
})
