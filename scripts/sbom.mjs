// npm sbom --sbom-format cyclonedx --package-lock-only | node scripts/sbom.mjs
//
// The list of all parts of a release (SBOM, CycloneDX): of all that the lock file names, what runs. Told to
// omit what is for development, npm also omits what only some other part needs for development.
import { readFileSync } from 'node:fs'

const { name } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const all = JSON.parse(readFileSync(0, 'utf8'))
const isForDevelopment = ({ properties }) =>
  properties.some((one) => one.name === 'cdx:npm:package:development')
const components = all.components.filter((one) => !isForDevelopment(one))
const refs = new Set(components.map((one) => one['bom-ref']))
const own = all.metadata.component
const dependencies = all.dependencies
  .filter(({ ref }) => refs.has(ref) || ref === own['bom-ref'])
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }))
// npm calls the package by the folder it stands in.
const metadata = { ...all.metadata, component: { ...own, name } }
console.log(JSON.stringify({ ...all, metadata, components, dependencies }, null, 2))
