import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser } from '../../../src/render/pdf/browser.ts'

const axe = resolve(import.meta.dirname, '../../../node_modules/axe-core/axe.min.js')

/** What looks at the pages, in the browser. */
const script = resolve(import.meta.dirname, 'look.js')

/** A browser of this machine, where the checker that runs in it is installed too. */
export const browser = existsSync(axe) ? findBrowser() : undefined

/** A width that phones have. */
const phone = 360

/**
 * What keeps people from reading some pages on a phone or by a screen reader, a line each after the name of its page:
 * what axe finds, and what stands outside the screen without moving. One browser opens them all.
 */
export function pageFaults(program: string, pages: ReadonlyMap<string, string>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'policy-lint-pages-'))
  try {
    const file = join(folder, 'pages.html')
    writeFileSync(file, harness(pages))
    const options = [
      '--headless',
      '--disable-gpu',
      // In a container there is nobody whom the sandbox could be run as; the pages are our own.
      '--no-sandbox',
      '--no-first-run',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--window-size=800,900',
      '--virtual-time-budget=600000',
      '--dump-dom',
      pathToFileURL(file).href,
    ]
    const told = execFileSync(program, options, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 26,
    })
    const [, found] = /<output>(.*?)<\/output>/s.exec(told) ?? []
    if (found === undefined) throw new Error('the browser did not come to an end')
    return JSON.parse(decodeURIComponent(found)) as readonly string[]
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

function harness(pages: ReadonlyMap<string, string>): string {
  // The pages run nothing: their policy is taken off so that the checker can.
  const open = [...pages].map(([name, html]) => [
    name,
    html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''),
  ])
  const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
  return `<!DOCTYPE html><meta charset="utf-8"><title>pages</title><body><script>
const checker = ${inScript(readFileSync(axe, 'utf8'))}
const pages = ${inScript(open)}
${readFileSync(script, 'utf8')}
look(pages, checker, ${phone})
</script>`
}
