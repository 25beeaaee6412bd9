import { ownValue } from '../../finding/own-value.ts'
import { suggest } from '../../japanese/suggest.ts'
import { vocabulary } from './allowed.ts'
import type { Element, HtmlMistake } from './element.ts'

/** What is noticed while a tree of HTML becomes a document. */
export class Notes {
  readonly mistakes: HtmlMistake[] = []

  tell(at: number, code: string, message: string, fix: string): void {
    this.mistakes.push({ at, code, message, fix })
  }

  /** Holds an element against the vocabulary; false where it is not in it. */
  isKnown(element: Element): boolean {
    const { name, attributes, at } = element
    const allowed = vocabulary.get(name)
    if (!allowed) {
      const fix = meant(name, vocabulary.keys(), '文書に使える要素に置き換えてください。')
      this.tell(at, 'unknown-element', `<${name}> という要素は使えません。`, fix)
      return false
    }
    for (const [attribute, place] of attributes) {
      if (allowed.attributes.includes(attribute)) continue
      const message = `<${name}> に ${attribute} という指定は使えません。`
      this.tell(
        place.at,
        'unknown-attribute',
        message,
        meant(attribute, allowed.attributes, '消してください。'),
      )
    }
    for (const one of classesOf(element)) {
      if (allowed.classes.includes(one)) continue
      const message = `<${name}> に「${one}」という class は使えません。`
      const place = attributes.get('class')?.at ?? at
      this.tell(place, 'unknown-class', message, meant(one, allowed.classes, '消してください。'))
    }
    const source = attributes.get('data-source')
    if (source && source.value !== '' && !/.:[1-9]\d*:[1-9]\d*$/.test(source.value)) {
      const fix = 'ビューの値（場所:行:列）をそのまま置いてください。'
      this.tell(source.at, 'source', 'data-source は「場所:行:列」の形で書きます。', fix)
    }
    return true
  }

  /** An element where it cannot stand. */
  misplaced({ name, at }: Element, where: string): void {
    const message = `<${name}> は${where}には置けません。`
    this.tell(at, 'misplaced', message, ownValue(placement, name) ?? '置く場所を確かめてください。')
  }
}

const placement: Readonly<Record<string, string>> = {
  article: '<article> は、いちばん外側に並べてください。',
  tr: '<tr> は <thead> か <tbody> の中に置いてください。',
  td: '<td> は <tr> の中に置いてください。',
  th: '<th> は <tr> の中に置いてください。',
  li: '<li> は <ul> の中に置いてください。',
  img: '<img> は <figure> の中に置いてください。',
  figcaption: '<figcaption> は <figure> の中に置いてください。',
  caption: '<caption> は <table> の最初に置いてください。',
}

function meant(word: string, known: Iterable<string>, otherwise: string): string {
  const candidates = [...known]
  const near = suggest(word, candidates)
  if (near !== undefined) return `もしかして: ${near}`
  return candidates.length === 0 ? otherwise : `${otherwise}使えるもの: ${candidates.join('、')}`
}

/** The words of the `class` attribute. */
export function classesOf({ attributes }: Element): readonly string[] {
  return (attributes.get('class')?.value ?? '').split(/\s+/).filter((one) => one !== '')
}

/** The place in the YAML that an element carries, as a part of the document tree. */
export function sourceOf({ attributes }: Element): { readonly source?: string } {
  const source = attributes.get('data-source')?.value ?? ''
  return source === '' ? {} : { source }
}
