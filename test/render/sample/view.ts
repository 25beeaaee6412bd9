import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { Document } from '../../../src/render/document.ts'
import { makeDocument } from '../../../src/render/make.ts'
import { openTemplates, type TemplateLibrary } from '../../../src/render/template/library.ts'
import { readTemplates } from '../../../src/render/templates.ts'
import type { Picture, View } from '../../../src/render/view.ts'

/** A view with every piece of the vocabulary, of an invented town. */
export const sampleView: View = {
  title: '青葉市情報セキュリティ実施手順',
  stem: 'aoba-city-library-procedure',
  text: {
    番号: '青情第１２号',
    title: '青葉市情報セキュリティ実施手順',
    sourceOfTitle: 'procedures/aoba-city/library/procedure.yaml:3:8',
    chapters: [
      {
        number: '第１章',
        name: '総則',
        articles: [
          {
            caption: '目的',
            paragraphs: [
              {
                number: '第１条',
                text: 'この手順は、図書館システムの情報資産を守るために必要な事項を定める。',
                source: 'procedures/aoba-city/library/procedure.yaml:10:5',
                items: [
                  { number: '(１)', text: '利用者の情報', details: [] },
                  {
                    number: '(２)',
                    text: '職員の情報',
                    details: [
                      { number: 'ア', text: '氏名' },
                      { number: 'イ', text: '所属' },
                    ],
                  },
                ],
              },
              {
                number: '２',
                text: '前項に定めるもののほか、必要な事項は、別に定める。',
                source: 'procedures/aoba-city/library/procedure.yaml:12:5',
                items: [],
              },
            ],
          },
        ],
      },
      {
        number: '第２章',
        name: '利用者の管理',
        articles: [
          {
            caption: '棚卸し',
            paragraphs: [
              {
                number: '第２条',
                text: '情報管理担当者は、６か月に１回、利用者IDの棚卸しを行う。',
                source: '',
                items: [{ number: '(１)', text: '異動した者', details: [] }],
              },
              { number: '２', text: '結果を記録する。', source: '', items: [] },
              { number: '３', text: '結果を報告する。', source: '', items: [] },
            ],
          },
        ],
      },
    ],
    changed: {
      before: '利用者の登録は、',
      word: '所属長',
      new: '（課長をいう。）',
      old: '係長',
      strong: '必ず',
      missing: '【電話未登録】',
    },
    plan: [
      {
        name: '点検',
        span: '2',
        rows: [
          { when: '４月', what: '棚卸し', missing: false, steps: ['台帳を出す', '照らし合わせる'] },
          { when: '10月', what: '【未登録】', missing: true, steps: [] },
        ],
      },
    ],
  },
  pictures: { chain: picture() },
}

/** The sample's template and part. */
export function sampleLibrary(): Promise<TemplateLibrary> {
  const { templates } = readTemplates(import.meta.dirname, 'templates')
  return openTemplates(templates, undefined)
}

/** The sample as a document. */
export async function sampleDocument(draft = false): Promise<Document> {
  return documentOf(sampleView, 'rules', { draft })
}

/** A view placed in a template of the sample folder. */
export async function documentOf(
  view: View,
  name: string,
  { draft = false, day = '2026-04-01' } = {},
): Promise<Document> {
  const library = await sampleLibrary()
  const template = library.document(name)?.template
  if (!template) throw new Error(`no template ${name}`)
  const made = await makeDocument(view, template, library.partials, { day, draft })
  if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join('\n'))
  return made.document
}

/** The text of a file beside this one. */
export function sampleText(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8')
}

function picture(): Picture {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><rect width="40" height="20" fill="#fff" stroke="#000"/></svg>'
  const png = (): Promise<Uint8Array> => Promise.resolve(greyPng(80, 40))
  return { svg, png, alt: '連絡体制図', width: 40, height: 20 }
}

/** A grey PNG, written by hand so that the sample needs no package. */
function greyPng(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc(body))
    return Buffer.concat([length, body, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const rows = Buffer.alloc((width + 1) * height, 0xcc)
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return (value ^ 0xffffffff) >>> 0
}
