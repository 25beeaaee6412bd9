import { type DraftItem, type DraftParagraph, item, paragraph } from './article.ts'

/** How people number what they list: (1), （１）, ①, 一, ・. The numbers are written anew. */
const outer =
  /^(?:[(（][0-9０-９]{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}(?=[\s\u3000、．.])|[・●○])[\s\u3000、．.]*/u
/** ア, (ア): below a 号, or 号 themselves where nothing stands above them. */
const inner = /^(?:[(（][ア-ン][)）]|[ア-ン](?=[\s\u3000．.、]))[\s\u3000．.、]*/u
/** A number before a further paragraph: 2, ２． */
const further = /^[0-9０-９]{1,2}(?:[\s\u3000．]|\.\s)[\s\u3000]*/u
const sentenceEnd = /[。．.）)」』：:]$/

/**
 * A text of several lines as paragraphs, with the lines that are numbered as 号 below them. A line that
 * breaks off inside a sentence goes on in the next.
 */
export function paragraphsOf(text: string, source: string): readonly DraftParagraph[] {
  const found: DraftParagraph[] = []
  let signs: 'outer' | 'inner' | undefined
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    const last = found.at(-1)
    if (line === '') continue
    if (last && outer.test(line)) {
      signs ??= 'outer'
      found[found.length - 1] = withItem(last, item(line.replace(outer, ''), source))
    } else if (last && inner.test(line)) {
      signs ??= 'inner'
      const added = item(line.replace(inner, ''), source)
      found[found.length - 1] = signs === 'inner' ? withItem(last, added) : withInner(last, added)
    } else if (last?.items.length === 0 && !sentenceEnd.test(last.text)) {
      found[found.length - 1] = { ...last, text: last.text + line }
    } else {
      signs = undefined
      found.push(paragraph(last ? line.replace(further, '') : line, source))
    }
  }
  return found
}

function withItem(to: DraftParagraph, added: DraftItem): DraftParagraph {
  return { ...to, items: [...to.items, added] }
}

function withInner(to: DraftParagraph, added: DraftItem): DraftParagraph {
  const last = to.items.at(-1)
  if (!last) return withItem(to, added)
  return { ...to, items: [...to.items.slice(0, -1), { ...last, items: [...last.items, added] }] }
}
