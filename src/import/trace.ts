import type { DraftElement, Traced } from './element.ts'
import type { ReadHistory } from './history.ts'
import { coreOf, isSameSentence, type Sentence, sentencesOf, type Statement } from './statement.ts'
import type { Layout, Unit } from './unit.ts'

/** The whole of a document in its order, each stretch with what it was read as. */
export function traceOf(
  layout: Layout,
  elements: readonly DraftElement[],
  history: ReadHistory,
  statements: readonly Statement[],
): readonly Traced[] {
  const byUnit = new Map<Unit, DraftElement[]>()
  for (const element of elements) {
    for (const unit of new Set(element.sources.map((one) => ('unit' in one ? one.unit : one)))) {
      const own = byUnit.get(unit)
      if (own) own.push(element)
      else byUnit.set(unit, [element])
    }
  }
  const readAs = (source: Sentence | Unit): readonly DraftElement[] =>
    (byUnit.get('unit' in source ? source.unit : source) ?? []).filter((element) =>
      element.sources.some((one) =>
        'unit' in source ? isSameSentence(one, source) : one === source,
      ),
    )
  // A sentence that leads in to a list is read with what is listed.
  const leading = new Map<
    Unit,
    { readonly text: string; readonly read: readonly DraftElement[] }[]
  >()
  for (const { lead, main } of statements) {
    if (!lead) continue
    const { unit, text } = lead.main
    const own = leading.get(unit) ?? []
    own.push({ text, read: readAs(main) })
    leading.set(unit, own)
  }
  return layout.pieces.flatMap((piece): readonly Traced[] => {
    const { place, text, unit } = piece
    if (piece.is === 'text' && unit) {
      return sentencesOf(unit).map((sentence) => {
        const own = readAs(sentence)
        const led = (leading.get(unit) ?? []).filter((one) => one.text === sentence.text)
        const isHistory = history.sources.some((source) => isSameSentence(source, sentence))
        const all = [...new Set([...own, ...led.flatMap(({ read }) => read)])]
        if (all.length > 0 || isHistory)
          return { text: sentence.text, place, is: 'read', elements: all }
        return { text: sentence.text, place, is: 'unread', elements: [], why: whyUnread(sentence) }
      })
    }
    if (piece.is === 'table' && unit) {
      const all = readAs(unit)
      const isRead = all.length > 0 || history.sources.includes(unit)
      return [
        {
          text,
          place,
          is: isRead ? 'read' : 'unread',
          elements: all,
          ...(isRead ? {} : { why: '表を読み取れませんでした' }),
        },
      ]
    }
    const is =
      piece.is === 'caption' || piece.is === 'text' || piece.is === 'table' ? 'heading' : piece.is
    return [{ text, place, is, elements: [] }]
  })
}

/** What is said of a sentence in which nothing was found. */
export const notRead = '業務か規定か、どの要求事項についてかを、読み取れませんでした'

/** Why a sentence is in no element. */
function whyUnread({ text, unit }: Sentence): string {
  const core = coreOf(text)
  if (unit.section === 'front') return '本文の前にある文です'
  if (/(?:表|図)のとおり/u.test(core)) return '表や図を指す文です'
  if (/(?:という|をいう)$/u.test(core)) return '用語の定義です'
  if (
    /(?:目的とする|適用する|対象とする|準用する|別に定める)$/u.test(core) ||
    /^(?:この|本)(?:手順|要領|基準|規程|規則|書)/u.test(core)
  )
    return '目的、適用などの文です'
  return notRead
}
