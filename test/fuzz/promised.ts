import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Promised } from './hunt.ts'

const names = ['report', 'changes', 'coverage', 'due', 'mutation', 'rules', 'review', 'baseline']

/** Holds every JSON that the program writes against the schema that ships for it. */
export function promisedBy(root: string): Promised {
  const ajv = new Ajv2020({ strictTypes: false, keywords: ['enumDescriptions'] })
  const schemas = new Map(
    names.map((name) => {
      const file = resolve(root, `src/schema/${name}.v1.schema.json`)
      return [
        `policy-lint/${name}.v1`,
        ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object),
      ]
    }),
  )
  return (json) => {
    const value = JSON.parse(json) as { readonly format?: string }
    const accepts = schemas.get(value.format ?? '')
    if (!accepts) return `no schema for ${value.format ?? 'what has no format'}`
    return accepts(value) ? undefined : `not as promised: ${ajv.errorsText(accepts.errors)}`
  }
}
