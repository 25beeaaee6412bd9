import { keptQuestion, politeQuestion } from '../../../japanese/question.ts'
import type { WrittenDossier } from '../../../model/dossier.ts'
import { dutiesOf, provisionsOf } from '../../../model/procedure.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { doneQuestion } from '../../../words/duty.ts'
import { roleName } from '../../../words/name.ts'
import { sourceOf } from '../../trace.ts'
import { likeness, wordsIn } from '../comparison/word-diff.ts'
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

/**
 * What falls on every member of the staff: clauses of the standard whose subject they are, duties that they
 * perform, sentences of the procedure that begin with them, and the questions of the catalogue that no clause asks.
 * Nothing of what a condition rules out for the system.
 */
export function staffQuestions(dossier: WrittenDossier, style: Style): readonly StaffQuestion[] {
  const articles = new Articles(dossier, style)
  const requirements = [...dossier.standard.requirements.values()].map((requirement) => ({
    requirement,
    clauses: isAskedHere(requirement, dossier) ? clausesOf(requirement, dossier) : [],
  }))
  const asked = requirements.flatMap(({ clauses }) => clauses)
  return requirements.flatMap(({ requirement, clauses }) => {
    const { key } = requirement
    const topic = requirement.writtenText('title') ?? key
    const usual = isAskedHere(requirement, dossier) ? usualOf(requirement, articles) : []
    const found = [
      ...clauses,
      ...usual.filter(({ text }) => !asked.some((one) => asksAlike(one.text, text))),
      ...saidToStaff(key, dossier, articles),
    ]
    const texts = new Map(found.map((one) => [one.text, one]))
    return [...texts.values()].map((one) => ({ topic, ...one }))
  })
}

type Found = Omit<StaffQuestion, 'topic'>

/**
 * Whether a requirement is one of the sheet and holds for the system: of its level, or of the organisation where
 * nobody wrote what holds for all.
 */
function isAskedHere(requirement: WrittenPart, dossier: WrittenDossier): boolean {
  const { key, data } = requirement
  const { standard, level, organisationWide } = dossier
  if (standard.absent.has(key) || data['level'] === 'standard') return false
  const isOfLevel =
    data['level'] === level || (level === 'system' && organisationWide === undefined)
  return isOfLevel && holdsFor(requirement, dossier)
}

/** The clauses that bind the staff. */
function clausesOf({ key }: WrittenPart, dossier: WrittenDossier): readonly Found[] {
  const everybody: readonly unknown[] = dossier.standard.words('everybodyRoles')
  return dossier.standard.clauses
    .filter(
      (clause) =>
        clause.data['requirement'] === key &&
        everybody.includes(clause.data['subject']) &&
        clause.data['force'] !== 'may' &&
        holdsFor(clause, dossier),
    )
    .map((clause) => ({
      text: keptQuestion(clause.writtenText('text') ?? ''),
      where: `対策基準${clause.writtenText('number') ?? ''}`,
      source: sourceOf(clause),
    }))
}

/** What the catalogue asks of every member of the staff. */
function usualOf(requirement: WrittenPart, articles: Articles): readonly Found[] {
  const where = articles.on(requirement.key, []).slice(0, 2).map(withoutCaption).join('、')
  return requirement.writtenTexts('selfCheck').map((text) => ({
    text,
    where: where === '' ? guidelineOf(requirement) : where,
    source: sourceOf(requirement),
  }))
}

/** Whether a clause asks, in words of its own, what the catalogue asks. */
function asksAlike(clause: string, question: string): boolean {
  return likeness(termsIn(clause), termsIn(question)) >= leastLikeness
}

/** The words of a question that say what it is about. */
function termsIn(question: string): readonly string[] {
  return wordsIn(question).filter((word) => /[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}]/u.test(word))
}

/** From here on two questions are one. */
const leastLikeness = 0.7

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
  const everybody: readonly unknown[] = dossier.standard.words('everybodyRoles')
  return dossier.procedures.flatMap((procedure) => {
    const staff = procedure
      .parts('roles')
      .filter(({ data }) => everybody.includes(data['canonical']))
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
