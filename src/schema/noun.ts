const nouns: Readonly<Record<string, string>> = {
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
}

/** 組織またはグループ: what a reference may lead to, by the names of its targets in the schemas. */
export function nounOf(targets: readonly string[]): string {
  return targets.map((target) => nouns[target] ?? target).join('または')
}
