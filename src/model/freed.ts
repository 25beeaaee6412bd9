import { knownOf, Unknown } from '../finding/unknown.ts'
import { hangsOnLeave, type Proviso, provisosOf } from '../japanese/proviso.ts'
import { normalise } from '../japanese/width.ts'
import { dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import { isValidOn } from './exception.ts'
import { usesShownBy } from './in-use.ts'
import type { Part } from './part.ts'
import { rulingsBinding, useWords } from './ruling.ts'
import { isDeleted } from './standard.ts'
import { coversWord, isSaidIn } from './word.ts'

/*
 * Whether what the facts show is let pass by what the body itself laid down: a ruling that allows it, an exception
 * granted from the ruling that it would break, or a proviso of which nobody says whether it applies.
 */

/**
 * Whether a use of a thing is let pass; unknown where a proviso may let it pass. Where no use is named, it is that
 * of which the packs say that the thing shows it.
 */
export function isFreed(doc: Part, thing: Part, use?: string): boolean {
  const uses = use === undefined ? usesShownBy(dossierOf(doc), thing) : [use]
  return uses.some((one) => isUseFreed(doc, thing, one))
}

function isUseFreed(doc: Part, thing: Part, use: string): boolean {
  const { allowing, provisos } = textsOn(doc, use)
  if (allowing.some((one) => letsPass(one, thing)) || isExcepted(doc, thing, use)) return true
  // Whoever wrote down what an exception is for has said to what it applies.
  if (allowing.some((one) => one.writtenTexts('targets').length > 0)) return false
  const mayApply = (letsOff: string): boolean =>
    !(isWithoutLeave(thing) && hangsOnLeave(letsOff)) &&
    !(isOfOnePerson(thing) && !namesOwnersId(letsOff))
  if (provisos.some(mayApply))
    throw new Unknown([{ kind: 'procedure', path: `provisions/allows:${use}` }])
  return false
}

/** Whether a thing is the ID of one person: what lets an ID be shared among several makes it nobody else's. */
const isOfOnePerson = ({ type, data }: Part): boolean =>
  type === 'Account' && data['kind'] === 'personal'

/** Whether a proviso speaks of the ID of somebody: 班長のIDを用いる, 本人以外の者. */
const namesOwnersId = (letsOff: string): boolean =>
  /(?:本人|個人|他人|[者員長])の(?:利用者|ユーザー?)?(?:ID|アカウント|識別符号|カード)|本人以外/u.test(
    normalise(letsOff),
  )

/** What is laid down on a use: what allows it, and the provisos that may let it off. */
interface TextsOnUse {
  readonly allowing: readonly Part[]
  readonly provisos: readonly string[]
}

/** The same for all things that show the use: every row of a long ledger asks. */
function textsOn(doc: Part, use: string): TextsOnUse {
  return dossierOf(doc).root.remember(`~texts on the use ${use}`, () => {
    const rulings = rulingsIn(doc)
    const allowing = rulings.filter((one) => coversWord(one.texts('allows'), use, useWords(doc)))
    const beside = rulings.filter((one) => !allowing.includes(one))
    return {
      allowing,
      provisos: [...clausesIn(doc), ...beside]
        .flatMap((one) => provisosOf(one.writtenText('text') ?? ''))
        .flatMap(({ whole, letsOff }) => (speaksOf(doc, use, whole) ? [letsOff] : [])),
    }
  }) as TextsOnUse
}

/** Whether a ruling that allows a use lets a thing pass: it is among what it names, and has the leave it hangs on. */
function letsPass(ruling: Part, thing: Part): boolean {
  const targets = ruling.writtenTexts('targets').map(normalise)
  const isNamed = targets.some((target) => isCalled(thing, target))
  if (targets.length > 0 && !isNamed) return false
  if (isNamed && isLeftByException(thing)) return true
  if (!isWithoutLeave(thing)) return true
  return (isNamed || ruling.written('exceptionTo')) && !hangsOnLeave(textOf(ruling))
}

/** Whether a thing goes by a name, or what it is for, whose it is or where it is speaks of it. */
function isCalled(thing: Part, target: string): boolean {
  return saidOf(thing).some((said) => said.includes(target))
}

/** What is written of a thing in words, and the names of what it refers to and stands in. */
function saidOf(thing: Part): readonly string[] {
  return thing.remember('~said of', () => {
    const own = keysOfText(thing).flatMap((key) => thing.legible[key])
    const parts = keysOfText(thing).flatMap((key) => referredTo(thing, key))
    const named = [...parts, ...(thing.parent ? [thing.parent] : [])].flatMap((part) =>
      ['name', 'title', 'label', 'what'].map((key) => part.legible[key]),
    )
    return [...own, ...named].filter((one) => typeof one === 'string').map(normalise)
  }) as readonly string[]
}

/** The keys of a thing that hold words or refer to something, not numbers. */
function keysOfText({ shape }: Part): readonly string[] {
  return Object.entries(shape.fields).flatMap(([key, { type }]) =>
    type.kind === 'number' ? [] : [key],
  )
}

function referredTo(thing: Part, key: string): readonly Part[] {
  if (!thing.isLegible(key)) return []
  const part = attempt(() => thing.part(key))
  return part instanceof Unknown || part === undefined ? [] : [part]
}

/** Whether it is written that nobody gave leave for a thing; where leave is an exception, that none is written. */
function isWithoutLeave(thing: Part): boolean {
  const { permittedBy, permit, permits, consent } = thing.legible
  const isNone = [permittedBy, permit, consent].includes('none')
  return isNone || (Array.isArray(permits) && permits.length === 0) || isLeftByException(thing)
}

/** Whether leave for a thing is nowhere written but as an exception, which is told with the finding itself. */
const isLeftByException = ({ type }: Part): boolean => type === 'DeviceGroup'

/** Whether an exception in force then names a ruling that a use would break. */
function isExcepted(doc: Part, thing: Part, use: string): boolean {
  const broken = brokenBy(doc, use)
  const day = thing.writtenDays('on')?.from ?? thing.world.asOf
  return exceptionsIn(doc).some(
    (one) => broken.has(one.writtenText('element') ?? '') && isValidOn(one, day),
  )
}

/** The rulings that a use would break, by their keys: those that forbid it or speak of it. */
function brokenBy(doc: Part, use: string): ReadonlySet<string> {
  return dossierOf(doc).root.remember(`~rulings on the use ${use}`, () => {
    const isBroken = (one: Part): boolean =>
      coversWord(one.texts('forbids'), use, useWords(doc)) || speaksOf(doc, use, textOf(one))
    return new Set(
      rulingsIn(doc)
        .filter(isBroken)
        .map(({ key }) => key),
    )
  }) as ReadonlySet<string>
}

function speaksOf(doc: Part, use: string, text: string): boolean {
  const word = useWords(doc).get(use)
  return word !== undefined && isSaidIn(word, text)
}

/**
 * Whether a thing is let be kept longer than it must be: by an exception for it alone, of whichever requirement, or by
 * a ruling that names it and says that it is an exception.
 */
export function isHeldBack(doc: Part, thing: Part): boolean {
  const excepted = exceptionsIn(doc).some(
    (one) => one.writtenText('element') === thing.key && isValidOn(one, thing.world.asOf),
  )
  if (excepted) return true
  return rulingsIn(doc).some(
    (one) =>
      one.written('exceptionTo') &&
      one.writtenTexts('targets').some((target) => isCalled(thing, normalise(target))),
  )
}

/**
 * Whether a thing is let be otherwise than is laid down, or later: as `isHeldBack` says. Unknown where a proviso of
 * what is laid down on it, known by some words for the deed and some for its occasion, may let it.
 */
export function isLetOff(
  doc: Part,
  thing: Part,
  deeds: readonly string[],
  occasions: readonly string[],
): boolean {
  if (isHeldBack(doc, thing)) return true
  const speaksOfIt = (text: string): boolean =>
    [deeds, occasions].every((words) => words.some((word) => text.includes(word)))
  const mayApply = provisosIn(doc)
    .filter(({ whole }) => speaksOfIt(whole))
    .some(({ letsOff }) => !(isWithoutLeave(thing) && hangsOnLeave(letsOff)))
  if (mayApply) throw new Unknown([{ kind: 'procedure', path: `exceptions/element:${thing.key}` }])
  return false
}

const textOf = (ruling: Part): string =>
  [ruling.writtenText('title'), ruling.writtenText('text')].filter(Boolean).join('。')

function proceduresIn(doc: Part): readonly Part[] {
  return dossierOf(doc).withOrganisation.flatMap((dossier) => {
    const procedures = attempt(() => knownOf(dossier.procedures))
    return procedures instanceof Unknown ? [] : procedures
  })
}

function exceptionsIn(doc: Part): readonly Part[] {
  return proceduresIn(doc).flatMap((procedure) => procedure.writtenParts('exceptions'))
}

/** What binds a system: the rulings of its procedures, of the whole organisation, and of the documents above them. */
function rulingsIn(doc: Part): readonly Part[] {
  return dossierOf(doc).root.remember('~rulings for the facts', () => [
    ...new Set(proceduresIn(doc).flatMap((procedure) => knownOf(rulingsBinding(procedure)))),
  ]) as readonly Part[]
}

/** The provisos of all that binds, taken apart once: every row of a long ledger asks. */
function provisosIn(doc: Part): readonly Proviso[] {
  return dossierOf(doc).root.remember('~provisos of all', () =>
    [...clausesIn(doc), ...rulingsIn(doc)].flatMap((one) =>
      provisosOf(one.writtenText('text') ?? ''),
    ),
  ) as readonly Proviso[]
}

function clausesIn(doc: Part): readonly Part[] {
  return dossierOf(doc).standard.clauses.filter((clause) => !isDeleted(clause))
}
