const flowWidth = 96
const plain = /^[\p{L}(（「][^#:,[\]{}&*!|>'"%@`\n]*$/u
const reserved = /^(true|false|null|yes|no|on|off|~)$/i

/**
 * Writes a value as YAML the way people write procedures: maps and lists in block form, small ones
 * of one line in flow form, quotes only where they are needed.
 * @param {unknown} value
 * @param {string} [indent]
 * @returns {string}
 */
export function yaml(value, indent = '') {
  if (Array.isArray(value)) {
    return value.map((item) => `${indent}- ${listItem(item, `${indent}  `)}`).join('')
  }
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part]) => `${indent}${key}:${mapEntry(part, indent, key.length)}`)
    .join('')
}

/** One item of a list: in flow form, or its block with the first line beside the dash. */
function listItem(item, indent) {
  if (isScalar(item)) return `${scalar(item)}\n`
  const flow = inFlow(item)
  if (isFlat(item) && flow.length + indent.length <= flowWidth) return `${flow}\n`
  return yaml(item, indent).slice(indent.length)
}

/** What follows the colon of a key. */
function mapEntry(part, indent, before) {
  if (isScalar(part)) return ` ${scalar(part)}\n`
  const flow = inFlow(part)
  if (isFlat(part) && flow.length + indent.length + before <= flowWidth) return ` ${flow}\n`
  return `\n${yaml(part, `${indent}  `)}`
}

function isScalar(value) {
  return typeof value !== 'object' || value === null
}

function isFlat(value) {
  return Object.values(value).every(
    (part) => isScalar(part) || (Array.isArray(part) && part.every(isScalar)),
  )
}

function inFlow(value) {
  if (isScalar(value)) return scalar(value)
  if (Array.isArray(value)) return `[${value.map(inFlow).join(', ')}]`
  const pairs = Object.entries(value).filter(([, part]) => part !== undefined)
  return `{ ${pairs.map(([key, part]) => `${key}: ${inFlow(part)}`).join(', ')} }`
}

function scalar(value) {
  if (typeof value !== 'string') return String(value)
  return (plain.test(value) && !reserved.test(value)) || /^\d{4}-\d\d-\d\d$/.test(value)
    ? value
    : `'${value.replaceAll("'", "''")}'`
}
