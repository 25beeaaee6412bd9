import type { Draft } from '../../import/draft.ts'
import type { DraftElement } from '../../import/element.ts'
import type { Note } from '../../import/merge.ts'
import type { WrittenStandard } from '../../model/standard.ts'

/** What a list is made for besides the draft. */
export interface ListRequest {
  readonly standard: WrittenStandard
  /** The name of the document. */
  readonly file: string
  /** The name of the file of the draft, without its ending. */
  readonly stem: string
  /** What became of an earlier draft. */
  readonly notes: readonly Note[] | undefined
}

/** A question, and all that its answer settles. */
export interface Asked {
  readonly question: string
  readonly elements: readonly DraftElement[]
}

/** The questions about one thing, with how to answer them. */
export interface Answers {
  readonly title: string
  readonly help: string
  /** How an answer may be written, where it is no name. */
  readonly example: string | undefined
  readonly asked: readonly Asked[]
}

const kinds: Readonly<Record<string, readonly [title: string, help: string, example?: string]>> = {
  canonical: [
    '標準の役割',
    '対策基準のどの役割に当たるかを canonical に書きます。policy-lint words roles で一覧を見られます。',
  ],
  organisation: [
    '役割の所属',
    '自治体のファイル（municipality.yaml）にある組織の識別子を organisation に書きます。',
  ],
  subject: [
    '誰が行うか',
    '主語が文にないか、役割の一覧にない者です。performers に役割の識別子を書きます。',
  ],
  inherited: [
    '柱書から受け継いだ主語',
    '号の文に主語がないため、柱書の主語を担当者としました。正しければ、確認の行を消します。',
  ],
  split: [
    '分担',
    '誰がどの部分を行うかを split に書きます。決まっていなければ、そのままにします。',
  ],
  activity: [
    '業務の種類',
    '正しければ、確認の行を消します。policy-lint words activities で一覧を見られます。',
  ],
  frequency: [
    'いつ行うか',
    '文に定めがありません。ほかの文書にも定めがなければ、unstated のままにします。',
    '{ every: P6M }',
  ],
  interval: [
    '「定期的に」の間隔',
    '別に定めがあれば { every: P1Y } のように書きます。なければ periodic のままにします。',
    '{ every: P6M }',
  ],
  two: [
    '二つの頻度',
    '一つの業務や条文に頻度は一つだけ書けます。要れば、二つに分けます。',
    '{ every: P6M }',
  ],
  requirement: [
    '要求事項',
    '正しければ、確認の行を消します。policy-lint words requirements で一覧を見られます。',
  ],
  clause: [
    '条文の要求事項',
    '違えば requirement を直します。違ったままでは、別の要求事項の条文として判定されます。policy-lint words requirements で一覧を見られます。',
  ],
  bound: [
    '誰の義務か',
    '義務を負う標準の役割を subject に書きます。決まっていなければ書きません。policy-lint words roles で一覧を見られます。',
  ],
  force: [
    '義務の強さ',
    '訓令や要綱では「〜する」も義務です。努力義務なら force を endeavour に、できる規定なら may に、望ましいなら advice に直します。',
  ],
  changed: ['変わった文', '読み取ったキーと前の値が合うかを見て、確認の行を消します。'],
  order: ['連絡の順', '表の順のとおりに連絡するのであれば、確認の行を消します。'],
}

/** How many questions there are. */
export function countOf(answers: readonly Answers[]): number {
  return answers.reduce((sum, { asked }) => sum + asked.length, 0)
}

/** The questions of a draft, those alike together, so that one answer settles many. */
export function answersTo({ elements }: Draft): readonly Answers[] {
  const groups = new Map<string, Map<string, DraftElement[]>>()
  for (const element of elements) {
    for (const { about, question } of element.doubts) {
      const group = groups.get(about) ?? new Map<string, DraftElement[]>()
      group.set(question, [...(group.get(question) ?? []), element])
      groups.set(about, group)
    }
  }
  return Object.entries(kinds).flatMap(([about, [title, help, example]]) => {
    const group = groups.get(about)
    if (!group) return []
    return [
      {
        ...{ title, help, example },
        asked: [...group].map(([question, own]) => ({ question, elements: own })),
      },
    ]
  })
}
