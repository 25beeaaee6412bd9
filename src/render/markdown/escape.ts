const special = /[\\`*_[\]<&|~]/g

/** Escapes what Markdown would read as its own: marks anywhere, list and heading signs at the beginning. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(special, (sign) => (sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`))
    .replace(/^(\s*)([-+=>#])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
}
