import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { kinds, resolve, target } from './schemas.mjs'

const shared = ['basis', 'source', 'notes']
const nouns = {
  organisation: '組織',
  group: 'グループ',
  role: '役割',
  duty: '担当業務',
  procedure: '実施手順',
  contract: '契約',
  sla: 'SLAの項目',
  log: 'ログ',
  body: '体制',
  place: '場所',
  network: 'ネットワーク',
}

/** The page with its tables made anew: what stands between `<!-- KIND -->` and `<!-- /KIND -->`. */
export async function documentation(schemas, url) {
  let page = (await readFile(url, 'utf8')).replaceAll('\r\n', '\n')
  const base = await readFile(new URL('../policies/base/pack.yaml', url), 'utf8')
  const parts = [
    ['asks', questions(schemas)],
    ['catalogue', catalogue(base)],
    ['parameters', parameters(base)],
    ['shared', table(schemas, 'common', { properties: annotations(), required: [] }, [])],
    ...kinds.map((kind) => [kind, tables(schemas, kind)]),
  ]
  for (const [name, text] of parts) {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
    const [from, to] = [page.indexOf(open), page.indexOf(close)]
    if (from < 0 || to < from) throw new Error(`docs/format.ja.md has no place for ${name}`)
    page = `${page.slice(0, from)}${open}\n\n${text}\n${page.slice(to)}`
  }
  return page
}

/** The themes of what one wants to know, in the order of the page. */
const themes = [
  ...['システムの性質', '体制', '業務', '規程', '利用者ID', '対策', 'ログ', 'ネットワーク'],
  ...['情報資産', '機器と媒体', '場所', '委託', '事故と障害', '研修', '周知', '点検と監査', '例外'],
]

/** What one wants to know, and where that is written: every key of a file that says what it asks (`x-asks`). */
function questions(schemas) {
  const lines = kinds.flatMap((kind) =>
    Object.entries(schemas[kind].properties).flatMap(([key, part]) => {
      const [theme, question] = part['x-asks'] ?? []
      if (theme === undefined) return []
      if (!themes.includes(theme)) throw new Error(`${kind}.${key}: no theme ${theme}`)
      const wide = part['x-shared'] ? 'どのシステムにも及ぶ' : ''
      return [
        { theme, cells: [theme, question, `\`${kind}\` の \`${key}\`（${part.title}）`, wide] },
      ]
    }),
  )
  const rows = themes.flatMap((theme) =>
    lines.filter((line) => line.theme === theme).map(({ cells }) => `| ${cells.join(' | ')} |\n`),
  )
  const head = '| 事柄 | 何を確かめたいか | どこに書くか | 全庁に書くと |'
  return `${head}\n| --- | --- | --- | --- |\n${rows.join('')}`
}

const levels = { system: 'システム', organisation: '全庁', standard: '対策基準' }
const connections = { internet: 'インターネット', lgwan: 'LGWAN', closed: '閉域' }

/** The requirements of the base pack: who is asked, when, and what is to be laid down, topics among them. */
function catalogue(text) {
  const { requirements, topics, vocabularies } = parse(text)
  const nameOf = (vocabulary) => (id) =>
    `${vocabularies[vocabulary].find((word) => word.id === id).name}（\`${id}\`）`
  const whenOf = ({ traits = [], connection = [] } = {}) =>
    [...traits.map(nameOf('traits')), ...connection.map((one) => connections[one])].join('、')
  const rows = requirements.map(({ key, title, level, when, states = [] }) => {
    const own = topics.filter(({ requirement }) => requirement === key)
    const named = own.map((one) => {
      const asked = one.when ? `、${whenOf(one.when)}とき` : ''
      return `${one.title}（主題 \`${one.id}\`${asked}）`
    })
    const points = [...states.map(nameOf('points')), ...named].join('、')
    return `| \`${key}\` | ${title} | ${levels[level]} | ${whenOf(when)} | ${points} |\n`
  })
  const head = '| 記号 | 見出し | 誰が定めるか | 求めるとき | 定めるべき点 |'
  return `${head}\n| --- | --- | --- | --- | --- |\n${rows.join('')}\n${otherPoints(requirements, vocabularies)}`
}

/** The lengths of time and numbers that rules go by where a pack sets no others. */
function parameters(text) {
  const rows = Object.entries(parse(text).parameters).flatMap(([name, { type, value, title }]) =>
    type === 'words' || Array.isArray(value) ? [] : `| \`${name}\` | ${title} | \`${value}\` |\n`,
  )
  return `| 名前 | 何の数値か | 共通の値 |\n| --- | --- | --- |\n${rows.join('')}`
}

/** The points that a requirement does not ask of everybody: of topics, and what a text may be known to lack. */
function otherPoints(requirements, { points }) {
  const rows = requirements.flatMap(({ key, states = [] }) => {
    const others = points
      .filter(({ id, requirement }) => requirement === key && !states.includes(id))
      .map(({ id, name }) => `${name}（\`${id}\`）`)
    return others.length === 0 ? [] : `| \`${key}\` | ${others.join('、')} |\n`
  })
  const head = '| 記号 | 主題に応じて定める点と、`lacks` に書けるほかの点 |'
  return `${head}\n| --- | --- |\n${rows.join('')}`
}

function annotations() {
  const [basis, source, notes] = ['Basis', 'SourceText', 'Notes']
  return Object.fromEntries(
    Object.entries({ basis, source, notes }).map(([key, name]) => [
      key,
      { $ref: `#/$defs/${name}` },
    ]),
  )
}

function tables(schemas, kind) {
  const objects = Object.values(schemas[kind].$defs).filter(({ properties }) => properties)
  return [schemas[kind], ...objects]
    .map((schema) => {
      const heading = `**${schema.title}** … ${schema.description}${isJudged(schema) ? '' : unjudged}`
      return `${heading}\n\n${table(schemas, kind, schema, shared)}`
    })
    .join('\n')
}

/** Said of what no rule reads, once where it holds of a whole table. */
const unjudged = '判定には使いません。'

function isJudged({ properties }) {
  const own = Object.values(properties).filter(({ title }) => title)
  return own.length === 0 || own.some((part) => part['x-judged'] !== false)
}

function table(schemas, kind, schema, hidden) {
  const { properties, required = [] } = schema
  const tells = isJudged(schema)
  const rows = Object.entries(properties)
    .filter(
      ([key, part]) => !(hidden.includes(key) && part.$ref?.startsWith('common.')) || part.title,
    )
    .map(([key, part]) => {
      const { title, description, ...more } = resolve(schemas, kind, part)
      const meaning = more['x-judged'] === false && tells ? description + unjudged : description
      const must = required.includes(key) ? '必須' : requiredUnless(schema, key)
      const cells = [`\`${key}\``, title, must, form(schemas, kind, part), meaning]
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
    })
  return `| キー | 見出し | 必須 | 書き方 | 意味 |\n| --- | --- | --- | --- | --- |\n${rows.join('')}`
}

/** Where one of two keys must be written: the first says so. */
function requiredUnless({ anyOf = [] }, key) {
  const [[first] = [], [other] = []] = anyOf.map(({ required }) => required)
  return key === first ? `\`${other}\` がなければ必須` : ''
}

/** How a value is written, in Japanese. */
function form(schemas, kind, written) {
  const schema = resolve(schemas, kind, written)
  const of = (part) => form(schemas, kind, part)
  if (schema['x-ref']) return `${schema['x-ref'].map((noun) => nouns[noun]).join('または')}のID`
  if (schema['x-vocabulary']) return `用語 \`${schema['x-vocabulary']}\``
  if (schema['x-type'] === 'day') return schema['x-rough'] ? '日付、月か年度' : '日付'
  if (schema['x-type'] === 'period') return '期間'
  if (schema.enum) {
    return schema.enum.map((word, at) => `\`${word}\`（${schema.enumDescriptions[at]}）`).join('、')
  }
  if ('const' in schema) return `\`${schema.const}\``
  if (written.$ref && schema.properties) return `「${definition(schemas, kind, written).title}」`
  if (schema.anyOf) return schema.anyOf.map(of).join('、または ')
  if (schema.type === 'array') return `${of(schema.items)} の一覧`
  if (schema.type === 'object') {
    const inner = schema.additionalProperties
    return `名前: ${inner === true ? '値' : of(inner)} の組`
  }
  if (schema.type === 'boolean') return '`true` か `false`'
  if (schema.type === 'integer') return range(schema, '整数')
  if (schema.type === 'number') return range(schema, '数')
  if (Array.isArray(schema.type)) return '文字列、数、`true`、`false`'
  if (schema.pattern === '^[a-z0-9-]{1,80}$') return '仮名'
  return written.$ref && ['Id', 'Key'].includes(target(written.$ref).name) ? 'ID' : '文字列'
}

function definition(schemas, kind, { $ref }) {
  return resolve(schemas, kind, { $ref })
}

function range({ minimum, maximum }, noun) {
  return maximum >= 1_000_000 ? `${minimum}以上の${noun}` : `${minimum}から${maximum}までの${noun}`
}
