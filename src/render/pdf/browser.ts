import nodePath from 'node:path'
import { pathToFileURL } from 'node:url'
import { firstThere, withScratch } from '../../source/other-program.ts'

/** What of a process decides where its browsers are. */
export interface Machine {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The browsers that can print, Edge first: every Windows has it. */
export function browserPlaces({ platform, env }: Machine): readonly string[] {
  if (platform === 'win32') {
    const roots = [env['ProgramFiles(x86)'], env['ProgramFiles'], env['LOCALAPPDATA']]
    const programs = [
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Google\\Chrome\\Application\\chrome.exe',
    ]
    return programs.flatMap((program) =>
      roots.flatMap((root) => (root === undefined ? [] : [nodePath.win32.join(root, program)])),
    )
  }
  if (platform === 'darwin') {
    return ['Microsoft Edge', 'Google Chrome', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  const names = [
    'microsoft-edge',
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
  ]
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'))
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}`))
}

/** A browser of this machine that can print. */
export function findBrowser(machine: Machine = process): string | undefined {
  return firstThere(browserPlaces(machine))
}

/** How long a browser may take. */
const patience = 60_000

/**
 * Prints an HTML file as PDF with an installed browser: without a shell, with a profile of its own, so
 * that nothing of the user's is touched. Undefined where the browser does not print.
 */
export async function printWithBrowser(
  browser: string,
  html: string,
  day: string,
): Promise<Uint8Array | undefined> {
  return withScratch(async (scratch) => {
    scratch.write('document.html', html)
    const options = [
      '--headless',
      '--disable-gpu',
      '--disable-extensions',
      '--no-first-run',
      '--no-default-browser-check',
      `--user-data-dir=${scratch.pathOf('profile')}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${scratch.pathOf('document.pdf')}`,
      pathToFileURL(scratch.pathOf('document.html')).href,
    ]
    await scratch.run(browser, options, { patience })
    const bytes = scratch.read('document.pdf')
    return bytes && dated(bytes, day)
  })
}

/** The same file made on the day: dates of the same length, so that nothing else moves. */
function dated(bytes: Uint8Array, day: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const fixed = text.replace(
    /(\/(?:CreationDate|ModDate) \(D:)\d{14}([^)]*\))/g,
    (_, before: string, after: string) => `${before}${day.replaceAll('-', '')}000000${after}`,
  )
  return new Uint8Array(Buffer.from(fixed, 'latin1'))
}
