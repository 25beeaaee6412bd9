import { ownValue } from '../../../finding/own-value.ts'
import { wideSpace } from '../../../japanese/width.ts'
import { joinOr } from '../../../japanese/list.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { shapeOf } from '../../../model/shape.ts'
import type { WrittenStandard } from '../../../model/standard.ts'
import type { Style } from '../style.ts'

/** A clause as it is quoted, with what is known about it. */
export interface ClauseText {
  readonly number: string
  readonly text: string
  readonly force: string
  readonly subject: string
  /** Where it is quoted from, for which systems it holds, what its author noted. */
  readonly about: readonly string[]
  readonly source: string
}

/** The clauses of a requirement, in the order of the standard. */
export function clausesOf(standard: WrittenStandard, key: string): readonly WrittenPart[] {
  return standard.clauses.filter(({ data }) => data['requirement'] === key)
}

/** A clause for a template. */
export function clauseText(
  clause: WrittenPart,
  standard: WrittenStandard,
  style: Style,
  source: string,
): ClauseText {
  const said = (label: string, text: string | undefined): readonly string[] =>
    text === undefined || text === '' ? [] : [`${label}${wideSpace}${style.sentence(text.trim())}`]
  return {
    number: style.text(clauseName(clause)),
    // A quotation stays as it is written.
    text: clause.writtenText('text')?.trim() ?? '',
    force: forceName(clause),
    subject: subjectName(clause, standard),
    about: [
      ...said('引用元', clause.writtenText('quoted')),
      ...said('対象', conditionOf(clause, standard)),
      ...(clause.data['mandatory'] === true ? ['例外を認めない。'] : []),
      ...said('備考', clause.writtenText('notes')),
      ...(isRead(clause) ? ['文書から読み取ったままで、確かめていない。'] : []),
    ],
    source,
  }
}

/** 第12条, where the standard numbers its clauses; the document otherwise. */
export function clauseName(clause: WrittenPart): string {
  return clause.writtenText('number') ?? clause.writtenText('document') ?? '（番号の記載なし）'
}

/** しなければならない */
export function forceName(clause: WrittenPart): string {
  const type = shapeOf('Clause').fields['force']?.type
  const words = type?.kind === 'word' && 'words' in type ? type.words : {}
  return ownValue(words, clause.writtenText('force') ?? '') ?? ''
}

/** The role of the dictionary that a clause binds. */
export function subjectName(clause: WrittenPart, standard: WrittenStandard): string {
  const id = clause.writtenText('subject')
  return id === undefined ? '' : standard.wordName('roles', id)
}

/** Whether something of a clause was read by program and nobody has confirmed it. */
function isRead({ data }: WrittenPart): boolean {
  const { unconfirmed } = data
  return Array.isArray(unconfirmed) && unconfirmed.length > 0
}

function conditionOf(clause: WrittenPart, standard: WrittenStandard): string | undefined {
  const when = clause.part('when')
  if (!when) return undefined
  const type = shapeOf('Condition').fields['connection']?.type
  const of = type?.kind === 'list' ? type.of : type
  const words = of?.kind === 'word' && 'words' in of ? of.words : {}
  const { connection = [], traits = [] } = when.data as Readonly<Record<string, readonly string[]>>
  const connected = connection.map((one) => ownValue(words, one) ?? one)
  const named = traits.map((one) => `「${standard.wordName('traits', one)}」に当たるもの`)
  return [connected.length > 0 ? `接続が${joinOr(connected)}のシステム` : '', ...named]
    .filter(Boolean)
    .join('、')
}
