import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { WrittenDossier } from '../../src/model/dossier.ts'
import type { WrittenPart } from '../../src/model/part.ts'
import type { Document } from '../../src/render/document.ts'
import { writeDocx } from '../../src/render/docx/write.ts'
import { procedureViews } from '../../src/render/view/procedure.ts'
import { documentKind } from '../../src/workflow/publish/kind.ts'
import { makeDocuments } from '../../src/workflow/publish/make.ts'
import { openLibrary } from '../../src/workflow/publish/templates.ts'

/** A procedure with the Word file that is made of it. */
export interface Printed {
  readonly name: string
  readonly dossier: WrittenDossier
  readonly procedure: WrittenPart
  readonly document: Document
  readonly bytes: Uint8Array
}

/** A picture of one point: what a picture shows is not read. */
const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

/** The Word files of all procedures of a dossier. */
export async function printedOf(dossier: WrittenDossier): Promise<readonly Printed[]> {
  const views = await procedureViews(dossier, { asOf: dossier.asOf })
  const kind = documentKind('procedure', undefined)
  const dated = views.map((view) => ({ view, day: dossier.asOf }))
  const documents = await makeDocuments(kind, dated, await openLibrary({}), { draft: false })
  return Promise.all(
    documents.map(async ({ document, stem }, at) => {
      const procedure = dossier.procedures[at]
      if (!procedure) throw new Error(stem)
      const pictures = Object.fromEntries(
        Object.entries(document.pictures).map(([name, picture]) => [
          name,
          { ...picture, png: () => Promise.resolve(new Uint8Array(point)) },
        ]),
      )
      const plain = { ...document, pictures }
      return { name: stem, dossier, procedure, document: plain, bytes: await writeDocx(plain) }
    }),
  )
}

/** A Word file with its text changed. */
export function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes)
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  return zipSync({ ...files, 'word/document.xml': strToU8(change(xml)) }, { level: 0 })
}

/** A Word file as a program leaves it that keeps neither marks nor what is carried. */
export function bare(bytes: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => !name.startsWith('customXml/'))
  return edited(zipSync(Object.fromEntries(files), { level: 0 }), (xml) =>
    xml.replaceAll(/<w:bookmark(?:Start|End)\b[^>]*\/>/g, ''),
  )
}
