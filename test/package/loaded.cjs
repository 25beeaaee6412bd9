// Preloaded into a run: writes the files it loaded, when it ends.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  writeFileSync(process.env.POLICY_LINT_LOADED, JSON.stringify(Object.keys(require.cache)))
})
