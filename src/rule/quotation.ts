import { knownOf, openEnd } from '../finding/unknown.ts'
import { Matters } from '../japanese/matter.ts'
import type { WrittenDossier } from '../model/dossier.ts'
import { isPart, type WrittenPart } from '../model/part.ts'
import { isDeleted, type WrittenStandard } from '../model/standard.ts'
import { normalise } from '../japanese/width.ts'
import type { Violation } from './evaluate.ts'
import { layingDown } from './laying-down.ts'
import { isAboutBan, missingIn } from './quoted-clause.ts'

/** What a finding says, without the names that tell nothing of the matter. */
interface Spoken {
  readonly violation: Violation
  readonly said: string
  /** The name and the sentence of the duty or provision that it is about. */
  readonly matter: string | undefined
  /** The clauses that the rule itself points to as what asks for it. */
  readonly pointed: readonly WrittenPart[]
  readonly dossier: WrittenDossier | undefined
  readonly standard: WrittenStandard
}

/**
 * The clause whose words a finding quotes: the one that it goes by, unless another of its requirement, or one of
 * another requirement that plainly deals with the very same matter, is more like what is said; none where the only
 * clause is there for another duty. How grave the finding is does not hang on this.
 */
export function quotation(
  ground: WrittenPart | undefined,
  clauses: readonly WrittenPart[],
  spoken: Spoken,
): WrittenPart | undefined {
  const { requirement, bound } = spoken.violation
  if (requirement === null || isAboutBan(bound)) return ground
  const likeness = likenessTo(spoken)
  const found = nearest(ground, clauses, { spoken, likeness })
  // A finding about a clause itself stands at that one, and points to others that it does not agree with.
  const isAboutClause = bound.some((one) => isPart(one) && one.type === 'Clause')
  const pointed = isAboutClause ? [] : spoken.pointed
  if (pointed.length === 0 || pointed.some((one) => one.key === found?.key)) return found
  return mostLike(pointed, likeness)
}

function nearest(
  ground: WrittenPart | undefined,
  clauses: readonly WrittenPart[],
  { spoken, likeness }: { readonly spoken: Spoken; readonly likeness: Likeness },
): WrittenPart | undefined {
  const asking = clauses.filter(isAsking)
  const others = othersOf(clauses, spoken)
  const missing = missingIn(spoken.violation.bound, spoken.standard)
  const laid = missing && layingDown(missing, ground, { own: asking, others, ...likeness })
  if (laid) return laid
  const best = mostLike(asking, likeness)
  const elsewhere = mostLike(others, likeness)
  if (elsewhere && isPlainlyOf(elsewhere, best ?? ground, likeness)) return elsewhere
  if (ground && clauses.length === 1 && isOfAnotherDuty(ground, spoken)) return undefined
  if (!best || clauses.length < 2 || best === ground) return ground
  if (!ground) return likeness.whole(best) >= plain ? best : undefined
  const isNearer =
    likeness.whole(best) - likeness.whole(ground) >= clearLead &&
    likeness.dense(best) > likeness.dense(ground)
  return isNearer ? best : ground
}

/** How much a clause has in common with what is said; each is worked out for the few clauses of which it is asked. */
interface Likeness {
  readonly whole: (clause: WrittenPart) => number
  /** The same, of a clause of one length. */
  readonly dense: (clause: WrittenPart) => number
  /** With what the rule itself asks for; undefined of a rule that holds for whatever its element is about. */
  readonly rule: ((clause: WrittenPart) => number) | undefined
  /** Whether it names the very thing. */
  readonly names: (clause: WrittenPart) => boolean
}

/** Less than this is a word that many clauses have. */
const something = 0.5
/** By so much a clause of the same requirement must be nearer than the one that the finding goes by. */
const clearLead = 0.7
/** No more than one word that many clauses have, such as 端末. */
const commonWord = 0.6
/** What two words come to, of which one is rare. */
const twoWords = 1.2
/** Less than one word that is rare. */
const aWord = 0.8
/** Two or three words that hardly any other clause has. */
const plain = 2
/** What is said and what the rule asks for, both told in words of that clause. */
const bothPlain = 4.2
/** So much in common that the words of the rule need not be there, too. */
const beyondDoubt = 5

function isPlainlyOf(
  elsewhere: WrittenPart,
  nearest: WrittenPart | undefined,
  { whole, rule, names }: Likeness,
): boolean {
  const own = whole(elsewhere)
  if (own < plain) return false
  if (!nearest) {
    if (rule === undefined || own >= beyondDoubt) return true
    if (rule(elsewhere) < something) return false
    return names(elsewhere) || own + rule(elsewhere) >= bothPlain
  }
  if (rule === undefined) return whole(nearest) < aWord
  return own - whole(nearest) >= aWord && rule(elsewhere) - rule(nearest) >= twoWords
}

function likenessTo(spoken: Spoken): Likeness {
  const matters = mattersOf(spoken.standard)
  const { requirement, title } = spoken.violation.rule.rule
  const missing = missingIn(spoken.violation.bound, spoken.standard)
  const isOwn = !missing && requirement !== null && 'key' in requirement
  const said = missing
    ? [missing.point.name, ...missing.targets].join('、')
    : isOwn
      ? `${spoken.said}、${title}`
      : (spoken.matter ?? withoutKeepers(spoken.said))
  const whole = (clause: WrittenPart): number => matters.shared(said, textOf(clause))
  return {
    whole,
    dense: (clause) =>
      whole(clause) / Math.sqrt(matters.shared(textOf(clause), textOf(clause)) + 1),
    rule: isOwn ? (clause) => matters.shared(title, textOf(clause)) : undefined,
    names: (clause) => namesThing(spoken.violation.bound, textOf(clause)),
  }
}

const textOf = (clause: WrittenPart): string => clause.writtenText('text') ?? ''

/** Who found it or keeps a record of it is not what it is about: 突き合わせ（監査委員による）, 受託者が出した名簿. */
const withoutKeepers = (said: string): string =>
  said.replace(/（[^（）]*による[^（）]*）/gu, '').replace(/受託(?:事業)?者|委託先/gu, '、')

/** Whether a text has the name of the thing that a finding is about, without what is added in brackets. */
function namesThing(bound: readonly unknown[], text: string): boolean {
  const thing = bound.findLast((one): one is WrittenPart => isPart(one))
  const name = normalise(thing?.writtenText('name') ?? '').replace(/[（(].*$/u, '')
  return Array.from(name).length >= longName && normalise(text).includes(name)
}

/** 傍聴の受付票 is one thing, 名簿 may be any. */
const longName = 5

function mostLike(clauses: readonly WrittenPart[], { whole }: Likeness): WrittenPart | undefined {
  return clauses
    .map((clause) => ({ clause, like: whole(clause) }))
    .toSorted((a, b) => b.like - a.like)[0]?.clause
}

/** The clauses in force of other requirements that ask for something. */
function othersOf(
  clauses: readonly WrittenPart[],
  { dossier, standard }: Spoken,
): readonly WrittenPart[] {
  const all = dossier ? standard.holding(standard.clauses, dossier) : standard.clauses
  if (openEnd(all)) return []
  return knownOf(all).filter(
    (clause) => !clauses.includes(clause) && isAsking(clause) && !isDeleted(clause),
  )
}

const isAsking = ({ data }: WrittenPart): boolean => data['force'] !== 'may'

/**
 * Whether a clause, the only one of its requirement, speaks of another duty of that requirement and of hardly
 * anything else: 画像の消去 and 紛失の連絡 both belong to the devices that are carried about.
 */
function isOfAnotherDuty(
  clause: WrittenPart,
  { violation, matter, dossier, standard }: Spoken,
): boolean {
  const duty = violation.bound.find((one): one is WrittenPart => isPart(one) && one.type === 'Duty')
  if (!duty || !dossier || matter === undefined) return false
  const matters = mattersOf(standard)
  const text = textOf(clause)
  if (matters.shared(matter, text) >= commonWord) return false
  const whole = matters.shared(text, text)
  return dossier.procedures
    .flatMap((procedure) => procedure.writtenParts('duties'))
    .filter((one) => one.data['requirement'] === duty.legible['requirement'] && one !== duty)
    .some((one) => matters.shared(namesOf(one).join('、'), text) * 2 > Math.max(whole, plain))
}

const namesOf = (one: WrittenPart): readonly string[] => [
  one.writtenText('title') ?? '',
  one.writtenText('text') ?? '',
]

const known = new WeakMap<WrittenStandard, Matters>()

/** What the requirements of the catalogue and the clauses deal with tells which words are rare. */
function mattersOf(standard: WrittenStandard): Matters {
  const found =
    known.get(standard) ??
    new Matters([
      ...[...standard.requirements.values()].map(
        (one) => `${one.writtenText('title') ?? ''}、${one.writtenText('text') ?? ''}`,
      ),
      ...standard.clauses.map(textOf),
    ])
  known.set(standard, found)
  return found
}
