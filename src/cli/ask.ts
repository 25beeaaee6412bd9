import { select, text, updateSettings } from '@clack/prompts'
import { UsageError } from '../finding/usage-error.ts'
import type { Terminal } from './io.ts'
import type { DraftAnswers, Pending } from '../workflow/import/answer.ts'

// The end of the input is as much as to give up: a person who types Ctrl-D must not be left without a word.
updateSettings({ aliases: { '\u0004': 'cancel' } })

/** Asks for a line of text until it is right. Throws where the person would rather not. */
export async function askText(
  { asks, example, fault }: TextQuestion,
  terminal: Terminal,
): Promise<string> {
  const message = example === undefined ? asks : `${asks}（例: ${example}）`
  const validate = (answer: string | undefined): string | undefined => fault((answer ?? '').trim())
  return answered(await text({ message, validate, ...terminal })).trim()
}

interface TextQuestion {
  readonly asks: string
  readonly example: string | undefined
  readonly fault: (answer: string) => string | undefined
}

/** Asks which of some; one of them is taken as it stands. */
export async function askWhich(
  asks: string,
  choices: readonly { readonly value: string; readonly label: string }[],
  initialValue: string,
  terminal: Terminal,
): Promise<string> {
  const message = `${asks}（↑と↓で選び、Enterで決めます）`
  const options = [...choices]
  return answered(
    await select({ message, options, initialValue, showInstructions: false, ...terminal }),
  )
}

/** The person would rather not go on. */
export class GaveUp extends UsageError {}

function answered(answer: string | symbol): string {
  if (typeof answer === 'string') return answer
  throw new GaveUp('取りやめました。何も書いていません')
}

/** How far somebody came with the questions. */
export interface AnswersGiven {
  readonly answered: number
  /** Questions that were put off, or not come to. */
  readonly left: number
  readonly gaveUp: boolean
}

/** Asks the open questions of a draft one by one; each answer is kept at once, however the talk ends. */
export async function askAll(
  answers: DraftAnswers,
  keep: () => Promise<void>,
  terminal: Terminal,
): Promise<AnswersGiven> {
  const pending = answers.pending
  let answered = 0
  if (pending.length > 0) terminal.output.write(way)
  try {
    for (const [at, one] of pending.entries()) {
      if (!(await ask(one, `${at + 1}/${pending.length}`, terminal))) continue
      await keep()
      answered += 1
    }
  } catch (thrown) {
    if (!(thrown instanceof GaveUp)) throw thrown
    return { answered, left: pending.length - answered, gaveUp: true }
  }
  return { answered, left: pending.length - answered, gaveUp: false }
}

const way =
  '答えは、そのつど下書きに書きます。Ctrl-C（又は Esc）でいつでもやめられ、同じコマンドで残りから続けられます。\n'

/** Asks one question; whether it was answered. */
async function ask(one: Pending, count: string, terminal: Terminal): Promise<boolean> {
  const { title, help, question, label, example, readings, places } = one
  const read =
    readings.length > 0 ? `読み取ったこと: ${readings.join(' ／ ')}` : '読み取ったことはありません'
  const where =
    places.length > 5
      ? `${places.slice(0, 5).join('、')}ほか${places.length - 5}か所`
      : places.join('、')
  const asks = `${count} ${title}（${where}）\n${question}\n${read}\n${help}\n`
  const choices = [
    { value: 'later', label: 'あとで答える' },
    {
      value: 'accept',
      label: readings.length > 0 ? '読み取ったとおりでよい' : '書かないままでよい',
    },
    { value: 'change', label: `「${label}」を書く` },
  ]
  const choice = await askWhich(asks, choices, 'later', terminal)
  if (choice === 'later') return false
  if (choice === 'accept') one.accept()
  else {
    one.change(await askText({ asks: label, example, fault: one.fault }, terminal))
  }
  return true
}
