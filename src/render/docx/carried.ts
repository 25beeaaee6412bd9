import {
  carriedFormat,
  carriedNamespace,
  type CarriedProcedure,
  identityProperty,
} from '../../model/carried.ts'
import { cleanText, escapeHtml } from '../text.ts'
import type { Carried } from '../view.ts'
import { decode, encode, type ZipFiles } from '../zip.ts'
import { withRelation } from './letterhead/package.ts'
import type { Marks } from './mark.ts'

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const types = '[Content_Types].xml'
const properties = 'docProps/custom.xml'
const formats = 'http://schemas.openxmlformats.org/officeDocument/2006'

/** Adds to a Word file what it carries: whose procedure it is, and what the elements at its marks say. */
export function withCarried(
  files: ZipFiles,
  carried: Carried | undefined,
  { digests }: Marks,
): ZipFiles {
  if (!carried) return files
  const { system, head, places } = carried
  const elements = places.flatMap(({ mark, list, value }) => {
    const digest = digests.get(mark)
    return digest === undefined ? [] : [{ mark, list, digest, value }]
  })
  const whole: CarriedProcedure = { format: carriedFormat, system, head, elements }
  return withProperty(withItem(files, JSON.stringify(whole)), `${system}#${String(head['id'])}`)
}

/** A part of custom XML, which Word keeps as it is. */
function withItem(files: ZipFiles, json: string): ZipFiles {
  const number = [1, 2, 3, 4, 5, 6, 7, 8, 9].find(
    (one) => files[`customXml/item${one}.xml`] === undefined,
  )
  const [item, itemProperties] = [`item${number ?? 10}`, `itemProps${number ?? 10}`]
  const id = '{6F1C2B54-7A0D-4E0B-9A53-70D0C1C4B001}'
  const override = `<Override PartName="/customXml/${itemProperties}.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`
  const relation = `<Relationship Id="rId1" Type="${formats}/relationships/customXmlProps" Target="${itemProperties}.xml"/>`
  return {
    ...withRelation(files, {
      id: 'plCarried',
      kind: 'customXml',
      target: `../customXml/${item}.xml`,
    }),
    [types]: encode(decode(files[types]).replace('</Types>', `${override}</Types>`)),
    [`customXml/${item}.xml`]: encode(
      `${header}<procedure xmlns="${carriedNamespace}">${escapeHtml(cleanText(json))}</procedure>`,
    ),
    [`customXml/${itemProperties}.xml`]: encode(
      `${header}<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${formats}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${carriedNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    ),
    [`customXml/_rels/${item}.xml.rels`]: encode(
      `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`,
    ),
  }
}

/** A property that a person sees: 「ファイル」→「情報」→「詳細プロパティ」. */
function withProperty(files: ZipFiles, value: string): ZipFiles {
  const empty = `${header}<Properties xmlns="${formats}/custom-properties" xmlns:vt="${formats}/docPropsVTypes"></Properties>`
  const known = files[properties] && decode(files[properties])
  const open = (known ?? empty).replace(/<Properties\b([^>]*)\/>/, '<Properties$1></Properties>')
  const taken = [...open.matchAll(/\bpid="(\d+)"/g)].map(([, id]) => Number(id))
  const next = taken.reduce((most, id) => Math.max(most, id), 1) + 1
  const property = `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${next}" name="${identityProperty}"><vt:lpwstr xmlns:vt="${formats}/docPropsVTypes">${escapeHtml(value)}</vt:lpwstr></property>`
  const written = {
    [properties]: encode(open.replace('</Properties>', `${property}</Properties>`)),
  }
  if (known !== undefined) return { ...files, ...written }
  const relations = '_rels/.rels'
  const override = `<Override PartName="/${properties}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`
  const relation = `<Relationship Id="plProperties" Type="${formats}/relationships/custom-properties" Target="${properties}"/>`
  return {
    ...files,
    ...written,
    [types]: encode(decode(files[types]).replace('</Types>', `${override}</Types>`)),
    [relations]: encode(
      decode(files[relations]).replace('</Relationships>', `${relation}</Relationships>`),
    ),
  }
}
