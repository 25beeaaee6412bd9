import { contractors, departments, sections } from './words.mjs'

/** The invented city that every generated system belongs to. */
export const cityId = 'benchmark-city'

/** Ids of the sections, of the groups of using sections, and of the contractors. */
export const sectionIds = departments.flatMap((_, d) => sections.map((_, s) => sectionId(d, s)))
export const groupIds = departments.map((_, d) => `users-${d}`)
export const contractorIds = contractors.map((_, c) => `vendor-${c}`)

/** @returns {object} the municipality file */
export function municipality() {
  return {
    kind: 'municipality',
    id: cityId,
    name: '試算市（架空）',
    standards: [{ pack: 'base', edition: '2025-03', from: '2025-03-28' }],
    organisations: [
      ...departments.map((name, d) => ({
        id: `dept-${d}`,
        name: `${name}部`,
        children: sections.map((section, s) => ({
          id: sectionId(d, s),
          name: `${name}部${section}`,
        })),
      })),
      ...contractors.map((name, c) => ({ id: contractorIds[c], name, kind: 'external' })),
    ],
    groups: departments.map((name, d) => ({
      id: groupIds[d],
      name: `${name}部ほかの利用課`,
      known: 'all',
      members: membersOf(d).map((organisation) => ({ organisation })),
    })),
  }
}

/** The sections of a group of using sections. @param {number} group its place among the groups */
export function membersOf(group) {
  return [group, group + 3, group + 7].map((near) =>
    sectionId(near % departments.length, near % sections.length),
  )
}

function sectionId(department, section) {
  return `sec-${department}-${section}`
}
