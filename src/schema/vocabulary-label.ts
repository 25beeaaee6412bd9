/** What the vocabularies of the format are called. */
const labels: Readonly<Record<string, string>> = {
  activities: '業務の種類',
  audiences: '対象者',
  bodyKinds: '体制の種類',
  causes: '原因',
  checkItems: '点検の項目',
  classes: '扱う情報',
  containers: '入れ物',
  contractDocuments: '契約の文書',
  contractItems: '契約で定める事項',
  contractKinds: '契約の種類',
  controls: '技術的な対策',
  deviceKinds: '機器の種類',
  documentKinds: '文書の種類',
  events: '出来事',
  functions: '組織の機能',
  logItems: 'ログに記録する項目',
  logKinds: 'ログの種類',
  measuresAsked: '求められる措置の種類',
  placeKinds: '場所の種類',
  planAspects: '計画の観点',
  planTopics: '計画の話題',
  points: '定めるべき点',
  reportTopics: '報告の話題',
  requirements: '要求事項',
  roles: '標準の役割',
  secretSources: 'パスワードなどの値の決め方',
  slaCategories: 'サービス水準の分類',
  steps: '手順の段階',
  terminalKinds: '端末の種類',
  things: '置いてあるもの',
  topics: '定める主題',
  trainingTopics: '研修の内容',
  traits: 'システムの特性',
}

/** What a vocabulary is called; its own name where a pack made it. */
export function vocabularyLabel(vocabulary: string): string {
  return labels[vocabulary] ?? vocabulary
}
