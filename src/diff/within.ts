import { childrenOf, type Element } from './element.ts'

/** The duties or provisions of a procedure and of the documents it contains or applies. */
export function within(procedure: Element, field: 'duties' | 'provisions'): readonly Element[] {
  return [
    ...childrenOf(procedure, field),
    ...childrenOf(procedure, 'documents').flatMap((one) => childrenOf(one, field)),
  ]
}
