import type { Finding } from '../../finding/finding.ts'
import { unfolded } from './visible.ts'

/**
 * A finding as plain lines, for forges that show them beside the place: what is wrong first, for
 * little more is shown in a list; then what is so, what is asked, what to do.
 */
export function findingText({ message, actual, expected, fix }: Finding): string {
  return [
    unfolded(message),
    ...(actual === null ? [] : [`現状: ${actual}`]),
    ...(expected === null ? [] : [`求め: ${expected}`]),
    ...(fix === null ? [] : [`直し方: ${fix}`]),
  ].join('\n')
}
