import type { WrittenDossier } from '../../model/dossier.ts'
import { dutiesOf, provisionsOf } from '../../model/procedure.ts'
import type { WrittenPart } from '../../model/part.ts'
import { type Location, writePlace } from '../../source/source.ts'
import { headingOf } from '../../words/name.ts'
import { articleIdOf } from './procedure/form.ts'
import type { ProcedureSubject } from './procedure/subject.ts'
import { articleNumbers } from './procedure/text.ts'
import type { Style } from './style.ts'

/** An article of a procedure, and the requirement that its duty or provision answers. */
interface Article {
  /** 第12条（利用者IDの点検） */
  readonly name: string
  readonly requirement: string | undefined
}

/** The articles of the procedures that hold for a system, by what they answer and by what is written in them. */
export class Articles {
  readonly #all: Article[] = []
  /** The article that a place stands in; undefined for the rest of a procedure. */
  readonly #byPlace = new Map<string, Article | undefined>()

  constructor(dossier: WrittenDossier, style: Style) {
    for (const one of dossier.withOrganisation) {
      const isWide = one !== dossier
      for (const procedure of one.procedures) this.#add({ dossier: one, procedure, style }, isWide)
    }
  }

  /** The names of the articles that answer a requirement, or that one of some places stands in, in their order. */
  on(requirement: string, places: readonly Location[]): readonly string[] {
    const touched = new Set(places.map((place) => this.#byPlace.get(writePlace(place))))
    const told = this.#all.filter((one) => one.requirement === requirement || touched.has(one))
    return [...new Set(told.map(({ name }) => name))]
  }

  /** The name of the article that a place stands in; undefined for the rest of a procedure and for other files. */
  at(place: Location): string | undefined {
    return this.#byPlace.get(writePlace(place))?.name
  }

  /** Whether a place stands in a procedure. */
  has(place: Location): boolean {
    return this.#byPlace.has(writePlace(place))
  }

  #add(subject: ProcedureSubject, isWide: boolean): void {
    const { dossier, procedure, style } = subject
    const variant = dossier.procedures.length > 1 ? (procedure.writtenText('variant') ?? '') : ''
    const numbers = articleNumbers(subject)
    for (const place of procedure.places()) this.#byPlace.set(writePlace(place), undefined)
    const answering = [...dutiesOf(procedure), ...provisionsOf(procedure)]
    const others = ['roles', 'chains', 'exceptions'].flatMap((field) => procedure.parts(field))
    const order = [...numbers.keys()]
    const at = (part: WrittenPart): number => order.indexOf(articleIdOf(part))
    for (const part of [...answering, ...others].sort((a, b) => at(a) - at(b))) {
      const number = numbers.get(articleIdOf(part))
      if (number === undefined) continue
      const name = style.text(`${isWide ? '全庁の手順' : variant}${number}（${headingIn(part)}）`)
      const requirement = answering.includes(part) ? part.writtenText('requirement') : undefined
      const article = { name, requirement }
      this.#all.push(article)
      for (const place of part.places()) this.#byPlace.set(writePlace(place), article)
    }
  }
}

function headingIn(part: WrittenPart): string {
  return part.writtenText('title') ?? part.writtenText('name') ?? headingOf(part)
}
