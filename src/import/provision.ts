import { SaidText } from '../japanese/said.ts'
import type { ReadElement } from './element.ts'
import { requirementsFor } from './requirement.ts'
import { coreOf, isOfDocument, type Statement } from './statement.ts'
import { leadsIn } from './unit.ts'
import { type ReadingWords, wordsIn } from './words.ts'

/** Reads a statement as a rule that is nobody's work: what must not be, what is allowed, how something is kept. */
export function provisionIn(statement: Statement, words: ReadingWords): ReadElement | undefined {
  const { main, more } = statement
  const core = coreOf(main.text)
  const text = [main, ...more].map((one) => one.text.trim()).join('\n')
  const said = new SaidText(main.text, words.phrases)
  if (!isRule(core, said)) return undefined
  const [first, second] = requirementsFor(main.unit, core, words)
  if (!first && (said.force === undefined || (leadsIn(main.text) && more.length === 0)))
    return undefined
  const states = wordsIn(core, words.vocabularies.get('points')).filter(
    ({ id }) => words.vocabularies.get('points')?.get(id)?.requirement === first?.key,
  )
  const isClose = first && second && second.weight >= first.weight
  return {
    list: 'provisions',
    stem: first?.key.toLowerCase() ?? 'provision',
    place: main.unit.place,
    sources: [main, ...more],
    value: {
      ...(first && { requirement: first.key }),
      ...(main.unit.caption === '' ? {} : { title: main.unit.caption }),
      text,
      ...(states.length > 0 ? { states: states.map(({ id }) => id) } : {}),
    },
    doubts: first
      ? isClose
        ? [
            {
              key: 'requirement',
              about: 'requirement',
              question: `ほかに当てはまりそうな要求事項: ${second.key}`,
            },
          ]
        : []
      : [
          {
            key: 'requirement',
            about: 'requirement',
            question: 'どの要求事項についての規定か、文の言葉からは決められません',
          },
        ],
  }
}

/** A sentence that lays something down, and does not say what the document is for or what a word means. */
function isRule(core: string, said: SaidText): boolean {
  if (
    /(?:という|をいう|目的とする|施行する|廃止する|適用する|対象とする|とおりとする|充てる|を置く|別に定める|準用する)$/u.test(
      core,
    )
  )
    return false
  if (isOfDocument(core)) return false
  return said.force !== undefined || /(?:とする|できない|[うくすつむる])$/u.test(core)
}
