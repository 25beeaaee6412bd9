declare const POLICY_LINT_VERSION: string | undefined

/** The version the program was built as. */
export const version =
  typeof POLICY_LINT_VERSION === 'string' ? POLICY_LINT_VERSION : '0.0.0-development'
