import { inspect } from 'node:util'
import { Unknown } from './unknown.ts'

/** Causes of causes that are told. */
const maxCauses = 5

/** What was thrown, in words of one line: an error's with its causes, else what it is. Never throws itself. */
export function thrownText(thrown: unknown): string {
  return safely(() => said(thrown, maxCauses))
}

/** Everything that is known of what was thrown: stack, causes, fields. Never throws itself. */
export function thrownWhole(thrown: unknown): string {
  return safely(() => inspect(thrown, { depth: 8, maxStringLength: 10_000 }))
}

function said(thrown: unknown, causes: number): string {
  if (thrown instanceof Error) {
    const message = thrown.message || thrown.name
    const isTold = thrown.cause === undefined || causes === 0
    return isTold ? message : `${message}（原因: ${said(thrown.cause, causes - 1)}）`
  }
  if (thrown instanceof Unknown) return thrown.toString()
  if (typeof thrown === 'string' && thrown !== '') return thrown
  const form = { breakLength: Infinity, depth: 2, maxArrayLength: 10, maxStringLength: 200 }
  return `エラーではない値「${inspect(thrown, form)}」`
}

/** Even looking at a value may run code of its own, and that may throw. */
function safely(look: () => string): string {
  try {
    return look()
  } catch {
    return '中を見られない値'
  }
}
