/**
 * Why a file or folder could not be read. A value, never thrown: the other files are still checked.
 * This floor knows no findings; `finding/problem.ts` turns it into one.
 */
export interface ReadProblem {
  /** Stable, kebab-case. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly path: string
  readonly message: string
  readonly why: string
  readonly fix: string
}

/** A path that the user named and that is not there. */
export function notFound(path: string): ReadProblem {
  return {
    code: 'not-found',
    severity: 'error',
    path,
    message: `「${path}」が見つかりません`,
    why: '指定された名前のファイルもフォルダーもありません。',
    fix: '名前の打ち間違いがないか、今いるフォルダーが正しいかを確かめてください。',
  }
}

/** A file that the user named and that is not called `.yaml` or `.yml`. */
export function notYaml(path: string): ReadProblem {
  return {
    code: 'not-yaml',
    severity: 'error',
    path,
    message: `「${path}」はYAMLファイルではありません`,
    why: '名前の終わりが .yaml か .yml のファイルだけを読みます。',
    fix: 'YAMLファイルか、それを含むフォルダーを指定してください。',
  }
}

/** A file or folder that the system refused to open. */
export function cannotOpen(path: string, cause: unknown): ReadProblem {
  return {
    code: 'cannot-open',
    severity: 'error',
    path,
    message: `「${path}」を開けません`,
    why: reasonOf(cause),
    fix: '読み取りの許可があるか、ほかの人やソフトが使っていないかを確かめてください。',
  }
}

/** A symbolic link whose target lies outside the folder that is being read. */
export function leadsOutside(path: string): ReadProblem {
  return {
    code: 'link-outside',
    severity: 'warning',
    path,
    message: `「${path}」は読みませんでした`,
    why: 'リンクの行き先が、調べているフォルダーの外にあります。',
    fix: '中身を調べるときは、行き先のフォルダーを直接指定してください。',
  }
}

/** A symbolic link in a folder whose links are not followed, wherever it leads. */
export function linkInside(path: string): ReadProblem {
  return {
    code: 'link-inside',
    severity: 'error',
    path,
    message: `「${path}」は読みませんでした`,
    why: 'リンクです。フォルダーの中のリンクは、たどりません。',
    fix: 'リンクの行き先を直接指定してください。',
  }
}

/** A device, a pipe, a folder where a file is meant: none is opened. */
export function notPlain(path: string, kind: 'EISDIR' | 'ENOTPLAIN' = 'ENOTPLAIN'): ReadProblem {
  return {
    code: 'not-plain',
    severity: 'error',
    path,
    message: `「${path}」は読みませんでした`,
    why: reasons[kind],
    fix: '中身をふつうのファイルに保存するか、ここから除いてください。',
  }
}

/** A symbolic link that leads nowhere or in a circle. */
export function brokenLink(path: string): ReadProblem {
  return {
    code: 'broken-link',
    severity: 'error',
    path,
    message: `「${path}」のリンクが切れています`,
    why: 'リンクの行き先にファイルもフォルダーもありません。',
    fix: 'リンクを作り直すか、消してください。',
  }
}

/** A file larger than the stated limit. */
export function tooLarge(path: string, bytes: number, limit: number): ReadProblem {
  return {
    code: 'too-large',
    severity: 'error',
    path,
    message: `ファイルが大きすぎます（${megabytes(bytes)}MB）`,
    why: `1つのファイルは${megabytes(limit)}MBまで読みます。`,
    fix: '年度や台帳ごとにファイルを分けるか、要らないものを除いてください。',
  }
}

/** A folder of more files than are read. */
export function tooMany(path: string, limit: number): ReadProblem {
  return {
    code: 'too-many-files',
    severity: 'error',
    path,
    message: `「${path}」のファイルが多すぎます`,
    why: `1つのフォルダーからは${limit.toLocaleString('ja-JP')}個まで読みます。`,
    fix: '使うものだけを残すか、別のフォルダーに分けてください。',
  }
}

/** A file whose bytes are not UTF-8; the encoding is named where it could be told. */
export function notUtf8(path: string, encoding: string | undefined): ReadProblem {
  return {
    code: 'not-utf8',
    severity: 'error',
    path,
    message: encoding ? `文字コードが${encoding}です` : 'UTF-8ではありません',
    why: '読めるファイルの文字コードはUTF-8だけです。',
    fix: 'エディターの「名前を付けて保存」などで、文字コードにUTF-8を選んで保存し直してください。',
  }
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(1).replace(/\.0$/, '')
}

const reasons = {
  EISDIR: 'ファイルではなくフォルダーです。',
  ENOTPLAIN: 'ふつうのファイルではありません（装置やパイプなどです）。',
} as const

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return '読み取りが許可されていません。'
    case 'ENOENT':
      return 'その名前のものがありません。'
    case 'ELOOP':
      return 'リンクが輪になっています。'
    case 'EBUSY':
      return 'ほかのソフトが使っています。'
    case 'EISDIR':
    case 'ENOTPLAIN':
      return reasons[code]
    case 'ENAMETOOLONG':
      return '名前が長すぎます。'
    case 'EFBIG':
      return '読める大きさを超えています。'
    default:
      return typeof code === 'string'
        ? `システムが読み取りを断りました（${code}）。`
        : 'システムが読み取りを断りました。'
  }
}
