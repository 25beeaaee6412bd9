import fc from 'fast-check'
import type { Finding } from '../../src/finding/finding.ts'
import type { Report } from '../../src/finding/report.ts'
import { findingOn, reportOf } from './report.ts'

/** What some format takes for its own syntax, or a forge for something to act on. */
const pieces = [
  ...['::', '::error::', '##[error]', '%', '%0A', '%25', '\r\n', '\n', '\r', '\t', ',', ':'],
  ...[']]>', '<!--', '-->', '<![CDATA[', '&lt;', '&', '<', '>', '"', "'", '<script>', '</details>'],
  ...['|', '\\|', '`', '```', '``', '*', '_', '~~', '[a](b)', '![a](b)', '[x]: y', '\\', '#', '# '],
  ...['- ', '1. ', '> ', '@someone', '#12', 'https://x.example/', 'www.x.example', 'a@b.example'],
  ...['{0}', '{{1}}', '](', '$x$', '\u0000', '\u001b[31m', '\u009b', '\u202e', '\u2066', '\u061c'],
  ...[
    '\ud800',
    '\udc00',
    '\uffff',
    '\ufffe',
    '\u2028',
    '\u0085',
    '😀',
    'が',
    '①',
    '  ',
    '</testsuite>',
  ],
]

/** A text that wants to be more than a text. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(''))

/** A path of such texts. */
const hostilePath = fc
  .array(hostileText, { minLength: 1, maxLength: 3 })
  .map((names) => names.map((name) => name.replace(/[/\\]/g, '') || 'x').join('/'))

const source = { path: 'a.yaml', text: 'kind: procedure\ntitle: 実施手順\n' }

const finding: fc.Arbitrary<Finding> = fc
  .record({
    severity: fc.constantFrom('error', 'warning', 'info'),
    state: fc.option(fc.constantFrom('new', 'existing'), { nil: undefined }),
    label: hostileText,
    message: hostileText,
    why: hostileText,
    fix: fc.option(hostileText),
    expected: fc.option(hostileText),
    actual: fc.option(hostileText),
    requirement: fc.option(hostileText),
    path: hostilePath,
    document: hostileText,
    related: fc.array(hostileText, { maxLength: 2 }),
    fingerprint: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ path, document, related, fingerprint, state, ...words }) => {
    const plain = findingOn(source, '実施手順')
    const location = { ...plain.location, path }
    return {
      ...plain,
      ...words,
      ...(state === undefined ? {} : { state }),
      fingerprint: fingerprint.toString(16).padStart(16, '0'),
      article: { pack: 'aoba', document, number: null, text: document },
      location,
      related: related.map((message) => ({ message, location })),
    }
  })

/** A report whose every text is hostile. */
export const hostileReport: fc.Arbitrary<Report> = fc
  .record({
    findings: fc.array(finding, { maxLength: 4 }),
    waived: fc.array(finding, { maxLength: 1 }),
    name: hostileText,
    exception: hostileText,
  })
  .map(({ findings, waived, name, exception }) => {
    const report = reportOf(findings, {
      cannotJudge: [
        {
          rule: 'log.analysed',
          requirement: exception,
          system: 'aoba-city/library',
          element: exception,
          reason: 'missing',
          missing: [{ kind: 'records', path: exception }],
        },
      ],
      waived: waived.map((one) => ({
        fingerprint: one.fingerprint,
        exception,
        expires: '2027-03-31',
        reason: exception,
        finding: one,
      })),
    })
    return { ...report, systems: report.systems.map((system) => ({ ...system, name })) }
  })
