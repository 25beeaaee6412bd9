// Makes the pictures of docs/gallery anew: runs the commands of its page, and draws the pages that its comments name;
// then those of the pages that are done from top to bottom (docs/first-steps.ja.md), each of what its comment names.
// Needs pdftoppm (poppler), convert (ImageMagick), chromium and, for Word and Excel, soffice with the BIZ UD fonts.
// `node scripts/gallery.mjs steps` makes the latter alone.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { crc32 } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const gallery = join(root, 'docs/gallery')
const page = readFileSync(join(gallery, 'README.md'), 'utf8')
const program = join(root, 'dist/bin/policy-lint.js')
const folder = mkdtempSync(join(tmpdir(), 'gallery-'))

/** Dots per inch: a page of A4 is about 800 dots wide. */
const sharpness = 96

try {
  if (process.argv[2] !== 'steps') drawGallery()
  drawSteps()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function drawGallery() {
  for (const [, command] of page.matchAll(/^npx policy-lint (.+) --out documents$/gm)) {
    execFileSync(process.execPath, [program, ...command.split(' '), '--out', folder], { cwd: root })
  }
  for (const [, picture, file, number] of page.matchAll(/^<!-- (\S+\.png): (\S+) (\d+) -->$/gm)) {
    draw(pdfOf(join(folder, file)), number, join(gallery, picture))
    console.log(picture)
  }
}

/** The test of those pages does what they say; here it leaves what each picture is drawn from. */
function drawSteps() {
  const env = { ...process.env, POLICY_LINT_PICTURES: folder }
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  // What is not yet drawn fails there; what is drawn is held against the pages by the next run.
  execFileSync(process.execPath, [vitest, 'run', 'test/first-steps.test.ts', '-t', 'step: '], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.png.json'))) {
    const {
      picture,
      source,
      height = 1100,
      examples,
    } = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    const html = join(folder, `${name}.html`)
    writeFileSync(html, source.startsWith('$ ') ? terminalOf(source) : source)
    const [drawn, target] = [join(folder, `${name}.png`), join(root, 'docs', picture)]
    mkdirSync(dirname(target), { recursive: true })
    const look = ['--headless', '--no-sandbox', '--hide-scrollbars', `--window-size=1024,${height}`]
    execFileSync('chromium', [...look, `--screenshot=${drawn}`, pathToFileURL(html).href])
    reduce(drawn, target)
    writeFileSync(target, noting(readFileSync(target), `Examples\0${examples}`))
    console.log(picture)
  }
}

/** What a terminal shows, as a page. */
function terminalOf(text) {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const font = "font: 18px/1.5 'BIZ UDGothic', monospace"
  return `<!doctype html><meta charset="utf-8"><body style="margin: 24px"><pre style="${font}">${plain}</pre>`
}

/** A PNG that carries a text, before its end. */
function noting(png, text) {
  const body = Buffer.concat([Buffer.from('tEXt'), Buffer.from(text, 'latin1')])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return Buffer.concat([png.subarray(0, -12), chunk, png.subarray(-12)])
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
  reduce(join(folder, drawn), picture)
}

/** A picture with few colours, a thin frame and no metadata. */
function reduce(drawn, picture) {
  const look = ['-bordercolor', '#999999', '-border', '1', '-dither', 'None', '-colors', '16']
  const bare = [
    '-strip',
    '-define',
    'png:exclude-chunks=date,time',
    '-define',
    'png:compression-level=9',
  ]
  execFileSync('convert', [drawn, ...look, ...bare, `PNG8:${picture}`])
}
