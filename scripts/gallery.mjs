// Makes the pictures of docs/gallery anew: runs the commands of its page, and draws the pages that its comments name.
// Needs pdftoppm (poppler), convert (ImageMagick) and, for Word and Excel, soffice with the BIZ UD fonts.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const gallery = join(root, 'docs/gallery')
const page = readFileSync(join(gallery, 'README.md'), 'utf8')
const program = join(root, 'dist/bin/policy-lint.js')
const folder = mkdtempSync(join(tmpdir(), 'gallery-'))

/** Dots per inch: a page of A4 is about 800 dots wide. */
const sharpness = 96

try {
  for (const [, command] of page.matchAll(/^npx policy-lint (.+) --out documents$/gm)) {
    execFileSync(process.execPath, [program, ...command.split(' '), '--out', folder], { cwd: root })
  }
  for (const [, picture, file, number] of page.matchAll(/^<!-- (\S+\.png): (\S+) (\d+) -->$/gm)) {
    draw(pdfOf(join(folder, file)), number, join(gallery, picture))
    console.log(picture)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The file itself, or what an office program prints of it. */
function pdfOf(file) {
  if (extname(file) === '.pdf') return file
  const out = join(folder, extname(file).slice(1))
  // A profile of its own: settings of whoever runs this must not show.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, file])
  return join(out, `${basename(file, extname(file))}.pdf`)
}

/** One page as a small picture: few colours, a thin frame, no metadata. */
function draw(pdf, number, picture) {
  const prefix = join(folder, `page-${basename(picture, '.png')}`)
  execFileSync('pdftoppm', ['-r', `${sharpness}`, '-f', number, '-l', number, '-png', pdf, prefix])
  const drawn = readdirSync(folder).find(
    (name) =>
      join(folder, name).startsWith(`${prefix}-`) &&
      name.endsWith('.png') &&
      /^-\d+\.png$/.test(join(folder, name).slice(prefix.length)),
  )
  if (drawn === undefined) throw new Error(`${basename(pdf)} has no page ${number}`)
  const look = ['-bordercolor', '#999999', '-border', '1', '-dither', 'None', '-colors', '16']
  const bare = [
    '-strip',
    '-define',
    'png:exclude-chunks=date,time',
    '-define',
    'png:compression-level=9',
  ]
  execFileSync('convert', [join(folder, drawn), ...look, ...bare, `PNG8:${picture}`])
}
