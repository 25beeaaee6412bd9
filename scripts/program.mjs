// Bundles the program into a launcher that knows its version and few files of CommonJS behind it, so that
// a run reads what it needs: files of ESM, or many of either, took a tenth of a small run longer.
import { basename, join, relative } from 'node:path'
import { build } from 'esbuild'

/**
 * The files, each with the modules (or folders of them) it is there for. A module goes into the first
 * that needs it, and the later ones have it from there, so that no class and no state is there twice.
 * What is imported lazily and named nowhere is with who imports it.
 */
const files = {
  run: [
    'src/cli/program.ts',
    'src/workflow/check.ts',
    'src/workflow/judge/memory.ts',
    'src/source/write-together.ts',
    'src/workflow/open/dossiers.ts',
    'src/format/unread.ts',
    'src/rule/example/pointer.ts',
    'src/yaml/write.ts',
  ],
  packs: ['src/rule/verify.ts', 'src/rule/ship.ts'],
  git: ['src/source/git'],
  compare: [
    'src/workflow/compare.ts',
    'src/workflow/compare/editions.ts',
    'src/workflow/compare/notices.ts',
    'src/workflow/compare/since.ts',
    'src/workflow/compare/taken-away.ts',
    'src/format/changes.ts',
    'src/words/name.ts',
    // Read back by `import`, written by documents.
    'src/model/carried.ts',
    // What falls due stands in documents too.
    'src/model/due.ts',
    'src/words/due.ts',
    'src/workflow/open/concerned.ts',
  ],
  survey: [
    'src/workflow/judge/coverage.ts',
    'src/workflow/survey/mutate.ts',
    'src/workflow/survey/explain.ts',
    'src/workflow/survey/test-rules.ts',
    'src/workflow/survey/words.ts',
    'src/schema/schema-text.ts',
    'src/format/coverage.ts',
    'src/format/mutation.ts',
    'src/format/rules',
    'src/format/rules.ts',
    'src/format/rule-test.ts',
    'src/format/review.ts',
  ],
  begin: ['src/workflow/begin/town.ts', 'src/workflow/begin/organisations.ts', 'src/cli/ask.ts'],
  due: ['src/workflow/survey/due.ts', 'src/format/due.ts', 'src/format/due'],
  // What documents are made of and what they are read from has these packages in common.
  zip: ['node_modules/fflate'],
  html: ['node_modules/parse5'],
  import: ['src/workflow/import.ts', 'src/workflow/import', 'src/import'],
  documents: [
    'src/render',
    'src/workflow/publish.ts',
    'src/workflow/survey/due-workbook.ts',
    'src/workflow/survey/review.ts',
    'src/workflow/publish/compare.ts',
    'src/workflow/publish/templates.ts',
  ],
}

const settings = {
  bundle: true,
  format: 'cjs',
  supported: { 'dynamic-import': false },
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
}

const schemas = apart(/\.schema\.json$/, (path) => `../lib/schema/${basename(path)}`)

/**
 * Writes the program into a folder.
 * @param {string} root the repository
 * @param {string} outdir
 * @param {{ version: string, external: readonly string[] }} options what stays outside, for it may be
 *   missing on a machine and is looked for when a document needs it
 */
export async function buildProgram(root, outdir, { version, external }) {
  const options = {
    ...settings,
    absWorkingDir: root,
    external,
    define: { POLICY_LINT_VERSION: JSON.stringify(version), 'import.meta.url': '__url' },
    banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
  }
  await build({
    ...options,
    outdir,
    entryPoints: { 'policy-lint': 'src/cli/bin.ts' },
    plugins: [apart(/^\.\/program\.ts$/, () => './run.js')],
  })
  const { inputs, placed } = await planProgram(root, external)
  const shared = crossings(inputs, placed)
  for (const name of Object.keys(files)) {
    const own = [...shared].filter((path) => placed.get(path) === name)
    await build({
      ...options,
      outfile: join(outdir, `${name}.js`),
      stdin: { contents: face(name, own), sourcefile: `${name}.js`, resolveDir: root },
      plugins: [schemas, fromOther(name, root, inputs, placed)],
    })
  }
}

/**
 * Which file each module of the program goes into.
 * @param {string} root the repository
 * @param {readonly string[]} external
 */
export async function planProgram(root, external) {
  const { metafile } = await build({
    ...settings,
    absWorkingDir: root,
    external,
    outdir: 'dist',
    write: false,
    metafile: true,
    entryPoints: [files.run[0]],
    // Nothing is written, so it does not matter where this program would be.
    logOverride: { 'empty-import-meta': 'silent' },
    plugins: [schemas],
  })
  return { inputs: metafile.inputs, placed: place(metafile.inputs) }
}

/** The file of each module: the first whose own modules lead to it, but by a lazy import of another's. */
function place(inputs) {
  const paths = Object.keys(inputs)
  const starts = Object.entries(files).map(([name, own]) => [
    name,
    own.flatMap((one) => paths.filter((path) => path === one || path.startsWith(`${one}/`))),
  ])
  const named = new Set(starts.flatMap(([, own]) => own))
  const placed = new Map()
  for (const [name, own] of starts) {
    const open = [...own]
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (placed.has(path)) continue
      placed.set(path, name)
      const needed = inputs[path].imports.filter(
        (one) => !one.external && !(one.kind === 'dynamic-import' && named.has(one.path)),
      )
      open.push(...needed.map((one) => one.path))
    }
  }
  return placed
}

/** The modules that a file has from another. */
function crossings(inputs, placed) {
  const crossed = [...placed].flatMap(([path, name]) =>
    inputs[path].imports.filter((one) => placed.has(one.path) && placed.get(one.path) !== name),
  )
  return new Set(crossed.map(({ path }) => path))
}

/** What a file shows: the modules that others have from it, each begun when it is first asked for. */
function face(name, own) {
  const modules = own.map((path) => `'${path}': () => require('./${path}'),`)
  const program = name === 'run' ? "export { main } from './src/cli/program.ts'\n" : ''
  return `${program}export const modules = {\n${modules.join('\n')}\n}\n`
}

/** Takes the modules that stand in another file from there. */
function fromOther(name, root, inputs, placed) {
  return {
    name: 'from-other',
    setup(bundle) {
      bundle.onResolve({ filter: /./, namespace: 'file' }, ({ path, importer }) => {
        const from = inputs[relative(root, importer).replaceAll('\\', '/')]
        const to = from?.imports.find(({ original }) => original === path)?.path
        const file = placed.get(to)
        if (file === undefined || file === name) return undefined
        return { path: `${to}.cjs`, namespace: 'other', pluginData: to }
      })
      bundle.onResolve({ filter: /./, namespace: 'other' }, ({ path }) => ({
        path,
        external: true,
      }))
      bundle.onLoad({ filter: /./, namespace: 'other' }, ({ pluginData: path }) => ({
        contents: `module.exports = require('./${placed.get(path)}.js').modules['${path}']()`,
      }))
    },
  }
}

/** Leaves what a pattern names out of a bundle, to be loaded from a file beside it. */
function apart(filter, place) {
  return {
    name: 'apart',
    setup: (bundle) =>
      bundle.onResolve({ filter }, ({ path }) => ({ path: place(path), external: true })),
  }
}
