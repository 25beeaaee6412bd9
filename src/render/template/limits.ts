/** How large a template may be, in UTF-16 units; reading one takes time with its square. */
export const largestTemplate = 200_000

/** How deep blocks, partials and elements may stand in one another. */
export const deepest = 100

/** How many pieces of templates are placed for one document at most. */
export const maxSteps = 1_000_000

/** How long the HTML of one document may become, in UTF-16 units. */
export const longestOutput = 20_000_000

/** How many elements one document may have: more than a thousand pages, and fewer than fill the memory. */
export const maxElements = 50_000
