import { cityId } from './municipality.mjs'
import { dutyForms } from './duties.mjs'
import { malwareProvision, provisionForms } from './provisions.mjs'

/**
 * @typedef {object} Profile what a generated system is like
 * @property {string} id
 * @property {string} name
 * @property {'internet' | 'lgwan' | 'closed'} connection
 * @property {readonly string[]} traits
 * @property {string} owner
 * @property {string} group the sections that use it
 * @property {string} contractor
 * @property {string} day when its procedure came into force
 */

/**
 * The procedure of a system before its prose is drawn out to length.
 * @param {Profile} profile
 * @param {import('./random.mjs').Draws} draws
 * @returns {object}
 */
export function procedure(profile, draws) {
  return {
    kind: 'procedure',
    system: `${cityId}/${profile.id}`,
    id: `${profile.id}-procedure`,
    title: `${profile.name}情報セキュリティ実施手順`,
    covers: [profile.group, profile.owner],
    standard: { pack: 'base', edition: '2025-03' },
    owner: profile.owner,
    established: profile.day,
    inForce: { from: profile.day },
    revisions: [{ on: profile.day, summary: '共通の要求事項の改定に合わせた' }],
    roles: roles(profile),
    duties: duties(profile, draws),
    provisions: provisions(profile),
    chains: [chain(profile)],
    passwords: [
      { id: 'user', minLength: draws.int(8, 14), complexity: true, sharedAllowed: false },
    ],
    logs: [
      {
        id: 'access',
        kind: 'access',
        items: ['login', 'failedLogin', 'user', 'time', 'operation'],
        retention: 'P1Y',
        protection: '書換えのできない領域に保管する',
      },
    ],
  }
}

function roles({ owner, group, contractor }) {
  return [
    {
      id: 'kanri',
      canonical: 'security-manager',
      name: '情報セキュリティ管理者',
      post: '課長',
      organisation: owner,
      deputy: '課長代理',
    },
    {
      id: 'gyomu',
      canonical: 'system-manager',
      name: '情報システム管理者',
      post: '課長',
      organisation: owner,
      deputy: '課長代理',
    },
    {
      id: 'tanto',
      canonical: 'system-staff',
      name: '情報システム担当者',
      post: '担当係長',
      organisation: owner,
    },
    {
      id: 'riyo',
      canonical: 'using-section-head',
      name: '利用課の長',
      post: '課長',
      organisation: group,
      each: true,
    },
    { id: 'hoshu', canonical: 'contractor', name: '委託事業者', organisation: contractor },
  ]
}

function duties(profile, draws) {
  return dutyForms
    .filter(({ when }) => when === undefined || profile.traits.includes(when))
    .filter(({ optional }) => !optional || draws.chance(0.6))
    .map(({ activity, requirement, title, rest }) => ({
      id: activity.replace('.', '-').toLowerCase(),
      activity,
      requirement: requirement === 'MAL' ? malwareKey(profile) : requirement,
      title,
      text: undefined,
      ...copy(rest),
      since: profile.day,
    }))
}

function provisions(profile) {
  const malware = malwareProvision[profile.connection === 'internet' ? 'internet' : 'closed']
  return [...provisionForms, malware]
    .filter(({ when }) => when === undefined || profile.traits.includes(when))
    .map(({ requirement, text, states }) => ({
      id: `p-${requirement.toLowerCase()}`,
      requirement,
      text,
      states: [...states],
    }))
}

/** A copy of its own, for a fault may be put into it. */
function copy(rest) {
  return JSON.parse(JSON.stringify(rest))
}

function malwareKey({ connection }) {
  return connection === 'internet' ? 'MAL-1' : 'MAL-2'
}

function chain({ owner, group, contractor }) {
  return {
    id: 'emergency',
    title: '障害・侵害時の連絡体制',
    triggers: ['failure', 'intrusion'],
    asOf: '2026-04-10',
    firstReporter: group,
    nodes: [
      { organisation: owner, role: 'gyomu', phoneDay: '内線0000', phoneNight: '当直経由' },
      {
        organisation: contractor,
        role: 'hoshu',
        phoneDay: '000-0000-0000',
        phoneNight: '000-0000-0000',
      },
    ],
    edges: [
      { from: group, to: owner, means: '電話' },
      { from: owner, to: group, means: '電話' },
      { from: owner, to: contractor, means: '電話' },
      { from: contractor, to: owner, means: '電話' },
    ],
  }
}
