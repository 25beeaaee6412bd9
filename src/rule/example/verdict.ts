import type { ParsedDocument } from '../../yaml/document.ts'
import { locate } from '../../source/source.ts'
import { parsePointer, pathOf, pointerAt } from './pointer.ts'
import type { Sample } from './sample.ts'
import type { Trial, TrialFinding } from './trial.ts'

/** One finding, or so many, that a bad example is expected to give. */
export interface Expected {
  readonly assert?: string
  readonly at?: string
  readonly count?: number
}

/** What is wrong with an example that was tried. */
export interface Fault {
  readonly code: 'finding' | 'idle' | 'silent' | 'mismatch' | 'pointer'
  readonly message: string
  readonly fix: string
}

/** A good example has no finding, and shows that the rule looks at something. */
export function faultOfGood(trial: Trial, mayBeIdle: boolean, sample: Sample): Fault | undefined {
  const [first] = trial.findings
  if (first) {
    const message = `よい例なのに、指摘が出ます。${shown(first, sample)}`
    return { code: 'finding', message, fix: '例か、規則の式を直してください。' }
  }
  if (mayBeIdle || trial.results.some(({ outcome }) => outcome === 'satisfied')) return undefined
  return {
    code: 'idle',
    message: `よい例なのに、規則が成り立つ要素が一つもありません。${lackOf(trial)}`,
    fix: '規則の対象になる例に直してください。対象がなくてよい例なら、skip: true と書いてください。',
  }
}

/** What the sample would have to say for the rule to judge it. */
function lackOf({ results }: Trial): string {
  const missing = results.flatMap(({ unknown }) => unknown?.missing ?? [])
  const lack = [...new Set(missing.map(({ kind, path }) => `${kind} の ${path}`))].join('、')
  return lack && `見本に足りないもの: ${lack}`
}

/** A bad example gives the findings it names, and no other. */
export function faultOfBad(
  trial: Trial,
  expected: readonly Expected[] | undefined,
  sample: Sample,
): Fault | undefined {
  if (trial.findings.length === 0) {
    const message = `悪い例なのに、指摘が出ません。${lackOf(trial)}`
    return { code: 'silent', message, fix: '例か、規則の式を直してください。' }
  }
  const claimed = new Set<TrialFinding>()
  for (const one of expected ?? [{}]) {
    const place = one.at === undefined ? undefined : placeOf(one.at, sample)
    if (place === null) {
      const message = `finds の at の「${one.at ?? ''}」に当たる場所が、見本にありません。`
      return { code: 'pointer', message, fix: 'at を、例で変えたあとの見本の場所にしてください。' }
    }
    const found = trial.findings.filter(
      ({ assert, finding }) =>
        (one.assert ?? assert) === assert &&
        (place === undefined || pointerAt(finding.location, documentsOf(sample)) === place),
    )
    for (const finding of found) claimed.add(finding)
    if (one.count === undefined ? found.length > 0 : found.length === one.count) continue
    const wanted = one.count === undefined ? '1件以上' : `${one.count}件`
    return mismatch(
      `${nameOf(one)}は${wanted}のはずですが、${found.length}件出ます。`,
      trial,
      sample,
    )
  }
  if (trial.findings.every((finding) => claimed.has(finding))) return undefined
  return mismatch('finds に書かれていない指摘が出ます。', trial, sample)
}

function mismatch(message: string, trial: Trial, sample: Sample): Fault {
  const all = trial.findings.map((finding) => shown(finding, sample)).join('')
  return { code: 'mismatch', message: `${message}${all}`, fix: 'finds か例を直してください。' }
}

function nameOf({ assert, at }: Expected): string {
  const of = [assert && `式「${assert}」`, at && `「${at}」`].filter(Boolean).join('、')
  return of ? `${of}の指摘` : '指摘'
}

function shown({ finding }: TrialFinding, sample: Sample): string {
  const place = pointerAt(finding.location, documentsOf(sample))
  return `「${finding.message}」(${place})`
}

function documentsOf(sample: Sample): readonly ParsedDocument[] {
  return sample.map(({ document }) => document)
}

/** Where a pointer stands, as places of findings are told; null where it leads nowhere. */
function placeOf(text: string, sample: Sample): string | null {
  const { document, steps } = parsePointer(text)
  const target = sample.find(({ name }) => name === document)
  const path = target && pathOf(target.value, target.shape, steps)
  if (!path) return null
  const { source } = target.document
  return pointerAt(locate(source, target.document.spanOf(path, 'mark')), [target.document])
}
