import type { Data } from '../model/element.ts'
import type { CheckedExpr } from '../expression/checked.ts'
import type { FindingClass, Severity } from '../finding/finding.ts'
import type { Problem } from '../finding/problem.ts'
import { suggest } from '../japanese/suggest.ts'
import type { ParsedDocument } from '../yaml/document.ts'
import type { Input } from '../expression/type.ts'
import type {
  CheckedAssert,
  CheckedRelated,
  CheckedRule,
  CheckedWords,
  Citation,
  RequirementOf,
  RuleScope,
  SeverityOf,
} from './checked-rule.ts'
import { type Language, rootsOf } from './language.ts'
import { type Path, RuleText } from './rule-text.ts'

/** What a check of one rule gave; the rule may be run only if there are no problems. */
export interface RuleCheck {
  readonly rule: CheckedRule
  readonly problems: readonly Problem[]
}

/** Checks one rule of a rules file: every expression, path and message against the language. */
export function checkRule(
  data: Data,
  path: Path,
  document: ParsedDocument,
  pack: string,
  language: Language,
  requirements: ReadonlySet<string>,
): RuleCheck {
  const checker = new RuleChecker(document, language)
  const rule = checker.rule(data, path, pack, requirements)
  return { rule, problems: checker.text.problems }
}

/** What a finding says and where it stands; an assertion's own goes before the rule's. */
type Said = CheckedWords & Pick<CheckedAssert, 'at' | 'keptBy'>

const nothingSaid: Said = {
  message: [],
  fix: null,
  expected: null,
  actual: null,
  related: [],
  at: [],
  keptBy: null,
}

const topics: ReadonlySet<string> = new Set(['Topic', 'TrainingTopic'])

function isSeverity(text: string): text is Severity {
  return text === 'error' || text === 'warning' || text === 'info'
}

class RuleChecker {
  readonly text: RuleText

  constructor(document: ParsedDocument, language: Language) {
    this.text = new RuleText(document, language)
  }

  rule(data: Data, path: Path, pack: string, requirements: ReadonlySet<string>): CheckedRule {
    const scope = (data['scope'] ?? 'system') as CheckedRule['scope']
    for (const [name, type] of rootsOf(scope)) this.text.scope.set(name, type)
    const each = Object.entries(textsOf(data['each'])).map(([name, text]) => ({
      name,
      path: this.#bind(name, text, [...path, 'each', name]),
    }))
    const requirement = this.#requirement(String(data['requirement']), path, requirements)
    const where = this.text.condition(data['where'], [...path, 'where'])
    const lets = Object.entries(textsOf(data['let'])).map(([name, text]) => ({
      name,
      expr: this.#let(name, text, [...path, 'let', name], where?.stated),
    }))
    const asserts = this.#asserts(data, path, where?.stated)
    return {
      id: String(data['id']),
      pack,
      title: String(data['title']),
      requirement,
      keeps: this.#keeps(data['keeps'], path, requirements),
      onlyFinds: data['onlyFinds'] === true,
      cite: (data['cite'] ?? []) as readonly Citation[],
      severity: this.#severity(String(data['severity']), path),
      advice: data['advice'] === true,
      scope,
      class: classOf(this.text.reads, scope),
      reads: [...this.text.reads].sort(),
      rationale: String(data['rationale']).trim(),
      layout: [...this.text.scope.keys()],
      each,
      where: where?.expr ?? null,
      lets,
      asserts,
      yieldsTo: (data['yieldsTo'] ?? []) as readonly string[],
    }
  }

  #bind(name: string, text: string, at: Path): CheckedExpr {
    const checked = this.text.path(text, at)
    for (const input of checked.reads) this.text.reads.add(input)
    const type = checked.type.kind === 'optional' ? checked.type.of : checked.type
    this.text.name(name, type.kind === 'list' ? type.of : type, at)
    return checked.expr
  }

  #let(name: string, text: string, at: Path, stated?: ReadonlySet<string>): CheckedExpr {
    const checked = this.text.expression(text, at, stated === undefined ? {} : { stated })
    // A let that could not be checked says so once; whatever uses it is not blamed again.
    this.text.name(name, checked.ok ? checked.type : { kind: 'any' }, at)
    return checked.expr
  }

  #requirement(text: string, path: Path, requirements: ReadonlySet<string>): RequirementOf {
    if (text === 'none') return null
    if (requirements.has(text)) return { key: text }
    if (!this.text.scope.has(text.split('.')[0] ?? '')) {
      this.#unknownRequirement(text, [...path, 'requirement'], requirements)
      return null
    }
    const checked = this.text.path(text, [...path, 'requirement'])
    return { path: checked.expr }
  }

  #keeps(key: unknown, path: Path, requirements: ReadonlySet<string>): string | null {
    if (typeof key !== 'string') return null
    if (requirements.has(key)) return key
    this.#unknownRequirement(key, [...path, 'keeps'], requirements)
    return null
  }

  #unknownRequirement(text: string, at: Path, requirements: ReadonlySet<string>): void {
    const near = suggest(text, requirements)
    const meant = near === undefined ? '' : `（「${near}」の誤りではありませんか）`
    this.text.problem(at, 'unknown-requirement', `要求事項「${text}」はありません${meant}`)
  }

  /** A word, or a path to one: `topic.severity`. What topics set stands, whatever the clause's force. */
  #severity(text: string, path: Path): SeverityOf {
    if (isSeverity(text)) return text
    const at = [...path, 'severity']
    const checked = this.text.path(text, at)
    const isWord = checked.type.kind === 'word' && [...checked.type.words].every(isSeverity)
    if (checked.diagnostics.length === 0 && !isWord) {
      this.text.problem(at, 'severity', `「${text}」は重大さではありません。`)
    }
    const owner = this.text.typeOf(text.slice(0, text.lastIndexOf('.'))).type
    const uncapped = owner.kind === 'object' && topics.has(owner.name)
    return { path: checked.expr, uncapped }
  }

  #asserts(data: Data, path: Path, stated?: ReadonlySet<string>): readonly CheckedAssert[] {
    const shared = { ...nothingSaid, ...this.#said(data, path) }
    const written = data['assert']
    if (!Array.isArray(written)) {
      const that = this.text.condition(written, [...path, 'assert'], stated)
      return [{ id: '', when: null, that: that?.expr ?? { op: 'invalid' }, ...shared }]
    }
    return written.map((entry: Data, index) => {
      const at = [...path, 'assert', index]
      if (written.slice(0, index).some((other: Data) => other['id'] === entry['id'])) {
        const message = `式の id「${String(entry['id'])}」が、この規則に二つあります。`
        this.text.problem([...at, 'id'], 'same-assert', message, 'どちらかの id を変えてください。')
      }
      const when = this.text.condition(entry['when'], [...at, 'when'], stated)
      const that = this.text.condition(entry['that'], [...at, 'that'], when?.stated ?? stated)
      return {
        id: String(entry['id']),
        when: when?.expr ?? null,
        that: that?.expr ?? { op: 'invalid' },
        ...shared,
        ...this.#said(entry, at),
      }
    })
  }

  /** The words and places that a rule, or one of its assertions, states itself. */
  #said(data: Data, path: Path): Partial<Said> {
    const template = (field: keyof Said): Partial<Said> => {
      const text = data[field]
      return typeof text === 'string' ? { [field]: this.text.template(text, [...path, field]) } : {}
    }
    const { at, keptBy, related } = data
    return {
      ...template('message'),
      ...template('fix'),
      ...template('expected'),
      ...template('actual'),
      ...(typeof keptBy === 'string' && { keptBy: this.text.place(keptBy, [...path, 'keptBy']) }),
      ...(typeof at === 'string' && { at: [this.text.place(at, [...path, 'at'])] }),
      ...(Array.isArray(at) && {
        at: at.map((one, index) => this.text.place(String(one), [...path, 'at', index])),
      }),
      ...(Array.isArray(related) && {
        related: related.map((one: Data, index) => this.#related(one, [...path, 'related', index])),
      }),
    }
  }

  #related(data: Data, path: Path): CheckedRelated {
    return {
      at: this.text.place(String(data['at']), [...path, 'at']),
      message: this.text.template(String(data['message']), [...path, 'message']),
    }
  }
}

function textsOf(map: unknown): Readonly<Record<string, string>> {
  return (map ?? {}) as Readonly<Record<string, string>>
}

const order: readonly (readonly [FindingClass, readonly Input[]])[] = [
  ['N', ['notice']],
  ['R', ['records', 'actions']],
  ['X', ['context', 'municipality']],
  ['P', ['procedure']],
]

/** The class of a rule's findings, from the inputs its expressions look at: the latest one to be written counts. */
function classOf(reads: ReadonlySet<Input>, scope: RuleScope): FindingClass {
  if (scope === 'standard') return 'S'
  return order.find(([, inputs]) => inputs.some((input) => reads.has(input)))?.[0] ?? 'S'
}
