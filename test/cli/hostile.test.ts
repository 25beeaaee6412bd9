/** What once broke the program, or made it slow, and how it is met now. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readTown, writeTown } from '../fuzz/town.ts'
import { run } from './run.ts'

const root = resolve(import.meta.dirname, '../..')
/** The town without what is not its own: what is rendered here stands alone in its folder. */
const town = new Map(
  [...readTown(root, 'aoba')].filter(([path]) => !/\.(?:docx|xlsx)$|^documents\//.test(path)),
)
const procedure = 'procedures/aoba-city/library/procedure.yaml'
const context = 'procedures/aoba-city/library/context.yaml'
const csv = 'procedures/aoba-city/library/ledger.csv'
const rules = 'policies/aoba/rules/record.yaml'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'policy-lint-hostile-'))
  writeTown(cwd, town)
})
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true })
})

function textOf(path: string): string {
  return readFileSync(join(cwd, path), 'utf8')
}

/** Changes a file of the town; what is to be changed must be there. */
function change(path: string, from: string, to: string): void {
  const text = textOf(path)
  if (!text.includes(from)) throw new Error(`not there: ${from}`)
  put(
    path,
    text.replace(from, () => to),
  )
}

function put(path: string, content: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), content)
}

const program = (line: string) => run(line.split(' '), { cwd })

/** The seconds of work that a command takes. */
async function workOf(line: string): Promise<number> {
  const before = process.cpuUsage()
  expect((await program(line)).code).toBeLessThan(3)
  const { user } = process.cpuUsage(before)
  return user / 1e6
}

/** How many times the work of a size that of four times the size is: 4 where it grows with it, 16 with its square. */
async function growth(of: (size: number) => string, size: number): Promise<number> {
  const small = of(size)
  await workOf(small)
  const less = await workOf(small)
  return (await workOf(of(4 * size))) / less
}

describe('what every object inherits is no word', () => {
  const names = Object.getOwnPropertyNames(Object.prototype)

  test.each(names)('%s as a period, a key, a role, and the name of a mark', async (name) => {
    change(procedure, '{ every: P6M }', `{ every: ${name}, ${name}: 1 }`)
    change(procedure, '[manager]', `[${name}]`)
    put('templates/procedure.hbs', `<${name} class="${name}">{{${name}}}</${name}>`)
    const { code, stdout } = await program('check procedures --format json')
    expect(code).toBe(1)
    expect(stdout).not.toContain('native code')
    const templates = await program('templates check --templates templates')
    expect([templates.code, templates.stderr]).toEqual([1, ''])
    expect(templates.stdout).not.toContain('native code')
  })
})

describe('what is not known stays unknown to the end', () => {
  // The ledger holds faults on purpose.
  beforeEach(() => {
    for (const file of [csv, csv.replace('.csv', '.yaml')]) rmSync(join(cwd, file))
  })

  test.each([
    'diff before procedures --format json',
    'notice before procedures --on 2026-04-01',
    'coverage procedures',
    'due procedures',
    'mutate procedures',
    'render ledgers procedures --to html --draft',
    'check procedures --format json',
  ])('of a procedure copied in part: %s', async (line) => {
    cpSync(join(cwd, 'procedures'), join(cwd, 'before'), { recursive: true })
    change(procedure, 'id: library\n', 'id: library\ncomplete: false\n')
    const { code, stdout, stderr } = await program(line)
    expect([0, 1]).toContain(code)
    expect(stdout + stderr).not.toContain('[object Object]')
  })

  test('of a town without any procedure, in the deletion test', async () => {
    rmSync(join(cwd, procedure))
    const { code, stdout } = await program('mutate procedures')
    expect([code, stdout]).toEqual([0, expect.stringContaining('試せる変更はありませんでした')])
  })

  test('of a procedure that is refused: nothing is said to have been noticed', async () => {
    change(procedure, 'duties:', 'nonsense: 1\nduties:')
    const { code, stdout } = await program('mutate procedures')
    expect(stdout).not.toContain('すべて')
    expect([code, stdout]).toEqual([1, expect.stringContaining('nonsense')])
  })
})

describe('numbers and days that only look like some are refused', () => {
  test.each(['令和999年1月1日', '0x1F', '1e3'])('%s', async (written) => {
    const isDay = written.includes('年')
    put(
      'procedures/aoba-city/library/records.yaml',
      `kind: records\nsystem: aoba-city/library\nperformed:\n  - { duty: account-review, on: ${isDay ? written : '2024-10-01'}, count: ${isDay ? 1 : written} }\n`,
    )
    const { code, stdout } = await program('check procedures')
    expect([code, stdout]).toEqual([1, expect.stringContaining(written)])
  })
})

describe('names that Excel does not take for a sheet', () => {
  test.each(['History', 'history', `${'a'.repeat(30)}'b`, "'", '[a]:*?/\\'])('%s', async (name) => {
    change(procedure, 'name: 管理者', `name: ${JSON.stringify(name)}`)
    for (const document of ['checklist', 'duties', 'roles']) {
      const line = `render ${document} procedures --to xlsx --out out --draft`
      expect((await program(line)).code).toBe(0)
    }
    const sheets = readdirSync(join(cwd, 'out')).flatMap((file) => {
      const { 'xl/workbook.xml': book } = unzipSync(readFileSync(join(cwd, 'out', file)))
      return [
        ...Buffer.from(book ?? '')
          .toString()
          .matchAll(/<sheet [^>]*name="([^"]*)"/g),
      ]
    })
    const unfit = sheets
      .map(([, sheet = '']) => sheet.replaceAll('&apos;', "'").replaceAll('&amp;', '&'))
      .filter((one) => /^history$|^'|'$|[[\]:*?/\\]/i.test(one) || one.length > 31 || one === '')
    expect([sheets.length > 2, unfit]).toEqual([true, []])
  })
})

describe.skipIf(process.platform === 'win32')('a device or a pipe is not opened', () => {
  test('as a ledger, behind a link', async () => {
    rmSync(join(cwd, csv))
    symlinkSync('/dev/zero', join(cwd, csv))
    const { code, stdout } = await program('check procedures')
    expect(code).toBe(1)
    expect(stdout).toContain('ledger.csv')
  })

  test('as a pipe', async () => {
    rmSync(join(cwd, csv))
    execFileSync('mkfifo', [join(cwd, csv)])
    const { code, stdout } = await program('check procedures')
    expect([code, stdout.includes('ledger.csv')]).toEqual([1, true])
  })

  test.each(['check /dev/zero', 'check procedures --baseline /dev/zero'])('%s', async (line) => {
    expect((await program(line)).code).toBeGreaterThan(0)
  })

  test.each([
    ['a pipe', 'ふつうのファイルではありません'],
    ['a folder', 'ファイルではなくフォルダーです'],
  ])('as a template: %s', async (kind, why) => {
    mkdirSync(join(cwd, 'templates/partials'), { recursive: true })
    const path = join(cwd, 'templates/partials/duty.hbs')
    if (kind === 'a pipe') execFileSync('mkfifo', [path])
    else mkdirSync(path)
    const line = 'render procedure procedures --to html --out out --draft --templates templates'
    const { code, stderr } = await program(line)
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(`「templates/partials/duty.hbs」は読みませんでした`),
    ])
    expect(stderr).toContain(why)
  })

  test('as a letterhead', async () => {
    const line = 'render procedure procedures --to docx --out out --draft --letterhead /dev/zero'
    expect((await program(line)).code).toBe(2)
    expect(readdirSync(cwd)).not.toContain('out')
  })
})

describe('a rule that is too costly is told as the fault of the rule', () => {
  /** The rule of the town with other things to look at. */
  const costly = (each: string, assert: string): void => {
    change(rules, '{ procedure: doc.procedures, duty: procedure.duties }', each)
    change(rules, 'stated(duty.record)', assert)
  }
  const duties = (count: number): string =>
    Array.from(
      { length: count },
      (_, index) => `  - { id: d${index}, title: 業務, performers: [manager] }\n`,
    ).join('')

  test('by what it multiplies', async () => {
    costly(
      '{ procedure: doc.procedures, duty: procedure.duties, b: procedure.duties, c: procedure.duties }',
      'stated(duty.title)',
    )
    put(procedure, textOf(procedure) + duties(70))
    expect(await program('check procedures')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'エラー: procedures/aoba-city/library/procedure.yaml:40:7: パック「aoba」の規則「record.named」は、一つのシステムで300,000件を超えるものを調べようとしたので、止めました\n' +
        '  規則の each に、互いに関わりのない一覧を並べていないか確かめてください。並べた一覧は、組み合わせの数だけ調べられます。\n',
    })
  })

  test('by what it finds', async () => {
    costly(
      '{ procedure: doc.procedures, duty: procedure.duties, b: procedure.duties, c: procedure.duties }',
      'false && stated(duty.record)',
    )
    put(procedure, textOf(procedure) + duties(50))
    const { code, stdout, stderr } = await program('check procedures')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(
      'パック「aoba」の規則「record.named」が、一つのシステムで50,000件を超えるものを見つけたので、止めました',
    )
  })

  test('by its steps, with the place it had come to', async () => {
    costly(
      '{ procedure: doc.procedures, duty: procedure.duties }',
      'procedure.duties.all(a, procedure.duties.all(b, procedure.duties.all(c, a != b || b != c || stated(c.title))))',
    )
    put(procedure, textOf(procedure) + duties(180))
    const { code, stdout, stderr } = await program('check procedures')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(
      `${procedure}:10:5: パック「aoba」の規則「record.named」は、ここを調べるのに5,000,000ステップを超えたので、止めました`,
    )
  })
})

describe('text that wants to be more', () => {
  const escape = '"図書館\\e[31m\\u0007システム"'

  test('holds no control character in any part of a document', async () => {
    change(context, '図書館システム', escape)
    change(procedure, '図書館システム情報セキュリティ実施手順', escape)
    const line = 'render procedure procedures --to html,docx,md --out out --draft'
    expect((await program(line)).code).toBe(0)
    await program('render checklist procedures --to xlsx --out out --draft')
    const files = readdirSync(join(cwd, 'out')).sort()
    expect(files.map((name) => name.split('.').at(-1))).toEqual(['xlsx', 'docx', 'html', 'md'])
    const texts = files.flatMap((name): readonly (readonly [string, string])[] => {
      const bytes = readFileSync(join(cwd, 'out', name))
      if (!/\.(?:docx|xlsx)$/.test(name)) return [[name, bytes.toString()]]
      return Object.entries(unzipSync(bytes)).map(([part, content]) => [
        `${name} ${part}`,
        Buffer.from(content).toString(),
      ])
    })
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    const spoilt = texts.filter(([, text]) => /[\u0000-\u0008\u000b-\u001f]/.test(text))
    expect(spoilt.map(([name]) => name)).toEqual([])
  })

  test('gives no order to a build server, and no character is hidden', async () => {
    change(context, '図書館システム', '"::stop-commands::x\u200b##[add-mask]y"')
    const { stdout } = await program('check procedures')
    expect(stdout).toContain('：：stop-commands::x\ufffd＃＃[add-mask]y')
    expect(stdout).not.toMatch(/^\s*::|##\[|\u200b/m)
  })

  test.each(['render contacts procedures --to html --out out', 'check procedures --policies own'])(
    'nor is it any in what is said besides: %s',
    async (line) => {
      change(procedure, '利用者IDの点検', '"点検\\e[2J\\n::stop-commands::x\\u200b##[add-mask]y"')
      put('own/pack.yaml', '"\\e[2J::stop-commands::x": 1\nkind: standard\n')
      const { code, stderr } = await program(line)
      expect(code).toBeGreaterThan(0)
      expect(stderr).toContain('：：stop-commands::x')
      // eslint-disable-next-line no-control-regex -- they are what is looked for
      expect(stderr).not.toMatch(/::stop|##\[|\u200b|[\u0000-\u0009\u000b-\u001f]/)
    },
  )

  test('nor in what is said of a template', async () => {
    put('templates/procedure.hbs', '<p>{{\u001b[2J::stop-commands::x\n::stop-commands::y}}</p>')
    const { code, stdout } = await program('templates check --templates templates')
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    expect([code, /\u001b|^::stop/m.test(stdout)]).toEqual([1, false])
  })

  test('is no address in Markdown', async () => {
    change(procedure, '利用者IDの点検', 'https://a.example www.b.example c@d.example')
    await program('render procedure procedures --to md --out out --draft')
    const [name = ''] = readdirSync(join(cwd, 'out'))
    const text = readFileSync(join(cwd, 'out', name), 'utf8')
    expect(text).toContain('https\\://a.example www\\.b.example c@<!-- -->d.example')
  })
})

describe('where nothing can be written or read', () => {
  test.each(['', ' '])('a folder named %j is refused', async (name) => {
    const { code, stderr } = await run(
      ['render', 'procedure', 'procedures', '--to', 'html', '--draft', '--out', name],
      { cwd },
    )
    expect([code, stderr]).toEqual([2, expect.stringContaining('エラー: 書き込む先の名前が空です')])
    expect(readdirSync(cwd).sort()).toEqual(['policies', 'procedures', 'templates'])
  })

  test.skipIf(process.platform !== 'linux')('a folder that can never be made ends', async () => {
    const line = 'render procedure procedures --to html --draft --out /proc/x/y'
    expect((await program(line)).code).toBe(2)
  })

  test.skipIf(process.platform === 'win32')('a working folder that was deleted is told', () => {
    const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$1" check'
    const bin = join(root, 'dist/bin/policy-lint.js')
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, bin], {
      cwd,
      encoding: 'utf8',
    })
    expect([status, stderr.split('\n')[0]]).toEqual([
      2,
      'エラー: 今いるフォルダーがなくなっています',
    ])
  })
})

describe('long input', () => {
  test('of bad rows and columns in a ledger is told', async () => {
    put(csv, `id,holder\n${'a,b,c\n'.repeat(130_000)}`)
    expect((await program('check procedures')).code).toBe(1)
    put(csv, `${'a,'.repeat(1_000_000)}\n`)
    expect((await program('check procedures')).code).toBe(1)
  })

  test('of signs in a template is told', async () => {
    put('templates/procedure.hbs', '<'.repeat(199_000))
    expect((await program('templates check --templates templates')).code).toBe(1)
  })

  test('takes work that grows with it: findings, keys, and rows', async () => {
    const findings = (count: number): string => {
      const duty = (index: number): string =>
        `  - { id: d${index}, title: 業務, performers: [manager] }\n`
      const head = textOf(procedure).split('duties:\n')[0] ?? ''
      put(procedure, `${head}duties:\n${Array.from({ length: count }, (_, n) => duty(n)).join('')}`)
      return 'check procedures'
    }
    expect(await growth(findings, 500)).toBeLessThan(9)
    writeTown(cwd, town)
    const keys = (count: number): string => {
      put(
        context,
        `kind: context\n${Array.from({ length: count }, (_, n) => `k${n}: 1\n`).join('')}`,
      )
      return 'check procedures'
    }
    expect(await growth(keys, 10_000)).toBeLessThan(9)
    writeTown(cwd, town)
    const rows = (count: number): string => {
      const row = (index: number): string => `a-${index},s-${index},personal,閲覧,2024-04-01,\n`
      const head = 'id,holder,kind,rights,registeredOn,removedOn\n'
      put(csv, `${head}${Array.from({ length: count }, (_, n) => row(n)).join('')}`)
      return 'check procedures'
    }
    expect(await growth(rows, 2500)).toBeLessThan(9)
  })

  test('that is broken on every line takes no longer than a person waits', async () => {
    put(procedure, '\t- "\n'.repeat(50_000))
    expect(await workOf('check procedures')).toBeLessThan(20)
  })
})
