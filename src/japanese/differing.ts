const pairs = new Map([
  ['「', '」'],
  ['『', '』'],
  ['（', '）'],
])
const closers = new Set(pairs.values())

/**
 * What sentences of one form have of their own, each with the brackets it stands in: of 「手順」は、
 * 「表示」（AST-3）を… and 「手順」は、「送信」（AST-6）を… these are 「表示」（AST-3） and 「送信」（AST-6）.
 * Undefined where one of them has nothing of its own.
 */
export function differing(sentences: readonly string[]): readonly string[] | undefined {
  const texts = sentences.map((sentence) => Array.from(sentence))
  const [first = []] = texts
  const shortest = texts.reduce((least, { length }) => Math.min(least, length), Infinity)
  const isSame = (at: number): boolean => texts.every((text) => text.at(at) === first.at(at))
  let head = 0
  while (head < shortest && isSame(head)) head += 1
  while (head > 0 && !isBoundary(first[head - 1])) head -= 1
  let tail = 0
  while (tail < shortest - head && isSame(-1 - tail)) tail += 1
  while (tail > 0 && !isBoundary(first.at(-tail))) tail -= 1
  const own = texts.map((text) => inBrackets(text, head, text.length - tail))
  return own.some((text) => text === '') ? undefined : own
}

/** A stretch of a text, made longer until every bracket in it is closed. */
function inBrackets(text: readonly string[], from: number, to: number): string {
  const { opened, closed } = unmatched(text.slice(from, to))
  let [start, end] = [from, to]
  for (let missing = closed; missing > 0 && start > 0; start -= 1) {
    if (pairs.has(text[start - 1] ?? '')) missing -= 1
  }
  for (let missing = opened; missing > 0 && end < text.length; end += 1) {
    if (closers.has(text[end] ?? '')) missing -= 1
  }
  return text.slice(start, end).join('')
}

function unmatched(text: readonly string[]): { readonly opened: number; readonly closed: number } {
  let [opened, closed] = [0, 0]
  for (const sign of text) {
    if (pairs.has(sign)) opened += 1
    else if (closers.has(sign) && opened > 0) opened -= 1
    else if (closers.has(sign)) closed += 1
  }
  return { opened, closed }
}

/** Words are not cut in two. */
function isBoundary(sign: string | undefined): boolean {
  return sign !== undefined && /[「」『』（）、。]/u.test(sign)
}
