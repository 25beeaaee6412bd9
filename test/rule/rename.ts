import { rootShape, shapeNamed } from '../../src/schema/kind.ts'
import type { Kind } from '../../src/schema/generated/file.ts'
import type { Shape, ValueShape } from '../../src/schema/shape.ts'
import { isMapping, type Mapping } from '../../src/schema/variant.ts'

/** New names for old ones, one to one, given when first asked for. */
class Names {
  readonly #known = new Map<string, string>()
  readonly #prefix: string

  constructor(prefix: string) {
    this.#prefix = prefix
  }

  of(name: string): string {
    const known = this.#known.get(name) ?? `${this.#prefix}${this.#known.size + 1}`
    this.#known.set(name, known)
    return known
  }

  has(name: string): boolean {
    return this.#known.has(name)
  }
}

/** Texts of exceptions, actions, evidence and notices that are an id where one is spelt so. */
const mayNameId: ReadonlySet<string> = new Set([
  'element',
  'source',
  'demand',
  'reference',
  'target',
])

/**
 * Gives every id, organisation, person, role and post of some documents another name, the same one
 * wherever it stands, and the role dictionaries of the packs with them.
 */
export class Renaming {
  readonly #ids = new Names('x')
  readonly #organisations = new Names('別の組織')
  readonly #roles = new Names('別の役割')
  readonly #posts = new Names('別の職')

  document(value: Mapping): Mapping {
    const kind = value['kind'] as Kind
    if (kind === 'rules') return value
    if (kind === 'standard') return this.#standard(value)
    const renamed = this.#object(value, rootShape(kind), kind)
    const system = value['system']
    return typeof system === 'string' ? { ...renamed, system: this.#system(system) } : renamed
  }

  /** The dossier of the whole organisation keeps its name, which the tool knows. */
  #system(system: string): string {
    const [municipality = '', name = ''] = system.split('/')
    return `${this.#ids.of(municipality)}/${name === 'organisation' ? name : this.#ids.of(name)}`
  }

  #standard(value: Mapping): Mapping {
    if (!Array.isArray(value['roles'])) return value
    const roles = value['roles'].map((role: Mapping) => ({
      ...role,
      name: this.#roles.of(String(role['name'])),
      ...(Array.isArray(role['aliases']) && {
        aliases: role['aliases'].map((alias: Mapping) => ({
          ...alias,
          name: this.#roles.of(String(alias['name'])),
        })),
      }),
    }))
    return { ...value, roles }
  }

  #object(value: Mapping, shape: Shape, kind: Kind): Mapping {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        this.#named(name, inner, shape) ??
          this.#people(name, inner) ??
          this.#value(inner, shape.fields[name]?.type, kind),
      ]),
    )
  }

  /** A list of people, by their pseudonyms. */
  #people(name: string, value: unknown): unknown {
    if (name !== 'handlers' || !Array.isArray(value)) return undefined
    return value.map((person) => this.#ids.of(String(person)))
  }

  /** Names that are texts in the schemas. */
  #named(name: string, value: unknown, shape: Shape): string | undefined {
    if (typeof value !== 'string') return undefined
    if (name === 'id' || name === 'holder' || name === 'person') return this.#ids.of(value)
    if (mayNameId.has(name)) {
      return this.#ids.has(value) ? this.#ids.of(value) : undefined
    }
    if (shape.name === 'Role' && name === 'name') return this.#roles.of(value)
    if (shape.name === 'Role' && (name === 'post' || name === 'deputy'))
      return this.#posts.of(value)
    if (shape.noun === 'organisation' && name === 'name') return this.#organisations.of(value)
    return undefined
  }

  #value(value: unknown, type: ValueShape | undefined, kind: Kind): unknown {
    switch (type?.kind) {
      case 'ref':
        return typeof value === 'string' ? this.#ids.of(value) : value
      case 'list':
        return Array.isArray(value) ? value.map((one) => this.#value(one, type.of, kind)) : value
      case 'object':
        return isMapping(value) ? this.#object(value, shapeNamed(type.name), kind) : value
      case 'union': {
        const member = type.of.find((one) =>
          one.kind === 'object'
            ? isMapping(value) && fits(value, shapeNamed(one.name))
            : !isMapping(value) && one.kind === (Array.isArray(value) ? 'list' : one.kind),
        )
        return this.#value(value, member, kind)
      }
      default:
        return value
    }
  }
}

function fits(value: Mapping, shape: Shape): boolean {
  return Object.entries(shape.fields).every(([name, { required }]) => !required || name in value)
}
