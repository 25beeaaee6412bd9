import type { Verb } from './verb.ts'

/** How binding a sentence is. */
export type Modality = 'must' | 'should' | 'may' | 'mustNot'

/** The end of a sentence of a rule: 点検しなければならない。 */
export function ruleEnding(verb: Verb, modality: Modality): string {
  switch (modality) {
    case 'must':
      return `${verb.negative}なければならない。`
    case 'should':
      return `${verb.dictionary}よう努めなければならない。`
    case 'may':
      return `${verb.dictionary}ことができる。`
    case 'mustNot':
      return `${connective(verb)}はならない。`
  }
}

/** The end of a sentence of a letter: 点検しなければなりません。 */
export function letterEnding(verb: Verb, modality: Modality): string {
  switch (modality) {
    case 'must':
      return `${verb.negative}なければなりません。`
    case 'should':
      return `${verb.dictionary}よう努めてください。`
    case 'may':
      return `${verb.dictionary}ことができます。`
    case 'mustNot':
      return `${connective(verb)}はなりません。`
  }
}

/** 点検して, 申し込んで */
function connective({ past }: Verb): string {
  return past.slice(0, -1) + (past.endsWith('だ') ? 'で' : 'て')
}
