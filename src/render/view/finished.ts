/** The same names and values without the name of their type: what a group of a view is to the compiler. */
type Plain<Value> = Value extends string | boolean
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : { readonly [Name in keyof Value]: Plain<Value[Name]> }

/** A finished text as the group of values that a template sees. */
export function finished<Text extends object>(text: Text): Plain<Text> {
  // Nothing changes but what the compiler calls it: an interface has no index signature.
  return text as Plain<Text>
}
