import { asPattern, plainText } from '../japanese/sentence.ts'
import { columnIn } from './block.ts'
import { coreOf, type Sentence } from './statement.ts'
import type { Unit } from './unit.ts'
import { organisationBefore, type ReadingWords, toldPattern } from './words.ts'

/** A role as a document defines it or speaks of it. */
export interface ReadRole {
  readonly id: string
  readonly name: string
  readonly canonical?: string
  readonly post?: string
  readonly organisation?: string
  readonly deputy?: string
  /** Whether there is one in each member of its group. */
  readonly each?: boolean
  /** Where it is defined; empty where the document only speaks of it. */
  readonly place: string
  /** The sentences and the tables it was read out of. */
  readonly sources: readonly (Sentence | Unit)[]
  /** Other names by which the document calls it. */
  readonly aliases: readonly string[]
}

type Growing = { -readonly [Key in keyof Omit<ReadRole, 'sources' | 'aliases'>]: ReadRole[Key] } & {
  sources: (Sentence | Unit)[]
  aliases: string[]
}

/** What a name of a role or of who performs something ends in. */
const ending =
  '(?:責任者|管理者|担当者|監督者|保管者|推進員|管理員|取扱者|審査者|承認者|監査人|監査員|委員会|委員長|事業者|受託者|委託先|業者|利用者|使用者|課長|部長|局長|所長|館長|園長|校長|室長|係長|次長|参事|主幹|主任|リーダー|長|職員等|職員|員|士|従事者|窓口|担当|所管課|主管課|課|係|事務局|センター|当番|CSIRT|CISO|者)'
const letters = '[一-龠々ァ-ヶーA-Za-z0-9・]'
const noun = `${letters}{0,24}?${ending}`
/** 施設の長, 市長; こども課: an office whose name begins in hiragana, where it begins a part of a sentence. */
const office =
  '[一-龠]{1,8}の長|[市町村区]長|(?<=^|、)[ぁ-ん]{2,6}[一-龠]{0,6}(?:課|係|室|センター)'
const jointOfNames =
  /、|及び|又は|並びに|若しくは|および|または|ならびに|もしくは|や(?=[一-龠])|と(?=[一-龠])/u
/** 「…しようとする者は」, not 「次に掲げる者は」 */
const describedPerson =
  /(?:^|、)((?!次|前項|前条|第\d|以外|この|その|これ)[^、は]{2,40}[うくすつむるた]者)(?<!に(?:掲げる|規定する|該当する|定める)者)は/gu

/** Reads the roles of a document: those it defines, those its tables list, and those it only speaks of; some are known. */
export function rolesIn(
  sentences: readonly Sentence[],
  units: readonly Unit[],
  words: ReadingWords,
  known: readonly ReadRole[],
): readonly ReadRole[] {
  const roles = new Roles(words, known)
  for (const unit of units) if (unit.table) roles.table(unit)
  for (const sentence of sentences) roles.define(sentence)
  for (const sentence of sentences) roles.speak(sentence)
  return roles.all
}

class Roles {
  readonly #words: ReadingWords
  readonly #byName = new Map<string, Growing>()
  readonly #ids = new Set<string>()
  /** The number that the next ID of a stem bears. */
  readonly #counts = new Map<string, number>()

  /** A role of the standard to which something is told, or whose leave is wanted. */
  readonly #toldPattern: RegExp

  constructor(words: ReadingWords, known: readonly ReadRole[]) {
    this.#words = words
    for (const { sources, aliases, ...role } of known) {
      const own = { ...role, sources: [...sources], aliases: [...aliases] }
      for (const name of [plainText(role.name), ...aliases]) this.#byName.set(name, own)
      this.#ids.add(role.id)
    }
    const names = words.roles
      .flatMap((role) => role.names.map(plainText))
      .filter((name) => name !== '')
    const longest = [...names]
      .sort((a, b) => b.length - a.length)
      .map(asPattern)
      .join('|')
    this.#toldPattern = new RegExp(
      `(?<=^|[、をはの]|及び|又は|並びに)(${longest})(?:に|へ|の(?:許可|承認|指示)|が)`,
      'gu',
    )
  }

  get all(): readonly ReadRole[] {
    return [...new Set(this.#byName.values())]
  }

  /** 「…は、課長をもって充てる」, 「課長（以下「…」という。）」, 「…に事故があるときは、…が代理する」 */
  define(sentence: Sentence): void {
    const text = plainText(sentence.text)
    const core = coreOf(sentence.text)
    // 「…を置き、課長をもって充てる」
    const both = new RegExp(
      `(?:^|、|に)(${noun})を置き、(.{1,30}?)をもって(?:これに)?充て`,
      'u',
    ).exec(core)
    if (both?.[1] && both[2] && isPost(both[2])) {
      const role = this.#add(both[1], sentence, { post: both[2] })
      for (const [, short = ''] of text.matchAll(
        /\((?:以下|以後)(?:、|単に)*「([^」]{2,30})」という。?\)/gu,
      )) {
        this.#byName.set(short, role)
        if (short !== role.name) role.aliases.push(short)
      }
      return
    }
    const named = new RegExp(
      `(${letters}{1,30})\\((?:以下|以後)(?:、|単に)*「([^」]{2,30})」という。?\\)`,
      'gu',
    )
    for (const [, long = '', short = ''] of text.matchAll(named)) {
      if (!new RegExp(`${ending}$`, 'u').test(short) && !this.#isKnown(short)) continue
      this.#alias(long, short, sentence)
    }
    const filled =
      /^(?:.*、)?(.{2,30}?)(?:に)?は、(.{1,40}?)(?:をもって(?:これに)?充て|を充て|をもってあて|が務め|の職にある者とする|とする$)/u.exec(
        core,
      )
    const [, role = '', post = ''] = filled ?? []
    if (filled && this.#isRole(role) && isPost(post)) {
      this.#called(post, this.#add(role, sentence, { post }))
    }
    this.#place(core, sentence)
    const deputised =
      /(?:^|、)(.{2,30}?)(?:に事故がある|が不在の|が欠けた|に事故のある)(?:とき|場合).*?、(?:又は[^、]{2,40}、)?(?:(?:あらかじめ)?.{0,20}?が?指名する)?([^、]{2,30}?)が.{0,8}(?:職務|代理|代行)/u.exec(
        core,
      )
    const holder = deputised?.[1] && this.#byName.get(deputised[1])
    if (holder && deputised[2]) {
      holder.deputy = deputised[2]
      holder.sources.push(sentence)
    }
    const placed = new RegExp(
      `(?:^|、)(?:.{0,30}に、?)?(${noun}(?:(?:、|及び|並びに|・)${noun})*)(?:1人|一人|各1人)?を置(?:く|か)`,
      'u',
    ).exec(core)
    for (const name of placed?.[1]?.split(/、|及び|並びに/u) ?? []) {
      if (this.#isRole(name)) this.#add(name, sentence, {})
    }
  }

  /** 「…は、…課に置く」, 「…は、各施設にそれぞれ置き、館長をもって充てる」, 「…は、…社とする」: an organisation that is known. */
  #place(core: string, sentence: Sentence): void {
    const [, name = '', where = '', rest = ''] =
      /^(.{2,30}?)は、(?:それぞれ、)?(.{2,40}?)((?:に(?:それぞれ)?置(?:き、.{1,30}をもって充てる|く)|に所属する者とする|とする))$/u.exec(
        core,
      ) ?? []
    const organisation = this.#words.organisations.find((one) => plainText(one.name) === where)
    if (!organisation || !this.#isRole(name)) return
    const post = /置き、(.{1,30})をもって充てる/u.exec(rest)?.[1]
    this.#add(name, sentence, {
      organisation: organisation.id,
      ...(core.includes('それぞれ') ? { each: true } : {}),
      ...(post !== undefined && isPost(post) ? { post } : {}),
    })
  }

  /** A role that is only spoken of: who performs something in a sentence. */
  speak(sentence: Sentence): void {
    const core = coreOf(sentence.text)
    for (const name of subjectNames(core)) if (this.#isRole(name)) this.#speakOf(name, core)
    for (const name of this.#toldIn(core))
      if (this.#isRole(name) || /.長$/u.test(name)) this.#speakOf(name, core)
    // 「端末の貸出しを受けようとする者は」: whoever does so, by what is said of them.
    for (const [, name = ''] of core.matchAll(describedPerson)) this.#speakOf(name, core)
  }

  /** A role that no name known in the sentence ends in: 館責任者 is no other than 各館責任者. */
  #speakOf(name: string, core: string): void {
    const isKnown = [...this.#byName.keys()].some(
      (known) => known.endsWith(name) && core.includes(known),
    )
    if (!isKnown) this.#add(name, undefined, {})
  }

  /** The roles of the standard to which a sentence has something told, or whose leave it wants. */
  #toldIn(core: string): readonly string[] {
    return [this.#toldPattern, toldPattern(`${noun}|${letters}{1,6}長`)].flatMap((pattern) =>
      [...core.matchAll(pattern)].flatMap(([, names = '']) => names.split(jointOfNames)),
    )
  }

  /** A table with a column of roles. */
  table(unit: Unit): void {
    const [head = [], ...rows] = unit.table?.rows ?? []
    const column = columnIn(head)
    const [role, post, organisation, deputy] = [
      column(/^(?:役割|役割名|責任者等?|区分|名称|役割の名称)$/u),
      column(/^(?:職|職名|充てる職|役職|該当者|担当者?|充当職|職位|(?:担当|担任|該当)する職員?)$/u),
      column(/^(?:所属|所属名|組織|部署|課名)$/u),
      column(/代理|代行|副/u),
    ]
    if (role < 0 || (post < 0 && organisation < 0)) return
    for (const row of rows) {
      const name = plainText(row[role] ?? '')
      if (name === '' || !this.#isRole(name)) continue
      const own = plainText(row[post] ?? '')
      const where = plainText(row[organisation] ?? '')
      this.#add(name, unit, {
        ...(own === '' ? {} : { post: own }),
        ...(where === '' ? {} : this.#organisation(where)),
        ...(plainText(row[deputy] ?? '') === '' ? {} : { deputy: plainText(row[deputy] ?? '') }),
      })
    }
  }

  /** Another name for whoever is called so: a post for a role, or a short name for a long one. */
  #alias(long: string, short: string, source: Sentence): void {
    const last = long.replace(/^.*(?:の|は|を|に|が|、)(?=.)/u, '')
    if (isPost(last) && !this.#isKnown(last))
      this.#called(last, this.#add(short, source, { post: last }))
    else {
      const role = this.#add(short, source, {}, last)
      if (last !== short && !role.aliases.includes(last) && last.length > 2) {
        role.aliases.push(last)
        this.#byName.set(last, role)
      }
    }
  }

  /** Whoever holds a post may be spoken of by it, where it fills one role only. */
  #called(post: string, role: Growing): void {
    if (this.#byName.has(post)) return
    role.aliases.push(post)
    this.#byName.set(post, role)
  }

  #add(
    name: string,
    source: Sentence | Unit | undefined,
    more: Partial<Growing>,
    meant = name,
  ): Growing {
    const known = this.#byName.get(name)
    const post = more.post ?? known?.post
    const role =
      known ??
      ({
        id: '',
        name,
        ...this.#canonical(name, meant),
        place: source ? placeOf(source) : '',
        sources: [],
        aliases: [],
      } satisfies Growing)
    Object.assign(
      role,
      more,
      role.organisation === undefined && post !== undefined ? this.#organisation(post) : {},
    )
    if (role.id === '') role.id = this.#idFor(role.canonical)
    if (source) role.sources.push(source)
    if (role.place === '' && source) role.place = placeOf(source)
    this.#byName.set(name, role)
    return role
  }

  /** `role-1`, `role-2`, …; for a role of the standard its own name, then with a number. */
  #idFor(canonical: string | undefined): string {
    const stem = canonical ?? 'role'
    for (let count = this.#counts.get(stem) ?? 1; ; count += 1) {
      const id = canonical !== undefined && count === 1 ? stem : `${stem}-${count}`
      if (this.#ids.has(id)) continue
      this.#counts.set(stem, count + 1)
      this.#ids.add(id)
      return id
    }
  }

  #canonical(...names: readonly string[]): { readonly canonical?: string } {
    for (const list of ['names', 'near'] as const) {
      const found = this.#words.roles.find((role) =>
        role[list].some((one) => names.includes(plainText(one))),
      )
      if (found) return { canonical: found.canonical }
    }
    return {}
  }

  /** The organisation that a post is of, where its name begins with the name of one. */
  #organisation(post: string): { readonly organisation?: string } {
    const found = organisationBefore(post, this.#words)
    return found ? { organisation: found.id } : {}
  }

  #isKnown(name: string): boolean {
    return this.#byName.has(name) || this.#canonical(name).canonical !== undefined
  }

  #isRole(name: string): boolean {
    if (this.#isKnown(name)) return true
    return (
      new RegExp(`^(?:${office}|${noun})$`, 'u').test(name) &&
      name.length > 1 &&
      !/^(?:者|当該者|次の者|本人|第三者|他人|以外の者)$/u.test(name) &&
      !/^.{0,2}長$/u.test(
        name.replace(/の長|[市町村区]長|課長|部長|局長|所長|館長|室長|係長|園長|校長|次長/u, ''),
      )
    )
  }
}

function placeOf(source: Sentence | Unit): string {
  return 'unit' in source ? source.unit.place : source.place
}

function isPost(text: string): boolean {
  return (
    /(?:長|主幹|主任|参事|係員|補佐|主査|職員|副市長|副町長|副村長|市長|町長|村長|教育長|管理者)$/u.test(
      text,
    ) && !/[をに]/u.test(text)
  )
}

/** The names at which a sentence has somebody do something: 「…は、」, several joined by 及び or 又は. */
function subjectNames(core: string): readonly string[] {
  const group = new RegExp(
    `(?:^|[、」)ぁ-ん]|各|当該|全)((?:${office}|${noun})(?:(?:、|及び|又は|並びに|若しくは|および|または|ならびに|もしくは|・|や)(?:各|当該|その[^、はが]{1,8}する)?${noun})*)(?:\\d+[名人])?(?:は(?!い)|が(?!定め|指定|認め|必要|別に|指名|[^、]*(?:代理|代行|代わ))(?=[^、]{0,40}(?:[うくすつぬむる]$|立ち?会)))`,
    'gu',
  )
  return [...core.matchAll(group)].flatMap(([, names = '']) =>
    names.split(jointOfNames).map((name) => name.replace(/^(?:各|当該|その.*?する)/u, '')),
  )
}
