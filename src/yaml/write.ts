import { CORE_SCHEMA, dump } from 'js-yaml'

/**
 * Writes plain data as YAML, as a person would: keys in their order, long texts folded, no anchors. What
 * is written reads back as the same data, by the same schema as every file is read by.
 */
export function writeYaml(value: unknown): string {
  return dump(value, {
    schema: CORE_SCHEMA,
    lineWidth: 100,
    noRefs: true,
    quotingType: "'",
    // `on` is a text in YAML 1.2, and stands unquoted in every file of a dossier.
    noCompatMode: true,
  })
}
