import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usualConventions } from '../../../src/render/conventions.ts'
import { type Placed, type Step, stepsOf } from '../../../src/render/view/amendment/order.ts'
import { amendmentText } from '../../../src/render/view/amendment/text.ts'
import { substitutionsIn } from '../../../src/render/view/amendment/words.ts'
import { clausesOf, type Clause } from '../../../src/render/view/amendment/article.ts'
import type { ArticleText } from '../../../src/render/view/article.ts'
import type { ProcedureText } from '../../../src/render/view/procedure/text.ts'
import { styleOf } from '../../../src/render/view/style.ts'

const style = styleOf(usualConventions)

interface Told {
  readonly caption?: string
  readonly paragraphs: readonly (string | readonly [string, ...string[]])[]
}

/** A procedure of one chapter with the articles, by their ids. */
function procedure(articles: Readonly<Record<string, Told>>, more: Partial<ProcedureText> = {}) {
  const texts = Object.entries(articles).map(([id, told], at): ArticleText => ({
    id,
    number: style.counted('第', at + 1, '条'),
    caption: told.caption ?? '',
    source: '',
    paragraphs: told.paragraphs.map((one, index) => {
      const [text, ...items] = typeof one === 'string' ? ([one] as const) : one
      return {
        number: index === 0 ? '' : style.number(index + 1),
        text,
        source: '',
        items: items.map((item, place) => ({
          number: style.item(0, place + 1),
          text: item,
          source: '',
          items: [],
        })),
      }
    }),
    tables: [],
    figures: [],
  }))
  return {
    municipality: '青葉市',
    title: '実施手順',
    variant: '',
    history: [],
    contents: [],
    chapters: [
      {
        id: 'duties',
        number: '第１章',
        heading: '担当業務',
        sections: [{ number: '', heading: '', articles: texts }],
      },
    ],
    supplements: [],
    records: [],
    forms: [],
    revisions: [],
    ...more,
  } satisfies ProcedureText
}

/** The sentences, with the numbers of what is put in below them. */
function said(before: ProcedureText, after: ProcedureText): readonly string[] | undefined {
  return amendmentText(before, after, style)?.map(({ sentence, articles, lines }) =>
    [sentence, ...articles.map(({ number }) => number), ...lines.map(({ number }) => number)].join(
      ' ',
    ),
  )
}

const review = {
  caption: '（点検）',
  paragraphs: ['管理者は、毎月、点検する。', '結果を記録する。'],
}
const backup = { caption: '（写し）', paragraphs: ['管理者は、写しを取る。'] }
const listed = ['次に掲げるものを守る。', '鍵を掛ける。', '机に置かない。'] as const
const rest = { paragraphs: [listed] }

describe('an amendment says', () => {
  test.each([
    [
      'other words in the one paragraph that has them',
      {
        review: {
          ...review,
          paragraphs: ['管理者は、四半期ごとに、点検する。', '結果を記録する。'],
        },
      },
      ['第１条第１項中「毎月」を「四半期ごとに」に改める。'],
    ],
    [
      'the same words in caption and text at once',
      {
        review: {
          caption: '（検査）',
          paragraphs: ['管理者は、毎月、検査する。', '結果を記録する。'],
        },
      },
      ['第１条（見出しを含む。）中「点検」を「検査」に改める。'],
    ],
    [
      'a caption and what the text takes in',
      { backup: { caption: '（予備）', paragraphs: ['管理者は、写しを毎日取る。'] } },
      ['第２条の見出しを「（予備）」に改め、同条中「写しを」の次に「毎日」を加える。'],
    ],
    [
      'a paragraph and a 号 at the end',
      {
        backup: { ...backup, paragraphs: [...backup.paragraphs, '写しは、金庫に置く。'] },
        rest: { paragraphs: [[...listed, '席を離れない。'] as const] },
      },
      ['第２条に次の１項を加える。 ２', '第３条に次の１号を加える。 (3)'],
    ],
    [
      'a paragraph that goes, a 号 that reads otherwise',
      {
        review: { ...review, paragraphs: [review.paragraphs[0] ?? ''] },
        rest: {
          paragraphs: [['次に掲げるものを守る。', '鍵を掛ける。', '書類を持ち出さない。'] as const],
        },
      },
      ['第１条第２項を削る。', '第３条第２号を次のように改める。 (2)'],
    ],
  ])('%s', (_, changed, expected) => {
    const articles = { review, backup, rest }
    expect(said(procedure(articles), procedure({ ...articles, ...changed }))).toEqual(expected)
  })

  test('once what becomes of neighbouring articles in the same words', () => {
    const told = (who: string, more: readonly string[] = []) => ({
      paragraphs: [`${who}は、毎月、点検する。`, ...more],
    })
    const gone = ['結果を記録する。']
    const before = procedure({
      a: told('主任'),
      b: { paragraphs: ['係は、写しを取る。'] },
      c: told('主任'),
      d: told('課長', gone),
      e: told('課長', gone),
      f: told('主任'),
    })
    const after = procedure({
      a: told('係長'),
      b: { paragraphs: ['係は、写しを取る。'] },
      c: told('係長'),
      d: told('課長'),
      e: told('課長'),
      f: told('係長'),
    })
    expect(said(before, after)).toEqual([
      '第１条及び第３条中「主任」を「係長」に改める。',
      '第４条第２項及び第５条第２項を削る。',
      '第６条中「主任」を「係長」に改める。',
    ])
  })

  test('what becomes of articles before what only moves behind them', () => {
    const told = (who: string) => ({ paragraphs: [`${who}は、毎月、点検する。`] })
    const same = { paragraphs: ['係は、写しを取る。'] }
    const before = procedure({ a: told('主任'), b: told('主任'), c: same })
    const after = procedure({ a: told('係長'), b: told('係長'), new: told('課長'), c: same })
    expect(said(before, after)).toEqual([
      '第１条及び第２条中「主任」を「係長」に改める。',
      '第３条を第４条とする。',
      '第２条の次に次の１条を加える。 第３条',
    ])
  })

  test('which articles come in, go and move, so that no number is taken twice', () => {
    const before = procedure({ review, backup, a: rest, b: rest, c: rest, d: rest })
    const added = procedure({ review, newly: backup, backup, a: rest, b: rest, c: rest, d: rest })
    expect(said(before, added)).toEqual([
      '第２条から第６条までを１条ずつ繰り下げる。',
      '第１条の次に次の１条を加える。 第２条',
    ])
    expect(said(added, before)).toEqual([
      '第２条を削る。',
      '第３条から第７条までを１条ずつ繰り上げる。',
    ])
    expect(
      said(before, procedure({ newly: backup, backup, a: rest, b: rest, c: rest, d: rest })),
    ).toEqual(['第１条を次のように改める。 第１条'])
  })

  test('nothing that it cannot say exactly: another order, another chapter', () => {
    const before = procedure({ review, backup })
    expect(said(before, procedure({ backup, review }))).toBeUndefined()
    const [chapter] = before.chapters
    const chapters = chapter ? [chapter, { ...chapter, id: 'b', number: '第２章' }] : []
    expect(said(before, { ...before, chapters })).toBeUndefined()
  })

  test('what becomes of the title, the contents and the forms', () => {
    const form = (number: string, name: string) => ({
      number,
      name,
      related: '（第１条関係）',
      fields: [],
    })
    const before = procedure({ review }, { forms: [form('様式第１号', '点検票')] })
    const after = {
      ...before,
      title: '新実施手順',
      forms: [form('様式第１号', '検査票'), form('様式第２号', '報告書')],
    }
    expect(said(before, after)).toEqual([
      '題名中「実施手順」を「新実施手順」に改める。',
      '様式第１号中「点検票」を「検査票」に改める。',
      '様式第１号の次に次の１様式を加える。',
    ])
  })
})

describe('the words to put in the place of others', () => {
  const text = fc.stringMatching(/^[管理者は毎月点検を行い、記録する。第３条１]{0,24}$/)

  test('make each text what it is now, exactly', () => {
    let found = 0
    const part = fc.stringMatching(/^[点検１]{0,2}$/)
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, part, part), { maxLength: 3 }), (pairs) => {
        const units = pairs.map(([start, end, before, after]) => ({
          before: start + before + end,
          after: start + after + end,
        }))
        const words = substitutionsIn(units)
        if (words && words.length > 0) found += 1
        for (const { before, after } of units)
          if (words) expect(replaced(before, words)).toBe(after)
      }),
    )
    expect(found).toBeGreaterThan(10)
  })

  test('are whole words, and none where too many differ', () => {
    const of = (before: string, after: string) => substitutionsIn([{ before, after }])
    expect(of('業務等管理者は、点検する。', '業務管理者は、点検する。')).toEqual([
      { from: '業務等管理者', to: '業務管理者' },
    ])
    expect(of('第９条の規定による。', '第10条の規定による。')).toEqual([
      { from: '第９条', to: '第10条' },
    ])
    expect(of('写しを取る。', '鍵を掛け、机を片付け、席を離れるときは画面を消す。')).toBeUndefined()
  })
})

/** Another hand at the same: from each place the longest that fits. */
function replaced(text: string, words: readonly { from: string; to: string }[]): string {
  let result = ''
  for (let at = 0; at < text.length;) {
    const fitting = words
      .filter(({ from }) => text.startsWith(from, at))
      .sort((a, b) => b.from.length - a.from.length)[0]
    result += fitting?.to ?? text.charAt(at)
    at += fitting?.from.length ?? 1
  }
  return result
}

test('any articles that come, go and stay can be numbered step by step', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 14 })
  fc.assert(
    fc.property(ids, ids, (first, second) => {
      const [before, after] = [first, second].map((one) => placed([...one].sort((a, b) => a - b)))
      if (!before || !after || before.length * after.length === 0) return
      const steps = stepsOf(before, after, () => [])
      // Where none is left to stand beside, an article cannot be placed.
      if (!steps) return
      expect(done(steps, before)).toEqual(after.map(({ article }) => article.id))
    }),
  )
  const kinds = stepsOf(placed([1, 2, 5, 6, 7, 9]), placed([1, 3, 4, 5, 7, 8, 9, 10]), () => [])
  // Something goes, comes, stays and moves, in both directions.
  expect(kinds?.map(({ kind }) => kind)).toMatchInlineSnapshot(`
    [
      "rewrite",
      "remove",
      "amend",
      "add",
      "amend",
      "add",
      "add",
    ]
  `)
})

function placed(ids: readonly number[]): readonly Placed[] {
  return ids.map((id, at) => ({
    id: String(id),
    place: at + 1,
    container: '第１章',
    article: {
      id: String(id),
      number: '',
      caption: '',
      source: '',
      paragraphs: [],
      tables: [],
      figures: [],
    },
  }))
}

/** Does what the steps say on a list of numbers, as a clerk would; throws where a number is taken. */
function done(steps: readonly Step[], before: readonly Placed[]): readonly string[] {
  const held = new Map(before.map(({ place, id }) => [place, id]))
  const take = (place: number): string => {
    const id = held.get(place)
    if (id === undefined) throw new Error(`nothing at ${place}`)
    held.delete(place)
    return id
  }
  const put = (place: number, id: string): void => {
    if (held.has(place)) throw new Error(`${place} is taken`)
    held.set(place, id)
  }
  for (const step of steps) {
    if (step.kind === 'remove') for (const place of step.at) take(place)
    else if (step.kind === 'amend') put(step.to, take(step.at))
    else if (step.kind === 'rewrite') {
      take(step.at)
      put(step.to, step.article.id)
    } else if (step.kind === 'shift') {
      const numbers = Array.from({ length: step.until - step.from + 1 }, (_, at) => step.from + at)
      for (const place of step.by > 0 ? numbers.reverse() : numbers)
        put(place + step.by, take(place))
    } else {
      if (!held.has(step.beside)) throw new Error(`nothing at ${step.beside}`)
      for (const one of step.articles) put(one.place, one.id)
    }
  }
  return [...held].sort(([a], [b]) => a - b).map(([, id]) => id)
}

/** An article of one sentence with a chart and its table, both of a day. */
function charted(words: string, day: string, chart: readonly string[], cells: readonly string[]) {
  const caption = `体制（${day}現在）`
  const cellsOf = cells.map((text) => ({ text, center: false, missing: false }))
  return {
    id: 'chain',
    number: '第１条',
    caption: '',
    source: '',
    paragraphs: [{ number: '', text: words, source: '', items: [] }],
    tables: [{ caption, columns: [], rows: [{ source: '', cells: cellsOf }] }],
    figures: [{ picture: 'p', alt: '', caption, shows: chart.map((one) => [one]), source: '' }],
  } satisfies ArticleText
}

/** Does what the clauses say on an article; throws where one is of another kind. */
function amendedBy(article: ArticleText, clauses: readonly Clause[]): ArticleText {
  return clauses.reduce((own, clause): ArticleText => {
    if (clause.kind === 'figure') return { ...own, figures: clause.figures }
    if (clause.kind !== 'words') throw new Error(clause.kind)
    const inside = (part: string) => clause.at === '' || clause.at.includes(part)
    const told = (text: string) => replaced(text, clause.words)
    const inFigure = (text: string) => (inside('図') ? told(text) : text)
    const inTable = (text: string) => (inside('表') ? told(text) : text)
    return {
      ...own,
      paragraphs: own.paragraphs.map((one) =>
        clause.at === '' ? { ...one, text: told(one.text) } : one,
      ),
      figures: own.figures.map((one) => ({
        ...one,
        caption: inFigure(one.caption),
        shows: one.shows.map((row) => row.map(inFigure)),
      })),
      tables: own.tables.map((one) => ({
        ...one,
        caption: inTable(one.caption),
        rows: one.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, text: inTable(cell.text) })),
        })),
      })),
    }
  }, article)
}

test('what is done to a chart, its table and the day of both makes them what they are now', () => {
  const post = fc.constantFrom('電算主任', 'システム主任', '料金係長', '課長', '連絡する相手　２')
  const made = fc
    .tuple(
      fc.constantFrom('電算主任は、連絡する。', 'システム主任は、連絡する。', '課長は、知らせる。'),
      fc.constantFrom('令和７年５月12日', '令和８年７月１日'),
      fc.array(post, { minLength: 1, maxLength: 4 }),
      fc.array(post, { minLength: 1, maxLength: 3 }),
    )
    .map((told) => charted(...told))
  // Nearly the same: one word is another in some of the parts.
  const parts = fc.record({ text: fc.boolean(), figure: fc.boolean(), table: fc.boolean() })
  const near = fc.tuple(made, parts).map(([before, isChanged]) => {
    const other = { from: '電算主任', to: 'システム主任' }
    const day = { from: '令和７年５月12日', to: '令和８年７月１日' }
    const told = (at: string): Clause => ({ kind: 'words', at, words: [other, day] })
    const inParts = [...(isChanged.figure ? ['の図'] : []), ...(isChanged.table ? ['の表'] : [])]
    const clauses = isChanged.text ? [told('')] : inParts.map(told)
    return [before, amendedBy(before, clauses)] as const
  })
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.oneof(fc.tuple(made, made), near), ([before, after]) => {
      const clauses = clausesOf(before, after, style)
      for (const one of clauses ?? []) seen.add(one.kind === 'words' ? one.at : one.kind)
      if (clauses) expect(amendedBy(before, clauses)).toEqual(after)
    }),
    { numRuns: 800 },
  )
  expect([...seen].sort()).toEqual(['', 'figure', 'の図', 'の図及び表', 'の表'].sort())
})

test('a chart of the same build is amended by words with its table, another is put in', () => {
  const before = charted('連絡する。', '５月１日', ['電算主任', '課長'], ['電算主任'])
  const text = (article: ArticleText) => {
    const own = procedure({ chain: { paragraphs: [''] } })
    const [chapter] = own.chapters
    const sections = [{ number: '', heading: '', articles: [article] }]
    return { ...own, chapters: chapter ? [{ ...chapter, sections }] : [] }
  }
  const saidOf = (after: ArticleText) =>
    amendmentText(text(before), text(after), style)?.map(({ sentence, figures }) => [
      sentence,
      ...figures.map(({ caption }) => caption),
    ])
  expect(
    saidOf(charted('連絡する。', '７月１日', ['システム主任', '課長'], ['システム主任'])),
  ).toEqual([
    [
      '第１条の図及び表中「５月１日現在」を「７月１日現在」に、「電算主任」を「システム主任」に改める。',
    ],
  ])
  expect(
    saidOf(charted('連絡する。', '５月１日', ['電算主任', '課長', '部長'], ['電算主任'])),
  ).toEqual([['第１条の図を次のように改める。', '体制（５月１日現在）']])
})
