/** What kept a revision from being read; stable, kebab-case. */
export type RevisionErrorCode =
  | 'no-git'
  | 'no-repository'
  | 'not-trusted'
  | 'no-commit'
  | 'wrong-spec'
  | 'unknown-revision'
  | 'ambiguous-revision'
  | 'unknown-path'
  | 'missing-objects'
  | 'too-large'
  | 'timed-out'
  | 'git-failed'

/**
 * A revision that cannot be read, in words for the user. Thrown, for a run that compares with half a
 * revision would call old things new. This floor knows no `UsageError`; the command line makes one of it.
 */
export class RevisionError extends Error {
  override readonly name = 'RevisionError'
  readonly code: RevisionErrorCode
  /** What to do instead. */
  readonly hint: string
  /** The word that nothing was found for, and those there are: one may be near. */
  readonly missed: { readonly word: string; readonly among: readonly string[] } | undefined

  constructor(
    code: RevisionErrorCode,
    message: string,
    hint: string,
    missed?: { readonly word: string; readonly among: readonly string[] },
  ) {
    super(message)
    this.code = code
    this.hint = hint
    const among = missed?.among.filter((name) => printable(name) === name)
    this.missed = missed && among ? { word: missed.word, among } : undefined
  }
}

/** No program of the name `git` on the search path. */
export function noGit(): RevisionError {
  return new RevisionError(
    'no-git',
    'git が見つかりません',
    'ブランチやコミットと比べるには git が要ります。入れてから、もう一度実行してください（https://git-scm.com/）。',
  )
}

/** The working folder stands in no repository. */
export function noRepository(): RevisionError {
  return new RevisionError(
    'no-repository',
    '今のフォルダーは git のリポジトリの中にありません',
    'ブランチやコミットと比べるときは、git で管理しているフォルダーの中で実行してください。',
  )
}

/** The repository belongs to somebody else, and git refuses to look into it. */
export function notTrusted(folder: string): RevisionError {
  return new RevisionError(
    'not-trusted',
    `リポジトリ「${folder}」は持ち主がほかの人なので、git が読むのを断りました`,
    `信頼してよいものなら、次を実行してください。\ngit config --global --add safe.directory ${folder}`,
  )
}

/** A repository in which nothing was ever committed. */
export function noCommit(): RevisionError {
  return new RevisionError(
    'no-commit',
    'このリポジトリには、まだ一つもコミットがありません',
    'git commit で今の内容を記録してから比べてください。',
  )
}

/** Something that git may understand, but that names no single revision. */
export function wrongSpec(spec: string, hint: string): RevisionError {
  return new RevisionError('wrong-spec', `「${spec}」は、比べる相手の指定として使えません`, hint)
}

/** No branch, tag or commit of the name. */
export function unknownRevision(
  word: string,
  { names, isShallow }: { readonly names: readonly string[]; readonly isShallow: boolean },
): RevisionError {
  const message = `「${word}」という名前のブランチ・タグ・コミットがありません`
  const remote = names.find((name) => name.endsWith(`/${word}`))
  const fetch =
    'このリポジトリは履歴の一部だけを取得したものです（shallow clone）。git fetch --unshallow を実行してください（GitHub Actions では actions/checkout に fetch-depth: 0 と書きます）。'
  const hint = remote
    ? `「${remote}」ならあります。そう書いてください。`
    : isShallow
      ? fetch
      : 'git branch --all、git tag、git log で、名前を確かめてください。'
  const missed = remote || isShallow ? undefined : { word, among: names }
  return new RevisionError('unknown-revision', message, hint, missed)
}

/** A name that a branch and a tag share, or the beginning of several commits' numbers. */
export function ambiguousRevision(word: string, isNumber: boolean): RevisionError {
  return new RevisionError(
    'ambiguous-revision',
    `「${word}」が何を指すのか、一つに決まりません`,
    isNumber
      ? 'その文字で始まるコミットがいくつもあります。もっと長く書いてください。'
      : `同じ名前のものがいくつもあります。ブランチなら refs/heads/${word}、タグなら refs/tags/${word} と書いてください。`,
  )
}

/** A path that a revision does not have. */
export function unknownPath(
  revision: string,
  path: string,
  missed: { readonly word: string; readonly among: readonly string[] },
): RevisionError {
  return new RevisionError(
    'unknown-path',
    `「${revision}」には「${printable(path)}」がありません`,
    'コロンの後には、リポジトリの一番上のフォルダーからのパスを書きます（今のフォルダーからなら ./ で始めます）。',
    missed,
  )
}

/** Objects that a partial clone left on the server, or that are lost. */
export function missingObjects(revision: string, path: string | undefined): RevisionError {
  const what = path === undefined ? '内容' : `「${printable(path)}」の内容`
  return new RevisionError(
    'missing-objects',
    `「${revision}」の${what}が、このリポジトリにありません`,
    '内容の一部だけを取得したリポジトリ（partial clone）のときは、次を実行して残りも取得してください。\ngit fetch --refetch --no-filter',
  )
}

/** More than is read at once. */
export function tooMuch(revision: string): RevisionError {
  return new RevisionError(
    'too-large',
    `「${revision}」は大きすぎて読めません`,
    '手順書などを、ほかの大きな資料と別のリポジトリに分けてください。',
  )
}

/** Git was still at work when its time was over. */
export function tookTooLong(revision: string): RevisionError {
  return new RevisionError(
    'timed-out',
    `「${revision}」を調べる git が、5分たっても終わりません`,
    'git gc を実行すると、速くなることがあります。ほかに git を使っているものがないか、ネットワークの上のフォルダーでないかも確かめてください。',
  )
}

/** Anything else that git said. */
export function gitFailed(reason: string): RevisionError {
  return new RevisionError(
    'git-failed',
    `git がエラーになりました: ${printable(reason)}`,
    'git fsck を実行すると、リポジトリが壊れていないか確かめられます。',
  )
}

/** An argument that is neither; `cause` says why it is no revision. */
export function neitherPathNorRevision(argument: string, cause: RevisionError): RevisionError {
  return new RevisionError(
    cause.code,
    `「${argument}」というファイルもフォルダーも、ブランチ・タグ・コミットもありません`,
    cause.code === 'unknown-revision'
      ? cause.hint
      : `名前の打ち間違いがないか、今いるフォルダーが正しいかを確かめてください。\n${cause.message}。`,
    cause.missed,
  )
}

/** Names in a repository are others' text: none of it may steer a terminal. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\ufffd')
}
