import { expect, test } from 'vitest'
import type { CardText } from '../../../src/render/view/card.ts'
import { cardViews } from '../../../src/render/view/card.ts'
import { townDossier } from './town.ts'

/** What かすみ村 does first, with a duty of its own on an event, and triggers of its chain. */
async function actionsOn(event: string, triggers: string): Promise<readonly string[]> {
  const duty = `  - { id: told, activity: incident.report, requirement: INC-1, title: 事故の知らせ, performers: [kanri], frequency: { on: ${event}, within: P1D }, record: 事故の控え }\n`
  const dossier = await townDossier((path, text) =>
    path.includes('procedure.yaml')
      ? text
          .replace('\nprovisions:\n', `\n${duty}provisions:\n`)
          .replace('triggers: [failure, intrusion]', `triggers: ${triggers}`)
      : text,
  )
  const views = await cardViews(dossier, { asOf: dossier.asOf })
  return views.flatMap(({ text }) =>
    (text as unknown as CardText).cards.flatMap(({ actions }) => actions.map(({ what }) => what)),
  )
}

test.each([
  ['incident', '[intrusion]', ['事故の知らせ']],
  ['incident', '[leak]', ['事故の知らせ']],
  ['incident', '[failure]', ['障害の記録']],
  ['failure', '[failure]', ['障害の記録', '事故の知らせ']],
  ['drill', '[failure, intrusion, leak]', ['障害の記録']],
])('a duty on %s beside a chain for %s', async (event, triggers, expected) => {
  expect(await actionsOn(event, triggers)).toEqual(expected)
})
