import type { Location } from '../source/source.ts'
import { html, type Markup, say } from './markup.ts'
import { code, plain } from './markdown/plain.ts'
import { hang, type Page } from './text/page.ts'
import { placeText, visibleLine } from './text/visible.ts'

/** What a result does not show or try, since files could not be read; all three say nothing where all could be. */
type Unread = readonly { readonly message: string; readonly location: Location }[]

/** For a terminal, below a red title. */
export function unreadText(page: Page, title: string, unread: Unread): readonly string[] {
  if (unread.length === 0) return []
  return [
    page.paint('red', title),
    ...unread.flatMap(({ message, location }) =>
      hang(page, '  ', 2, `${placeText(location)} ${visibleLine(message)}`),
    ),
    '',
  ]
}

/** For a pull request or a wiki, below a line in bold. */
export function unreadMarkdown(title: string, unread: Unread): readonly string[] {
  if (unread.length === 0) return []
  return [
    `**${title}**`,
    '',
    ...unread.map(({ message, location }) => `- ${code(placeText(location))} ${plain(message)}`),
    '',
  ]
}

/** For a page: a box of the class `alert`. */
export function unreadHtml(title: string, unread: Unread): Markup {
  if (unread.length === 0) return html``
  return html`<div class="alert">
    <p><strong>${say(title)}</strong></p>
    <ul>
      ${unread.map(
        ({ message, location }) =>
          html`<li><code>${say(placeText(location))}</code> ${say(message)}</li>`,
      )}
    </ul>
  </div>`
}
