/**
 * What one asks oneself of a sentence of a rule, so that yes means that it is kept:
 * …を管理しなければならない。 → …を管理していますか。, …を再利用しないこと。 → …を再利用しないようにしていますか。
 * A sentence whose end cannot be turned for certain is asked after whole.
 */
export function keptQuestion(sentence: string): string {
  const whole = sentence.trim().replace(/。$/, '')
  const bare = whole.replace(/(?:ものとする|こと)$/, '')
  if (/(?<!なければなら)ない$/.test(bare) && !/て?はならない$/.test(bare))
    return `${bare}ようにしていますか。`
  const banned = /^(.+)を禁止(?:する|しなければならない)$/.exec(bare)?.[1]
  if (banned !== undefined) return `${banned}をしないようにしていますか。`
  const doing = connectiveOf(bare)
  return doing === undefined ? `「${whole}」という定めを守っていますか。` : `${doing}いますか。`
}

/** A question about what was done, in である, as one about what is done, in です・ます. */
export function politeQuestion(question: string): string {
  return question
    .replace(/ことがなかったか。$/, 'ことがないようにしていますか。')
    .replace(/たか。$/, 'ていますか。')
    .replace(/だか。$/, 'でいますか。')
}

/** The rows of the syllabary that the stem of a verb may end in, with what stands before て or で. */
const stems: ReadonlyMap<string, string> = new Map([
  ...Array.from('うつわたら', (sign) => [sign, 'って'] as const),
  ...Array.from('くか', (sign) => [sign, 'いて'] as const),
  ...Array.from('ぐが', (sign) => [sign, 'いで'] as const),
  ...Array.from('すさ', (sign) => [sign, 'して'] as const),
  ...Array.from('ぬぶむなばま', (sign) => [sign, 'んで'] as const),
])

/** Verbs of one sign and る: 限る → 限って, but 見る → 見て. */
const strong = /[限知切守渡取送図残至握入]る$/
const weak = /(?:[見得着経出寝]|[いきぎしじちにびみりえけげせぜてでねべめれ])る$/

/** The form of a verb before て いる, of a sentence that ends in its plain form or in what must be done. */
function connectiveOf(sentence: string): string | undefined {
  const must = /^(.+)なければならない$/.exec(sentence)?.[1]
  if (must !== undefined) {
    const ending = stems.get(must.slice(-1))
    return ending === undefined ? `${must}て` : must.slice(0, -1) + ending
  }
  if (sentence.endsWith('する')) return `${sentence.slice(0, -2)}して`
  if (/(?:行く|いく)$/.test(sentence)) return `${sentence.slice(0, -1)}って`
  if (strong.test(sentence)) return `${sentence.slice(0, -1)}って`
  if (weak.test(sentence)) return `${sentence.slice(0, -1)}て`
  if (/[あかさたなまらうくすつぬむゆるおこそとのもよ]る$/.test(sentence))
    return `${sentence.slice(0, -1)}って`
  const ending = /[うつくぐすぬぶむ]$/.test(sentence) ? stems.get(sentence.slice(-1)) : undefined
  return ending === undefined ? undefined : sentence.slice(0, -1) + ending
}
