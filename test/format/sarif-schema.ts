import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv, type ErrorObject } from 'ajv'

const require = createRequire(import.meta.url)
// The schema is read from the package that ships it; what else the package does is not wanted.
const folder = dirname(require.resolve('@microsoft/jest-sarif'))
const text = readFileSync(join(folder, 'schemas/sarif-2.1.0-rtm.5.json'), 'utf8')
// It is written in draft 4, but uses nothing that later drafts read otherwise, save for these two.
const { $schema, id, ...schema } = JSON.parse(text) as Record<string, unknown>
const validate = new Ajv({
  strict: false,
  allErrors: true,
  // One of its patterns is none with the flag `u`.
  unicodeRegExp: false,
  formats: {
    uri: (value) => URL.canParse(value),
    'uri-reference': /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9A-F]{2})*$/,
    'date-time': (value) => !Number.isNaN(Date.parse(value)),
  },
}).compile(schema)

/** The draft and the address the schema gives itself. */
export const schemaHead = { $schema, id }

/** What the official JSON Schema of SARIF 2.1.0 has against a log. */
export function sarifErrors(log: unknown): readonly ErrorObject[] {
  return validate(log) ? [] : (validate.errors ?? [])
}
