import { keptQuestion, politeQuestion } from '../../../japanese/question.ts'
import type { WrittenDossier } from '../../../model/dossier.ts'
import { dutiesOf, provisionsOf } from '../../../model/procedure.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { doneQuestion } from '../../../words/duty.ts'
import { roleName } from '../../../words/name.ts'
import { sourceOf } from '../../trace.ts'
import { Articles } from '../laid-down.ts'
import type { Style } from '../style.ts'

/** What a member of the staff asks himself, so that yes means that it is kept. */
export interface StaffQuestion {
  /** IDとパスワードの取扱い */
  readonly topic: string
  readonly text: string
  /** Where it is laid down. */
  readonly where: string
  readonly source: string
}

/** The canonical roles that every member of the staff, or everybody who uses a system, has. */
const everybody: ReadonlySet<unknown> = new Set(['staff', 'user-staff'])

/**
 * What falls on every member of the staff: clauses of the standard whose subject they are, duties that they
 * perform, sentences of the procedure that begin with them, and, of requirements that have no such clause, the
 * questions of the catalogue. Nothing of what a condition rules out for the system.
 */
export function staffQuestions(dossier: WrittenDossier, style: Style): readonly StaffQuestion[] {
  const articles = new Articles(dossier, style)
  return [...dossier.standard.requirements.values()].flatMap((requirement) => {
    const { key } = requirement
    const topic = requirement.writtenText('title') ?? key
    const found = [
      ...(isAskedHere(requirement, dossier) ? laidDown(requirement, dossier, articles) : []),
      ...saidToStaff(key, dossier, articles),
    ]
    const texts = new Map(found.map((one) => [one.text, one]))
    return [...texts.values()].map((one) => ({ topic, ...one }))
  })
}

type Found = Omit<StaffQuestion, 'topic'>

/** Whether a requirement is one of the sheet: of its level, or of the organisation where nobody wrote what holds for all. */
function isAskedHere(
  { key, data }: WrittenPart,
  { standard, level, organisationWide }: WrittenDossier,
): boolean {
  if (standard.absent.has(key) || data['level'] === 'standard') return false
  return data['level'] === level || (level === 'system' && organisationWide === undefined)
}

/** The clauses that bind the staff; of a requirement without any, the questions of the catalogue. */
function laidDown(
  requirement: WrittenPart,
  dossier: WrittenDossier,
  articles: Articles,
): readonly Found[] {
  if (!holdsFor(requirement, dossier)) return []
  const { key } = requirement
  const own = dossier.standard.clauses.filter(
    (clause) =>
      clause.data['requirement'] === key &&
      everybody.has(clause.data['subject']) &&
      clause.data['force'] !== 'may' &&
      holdsFor(clause, dossier),
  )
  if (own.length > 0) {
    return own.map((clause) => ({
      text: keptQuestion(clause.writtenText('text') ?? ''),
      where: `対策基準${clause.writtenText('number') ?? ''}`,
      source: sourceOf(clause),
    }))
  }
  const where = articles.on(key, []).slice(0, 2).map(withoutCaption).join('、')
  return requirement.writtenTexts('selfCheck').map((text) => ({
    text,
    where: where === '' ? guidelineOf(requirement) : where,
    source: sourceOf(requirement),
  }))
}

/** Where the guideline has what neither the standard nor the procedure says in words of its own. */
function guidelineOf(requirement: WrittenPart): string {
  const [chapter] = (requirement.writtenText('place') ?? '').split('、')
  return chapter ? `ガイドライン${chapter.split(' ')[0] ?? ''}` : ''
}

/** 第12条（利用者IDの点検） → 第12条: the question says what it is about. */
function withoutCaption(article: string): string {
  return article.replace(/（[^（）]*）$/, '')
}

/** Whether the condition of a clause holds, or nobody can tell: then the answer may be that it does not concern one. */
function holdsFor(part: WrittenPart, dossier: WrittenDossier): boolean {
  return dossier.standard.holding([part], dossier).length > 0
}

/** What the procedures of the system itself ask of the staff. */
function saidToStaff(key: string, dossier: WrittenDossier, articles: Articles): readonly Found[] {
  return dossier.procedures.flatMap((procedure) => {
    const staff = procedure.parts('roles').filter(({ data }) => everybody.has(data['canonical']))
    const keys = new Set(staff.map((role) => role.key))
    const names = staff.map(roleName)
    const isOf = ({ data }: WrittenPart): boolean => data['requirement'] === key
    const whereOf = (part: WrittenPart): string =>
      withoutCaption(articles.at(part.location()) ?? '')
    const duties = dutiesOf(procedure).filter(
      (duty) => isOf(duty) && duty.parts('performers').some((role) => keys.has(role.key)),
    )
    const provisions = provisionsOf(procedure).filter(isOf)
    return [
      ...duties.map((duty) => ({
        text: politeQuestion(doneQuestion(duty)),
        where: whereOf(duty),
        source: sourceOf(duty),
      })),
      ...provisions.flatMap((provision) =>
        sentencesTo(names, provision.writtenText('text') ?? '').map((sentence) => ({
          text: keptQuestion(sentence),
          where: whereOf(provision),
          source: sourceOf(provision),
        })),
      ),
    ].filter(({ text }) => text !== '')
  })
}

/** The sentences of a text whose subject the staff are, without it. */
function sentencesTo(names: readonly string[], text: string): readonly string[] {
  return text.split(/(?<=。)/).flatMap((sentence) => {
    const name = names.find((one) => sentence.trim().startsWith(`${one}は`))
    if (name === undefined) return []
    return [
      sentence
        .trim()
        .slice(name.length + 1)
        .replace(/^、/, ''),
    ]
  })
}
