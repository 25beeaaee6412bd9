import type { FindingClass, Severity } from '../finding/finding.ts'

/** A check that the rule language cannot say, for it looks at the results of other rules, or at two states. */
export interface BuiltInRule {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly class: FindingClass
  readonly rationale: string
  readonly fix: string
}

/** An exception that silences nothing. */
export const unusedException: BuiltInRule = {
  id: 'exception.unused',
  title: '使われていない例外措置を残さない',
  severity: 'info',
  class: 'P',
  rationale: '要らなくなった例外を残すと、次に同じ定めが破られたときに見逃す。',
  fix: '要らなくなっていれば、例外措置を取り下げてください。まだ要るのなら、例外としている事実を書くか、要求事項（requirement）や対象（element）を正しく書き直します。',
}

/** Something that goes, since an earlier state, with what keeps a clause that allows no exception. */
export const takenAway: BuiltInRule = {
  id: 'mandatory.not-taken-away',
  title: '例外の認められない条項を守る定めや事実をなくさない',
  severity: 'error',
  class: 'P',
  rationale: '指摘された定めやファイルを消せば指摘も消えるが、守られるようになったわけではない。',
  fix: '意図した変更でなければ、元に戻してください。システムを使うのをやめたのなら、ファイルを消す前に、実態の retired に廃止の日と理由を書いてください。定めを改めたのなら、変更が認められたことを確かめてから取り込んでください。',
}

/** A finding that went, since an earlier state, with the files, records or statements it was judged by. */
export const hiddenFinding: BuiltInRule = {
  id: 'finding.not-hidden',
  title: '指摘された事実の記録を消して、指摘を見えなくしない',
  severity: 'error',
  class: 'P',
  rationale:
    '記録や通知を消しても、あったことはなくならない。直したかどうかが、誰にも分からなくなる。',
  fix: '消した記録や記載を戻し、直したのなら、直したことをそこに書いてください。誤って書いたものだったのなら、消すのではなく、正しい内容に改めてください。保存期間を過ぎた記録など、消してよいものであれば、そのことを確かめてから取り込んでください。',
}

/** All checks that are built in. */
export const builtInRules: readonly BuiltInRule[] = [unusedException, takenAway, hiddenFinding]
