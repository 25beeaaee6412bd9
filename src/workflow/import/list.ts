import type { Draft } from '../../import/draft.ts'
import type { NewFile } from '../../source/write-together.ts'
import type { WrittenProcedure } from './procedure.ts'

/** The list to go through beside a draft. */
export interface ReadingList {
  readonly files: readonly NewFile[]
  readonly questions: number
}

/** What a person should look at after reading: the questions, those alike together, and every sentence not read. */
export function listOf(draft: Draft, _procedure: WrittenProcedure, file: string): ReadingList {
  const groups = new Map<string, { place: string; id: string; question: string }[]>()
  for (const { id = '', place, doubts } of draft.elements) {
    for (const { about, question } of doubts) {
      const group = groups.get(about) ?? []
      group.push({ place, id, question })
      groups.set(about, group)
    }
  }
  const unread = draft.trace.filter(({ is }) => is === 'unread')
  const lines = [
    `# 「${file}」の読取り結果`,
    '',
    `## 確かめること（${[...groups.values()].flat().length}件）`,
    '',
    ...[...groups].flatMap(([about, group]) => [
      `### ${headings[about] ?? about}（${group.length}件）`,
      '',
      ...group.map(
        (one) => `- ${one.place === '' ? '' : `${one.place} `}\`${one.id}\` ${one.question}`,
      ),
      '',
    ]),
    `## 読み取らなかった文（${unread.length}件）`,
    '',
    ...unread.flatMap(({ place, text, why }) => [
      `- ${place === '' ? '（番号なし）' : place}: ${text.trim().replaceAll('\n', ' / ')}`,
      ...(why === undefined ? [] : [`  - ${why}`]),
    ]),
    '',
    ...(draft.remarks.length > 0
      ? ['## そのほか', '', ...draft.remarks.map((one) => `- ${one}`), '']
      : []),
  ]
  return {
    files: [{ name: 'procedure.import.md', content: lines.join('\n') }],
    questions: [...groups.values()].flat().length,
  }
}

const headings: Readonly<Record<string, string>> = {
  subject: '主語のない文',
  inherited: '柱書から受け継いだ主語',
  activity: '業務の種類',
  split: '分担',
  frequency: 'いつ行うかの定めのない業務',
  interval: '間隔のない「定期的に」',
  two: '頻度が二つある文',
  requirement: '要求事項',
  canonical: '標準の役割',
  organisation: '役割の所属',
  order: '連絡の順',
}
