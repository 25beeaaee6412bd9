import { SaxesParser } from 'saxes'
import { decode, unzip } from '../../../src/render/zip.ts'

/** An element of XML, its children and its text. */
interface Xml {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Xml[]
  text: string
}

/** A paragraph as Word shows it: its style, the number Word counts for it, its words. */
export interface Shown {
  readonly style: string
  readonly number: string
  readonly text: string
}

/** Reads the paragraphs of a Word file outside tables, with the numbers that Word would count. */
export async function paragraphsOf(bytes: Uint8Array): Promise<readonly Shown[]> {
  const files = await unzip(bytes)
  const body = parseXml(decode(files['word/document.xml']))
  const counting = new Counting(parseXml(decode(files['word/numbering.xml'])))
  return all(body, 'w:p').map((paragraph) => {
    const properties = child(paragraph, 'w:pPr')
    const style = child(properties, 'w:pStyle')?.attributes['w:val'] ?? ''
    const list = child(properties, 'w:numPr')
    // The list numbered zero is none.
    const number =
      list && valueOf(list, 'w:numId') !== '0'
        ? counting.next(valueOf(list, 'w:numId'), Number(valueOf(list, 'w:ilvl')))
        : ''
    const text = all(paragraph, 'w:t').map((run) => run.text)
    return { style, number, text: text.join('') }
  })
}

/** Counts as Word does: every `w:num` for itself, from the start of its level or of its override. */
class Counting {
  readonly #numbers = new Map<string, Xml>()
  readonly #abstracts = new Map<string, Xml>()
  readonly #counts = new Map<string, number>()

  constructor(numbering: Xml) {
    for (const one of all(numbering, 'w:abstractNum')) {
      this.#abstracts.set(one.attributes['w:abstractNumId'] ?? '', one)
    }
    for (const one of all(numbering, 'w:num')) {
      this.#numbers.set(one.attributes['w:numId'] ?? '', one)
    }
  }

  next(id: string, level: number): string {
    const number = this.#numbers.get(id)
    const abstract = this.#abstracts.get(valueOf(number, 'w:abstractNumId'))
    const definition = all(abstract, 'w:lvl').find(
      (one) => one.attributes['w:ilvl'] === String(level),
    )
    const override = all(number, 'w:lvlOverride').find(
      (one) => one.attributes['w:ilvl'] === String(level),
    )
    const start = valueOf(override, 'w:startOverride') || valueOf(definition, 'w:start') || '1'
    const count = this.#counts.get(`${id}/${level}`) ?? Number(start) - 1
    this.#counts.set(`${id}/${level}`, count + 1)
    const counter = counterIn(valueOf(definition, 'w:numFmt'), count + 1)
    return valueOf(definition, 'w:lvlText').replace(/%\d/, counter)
  }
}

/** How Word writes a counter, by the Open XML standard (ST_NumberFormat). */
function counterIn(format: string, count: number): string {
  const sign = (signs: string): string => signs.charAt(count - 1)
  switch (format) {
    case 'decimal':
      return String(count)
    case 'decimalFullWidth':
      return String(count).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
    case 'aiueoFullWidth':
      return sign(
        'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
      )
    case 'irohaFullWidth':
      return sign(
        'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス',
      )
    case 'decimalEnclosedCircle':
      return sign('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳')
    case 'lowerLetter':
      return sign('abcdefghijklmnopqrstuvwxyz')
    case 'bullet':
      return ''
    default:
      throw new Error(`unknown format ${format}`)
  }
}

/** Parses XML; it throws where it is not well formed. */
export function parseXml(text: string): Xml {
  const parser = new SaxesParser()
  const root: Xml = { name: '', attributes: {}, children: [], text: '' }
  const open: Xml[] = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Xml = { name, attributes: { ...attributes }, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.write(text).close()
  return root
}

/** All elements of a name below one, less those in tables. */
export function all(element: Xml | undefined, name: string): readonly Xml[] {
  return (element?.children ?? []).flatMap((one) => {
    if (one.name === name) return [one]
    return one.name === 'w:tbl' ? [] : all(one, name)
  })
}

function child(element: Xml | undefined, name: string): Xml | undefined {
  return element?.children.find((one) => one.name === name)
}

function valueOf(element: Xml | undefined, name: string): string {
  return child(element, name)?.attributes['w:val'] ?? ''
}
