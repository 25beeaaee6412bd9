import ts from 'typescript'

/**
 * The text of a schema as it is shipped: without what it says to the project alone, and not another
 * byte different. None of it stands first in its object, so each goes with the comma before it.
 * @param {string} text
 * @param {readonly string[]} unshipped the keys that go
 */
export function shippedSchema(text, unshipped) {
  const cuts = []
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && unshipped.includes(node.name.text)) cuts.push(node)
    else ts.forEachChild(node, visit)
  }
  visit(ts.parseJsonText('schema.json', text))
  return cuts.reduceRight((rest, { pos, end }) => rest.slice(0, pos - 1) + rest.slice(end), text)
}
