import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

let config: string | undefined

/** A git repository in a folder of its own, of fixed people and dates and no one's settings. */
export class Repository {
  /** Holds the repository and whatever else a test puts beside it. */
  readonly outside: string
  /** The root of the work tree. */
  readonly root: string
  readonly env: Readonly<Record<string, string | undefined>>

  /** An empty one, or one like another. */
  constructor(like?: Repository) {
    this.outside = realpathSync.native(mkdtempSync(join(tmpdir(), 'policy-lint-git-')))
    this.root = join(this.outside, 'repository')
    const settings = join(this.outside, 'settings')
    // What git would do in the background would stand in the way of the tidying up.
    writeFileSync(settings, '[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n')
    this.env = {
      ...process.env,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: settings,
      GIT_AUTHOR_DATE: '2024-04-01T09:00:00+09:00',
      GIT_COMMITTER_DATE: '2024-04-01T09:00:00+09:00',
    }
    if (like) cpSync(like.root, this.root, { recursive: true, verbatimSymlinks: true })
    else this.#layOut()
  }

  /** As `git init` does, which is asked once what it writes on this machine: to start it takes long. */
  #layOut(): void {
    const git = join(this.root, '.git')
    if (config === undefined) {
      mkdirSync(this.root)
      this.git('init', '--quiet', '--initial-branch=main')
      this.git('config', 'core.autocrlf', 'false')
      config = readFileSync(join(git, 'config'), 'utf8')
      return
    }
    for (const folder of ['objects', 'refs']) mkdirSync(join(git, folder), { recursive: true })
    writeFileSync(join(git, 'config'), config)
    writeFileSync(join(git, 'HEAD'), 'ref: refs/heads/main\n')
  }

  /** Runs git in the root and gives what it says. */
  git(...args: readonly string[]): string {
    return this.gitIn(this.root, ...args)
  }

  gitIn(cwd: string, ...args: readonly string[]): string {
    const person = ['-c', 'user.name=試験', '-c', 'user.email=test@example.com']
    return execFileSync('git', [...person, ...args], {
      cwd,
      env: this.env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim()
  }

  /** Writes files into the work tree. */
  write(files: Readonly<Record<string, string | Uint8Array>>): this {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.root, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
    return this
  }

  /** Commits the whole work tree, and gives the commit's id. */
  commit(message = '変更'): string {
    this.git('add', '--all')
    this.git('commit', '--quiet', '--allow-empty', '--message', message)
    return this.#head()
  }

  /** The commit in the work tree, read as git keeps it. */
  #head(): string {
    const read = (path: string): string =>
      readFileSync(join(this.root, '.git', path), 'utf8').trim()
    const head = read('HEAD')
    return head.startsWith('ref: ') ? read(head.slice('ref: '.length)) : head
  }

  /** Puts an object into the store as it is, even one that git would not make itself. */
  object(type: 'blob' | 'tree', content: Uint8Array): string {
    return execFileSync('git', ['hash-object', '--literally', '-w', '--stdin', '-t', type], {
      cwd: this.root,
      env: this.env,
      input: content,
      encoding: 'utf8',
    }).trim()
  }

  remove(): void {
    rmSync(this.outside, { recursive: true, force: true })
  }
}
