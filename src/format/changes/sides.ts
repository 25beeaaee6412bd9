import type { Change } from '../../finding/change.ts'
import { padEnd } from '../../japanese/width.ts'
import { wrap } from '../../japanese/wrap.ts'
import { field, fieldIndent, type Page } from '../text/page.ts'
import { placeText, unfolded, visible } from '../text/visible.ts'

const wide = 100
const indent = '  '
const between = ' | '

/** Both sides of a change with their places; the one there is, where the other is not. */
export function sides(page: Page, { before, after }: Change): readonly string[] {
  if (before && after && page.width >= wide) {
    return [
      ...sideBySide(page, said(before.value), said(after.value)),
      ...field(page, '場所', '').map((line) => `${line}変更前 ${placeText(before.location)}`),
      `${fieldIndent}変更後 ${placeText(after.location)}`,
    ]
  }
  return [
    ...(before ? oneSide(page, '変更前', 'red', before) : []),
    ...(after ? oneSide(page, '変更後', 'green', after) : []),
  ]
}

function oneSide(
  page: Page,
  label: string,
  ink: 'red' | 'green',
  { value, location }: NonNullable<Change['before']>,
): readonly string[] {
  const room = page.width - fieldIndent.length
  const [first = '', ...rest] = wrap(said(value), room, page.ambiguous)
  return [
    ...field(page, label, '').map((line) => line + page.paint(ink, first)),
    ...rest.map((line) => fieldIndent + page.paint(ink, line)),
    fieldIndent + page.paint('muted', placeText(location)),
  ]
}

function sideBySide(page: Page, before: string, after: string): readonly string[] {
  const room = Math.floor((page.width - indent.length - between.length) / 2)
  const [left, right] = [before, after].map((text) => wrap(text, room, page.ambiguous))
  const row = (ink: 'muted' | 'body', a = '', b = ''): string => {
    const cell = padEnd(a, room, page.ambiguous)
    const [first, second] =
      ink === 'muted'
        ? [page.paint('muted', cell), page.paint('muted', b)]
        : [page.paint('red', cell), page.paint('green', b)]
    return `${indent}${first}${between}${second}`.trimEnd()
  }
  const rows = Math.max(left?.length ?? 0, right?.length ?? 0)
  return [
    row('muted', '変更前', '変更後'),
    ...Array.from({ length: rows }, (_, index) => row('body', left?.[index], right?.[index])),
  ]
}

/** A value as it can be measured: what would steer the terminal is gone, and tabs are spaces. */
function said(value: string): string {
  return visible(unfolded(value)).replaceAll('\t', ' ').trimEnd()
}
