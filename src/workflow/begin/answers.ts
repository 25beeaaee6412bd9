import { shapeNamed } from '../../schema/kind.ts'

/** What a municipality must say of itself before its first run. */
export interface Answers {
  /** The name of the municipality. */
  readonly name: string
  /** The name of the first system to be judged. */
  readonly systemName: string
  /** The two by the names that files use: `aoba-city/library`. */
  readonly system: string
  /** The section in charge of the system. */
  readonly owner: string
  /** The pack that it is judged by. */
  readonly pack: string
}

/** A question for a person, and how the same is given as an option. */
export interface Question {
  readonly flag: string
  readonly value: string
  readonly about: string
  readonly asks: string
  readonly example: string
  /** What is asked for instead of an answer that cannot be. */
  readonly fault: (answer: string) => string | undefined
}

/** The five questions, in the order in which they are asked. */
export const questions: Readonly<Record<keyof Answers, Question>> = {
  name: {
    flag: '--name',
    value: '名称',
    about: '自治体の名称',
    asks: '自治体の名称は何ですか',
    example: '青葉市',
    fault: lineFault,
  },
  systemName: {
    flag: '--system-name',
    value: '名称',
    about: '初めに調べるシステムの名称',
    asks: '初めに調べるシステムの名称は何ですか',
    example: '図書館システム',
    fault: lineFault,
  },
  system: {
    flag: '--system',
    value: '自治体/システム',
    about: 'ファイルで使う英字の名前（自治体のID/システムのID）',
    asks: 'ファイルで使う英字の名前（自治体/システム）は何にしますか',
    example: 'aoba-city/library',
    fault: systemFault,
  },
  owner: {
    flag: '--owner',
    value: '所属',
    about: 'そのシステムを所管する所属の名称',
    asks: 'そのシステムを所管する所属はどこですか',
    example: '中央図書館',
    fault: lineFault,
  },
  pack: {
    flag: '--pack',
    value: 'パック',
    about: '照らし合わせる対策基準のパック（省略すると base）',
    asks: 'どの対策基準に照らして調べますか',
    example: 'base',
    fault: lineFault,
  },
}

/** The pack of those who name none: what all municipalities have in common. */
export const commonPack = 'base'

/** Who runs the check at every change. */
export const gateNames = ['github', 'gitlab', 'none'] as const

export type GateName = (typeof gateNames)[number]

/** What a pipeline fetches and runs: named by what it holds, so that nobody can lay something else under the name. */
export interface Fetched {
  /** Where the tool itself is kept. */
  readonly repository: string
  /** The commit of the tool: 40 hexadecimal digits, 64 where Git counts by SHA-256. */
  readonly commit: string
  /** The container that GitLab runs it in, `NAME@sha256:` and 64 hexadecimal digits. */
  readonly image: string
}

/** What stands for each until somebody writes it; with the last two a pipeline stops before it runs anything. */
export const unknownFetched: Fetched = {
  repository: 'https://git.example.jp/tools/policy-lint',
  commit: '0'.repeat(40),
  image: `node:24@sha256:${'0'.repeat(64)}`,
}

/** How each is given as an option, and what is asked for instead of one that cannot be. */
export const fetchedOptions: Readonly<
  Record<keyof Fetched, Pick<Question, 'flag' | 'value' | 'about' | 'fault'>>
> = {
  repository: {
    flag: '--repository',
    value: 'URL',
    about: '--ci のファイルに書く、policy-lint を置いたリポジトリー',
    fault: lineFault,
  },
  commit: {
    flag: '--commit',
    value: 'ハッシュ',
    about: '--ci のファイルに書く、policy-lint のコミット（git rev-parse HEAD で分かります）',
    fault: (answer) =>
      /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(answer)
        ? undefined
        : 'タグやブランチは後から付け替えられます。コミットのハッシュを40字（か64字）とも書いてください',
  },
  image: {
    flag: '--image',
    value: 'イメージ',
    about: '--ci gitlab のファイルに書く、Node のイメージ（node:24@sha256:…）',
    fault: (answer) =>
      /^[\w./:-]+@sha256:[0-9a-f]{64}$/.test(answer)
        ? undefined
        : 'タグは後から付け替えられます。確かめたハッシュを付けて「node:24@sha256:（64字）」の形で書いてください',
  },
}

function lineFault(answer: string): string | undefined {
  if (answer.trim() === '') return '何か書いてください'
  return /[\r\n]/.test(answer) ? '1行で書いてください' : undefined
}

function systemFault(answer: string): string | undefined {
  if (isLike(answer, 'Context', 'system')) return undefined
  return '半角の英小文字か数字で始まる二つの名前を / でつないでください'
}

/** Whether a text may be an ID of an organisation. */
export function isOrganisationId(text: string): boolean {
  return isLike(text, 'Organisation', 'id')
}

function isLike(text: string, shape: string, key: string): boolean {
  const type = shapeNamed(shape).fields[key]?.type
  if (type?.kind !== 'text' || type.pattern === undefined) {
    throw new Error(`${shape}.${key} has no pattern`)
  }
  return new RegExp(type.pattern, 'u').test(text)
}
