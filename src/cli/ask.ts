import { select, text } from '@clack/prompts'
import { UsageError } from '../finding/usage-error.ts'
import type { Terminal } from './io.ts'

/** Asks for a line of text until it is right. Throws where the person would rather not. */
export async function askText(
  { asks, example, fault }: TextQuestion,
  terminal: Terminal,
): Promise<string> {
  const message = `${asks}（例: ${example}）`
  const validate = (answer: string | undefined): string | undefined => fault((answer ?? '').trim())
  return answered(await text({ message, validate, ...terminal })).trim()
}

interface TextQuestion {
  readonly asks: string
  readonly example: string
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
