/** The forms of a verb that official sentences need. */
export interface Verb {
  /** 点検し、… */
  readonly continuative: string
  /** 点検する */
  readonly dictionary: string
  /** 点検し(なければならない) */
  readonly negative: string
  /** 点検した */
  readonly past: string
}

/** A verb by its stem and the ending of each form. */
export function conjugated(
  stem: string,
  continuative: string,
  dictionary: string,
  negative: string,
  past: string,
): Verb {
  return {
    continuative: stem + continuative,
    dictionary: stem + dictionary,
    negative: stem + negative,
    past: stem + past,
  }
}

/** 点検 → 点検する */
export function suru(action: string): Verb {
  return conjugated(action, 'し', 'する', 'し', 'した')
}

/** 行う */
export const perform: Verb = conjugated('行', 'い', 'う', 'わ', 'った')

/** How binding a sentence is. */
export type Modality = 'must' | 'should' | 'may' | 'mustNot'

/** How binding a duty is as its file has it; one that says nothing must be done. */
export function modalityOf({
  data,
}: {
  readonly data: Readonly<Record<string, unknown>>
}): Modality {
  const written = data['modality']
  return written === 'should' || written === 'may' || written === 'mustNot' ? written : 'must'
}

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
