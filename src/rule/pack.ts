import type { Day } from '../calendar/day.ts'
import type { Finding } from '../finding/finding.ts'
import { groupBy } from '../finding/order.ts'
import { type Problem, problemFindings } from '../finding/problem.ts'
import { suggest } from '../japanese/suggest.ts'
import type { Data } from '../model/element.ts'
import { linkProblems } from '../model/links.ts'
import type { PackDocument } from '../model/pack.ts'
import { shapeOf } from '../model/shape.ts'
import { writtenStandard } from '../model/standard.ts'
import { validate } from '../schema/validate.ts'
import type { Source } from '../source/source.ts'
import type { ParsedDocument } from '../yaml/document.ts'
import { parseDocuments } from '../yaml/parse.ts'
import { checkRule } from './check-rule.ts'
import type { CheckedRule } from './checked-rule.ts'
import { languageOf } from './language.ts'
import { ledgerProblems } from './ledger-problem.ts'
import { packProblem } from './pack-problem.ts'
import { parameterProblems } from './parameter.ts'

/** A pack whose rules are known to be right: what a run needs of it. */
export interface VerifiedPack {
  readonly id: string
  readonly extends: string | undefined
  readonly document: PackDocument
  readonly rules: readonly CheckedRule[]
}

/** A pack as read: its standard and its rules files, their shape already right. */
export interface ReadPack {
  readonly id: string
  readonly extends: string | undefined
  readonly standard: ParsedDocument
  readonly rules: readonly ParsedDocument[]
}

/** The packs among some files, and what is wrong with the files' form. */
export interface PacksRead {
  readonly packs: readonly ReadPack[]
  readonly findings: readonly Finding[]
}

/** Reads packs from their files: every `kind: standard` with the rules files that name it. */
export function readPacks(sources: readonly Source[]): PacksRead {
  const findings: Finding[] = []
  const standards: ParsedDocument[] = []
  const rules: ParsedDocument[] = []
  for (const source of sources) {
    const file = parseDocuments(source)
    for (const one of problemFindings(file.problems)) findings.push(one)
    // A file that holds a dossier beside its standard is a sample for the rules' examples.
    const kinds = file.documents.map((document) => (document.value as Data | null)?.['kind'])
    if (kinds.includes('municipality')) continue
    for (const [index, document] of file.documents.entries()) {
      const kind = kinds[index]
      if (kind !== 'standard' && kind !== 'rules') continue
      const checked = validate(document)
      if (!checked.ok) for (const one of checked.findings) findings.push(one)
      else if (kind === 'standard') standards.push(document)
      else rules.push(document)
    }
  }
  const rulesOf = groupBy(rules, (file) => String((file.value as Data)['pack']))
  const packs = firstOfEach(standards).map((standard) => {
    const value = standard.value as Data
    const id = idOf(standard)
    return {
      id,
      extends: typeof value['extends'] === 'string' ? value['extends'] : undefined,
      standard,
      rules: rulesOf.get(id) ?? [],
    }
  })
  for (const one of problemFindings([...samePacks(standards), ...strayRules(rules, packs)]))
    findings.push(one)
  return { packs, findings }
}

function idOf({ value }: ParsedDocument): string {
  return String((value as Data)['id'])
}

function firstOfEach(standards: readonly ParsedDocument[]): readonly ParsedDocument[] {
  const first = new Map<string, ParsedDocument>()
  for (const one of standards) if (!first.has(idOf(one))) first.set(idOf(one), one)
  return [...first.values()]
}

function samePacks(standards: readonly ParsedDocument[]): readonly Problem[] {
  const first = new Set(firstOfEach(standards))
  return standards
    .filter((standard) => !first.has(standard))
    .map((standard) =>
      packProblem(standard, ['id'], 'same-pack', {
        message: `パック「${idOf(standard)}」が二つあります。`,
        fix: 'どちらかの id を、ほかと重ならないものに変えてください。',
      }),
    )
}

/** Rules of a pack that is not there would never be run. */
function strayRules(
  rules: readonly ParsedDocument[],
  packs: readonly ReadPack[],
): readonly Problem[] {
  const ids = new Set(packs.map(({ id }) => id))
  return rules.flatMap((file) => {
    const id = String((file.value as Data)['pack'])
    return ids.has(id) ? [] : [unknownId(file, ['pack'], 'パック', id, ids)]
  })
}

/** The standard's document of a pack, for merging. */
function packDocument(pack: ReadPack): PackDocument {
  return { id: pack.id, value: pack.standard.value as Data, document: pack.standard }
}

/**
 * Checks a pack against those it extends (base first): its words and references, its tailoring, its
 * editions, and every expression of every rule.
 */
export function verifyPack(
  pack: ReadPack,
  below: readonly VerifiedPack[],
): { readonly pack: VerifiedPack; readonly problems: readonly Problem[] } {
  const own = packDocument(pack)
  const chain = [...below.map((one) => one.document), own]
  const standard = writtenStandard({ packs: chain, asOf: farFuture })
  const language = languageOf(standard, { day: farFuture })
  const keys = new Set(standard.vocabularies.get('requirements')?.keys())
  const inherited = new Set(below.flatMap((one) => one.rules.map((rule) => rule.id)))
  const problems: Problem[] = [
    ...linkProblems(
      shapeOf('Standard'),
      own.value,
      own.document,
      () => undefined,
      standard.vocabularies,
    ),
    ...parameterProblems(
      own,
      below.map((one) => one.document),
      standard.vocabularies,
    ),
    ...ledgerProblems(
      own,
      below.map((one) => one.document),
      standard.vocabularies,
    ),
    ...editionProblems(own),
  ]
  const rules: CheckedRule[] = []
  for (const file of pack.rules) {
    const list = (file.value as Data)['rules'] as readonly Data[]
    list.forEach((data, index) => {
      const path = ['rules', index] as const
      const checked = checkRule(data, path, file, pack.id, language, keys)
      const known = inherited.has(checked.rule.id) || rules.some((r) => r.id === checked.rule.id)
      if (known) problems.push(sameRule(file, [...path, 'id'], checked.rule.id))
      for (const one of checked.problems) problems.push(one)
      rules.push(checked.rule)
    })
  }
  const all = new Set([...inherited, ...rules.map((rule) => rule.id)])
  for (const one of [...tailoringProblems(own, all), ...yieldProblems(pack, all)])
    problems.push(one)
  return { pack: { id: pack.id, extends: pack.extends, document: own, rules }, problems }
}

/** No standard is written for a later day: every edition of a pack stands before it. */
const farFuture = '9999-12-31' as Day

function editionProblems(own: PackDocument): readonly Problem[] {
  const editions = (own.value['editions'] ?? []) as readonly Data[]
  return editions.flatMap((edition, index) => {
    const before = editions[index - 1]
    if (!before) return []
    const until = typeof before['until'] === 'string' ? before['until'] : '9999-12-31'
    if (until < String(edition['from'])) return []
    const inOrder =
      before['until'] === undefined && String(before['from']) < String(edition['from'])
    if (inOrder) return []
    return [
      packProblem(own.document, ['editions', index, 'from'], 'edition-overlap', {
        message: `版「${String(edition['id'])}」の期間が、前の版「${String(before['id'])}」と重なっています。`,
        fix: '前の版の until を、この版の from の前の日までにしてください。版は古い順に並べます。',
      }),
    ]
  })
}

/** That its requirements are known is seen to with the other words of the pack. */
function tailoringProblems(own: PackDocument, rules: ReadonlySet<string>): readonly Problem[] {
  const tailoring = (own.value['tailoring'] ?? []) as readonly Data[]
  return tailoring.flatMap((one, index) => {
    const rule = one['rule']
    if (typeof rule !== 'string' || rules.has(rule)) return []
    return [unknownId(own.document, ['tailoring', index, 'rule'], '規則', rule, rules)]
  })
}

function yieldProblems(pack: ReadPack, all: ReadonlySet<string>): readonly Problem[] {
  return pack.rules.flatMap((file) =>
    ((file.value as Data)['rules'] as readonly Data[]).flatMap((rule, index) =>
      ((rule['yieldsTo'] ?? []) as readonly string[]).flatMap((id, nth) =>
        all.has(id) ? [] : [unknownId(file, ['rules', index, 'yieldsTo', nth], '規則', id, all)],
      ),
    ),
  )
}

function unknownId(
  document: PackDocument['document'],
  path: readonly (string | number)[],
  noun: string,
  id: string,
  known: ReadonlySet<string>,
): Problem {
  const near = suggest(id, known)
  return packProblem(document, path, 'unknown-id', {
    message: `${noun}「${id}」はありません。`,
    fix: near ? `「${near}」の誤りではありませんか。` : 'つづりを確かめてください。',
  })
}

function sameRule(file: ParsedDocument, path: readonly (string | number)[], id: string): Problem {
  return packProblem(file, path, 'same-rule', {
    message: `規則「${id}」が二つあります。`,
    fix: 'どちらかの id を、ほかと重ならないものに変えてください。',
  })
}
