import { expect, test } from 'vitest'
import { conventionsOf } from '../../../src/render/conventions.ts'
import { selfCheckViews } from '../../../src/render/view/self-check.ts'
import { staffQuestions } from '../../../src/render/view/self-check/question.ts'
import { styleOf } from '../../../src/render/view/style.ts'
import { townDossier } from './town.ts'

async function questionsOf(edit?: (path: string, text: string) => string) {
  const dossier = await townDossier(edit)
  return staffQuestions(dossier, styleOf(conventionsOf(dossier.municipality)))
}

/** かすみ村 with some more lines of the procedure's own list. */
const withProcedure =
  (field: string, lines: string) =>
  (path: string, text: string): string =>
    path.includes('procedure.yaml') ? text.replace(`\n${field}:\n`, `\n${field}:\n${lines}`) : text

test('a duty and a sentence of the procedure that fall on the staff are asked, with their articles', async () => {
  const role =
    '  - { id: everyone, canonical: user-staff, name: 利用する職員, organisation: toshokan }\n'
  const duty =
    '  - { id: desk, activity: desk.check, requirement: HUM-1, title: 机上の点検, performers: [everyone], frequency: always, record: 机上点検票, since: 2024-04-01 }\n'
  const provision =
    '  - { id: leave, requirement: TRM-2, text: 利用する職員は、席を離れるときは画面に鍵をかける。端末は棚に置く。 }\n'
  const dossier = await townDossier((path, text) =>
    withProcedure('provisions', provision)(
      path,
      withProcedure('duties', duty)(path, withProcedure('roles', role)(path, text)),
    ),
  )
  const asked = staffQuestions(dossier, styleOf(conventionsOf(dossier.municipality)))
  const texts = asked.map(({ text }) => text)
  expect(texts).toContain('机上を点検し、机上点検票に記録していますか。')
  expect(texts).toContain('席を離れるときは画面に鍵をかけていますか。')
  expect(texts.filter((text) => text.includes('棚'))).toEqual([])
  const own = asked.find(({ text }) => text.startsWith('机上を'))
  expect(own?.where).toMatch(/^第[\d０-９]+条$/)
})

test('what a trait rules out is not asked', async () => {
  const withTraits = (traits: string) => (path: string, text: string) =>
    path.includes('context.yaml') ? text.replace(/^traits: .*$/m, `traits: ${traits}`) : text
  const about = async (traits: string) => {
    const asked = await questionsOf(withTraits(traits))
    return asked.some(({ text }) => text.startsWith('USBメモリ'))
  }
  expect([await about('[media.removable]'), await about('[]')]).toEqual([true, false])
})

test('the answers of a workbook are chosen, and every row has its topic', async () => {
  const dossier = await townDossier()
  const [view] = await selfCheckViews(dossier, { asOf: dossier.asOf })
  const [sheet] = view?.sheets ?? []
  const choices = sheet?.columns.flatMap((column) => column.choices ?? [])
  expect(choices).toEqual(['はい', 'いいえ', '該当なし'])
  const topics = sheet?.rows.map(([, topic]) => (typeof topic === 'object' ? topic.text : topic))
  expect(topics?.length).toBeGreaterThan(0)
  expect(topics).not.toContain('')
})
