import { groupBy, largest } from '../../../finding/order.ts'
import { joinAnd } from '../../../japanese/list.ts'
import { blankDay } from '../../../japanese/official-day.ts'
import { dossierOf } from '../../../model/dossier.ts'
import { dutiesOf, provisionsOf } from '../../../model/procedure.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { headingOf, roleName, roleNameOf, wordName } from '../../../words/name.ts'
import { sourceOf } from '../../trace.ts'
import type { ChapterText, TableText } from '../article.ts'
import type { ProcedureSubject } from './subject.ts'

/** A record or form as the list of them shows it. */
export interface FormLineText {
  readonly name: string
  readonly articles: string
  readonly about: string
  readonly keepers: string
  readonly source: string
}

/** A blank form to fill in. */
export interface FormText {
  /** 様式第１号, or the number that its name has already. */
  readonly number: string
  /** What it is called besides its number; empty where it has no other name. */
  readonly name: string
  /** （第12条関係） */
  readonly related: string
  readonly fields: readonly FormFieldText[]
}

/** One line of a form; what is known already is printed. */
export interface FormFieldText {
  readonly label: string
  readonly value: string
  /** Whether several lines are written here by hand. */
  readonly isLong: boolean
}

/** A record that some element of the procedure names. */
interface Use {
  readonly name: string
  readonly element: WrittenPart
  /** Applied with, filled in and handed over, or merely kept. */
  readonly kind: 'application' | 'form' | 'record'
  /** Who writes in it. */
  readonly keepers: readonly string[]
  readonly source: string
}

/** 記録及び様式の一覧: every record the procedure names, each once, with its articles. */
export function formLines(
  subject: ProcedureSubject,
  chapters: readonly ChapterText[],
): readonly FormLineText[] {
  const forms = new Map(formsIn(subject, chapters).map(({ key, title }) => [key, title]))
  return inOrder(byName(usesIn(subject)), chapters).map(([name, uses]) => ({
    name: listed(subject.style.text(name), forms.get(name)),
    articles: subject.style.text(articlesOf(uses, chapters).join('、')),
    about: subject.style.text(
      [...new Set(uses.map(({ element }) => headingOf(element)))].join('、'),
    ),
    keepers: subject.style.text(
      [...new Set(uses.flatMap(({ keepers }) => keepers))].join('、') || nobody,
    ),
    source: uses[0]?.source ?? '',
  }))
}

/** The blank forms: what is applied for, reported or checked with. */
export function formsOf(
  subject: ProcedureSubject,
  chapters: readonly ChapterText[],
): readonly FormText[] {
  return formsIn(subject, chapters).map(({ title, uses }) => ({
    ...title,
    related: subject.style.text(`（${articlesOf(uses, chapters).join('、')}関係）`),
    fields: fieldsOf(uses),
  }))
}

type FormTitle = Pick<FormText, 'number' | 'name'>

/** A provision is nobody's task. */
const nobody = '―'

/** A form among the records: its number goes with its name. */
function listed(name: string, form: FormTitle | undefined): string {
  return form ? `${form.name}（${form.number}）` : name
}

/** The forms by number: that of its name, else the next that none of them has, in the order of the articles. */
function formsIn(
  subject: ProcedureSubject,
  chapters: readonly ChapterText[],
): readonly { readonly key: string; readonly title: FormTitle; readonly uses: readonly Use[] }[] {
  const { style } = subject
  const uses = byName(usesIn(subject).filter(({ kind }) => kind !== 'record'))
  const groups = inOrder(uses, chapters)
  const taken = new Set(groups.flatMap(([name]) => ownNumber(name)?.count ?? []))
  // Numbers are written as the procedure writes those it gives itself.
  const isBare = groups.some(([name]) => /^様式[0-9０-９]/.test(name))
  let next = 0
  const forms = groups.map(([key, own]) => {
    const named = ownNumber(key)
    if (named) {
      const name = named.rest === '' ? titleFor(own) : named.rest
      const title = { number: style.text(named.number), name: style.text(name) }
      return { key, title, uses: own, count: named.count }
    }
    do next += 1
    while (taken.has(next))
    const number = isBare ? style.counted('様式', next) : style.counted('様式第', next, '号')
    return { key, title: { number, name: style.text(key) }, uses: own, count: next }
  })
  return forms.sort((a, b) => a.count - b.count)
}

/** A form that is called by its number alone is called by what is done with it. */
function titleFor(uses: readonly Use[]): string {
  const about = [...new Set(uses.map(({ element }) => headingOf(element)))].join('、')
  return `${about}の${uses.some(({ kind }) => kind === 'application') ? '申請書' : '記録票'}`
}

/** 様式1 点検結果報告書: the number that a form is called by, and what it is called besides. */
function ownNumber(name: string) {
  const match = /^(?<number>様式第?(?<count>[0-9０-９]+)号?)\s*(?<rest>.*)$/u.exec(name)
  const { number, count = '', rest = '' } = match?.groups ?? {}
  return number === undefined ? undefined : { number, count: Number(count.normalize('NFKC')), rest }
}

function usesIn({ procedure }: ProcedureSubject): readonly Use[] {
  const duties = dutiesOf(procedure).flatMap((duty): readonly Use[] => {
    const keepers = keepersOf(duty)
    return [
      ...use(duty, duty, 'record', 'record', recordersOf(duty)),
      ...use(duty, duty, 'checklist', 'form', keepers),
      ...duty.parts('reportTo').flatMap((report) => use(duty, report, 'record', 'form', keepers)),
      ...duty.parts('steps').flatMap((step) => {
        const kind = step.writtenText('does') === 'record' ? 'record' : 'application'
        return use(duty, step, 'form', kind, [roleNameOf(step, 'by')])
      }),
    ]
  })
  const provisions = provisionsOf(procedure).flatMap((one) => use(one, one, 'record', 'record', []))
  return [...duties, ...provisions]
}

function use(
  element: WrittenPart,
  part: WrittenPart,
  field: string,
  kind: Use['kind'],
  keepers: readonly string[],
): readonly Use[] {
  const name = part.writtenText(field)
  if (name === undefined) return []
  const isNamedForm = /様式|申請書|点検票$|点検表$|確認票$/.test(name)
  const shown = kind === 'record' && isNamedForm ? 'form' : kind
  return [{ name, element, kind: shown, keepers, source: sourceOf(part, field) }]
}

function byName(uses: readonly Use[]): readonly (readonly [string, readonly Use[]])[] {
  return [...groupBy(uses, ({ name }) => name)]
}

/** In the order of the articles that name them first. */
function inOrder(
  groups: readonly (readonly [string, readonly Use[]])[],
  chapters: readonly ChapterText[],
): readonly (readonly [string, readonly Use[]])[] {
  const articles = chapters.flatMap(({ sections }) => sections.flatMap((one) => one.articles))
  const places = new Map(articles.map(({ id }, at) => [id, at]))
  const firstOf = (uses: readonly Use[]): number =>
    -largest(
      uses.map(({ element }) => -(places.get(articleIdOf(element)) ?? Infinity)),
      -Infinity,
    )
  return [...groups].sort(([, a], [, b]) => {
    const [first, second] = [firstOf(a), firstOf(b)]
    return first === second ? 0 : first - second
  })
}

function articlesOf(uses: readonly Use[], chapters: readonly ChapterText[]): readonly string[] {
  const articles = chapters.flatMap(({ sections }) => sections.flatMap((one) => one.articles))
  const ids = new Set(uses.map(({ element }) => articleIdOf(element)))
  return articles.filter(({ id }) => ids.has(id)).map(({ number }) => number)
}

/** The id of an element's article: what a related document settles is named by that document too. */
export function articleIdOf(element: WrittenPart): string {
  return element.parent?.type === 'AppliedDocument'
    ? `${element.parent.elementId}/${element.elementId}`
    : element.elementId
}

/** Who performs a duty, but for those who only hear of it. */
function keepersOf(duty: WrittenPart): readonly string[] {
  const told = new Set(duty.parts('reportTo').map((report) => report.data['role']))
  const performers = duty.parts('performers')
  const own = performers.filter(({ key }) => !told.has(key))
  return (own.length > 0 ? own : performers).map(roleName)
}

/** Who keeps the record of a duty: whose step it is, where the steps say. */
function recordersOf(duty: WrittenPart): readonly string[] {
  const steps = duty.parts('steps').filter((step) => step.writtenText('does') === 'record')
  const by = steps.map((step) => roleNameOf(step, 'by'))
  return by.length > 0 ? by : keepersOf(duty)
}

function fieldsOf(uses: readonly Use[]): readonly FormFieldText[] {
  const duty = uses.map(({ element }) => element).find(({ type }) => type === 'Duty')
  if (!duty)
    return [field('記入年月日', blankDay), field('所属'), field('記入者の職'), longField('内容')]
  const isApplication = uses.some(({ kind }) => kind === 'application')
  return isApplication ? applicationFields(duty, duty.parts('steps')) : reportFields(duty)
}

function applicationFields(
  duty: WrittenPart,
  steps: readonly WrittenPart[],
): readonly FormFieldText[] {
  const dossier = dossierOf(duty)
  const approvals = steps
    .filter((step) => step.writtenText('does') !== 'request')
    .map((step) => {
      const does = step.writtenText('does') ?? ''
      const name = wordName(dossier, 'steps', does)
      return field(name, `${roleNameOf(step, 'by')}${blankDay}`)
    })
  return [
    field('申請年月日', blankDay),
    field('申請する所属及び職'),
    longField('対象'),
    longField('申請の内容'),
    longField('理由'),
    ...approvals,
  ]
}

function reportFields(duty: WrittenPart): readonly FormFieldText[] {
  const to = duty.parts('reportTo').map((report) => roleNameOf(report, 'role'))
  const confirm = duty.part('confirm')
  return [
    field('業務', headingOf(duty)),
    field('所属'),
    field('実施年月日', blankDay),
    field('実施した職'),
    longField('対象及び期間'),
    field('結果', '適　・　否'),
    longField('否のときの内容と処置'),
    ...(to.length > 0 ? [field('報告', `${joinAnd(to)}へ${blankDay}`)] : []),
    ...(confirm ? [field('確認', `${roleNameOf(confirm, 'by')}${blankDay}`)] : []),
  ]
}

function field(label: string, value = ''): FormFieldText {
  return { label, value, isLong: false }
}

function longField(label: string): FormFieldText {
  return { label, value: '', isLong: true }
}

/** 別表 as a table. */
export function recordTable(records: readonly FormLineText[]): TableText {
  const columns = [
    ['記録又は様式', '26'],
    ['関係する条', '20'],
    ['担当業務又は規定', '32'],
    ['記録する役割', '22'],
  ] as const
  return {
    caption: '',
    columns: columns.map(([label, width]) => ({ label, width })),
    rows: records.map(({ name, articles, about, keepers, source }) => ({
      source,
      cells: [name, articles, about, keepers].map((text) => ({
        text,
        center: false,
        missing: false,
      })),
    })),
  }
}
