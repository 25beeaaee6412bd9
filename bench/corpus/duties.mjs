/**
 * The duties a generated procedure can have, in the order they are written. `when` names the trait
 * that calls for one; `optional` ones are there by chance.
 * @typedef {object} DutyForm
 * @property {string} activity
 * @property {string} requirement
 * @property {string} title
 * @property {object} rest the fields beside id, activity, requirement, title and since
 * @property {string} [when]
 * @property {boolean} [optional]
 */

const form = (activity, requirement, title, rest, more = {}) => ({
  activity,
  requirement,
  title,
  rest,
  ...more,
})

const manager = { performers: ['gyomu'] }
const contractor = { performers: ['hoshu'] }
const each = (period, record, months) => ({
  frequency: { every: period },
  timing: months === undefined ? undefined : { months },
  record,
})
const on = (event, record, within) => ({ frequency: { on: event, within }, record })
const loop = { reportTo: [{ role: 'gyomu', within: 'P14D' }] }

const accountSplit = [
  { role: 'riyo', does: '異動等の日から7日以内に申請する', part: 'perform' },
  { role: 'gyomu', does: '承認し、設定し、台帳に記録する', part: 'perform' },
]
const accountSteps = [
  { by: 'riyo', does: 'request', form: '利用者ID申請書' },
  { by: 'gyomu', does: 'approve' },
  { by: 'gyomu', does: 'set', within: 'P3D' },
  { by: 'gyomu', does: 'record', form: 'ID管理台帳' },
]
const reviewSplit = [
  { role: 'riyo', does: '利用者IDと職員名簿を突き合わせ、結果を報告する', part: 'perform' },
  { role: 'gyomu', does: '報告を受け取り、確認し、出ていない課に催促する', part: 'confirm' },
]
const logSplit = [
  { role: 'hoshu', does: 'ログを分析し、結果を報告する', part: 'perform' },
  { role: 'gyomu', does: '報告を確認する', part: 'confirm' },
]

/** @type {readonly DutyForm[]} */
export const dutyForms = [
  form('contact.maintain', 'ORG-2', '連絡体制の確認', {
    ...manager,
    ...each('P1Y', '連絡体制図の確認記録', [4]),
  }),
  form('asset.classify', 'AST-1', '情報資産の分類', {
    ...manager,
    ...on('system.change', '情報資産台帳'),
  }),
  form('account.manage', 'ACC-1', '利用者IDの登録・変更・抹消', {
    performers: ['riyo', 'gyomu'],
    split: accountSplit,
    ...on('personnel.change', 'ID管理台帳', 'P7D'),
    steps: accountSteps,
  }),
  form('account.review', 'ACC-2', '利用者IDの点検', {
    performers: ['riyo', 'gyomu'],
    split: reviewSplit,
    ...each('P6M', 'ID棚卸記録', [6, 12]),
    ...loop,
    confirm: { by: 'gyomu', within: 'P14D' },
  }),
  form('privileged.review', 'ACC-3', '特権IDの点検', {
    ...manager,
    ...each('P6M', '特権ID台帳'),
    effort: { minutes: 60, per: 'time' },
  }),
  form('log.obtain', 'LOG-1', 'ログの取得', {
    ...contractor,
    frequency: 'always',
    means: 'automatic',
  }),
  form('log.keep', 'LOG-1', 'ログの保管', {
    ...contractor,
    frequency: 'always',
    means: 'automatic',
  }),
  form('log.analyse', 'LOG-2', 'ログの分析', {
    performers: ['hoshu', 'gyomu'],
    split: logSplit,
    ...each('P1M', 'ログ点検表'),
    reportTo: [{ role: 'gyomu', within: 'P10D' }],
    logs: ['access'],
  }),
  form('failure.record', 'FLT-1', '障害の記録', {
    ...manager,
    ...on('failure', '障害記録', 'P7D'),
  }),
  form('work.record', 'OPR-1', '作業の記録', { ...contractor, ...on('system.change', '作業記録') }),
  form('backup.take', 'BKP-1', 'バックアップの取得', {
    ...contractor,
    frequency: 'always',
    means: 'automatic',
    record: 'バックアップ結果',
  }),
  form('backup.restoreTest', 'BKP-1', 'バックアップから戻す試験', {
    ...contractor,
    ...each('P1Y', '復元試験記録', [11]),
    ...loop,
  }),
  form('malware.update', 'MAL', 'ウイルス対策ソフトと定義ファイルの更新', {
    ...contractor,
    ...each('P1M', '定義ファイル更新記録'),
    ...loop,
    targets: ['ウイルス対策ソフト', '定義ファイル'],
  }),
  form('vulnerability.collect', 'VUL-1', '脆弱性情報の収集', {
    ...contractor,
    frequency: 'always',
  }),
  form('patch.apply', 'VUL-1', '修正プログラムの適用', {
    ...contractor,
    ...on('vulnerability.published', '修正プログラム適用記録', 'P1M'),
  }),
  form('contract.confirm', 'OUT-2', '委託先の対策の確認', {
    ...manager,
    ...each('P1M', '委託先確認票'),
    effort: { minutes: 30, per: 'report' },
  }),
  form('plan.approve', 'OUT-3', '業務計画の承認', {
    ...manager,
    ...on('contract.start', '承認した業務計画書'),
  }),
  form('contract.supervise', 'OUT-3', '委託先の監督', { ...manager, ...each('P1M', '打合せ記録') }),
  form('practice.compare', 'CMP-1', '規定と運用の照合', {
    ...manager,
    ...each('P1Y', '規定運用照合表', [1]),
  }),
  form(
    'media.register',
    'AST-2',
    '記録媒体の登録',
    { performers: ['riyo'], frequency: 'always', record: '記録媒体管理簿' },
    { when: 'media.removable' },
  ),
  form(
    'media.scan',
    'AST-2',
    '記録媒体のウイルス検査',
    { performers: ['riyo'], ...on('media.exchange', '記録媒体受渡簿') },
    { when: 'media.removable' },
  ),
  form(
    'media.count',
    'AST-2',
    '記録媒体の現物の照合',
    { performers: ['riyo'], ...each('P1Y', '記録媒体管理簿', [2]), ...loop },
    { when: 'media.removable' },
  ),
  form(
    'equipment.maintain',
    'PHY-2',
    '機器の保守',
    { ...contractor, ...each('P3M', '保守記録'), ...loop },
    { when: 'equipment.own' },
  ),
  form(
    'device.erase',
    'PHY-3',
    '返却する機器の情報の消去',
    { ...contractor, ...on('device.return', '消去証明書') },
    { when: 'equipment.own' },
  ),
  form(
    'cloud.permit',
    'CLD-1',
    'クラウドサービスの利用の許可',
    { performers: ['kanri'], ...on('contract.start', '利用許可の記録') },
    { when: 'cloud' },
  ),
  form(
    'remote.permit',
    'ACC-4',
    '外部からの接続の許可',
    { ...manager, ...on('contract.start', '接続許可の記録') },
    { when: 'net.remote' },
  ),
  form(
    'entry.record',
    'PHY-1',
    '入退室の記録',
    { ...manager, frequency: 'always', record: '入退室管理簿' },
    { optional: true },
  ),
  form(
    'entry.review',
    'PHY-1',
    '入室権限の点検',
    { ...manager, ...each('P6M', '認証登録簿') },
    { optional: true },
  ),
  form(
    'training.do',
    'EDU-1',
    '研修',
    { performers: ['kanri'], ...each('P1Y', '受講記録', [5]) },
    { optional: true },
  ),
  form(
    'drill.do',
    'EMG-1',
    '訓練',
    { performers: ['kanri'], ...each('P1Y', '訓練記録', [9]) },
    { optional: true },
  ),
  form(
    'incident.report',
    'INC-1',
    'インシデントの報告',
    { performers: ['kanri'], ...on('incident', 'インシデント記録', 'P1D') },
    { optional: true },
  ),
  form(
    'contract.explain',
    'HUM-2',
    '委託先への説明',
    { performers: ['kanri'], ...on('contract.start', '説明記録') },
    { optional: true },
  ),
  form(
    'contract.prepare',
    'OUT-1',
    '委託の契約の準備',
    { performers: ['kanri'], ...on('contract.start', '契約項目の点検表') },
    { optional: true },
  ),
  form(
    'change.verify',
    'DEV-1',
    '変更の検証',
    { ...manager, ...on('system.change', '変更記録') },
    { optional: true },
  ),
  form(
    'selfInspection.do',
    'SLF-1',
    '自己点検',
    { ...manager, ...each('P1Y', '自己点検票', [1]) },
    { optional: true },
  ),
  form(
    'selfInspection.followUp',
    'SLF-1',
    '自己点検の改善の追跡',
    { ...manager, ...each('P6M', '改善票') },
    { optional: true },
  ),
  form(
    'procedure.review',
    'REV-1',
    '実施手順の見直し',
    { ...manager, ...each('P1Y', '改定履歴', [2]) },
    { optional: true },
  ),
  form(
    'exception.review',
    'EXC-1',
    '例外措置の見直し',
    { ...manager, ...each('P6M', '例外措置の記録') },
    { optional: true },
  ),
]
