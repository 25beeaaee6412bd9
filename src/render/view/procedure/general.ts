import { joinAnd } from '../../../japanese/list.ts'
import { organisationName } from '../../../words/name.ts'
import { sourceOf } from '../../trace.ts'
import { article, type DraftArticle, type DraftChapter, paragraph } from '../article.ts'
import type { ProcedureSubject } from './subject.ts'

/** 総則: what the procedure is for, whom it binds, which edition of the standard it stands on. */
export function generalChapter(subject: ProcedureSubject): DraftChapter {
  const articles = [purpose(subject), scope(subject), basis(subject)]
  return { id: 'general', heading: '総則', sections: [{ heading: '', articles }] }
}

function purpose({ dossier, procedure }: ProcedureSubject): DraftArticle {
  const standard = standardName({ dossier, procedure })
  const subject =
    dossier.level === 'organisation'
      ? `${dossier.municipality.name}における`
      : `${dossier.name}（以下「本システム」という。）の`
  const text = `この実施手順は、${standard}（以下「対策基準」という。）に基づき、${subject}情報セキュリティを確保するために必要な事項を定めることを目的とする。`
  const source = sourceOf(procedure, 'title')
  return article('general:purpose', '目的', source, [paragraph(text, source)])
}

function scope({ dossier, procedure }: ProcedureSubject): DraftArticle {
  const covers = procedure.parts('covers').map(organisationName)
  const everyone =
    dossier.level === 'organisation'
      ? '全ての所属'
      : '本システムの管理、運用及び利用に携わる全ての者'
  const text = `この実施手順は、${covers.length > 0 ? joinAnd(covers) : everyone}に適用する。`
  const source = sourceOf(procedure, 'covers')
  return article('general:scope', '適用範囲', source, [paragraph(text, source)])
}

function basis({ dossier, procedure, style }: ProcedureSubject): DraftArticle {
  const reference = procedure.part('standard')
  const id = reference?.writtenText('edition') ?? ''
  const pack = dossier.standard.packs.find((one) => one.id === packOf(procedure))
  const editions = (pack?.value['editions'] ?? []) as readonly { id?: unknown; from?: unknown }[]
  const edition = editions.find((one) => String(one.id) === id)
  const named =
    typeof edition?.from === 'string' ? `${style.day(edition.from)}から効力を有する版` : `${id}の版`
  const text = `この実施手順は、対策基準のうち${named}に基づくものとする。`
  const source = sourceOf(procedure, 'standard')
  return article('general:standard', '基づく対策基準', source, [paragraph(text, source)])
}

/** What the standard is called that a procedure names; its id where another judges it. */
function standardName({
  dossier,
  procedure,
}: Pick<ProcedureSubject, 'dossier' | 'procedure'>): string {
  const id = packOf(procedure)
  const name = dossier.standard.packs.find((one) => one.id === id)?.value['name']
  return typeof name === 'string' ? name : id
}

function packOf(procedure: ProcedureSubject['procedure']): string {
  const standard = procedure.part('standard')
  return standard?.writtenText('pack') ?? ''
}
