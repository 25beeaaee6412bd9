/** Lets another program work in a folder of its own until somebody ends it; that one says its number in a file. */
import { withScratch } from '../../src/source/other-program.ts'

const [told = ''] = process.argv.slice(2)
const browser = `
  const { mkdirSync, writeFileSync } = require('node:fs')
  const [told, profile] = process.argv.slice(1)
  mkdirSync(profile)
  writeFileSync(told, String(process.pid))
  setInterval(() => writeFileSync(profile + '/state', String(Date.now())), 5)`
await withScratch(async (scratch) => {
  scratch.write('document.html', '<p>本文</p>')
  const options = ['-e', browser, told, scratch.pathOf('profile')]
  await scratch.run(process.execPath, options, { patience: 60_000 })
})
