import { periodOf } from '../../../calendar/period.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { wordName } from '../../../words/name.ts'
import { sourceOf } from '../../trace.ts'
import {
  article,
  cell,
  type DraftArticle,
  type DraftChapter,
  paragraph,
  type TableText,
} from '../article.ts'
import type { ProcedureSubject } from './subject.ts'

/** パスワード及びログの水準: what the procedure settles in numbers. */
export function levelChapter(subject: ProcedureSubject): DraftChapter {
  const { procedure } = subject
  const passwords = procedure.parts('passwords')
  const logs = procedure.parts('logs')
  const articles = [
    ...(passwords.length > 0 ? [passwordArticle(passwords, subject)] : []),
    ...(logs.length > 0 ? [logArticle(logs, subject)] : []),
  ]
  return {
    id: 'levels',
    heading: 'パスワード及びログの水準',
    sections: [{ heading: '', articles }],
  }
}

function passwordArticle(
  passwords: readonly WrittenPart[],
  subject: ProcedureSubject,
): DraftArticle {
  const { procedure, style } = subject
  const source = sourceOf(procedure, 'passwords')
  // A level has no name but its id, which says something only beside another.
  const isOne = passwords.length === 1
  const rows = passwords.map((one) => {
    const length = one.number('minLength')
    const expiry = periodOf(one.data['expiry'])
    return {
      source: sourceOf(one),
      cells: [
        ...(isOne ? [] : [cell(one.key)]),
        cell(length === undefined ? notSet : style.text(`${length}文字以上`), { center: true }),
        cell(expiry ? style.period(expiry) : notSet, { center: true }),
        cell(yesOrNo(one, 'complexity', '必要', '不要'), { center: true }),
        cell(yesOrNo(one, 'sharedAllowed', '認める', '認めない'), { center: true }),
      ],
    }
  })
  const table: TableText = {
    caption: '',
    columns: [
      ...(isOne ? [] : columns(['区分', 20])),
      ...(isOne
        ? columns(['文字数', 25], ['有効期間', 25], ['文字の種類の組合せ', 27], ['共用', 23])
        : columns(['文字数', 20], ['有効期間', 20], ['文字の種類の組合せ', 22], ['共用', 18])),
    ],
    rows,
  }
  const lead = 'パスワードの水準は、次の表のとおりとする。'
  return article('levels:passwords', 'パスワードの水準', source, [paragraph(lead, source)], {
    tables: [table],
  })
}

function logArticle(logs: readonly WrittenPart[], subject: ProcedureSubject): DraftArticle {
  const { dossier, procedure, style } = subject
  const source = sourceOf(procedure, 'logs')
  const rows = logs.map((log) => {
    const items = log.texts('items').map((id) => wordName(dossier, 'logItems', id))
    const retention = periodOf(log.data['retention'])
    const kind = wordName(dossier, 'logKinds', log.writtenText('kind') ?? '')
    return {
      source: sourceOf(log),
      cells: [
        cell(kind),
        cell(items.length > 0 ? style.text(items.join('、')) : notSet),
        cell(retention ? style.period(retention) : notSet, { center: true }),
        cell(style.text(log.writtenText('protection') ?? notSet)),
      ],
    }
  })
  const table: TableText = {
    caption: '',
    columns: columns(
      ['ログの種類', 18],
      ['記録する項目', 40],
      ['保存期間', 14],
      ['保護の方法', 28],
    ),
    rows,
  }
  const lead = '取得するログ、その項目及び保存期間は、次の表のとおりとする。'
  return article('levels:logs', 'ログの水準', source, [paragraph(lead, source)], {
    tables: [table],
  })
}

/** The heads of a table with their widths in percent. */
export function columns(...heads: readonly (readonly [string, number])[]): TableText['columns'] {
  return heads.map(([label, width]) => ({ label, width: `${width}` }))
}

const notSet = '定めなし'

function yesOrNo(part: WrittenPart, field: string, yes: string, no: string): string {
  if (!part.written(field)) return notSet
  return part.data[field] === true ? yes : no
}
