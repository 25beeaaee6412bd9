import fc from 'fast-check'

/** Arguments that are there in every town; `{before}` stands for the town as it was. */
const usual: readonly string[] = [
  'check procedures --format json',
  'check procedures --format json --fail-on-unknown',
  'check procedures',
  'check procedures --quiet --max-findings 3',
  'check procedures --format sarif',
  'check procedures --format markdown',
  'check procedures --format github',
  'check procedures --format gitlab',
  'check procedures --format junit',
  'check procedures --as-of 2026-03-31 --format json',
  'check procedures --as-of 0001-01-01',
  'check procedures --as-of 9999-12-31',
  'check policies --format json',
  'check procedures --baseline base.json --update-baseline',
  'check procedures --baseline base.json --format json',
  'diff {before}/procedures procedures --format json',
  'diff procedures {before}/procedures --format json',
  'diff {before}/procedures procedures',
  'diff {before}/procedures procedures --format markdown',
  'diff procedures procedures --format json',
  'notice {before}/procedures procedures --on 2026-04-01',
  'notice {before}/procedures procedures --on 2026-04-01 --out notices --force',
  'coverage procedures --format json',
  'coverage procedures',
  'coverage procedures --format html',
  'coverage procedures --format markdown',
  'due procedures --format json',
  'due procedures',
  'due procedures --format ics',
  'explain ORG-1',
  'explain record.named',
  'rules --format json',
  'words 点検',
  'test',
  'schema procedure --policies policies',
  'templates check --templates templates',
  'render procedure procedures --to html --out out --draft',
  'render procedure procedures --to md --out out --draft --templates templates',
  'render procedure procedures --to html --out out --trace',
  'render procedure procedures --check out',
  'render procedure procedures --to docx --out out2 --draft --letterhead letterhead.docx',
  'render procedure procedures --to docx --check out',
  'render checklist procedures --to xlsx --check out',
  'render ledgers procedures --to xlsx --check out',
  'mutate procedures --max 20 --format json',
  'render roles procedures --to html --out out --draft',
  'render plan procedures --to html --out out --draft',
  'render checklist procedures --to html,xlsx --out out --draft',
  'render ledgers procedures --to xlsx --out out --draft',
  'render findings procedures --to md --out out --draft',
  'render chain procedures --to html --out out --draft',
  'render notice procedures --to html --out out --draft',
  'render comparison {before}/procedures procedures --to html --out out --draft',
]

/** What somebody may write in the place of an argument, or add. */
const odd = fc.oneof(
  fc.constantFrom(
    '',
    '-',
    '--',
    '.',
    '..',
    '--format',
    '--out',
    '--as-of',
    '*',
    '\u0000',
    'main:x',
    'HEAD~1',
    '~',
    'constructor',
    '__proto__',
    '--help',
    '-V',
    '令和6年4月1日',
    'CON',
    'a'.repeat(5000),
  ),
  // Nothing is written outside of the folder of the case.
  fc.string({ maxLength: 8 }).map((text) => text.replaceAll(/[/\\]/g, '')),
)

const usualCommand = fc.constantFrom(...usual).map((line) => line.split(' '))

/** A command as people give it, or with one word of it changed for another. */
export const anyCommand: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 9, arbitrary: usualCommand },
  {
    weight: 1,
    arbitrary: fc
      .tuple(usualCommand, fc.nat(9), odd)
      .map(([words, at, word]) => words.toSpliced(at % (words.length + 1), at % 2, word)),
  },
)
