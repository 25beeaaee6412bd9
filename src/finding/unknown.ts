/** What is absent: the kind of file that would hold it and the path below it, e.g. `records`, `performed`. */
export interface Missing {
  readonly kind: string
  readonly path: string
}

/** Why a thing cannot be judged. */
export type UnknownReason = 'missing' | 'undecidable' | 'unreadable'

/**
 * A value nobody has written down. It is neither true nor false: reading it makes an assertion
 * unknown, never satisfied. Thrown by the model where a field is absent in an open world and turned
 * into a value by the evaluator; it is no error, so it carries no stack.
 */
export class Unknown {
  readonly missing: readonly Missing[]
  readonly reason: UnknownReason

  constructor(missing: readonly Missing[], reason: UnknownReason = 'missing') {
    this.missing = missing
    this.reason = reason
  }
}

/** Joins what several unknown operands lack, each once. */
export function joinUnknown(first: Unknown, second: Unknown): Unknown {
  const missing = [...first.missing]
  for (const item of second.missing) {
    if (!missing.some((known) => known.kind === item.kind && known.path === item.path)) {
      missing.push(item)
    }
  }
  return new Unknown(missing, first.reason === 'undecidable' ? second.reason : first.reason)
}
