import { beforeAll, describe, expect, test } from 'vitest'
import { addPeriod } from '../../../src/calendar/day.ts'
import { fiscalYear, fiscalYearOf } from '../../../src/calendar/fiscal.ts'
import { parsePeriod } from '../../../src/calendar/period.ts'
import { windows } from '../../../src/calendar/window.ts'
import { writePeriod } from '../../../src/japanese/date.ts'
import type { WrittenDossier } from '../../../src/model/dossier.ts'
import { dutiesOf, provisionsOf } from '../../../src/model/procedure.ts'
import { performingRoles } from '../../../src/model/duty.ts'
import type { WrittenPart } from '../../../src/model/part.ts'
import { conventionsOf } from '../../../src/render/conventions.ts'
import { sourceOf } from '../../../src/render/trace.ts'
import { checklistText } from '../../../src/render/view/checklist.ts'
import { planText } from '../../../src/render/view/plan.ts'
import { articleIdOf } from '../../../src/render/view/procedure/form.ts'
import type { ProcedureSubject } from '../../../src/render/view/procedure/subject.ts'
import { type ProcedureText, procedureText } from '../../../src/render/view/procedure/text.ts'
import { rolesText } from '../../../src/render/view/roles.ts'
import { styleOf } from '../../../src/render/view/style.ts'
import { roleName } from '../../../src/words/name.ts'
import { frequencyOf, monthsOf } from '../../../src/words/when.ts'
import { dossiersIn, shippedFolders } from './dossiers.ts'
import { townDossier } from './town.ts'

const subjects: ProcedureSubject[] = []

function subjectsOf(dossier: WrittenDossier): readonly ProcedureSubject[] {
  const style = styleOf(conventionsOf(dossier.municipality))
  return dossier.procedures.map((procedure) => ({ dossier, procedure, style }))
}

beforeAll(async () => {
  for (const { path, policies } of shippedFolders) {
    subjects.push(...(await dossiersIn(path, policies)).flatMap(subjectsOf))
  }
  subjects.push(...subjectsOf(await townDossier()))
}, 60_000)

/** Says of which procedure something is wrong. */
function forEach(check: (subject: ProcedureSubject) => unknown): void {
  const wrong = subjects.flatMap((subject) => {
    const found = check(subject)
    return Array.isArray(found) && found.length > 0
      ? [[subject.procedure.document.source.path, found]]
      : []
  })
  expect(subjects.length).toBeGreaterThan(15)
  expect(wrong).toEqual([])
}

const articlesOf = ({ chapters }: ProcedureText) =>
  chapters.flatMap(({ sections }) => sections.flatMap(({ articles }) => articles))

describe('a procedure', () => {
  test('has every duty and every provision exactly once', () => {
    forEach((subject) => {
      const ids = articlesOf(procedureText(subject)).map(({ id }) => id)
      const parts = [...dutiesOf(subject.procedure), ...provisionsOf(subject.procedure)]
      return parts.map(articleIdOf).filter((id) => ids.filter((one) => one === id).length !== 1)
    })
  })

  test('says of every duty who does it, on which record it is kept and who hears of it', () => {
    forEach((subject) => {
      const text = new Map(articlesOf(procedureText(subject)).map((one) => [one.id, wordsOf(one)]))
      return dutiesOf(subject.procedure).flatMap((duty) => {
        const said = plain(text.get(articleIdOf(duty)) ?? '')
        return factsOf(duty).filter((fact) => !said.includes(plain(fact)))
      })
    })
  })

  test('numbers chapters, articles, paragraphs and 号 without a gap', () => {
    forEach((subject) => {
      const text = procedureText(subject)
      const { style } = subject
      const chapters = text.chapters.map(({ number }) => number)
      const articles = articlesOf(text)
      const expected = [
        ...chapters.map((_, at) => style.counted('第', at + 1, '章')),
        ...articles.map((_, at) => style.counted('第', at + 1, '条')),
      ]
      expect([...chapters, ...articles.map(({ number }) => number)]).toEqual(expected)
      for (const { paragraphs } of articles) {
        expect(paragraphs.map(({ number }) => number)).toEqual(
          paragraphs.map((_, at) => (at === 0 ? '' : style.number(at + 1))),
        )
        for (const { items } of paragraphs) {
          expect(items.map(({ number }) => number)).toEqual(
            items.map((_, at) => style.item(0, at + 1)),
          )
        }
      }
      for (const { sections } of text.chapters) {
        const headed = sections.filter(({ heading }) => heading !== '')
        expect(headed.map(({ number }) => number)).toEqual(
          headed.map((_, at) => style.counted('第', at + 1, '節')),
        )
      }
      return []
    })
  })

  test('leads every reference to an article', () => {
    forEach((subject) => {
      const said = articlesOf(procedureText(subject)).map(wordsOf).join('\n')
      return said.match(/\{\{\s*ref\b[^}]*\}\}/g) ?? []
    })
  })

  test('traces every paragraph to its file and line', () => {
    forEach((subject) =>
      articlesOf(procedureText(subject))
        .flatMap(({ paragraphs }) => paragraphs.map(({ source }) => source))
        .filter((source) => !/^.+\.ya?ml:[1-9]\d*:[1-9]\d*$/.test(source)),
    )
  })
})

describe('the table of roles', () => {
  test('marks every performer of every duty, and shows each under its role', () => {
    forEach((subject) => {
      const { tables, roles } = rolesText(subject)
      return dutiesOf(subject.procedure).flatMap((duty) =>
        performingRoles(duty).flatMap((role) => {
          const source = sourceOf(duty)
          const marks = tables.flatMap((table) => {
            const column = table.roles.findIndex(({ name }) => name === roleName(role))
            return table.rows.flatMap((row) => (row.source === source ? [row.marks[column]] : []))
          })
          const listed = roles.some(
            ({ name, duties }) =>
              name === roleName(role) && duties.some((one) => one.source === source),
          )
          return marks.some((mark) => mark?.includes('◎')) && listed ? [] : [duty.key]
        }),
      )
    })
  })

  test('has a row for every duty under a heading that covers it', () => {
    forEach((subject) => {
      const { tables } = rolesText(subject)
      const count = dutiesOf(subject.procedure).length
      return tables.flatMap(({ rows }) => {
        const spans = rows.filter(({ requirement }) => requirement !== '').map(({ span }) => +span)
        const sum = spans.reduce((all, span) => all + span, 0)
        return rows.length === count && sum === count ? [] : [rows.length]
      })
    })
  })
})

test('a checklist asks every performer for every duty that binds', () => {
  forEach((subject) => {
    const asked = checklistText(subject).roles.flatMap(({ name, rows }) =>
      rows.map(({ source }) => `${name} ${source}`),
    )
    return dutiesOf(subject.procedure)
      .filter((duty) => duty.data['modality'] !== 'may')
      .flatMap((duty) => performingRoles(duty).map((role) => `${roleName(role)} ${sourceOf(duty)}`))
      .filter((one) => !asked.includes(one))
  })
})

describe('the plan of a year', () => {
  test('has every duty, in the months or below them', () => {
    forEach((subject) => {
      const { rows, others } = planText(subject)
      const shown = new Set([...rows, ...others].map(({ source }) => source))
      return dutiesOf(subject.procedure)
        .filter((duty) => duty.data['modality'] !== 'mustNot' && !shown.has(sourceOf(duty)))
        .map(({ key }) => key)
    })
  })

  test('marks every month in which a duty is due, for each who performs it', () => {
    forEach((subject) => {
      const { rows } = planText(subject)
      return dutiesOf(subject.procedure).flatMap((duty) => {
        // What was done stands below, in a row that nobody is to do.
        const own = rows.filter(
          ({ source, performer }) => source === sourceOf(duty) && performer !== '（実績）',
        )
        const due = dueMonths(duty, subject)
        const lacking = own.filter(({ marks }) =>
          due.some((month) => !['●', '休'].includes(marks[(month + 8) % 12] ?? '')),
        )
        const isPeriodic = frequencyOf(duty).kind === 'every'
        const count = isPeriodic ? performingRoles(duty).length : 0
        return lacking.length === 0 && own.length === count ? [] : [duty.key]
      })
    })
  })
})

/** The months whose end a turn of a duty has to be done by, reckoned anew. */
function dueMonths(duty: WrittenPart, { dossier, procedure }: ProcedureSubject): readonly number[] {
  const frequency = frequencyOf(duty)
  const year = fiscalYear(fiscalYearOf(dossier.asOf))
  if (frequency.kind !== 'every' || !year || frequency.counted === 'since') return []
  const start = (procedure.data['inForce'] as { from: typeof year.from }).from
  const since = (duty.data['since'] as typeof start | undefined) ?? start
  const turns = windows(
    frequency.period,
    'fiscalYear',
    since,
    year.from,
    addPeriod(year.to, frequency.period),
  )
  const named = monthsOf(duty)
  return (
    turns
      .filter(({ to }) => to <= year.to)
      .map(({ from, to }) => {
        const months = [...Array(12).keys()]
          .map((at) => ((at + 3) % 12) + 1)
          .filter((month) => isWithin(month, from, to))
        return months.findLast((month) => named.includes(month)) ?? months.at(-1) ?? 0
      })
      // A turn of some days may begin in no month.
      .filter((month) => month !== 0)
  )
}

function isWithin(month: number, from: string, to: string): boolean {
  const year = Number(from.slice(0, 4)) + (month < Number(from.slice(5, 7)) ? 1 : 0)
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  return from <= first && first <= to
}

function factsOf(duty: WrittenPart): readonly string[] {
  const text = (part: WrittenPart, field: string): readonly string[] => {
    const value = part.writtenText(field)
    return value === undefined ? [] : [value]
  }
  const deadline = (part: WrittenPart): readonly string[] => {
    const period = parsePeriod(part.writtenText('within') ?? '')
    return period ? [`${writePeriod(period)}以内`] : []
  }
  const confirm = duty.part('confirm')
  return [
    ...performingRoles(duty).map(roleName).slice(0, 1),
    ...text(duty, 'record'),
    ...duty
      .parts('reportTo')
      .flatMap((one) => [roleNameIn(one, 'role'), ...text(one, 'record'), ...deadline(one)]),
    ...duty
      .parts('steps')
      .flatMap((step) => [roleNameIn(step, 'by'), ...text(step, 'form'), ...deadline(step)]),
    ...duty.parts('split').map((share) => roleNameIn(share, 'role')),
    ...(confirm ? [`${roleNameIn(confirm, 'by')}は、`, '確認', ...deadline(confirm)] : []),
  ]
}

function roleNameIn(part: WrittenPart, field: string): string {
  const role = part.part(field)
  return role ? roleName(role) : ''
}

function wordsOf({
  paragraphs,
}: {
  paragraphs: ProcedureText['supplements'][0]['paragraphs']
}): string {
  return paragraphs
    .flatMap(({ text, items }) => [
      text,
      ...items.flatMap((item) => [item.text, ...item.items.map((one) => one.text)]),
    ])
    .join('\n')
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}
