import { expect, test } from 'vitest'
import type { CellState } from '../../../src/finding/coverage.ts'
import type { SheetCell, View } from '../../../src/render/view.ts'
import { workpaperViews } from '../../../src/render/view/workpaper.ts'
import { coveredTown } from './covered.ts'
import { townDossier } from './town.ts'

const words: Readonly<Record<CellState, string>> = {
  broken: '指摘',
  cannotJudge: '判定できない',
  excepted: '例外措置',
  kept: '適合',
  noRule: '規則なし',
  notApplicable: '対象外',
}

const textIn = (cell: SheetCell | undefined): string | number =>
  typeof cell === 'object' ? cell.text : (cell ?? '')

function sheetNamed(view: View | undefined, part: string) {
  const sheet = view?.sheets?.find(({ name }) => name.includes(part))
  if (!sheet) throw new Error(`no sheet ${part}`)
  return sheet
}

test('each clause has the row of its state, with what is against it or missing', async () => {
  const dossier = await townDossier()
  const covered = await coveredTown(dossier)
  const [view] = await workpaperViews(covered, { asOf: dossier.asOf })
  const asked = covered.coverage.clauses.flatMap(({ requirement, title, cells: [cell] }) =>
    cell && cell.state !== 'notApplicable' ? [{ head: `${requirement}\u3000${title}`, cell }] : [],
  )
  const rows = sheetNamed(view, '条項ごと').rows.map((row) => row.map(textIn))
  expect(rows.map((row) => [String(row[1]).split('\n')[0], row[3]])).toEqual(
    asked.map(({ head, cell }) => [head, words[cell.state]]),
  )
  expect(new Set(asked.map(({ cell }) => cell.state)).size).toBeGreaterThan(2)
  for (const [at, { cell }] of asked.entries()) {
    const said = String(rows[at]?.[4])
    for (const { label } of cell.broken) expect(said).toContain(`（${label}）`)
    const open = cell.cannotJudge.some(({ missing }) => missing.length > 0)
    expect(said.includes('判定に要るもの')).toBe(open)
    // The auditor's own columns are left to the auditor.
    expect(rows[at]?.slice(6)).toEqual(['', '', '', '', '', ''])
  }
})

test('an auditor chooses from lists, and what is left out says why', async () => {
  const dossier = await townDossier()
  const covered = await coveredTown(dossier)
  const [view] = await workpaperViews(covered, { asOf: dossier.asOf })
  const { columns, head } = sheetNamed(view, '条項ごと')
  const chosen = columns.flatMap(({ choices }, at) => (choices ? [head[0]?.[at]] : []))
  expect(chosen).toEqual(['確認方法', '監査人の結果'])
  const out = sheetNamed(view, '対象外').rows
  const others = covered.coverage.clauses.filter(({ cells }) => cells[0]?.state === 'notApplicable')
  expect(out).toHaveLength(others.length)
  expect(out.every((row) => String(textIn(row[1])).endsWith('。'))).toBe(true)
})

test('the article that answers a clause is named', async () => {
  const dossier = await townDossier()
  const [view] = await workpaperViews(await coveredTown(dossier), { asOf: dossier.asOf })
  const row = sheetNamed(view, '条項ごと').rows.find(([, clause]) =>
    String(textIn(clause)).startsWith('ACC-2'),
  )
  expect(String(textIn(row?.[2]))).toMatch(/^第[０-９\d]+条（利用者IDの点検）/)
})
