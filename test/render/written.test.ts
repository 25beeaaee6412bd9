import { expect, test } from 'vitest'
import { writeHtml } from '../../src/render/html/write.ts'
import { writeMarkdown } from '../../src/render/markdown/write.ts'
import { traceOf } from '../../src/render/trace.ts'
import { sampleDocument, sampleView } from './sample/view.ts'

test('a document as HTML', async () => {
  const html = writeHtml(await sampleDocument())
  await expect(html).toMatchFileSnapshot('fixtures/sample.html')
})

test('a document as Markdown, its picture beside it', async () => {
  const files = writeMarkdown(await sampleDocument(), sampleView.stem)
  expect(files.map(({ name }) => name)).toEqual([
    'aoba-city-library-procedure.md',
    'aoba-city-library-procedure.chain.svg',
  ])
  await expect(files[0]?.content).toMatchFileSnapshot('fixtures/sample.md')
})

test('a trace leads from every paragraph to the YAML', async () => {
  const trace = `${JSON.stringify(traceOf(await sampleDocument()), null, 2)}\n`
  await expect(trace).toMatchFileSnapshot('fixtures/sample.trace.json')
})
