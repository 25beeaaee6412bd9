import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

/** What of the validator is used here. */
interface Validator {
  readonly HtmlValidate: new (loader: unknown) => {
    readonly validateString: (html: string) => Promise<{
      readonly results: readonly {
        readonly messages: readonly {
          readonly ruleId: string
          readonly message: string
          readonly selector: string | null
        }[]
      }[]
    }>
  }
  readonly StaticConfigLoader: new (config: unknown) => unknown
}

/** Whether the validator of HTML is installed. */
export const hasHtmlReferee = existsSync(
  resolve(import.meta.dirname, '../../../node_modules/html-validate'),
)

let known: InstanceType<Validator['HtmlValidate']> | undefined

/** What is against the standard of HTML or keeps a screen reader from reading it, a line each. */
export async function htmlFaults(html: string): Promise<readonly string[]> {
  known ??= validator()
  const { results } = await known.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => [ruleId, message, selector].join(' ')),
  )
}

function validator(): InstanceType<Validator['HtmlValidate']> {
  const require = createRequire(import.meta.url)
  const { HtmlValidate, StaticConfigLoader } = require('html-validate') as Validator
  // A letter and what goes with it are documents of their own, each with its title.
  const rules = { 'heading-level': ['error', { allowMultipleH1: true }] }
  const presets = ['standard', 'a11y', 'document'].map((name) => `html-validate:${name}`)
  return new HtmlValidate(new StaticConfigLoader({ root: true, extends: presets, rules }))
}
