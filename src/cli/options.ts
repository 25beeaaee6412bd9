import { Argument, Option } from 'commander'
import { type Day, parseDay } from '../calendar/day.ts'
import { type Period, parsePeriod } from '../calendar/period.ts'
import { UsageError } from '../finding/usage-error.ts'
import type { Severity } from '../finding/finding.ts'

/** The files and folders a command is about, with what it does to them; where none is named, the current folder. */
export function pathsArgument(verb: string, more = ''): Argument {
  const about = `${verb}ファイルやフォルダー${more}（省略すると今のフォルダー）`
  return new Argument('[パス...]', about).default(['.'], '')
}

/** A day, in any of the ways in which one is written; ISO once it is read. */
export function dayOption(flag: string, about: string): Option {
  return new Option(`${flag} <日付>`, about).argParser((text): Day => {
    const read = parseDay(text)
    if (read !== undefined) return read
    throw new UsageError(`${flag} の「${text}」は日付として読めません`, {
      hint: '2024-03-31 や 令和6年3月31日 のように、実際にある日付を書いてください',
    })
  })
}

/** The day of judgement, or what else a command does as of it. */
export function asOfOption(about: string): Option {
  return dayOption('--as-of', `${about}（2024-03-31、令和6年3月31日 など）`)
}

/** A stretch of time. */
export function periodOption(flag: string, about: string): Option {
  return new Option(`${flag} <期間>`, about).argParser((text): Period => {
    const read = parsePeriod(text)
    if (read) return read
    throw new UsageError(`${flag} の「${text}」は期間として読めません`, {
      hint: 'P3M（3か月）や P14D（14日）のように書いてください',
    })
  })
}

/** A number of things, none included. */
export function countOption(flag: string, about: string): Option {
  return new Option(`${flag} <件数>`, about).argParser((text): number => {
    if (/^\d{1,9}$/.test(text)) return Number(text)
    throw new UsageError(`${flag} の「${text}」は件数として読めません`, {
      hint: '0以上の整数を書いてください',
    })
  })
}

/** Where packs are looked for. */
export function policiesOption(whose = ' '): Option {
  return new Option(
    '--policies <フォルダー>',
    `対策基準のフォルダー（省略すると${whose}./policies）`,
  )
}

/** From which severity on the exit code is 1. */
export function failOnOption(about: string): Option {
  return new Option('--fail-on <程度>', about).choices(failOnNames).default('error')
}

/** The one form in which a result is written, where only one can be. */
export function formatOption(names: readonly string[]): Option {
  return new Option('--format <形式>', '結果の形式').choices(names).default('text')
}

/** The file that a result goes to. */
export function outputOption(): Option {
  return new Option('--output <ファイル>', '結果をファイルに書きます')
}

/** Those of some options that were given: the others are absent, not undefined. */
export function given<Options extends object>(
  options: Options,
): { [Name in keyof Options]?: Exclude<Options[Name], undefined> } {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as ReturnType<typeof given<Options>>
}

/** What `--fail-on` takes, the gravest first. */
export type FailOn = Severity | 'never'

/** Every value of `--fail-on`. */
const failOnNames: readonly FailOn[] = ['error', 'warning', 'info', 'never']

/** The severities that make a run fail. */
export function countedBy(failOn: FailOn): readonly FailOn[] {
  return failOnNames.slice(0, failOn === 'never' ? 0 : failOnNames.indexOf(failOn) + 1)
}
