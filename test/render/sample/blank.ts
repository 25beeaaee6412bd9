import type { Block, Document } from '../../../src/render/document.ts'

/** A document of a title with nothing in it. */
export function blank(title: string): Document {
  return {
    title,
    day: '2026-04-01',
    draft: false,
    sections: [],
    pictures: {},
    sheets: [],
    fields: {},
  }
}

/** A document of one section of blocks. */
export function ofBlocks(title: string, blocks: readonly Block[]): Document {
  return { ...blank(title), sections: [{ orient: 'portrait', blocks }] }
}
