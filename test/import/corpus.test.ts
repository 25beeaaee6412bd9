import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { faultsOf, hasReferee } from '../render/referee/validate.ts'
import { markedDocuments, type MarkedDocument, type Mark } from './marks.ts'

const documents = markedDocuments()
const each = documents.map((document) => [document.file, document] as const)
const marks = documents.flatMap(({ sentences }) => sentences)

interface Pack {
  readonly vocabularies: Readonly<Record<string, readonly { readonly id: string }[]>>
  readonly requirements: readonly { readonly key: string }[]
}

const pack = parse(
  readFileSync(join(import.meta.dirname, '../../policies/base/pack.yaml'), 'utf8'),
) as Pack

/** The words of a document without its markup: what a reader has before it. */
function textOf({ bytes, container }: MarkedDocument): string {
  if (container === 'text-cp932') return new TextDecoder('shift_jis').decode(bytes)
  if (container.startsWith('docx')) {
    const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    return document
      .replace(/<w:del [^]*?<\/w:del>/g, '')
      .replaceAll('</w:p>', '\n')
      .replace(/<[^>]*>/g, '')
  }
  const text = new TextDecoder().decode(bytes)
  if (container !== 'html') return text
  return text.replace(/<(script|style|rt)>?[^]*?<\/\1>/g, '').replace(/<[^>]*>/g, '')
}

/** The text with the marked sentences taken out one after another, as far as they stand in this order. */
function unmarked(text: string, sentences: readonly Mark[]): string {
  let rest = text
  let left = ''
  for (const { text: sentence } of sentences) {
    const [before = '', ...after] = rest.split(sentence)
    expect(after, sentence).not.toEqual([])
    left += before
    rest = after.join(sentence)
  }
  return left + rest
}

describe('the corpus', () => {
  test('is of many kinds', () => {
    const among = (kind: string): number => marks.filter((mark) => mark.kind.includes(kind)).length
    expect({
      documents: documents.length,
      bodies: new Set(documents.map(({ body }) => body)).size,
      containers: [...new Set(documents.map(({ container }) => container))].sort(),
      sentences: marks.length,
      duties: among('duty'),
      rules: among('rule'),
    }).toMatchInlineSnapshot(`
      {
        "bodies": 12,
        "containers": [
          "docx-automatic",
          "docx-typed",
          "html",
          "markdown",
          "text",
          "text-cp932",
        ],
        "documents": 12,
        "duties": 262,
        "rules": 13,
        "sentences": 359,
      }
    `)
    expect(new Set(documents.map(({ numbering }) => numbering)).size).toBeGreaterThanOrEqual(7)
  })

  test.each(each)('every sentence of %s is marked, in its order', (_, document) => {
    expect(unmarked(textOf(document), document.sentences)).not.toContain('。')
  })

  test('the marks use the words of the format', () => {
    const ids = (vocabulary: string): readonly string[] =>
      (pack.vocabularies[vocabulary] ?? []).map(({ id }) => id)
    const events = marks
      .flatMap(({ frequency }) => frequency)
      .flatMap((one) => (typeof one === 'object' && 'on' in one ? [one.on] : []))
    const requirements = pack.requirements.map(({ key }) => key)
    const unknown = [
      ...marks.flatMap(({ activity }) => activity).filter((id) => !ids('activities').includes(id)),
      ...events.filter((id) => !ids('events').includes(id)),
      ...marks.flatMap(({ requirement }) => requirement).filter((id) => !requirements.includes(id)),
    ]
    expect(unknown).toEqual([])
  })

  test('a duty says what is done, and for what where the vocabulary has no word', () => {
    const duties = marks.filter(({ kind }) => kind[0] === 'duty')
    const silent = duties.filter(
      ({ activity, requirement, modality }) =>
        activity.length === 0 ||
        modality.length === 0 ||
        (activity.includes('other') && requirement.length === 0),
    )
    expect(silent).toEqual([])
  })

  test.skipIf(!hasReferee).each(each.filter(([file]) => file.endsWith('.docx')))(
    'the Open XML SDK finds nothing wrong with %s',
    (_, { bytes }) => {
      expect(faultsOf(bytes, 'docx')).toEqual([])
    },
  )
})
