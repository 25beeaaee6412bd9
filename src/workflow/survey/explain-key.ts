import type { KeyCard, RuleCard } from '../../finding/rule-card.ts'
import { readSample } from '../../rule/example.ts'
import { describeShape } from '../../schema/describe.ts'
import { type KeyPlace, keysNamed, objectsIn } from '../../schema/key-place.ts'
import type { Shape, ValueShape } from '../../schema/shape.ts'
import { isMapping, type Mapping } from '../../schema/variant.ts'
import { writeYaml } from '../../yaml/write.ts'
import { chainOfPack, type PackFiles } from '../open/pack-files.ts'

/** The keys of files that a name may mean: what each is for, who reads it, how it is written in a sound dossier. */
export function keyCards(
  name: string,
  rules: readonly RuleCard[],
  files: PackFiles,
): readonly KeyCard[] {
  const places = keysNamed(name)
  if (places.length === 0) return []
  const sample = files.verified.read.flatMap((pack) => {
    const packs = (chainOfPack(files.verified, pack) ?? []).map(({ document }) => document.value)
    return readSample(pack.standard.source, files.sources, packs).sample ?? []
  })
  return places.map((place): KeyCard => {
    const { kind, path, shape, field } = place
    const values = sample.filter((one) => one.kind === kind).map(({ value }) => value)
    const [example] = values.flatMap((value) => written(value, path) ?? [])
    return {
      kind,
      path: path.join('.'),
      owner: shape.label,
      label: field.label,
      about: field.about,
      form: describeShape(field.type),
      vocabularies: wordsIn(field.type),
      isRequired: field.required === true,
      asks: field.asks ?? null,
      isShared: field.shared === true,
      rules: rules.filter((rule) => reads(rule, place)).map(({ id, title }) => ({ id, title })),
      example: example === undefined ? null : writeYaml(example).trimEnd(),
    }
  })
}

/** The vocabularies whose words may stand there. */
function wordsIn(type: ValueShape): readonly string[] {
  if (type.kind === 'word') return 'vocabulary' in type ? [type.vocabulary] : []
  if (type.kind === 'list' || type.kind === 'map') return wordsIn(type.of)
  return type.kind === 'union' ? type.of.flatMap(wordsIn) : []
}

/** Whether a rule reads a key, or what stands in the elements of the list it holds. */
function reads({ facts }: RuleCard, { path, shape, field }: KeyPlace): boolean {
  const key = path.at(-1) ?? ''
  const elements = objectsIn(field.type).flatMap((inner) => [inner, ...entriesIn(inner)])
  return facts.some(
    (fact) =>
      (fact.field === key &&
        (fact.type === shape.name || (path.length === 1 && fact.type === 'Dossier'))) ||
      elements.some(({ name }) => name === fact.type),
  )
}

/** What the series of a ledger hold. */
function entriesIn({ fields }: Shape): readonly Shape[] {
  return fields['entries'] ? objectsIn(fields['entries'].type) : []
}

/** The first value under a path of keys, with the keys and ids of what it stands in; undefined where none is. */
function written(value: unknown, [key, ...rest]: readonly string[]): Mapping | undefined {
  if (key === undefined || !isMapping(value) || value[key] === undefined) return undefined
  const inner = value[key]
  if (rest.length === 0) return { [key]: firstOf(inner) }
  const elements = Array.isArray(inner) ? (inner as readonly unknown[]) : [inner]
  for (const element of elements) {
    const found = written(element, rest)
    if (found) return { [key]: Array.isArray(inner) ? [{ ...idOf(element), ...found }] : found }
  }
  return undefined
}

function idOf(element: unknown): Mapping {
  return isMapping(element) && element['id'] !== undefined ? { id: element['id'] } : {}
}

/** Of a list of elements the first, which shows how one is written. */
function firstOf(value: unknown): unknown {
  return Array.isArray(value) && value.some(isMapping) ? value.slice(0, 1) : value
}
