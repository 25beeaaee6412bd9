import { visible } from '../text/visible.ts'
import type { SarifMessage } from './log.ts'

/**
 * A user's text as a plain message. Two pieces of syntax live even in plain messages (SARIF 3.11.5,
 * 3.11.6): `[words](target)` would become a link, so a space parts its halves; `{0}` would be filled
 * in, so its braces are doubled. Other braces stay single: readers fill in and undouble only where
 * there are arguments, of which there are none, and `{ every: P6M }` in a fix should stay copyable.
 */
export function said(text: string): SarifMessage {
  return {
    text: visible(text)
      .replaceAll('](', '] (')
      .replace(/\{(\d+)\}/g, '{{$1}}'),
  }
}

/** As `said`, of at most so many characters. */
export function saidShortly(text: string, most: number): SarifMessage {
  const whole = Array.from(text)
  return said(whole.length <= most ? text : `${whole.slice(0, most - 1).join('')}…`)
}
