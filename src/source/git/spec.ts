import { wrongSpec } from './error.ts'

/** What a user wrote to name a revision, taken apart. */
export interface Spec {
  /** What git calls a revision: `main`, `HEAD~1`, `v1.2`, a hash. */
  readonly revision: string
  /** What follows the first colon: a path from the root of the repository, or from `./`. */
  readonly path: string | undefined
}

/** Longer names there are none, and systems refuse longer arguments. */
const longest = 1000

/**
 * Takes `revision:path` apart at the first colon outside of braces, for `main@{2024-04-01 9:00}` is
 * one name. What git would take for an option, a range or a place in the index is refused.
 */
export function parseSpec(spec: string): Spec {
  const { revision, path } = split(spec)
  if (spec === '' || revision.length > longest || /\p{Cc}/u.test(revision)) {
    throw wrongSpec(spec.slice(0, 40).replaceAll(/\p{Cc}/gu, ' '), naming)
  }
  if (revision === '') throw wrongSpec(spec, `コロンの前に名前が要ります。${naming}`)
  if (revision.startsWith('-')) throw wrongSpec(spec, `- で始まる名前は使えません。${naming}`)
  if (/\.\.|^\^|\^[@!]|\^-\d*$/.test(revision.replaceAll(/\{[^}]*\}/g, ''))) {
    throw wrongSpec(spec, `範囲ではなく、一つを指定してください。${naming}`)
  }
  return { revision, path }
}

const naming =
  'ブランチ（main）、タグ（v1.2）、コミット（HEAD~1、1a2b3c4）の名前を書きます。フォルダーも決めるときは main:procedures のように書きます。'

function split(spec: string): Spec {
  let depth = 0
  for (let at = 0; at < spec.length; at += 1) {
    if (spec[at] === '{') depth += 1
    else if (spec[at] === '}') depth -= 1
    else if (spec[at] === ':' && depth <= 0) {
      return { revision: spec.slice(0, at), path: spec.slice(at + 1) }
    }
  }
  return { revision: spec, path: undefined }
}
