import { resolve } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, test } from 'vitest'
import { diskWorkspace } from '../../../src/source/disk.ts'
import { publish } from '../../../src/workflow/publish.ts'

type Element = DefaultTreeAdapterTypes.Element

const workspace = diskWorkspace({ cwd: resolve(import.meta.dirname, '../../..') })
const input = {
  workspace,
  paths: ['examples/remedied/osaka-city/online-application'],
}

test.each(['procedure', 'roles', 'contacts', 'checklist', 'plan', 'ledgers'])(
  '%s is read by a screen reader and moved on a phone',
  async (document) => {
    const request = { document, formats: ['html' as const], input, draft: true, trace: false }
    const made = await publish({ ...request, asOf: '2025-10-01' })
    if (made.kind !== 'made') throw new Error('nothing was made')
    for (const { content } of made.files) {
      const all = elementsOf(parse(String(content)))
      const of = (name: string): readonly Element[] => all.filter(({ tagName }) => tagName === name)
      expect({
        language: of('html').map((one) => attribute(one, 'lang')),
        screen: attribute(
          of('meta').find((one) => attribute(one, 'name') === 'viewport'),
          'content',
        ),
        mains: of('main').length,
        outsideMain: of('article').filter(({ parentNode }) => nameOf(parentNode) !== 'main').length,
        headsWithoutScope: of('th').filter((one) => attribute(one, 'scope') === undefined).length,
        picturesWithoutWords: of('img').filter((one) => !attribute(one, 'alt')).length,
        wideButFixed: of('table').filter((one) => isWide(one) && !isMoved(one.parentNode)).length,
      }).toEqual({
        language: ['ja'],
        screen: 'width=device-width, initial-scale=1',
        mains: 1,
        outsideMain: 0,
        headsWithoutScope: 0,
        picturesWithoutWords: 0,
        wideButFixed: 0,
      })
    }
  },
)

function elementsOf(node: DefaultTreeAdapterTypes.Node): readonly Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : []
  return 'tagName' in node ? [node, ...children] : children
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value
}

function nameOf(node: DefaultTreeAdapterTypes.Node | null): string {
  return node?.nodeName ?? ''
}

function isWide(table: Element): boolean {
  const row = elementsOf(table).find(({ tagName }) => tagName === 'tr')
  return (row?.childNodes.length ?? 0) > 3
}

/** Whether a box can be moved sideways, with the keyboard too, and says what it is. */
function isMoved(node: DefaultTreeAdapterTypes.Node | null): boolean {
  if (!node || !('tagName' in node)) return false
  return attribute(node, 'tabindex') === '0' && (attribute(node, 'aria-label') ?? '') !== ''
}
