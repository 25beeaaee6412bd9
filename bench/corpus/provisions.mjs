/**
 * The provisions that state every point the base catalogue asks for, by requirement.
 * `when` names the trait that calls for one.
 */
const form = (requirement, text, states, when) => ({ requirement, text, states, when })

export const provisionForms = [
  form('AST-1', 'このシステムで扱う情報は、機密性2、完全性2、可用性2に分類する。', ['asset.class']),
  form(
    'ACC-1',
    '利用する課が申請し、情報システム管理者が承認して設定する。異動の日から7日以内に抹消する。',
    ['account.applicant', 'account.approver', 'account.setter', 'account.deadline'],
  ),
  form('ACC-2', '職員名簿と突き合わせ、情報システム管理者が結果を受け取る。', [
    'account.roster',
    'account.recipient',
  ]),
  form(
    'ACC-3',
    '特権IDをもつ者を台帳に載せ、承認を得て与え、操作を点検し、変更できないものは端末の認証で補う。',
    [
      'privileged.holders',
      'privileged.approval',
      'privileged.logReview',
      'privileged.compensation',
    ],
  ),
  form(
    'LOG-1',
    'アクセスログを1年間、書換えのできない領域に保管し、取れなくなったときは直ちに知らせる。',
    ['log.items', 'log.retention', 'log.protection', 'log.failure'],
  ),
  form(
    'PHY-7',
    '機器を修理に出すときは前もって情報を消去し、消去できないときは立ち会う。',
    ['repair.data', 'repair.witness'],
    'equipment.own',
  ),
  form('LOG-2', '業務時間外の利用と、続けて失敗したログインに着目する。', ['log.viewpoint']),
  form('FLT-1', '障害記録の様式に記し、情報システム管理者が5年間保管する。', [
    'failure.form',
    'failure.keeper',
    'failure.retention',
  ]),
  form('OPR-1', '設定の変更は二人で行い、作業記録を情報システム管理者が確かめる。', [
    'work.record',
    'work.check',
  ]),
  form('BKP-1', 'データベースを毎日取得し、7世代を別の建物に保管し、年1回、元に戻す試験を行う。', [
    'backup.object',
    'backup.cycle',
    'backup.generations',
    'backup.place',
    'backup.restoreTest',
  ]),
  form('VUL-1', '製造者と国の機関から情報を集め、3か月以内に委託事業者が適用する。', [
    'vulnerability.source',
    'vulnerability.judgement',
    'vulnerability.deadline',
    'vulnerability.applier',
  ]),
  form('OUT-2', 'SLAの項目を、月次報告書で確認する。', [
    'outsourcing.object',
    'outsourcing.document',
  ]),
  form('OUT-3', '業務計画書は、情報セキュリティ管理者が承認する。', ['plan.approval']),
  form('PWD-1', '利用者IDは一人に一つとする。窓口の共用IDは使用簿に記録して使う。', [
    'personalId',
    'password.rule',
    'password.sharedException',
  ]),
  form(
    'AST-2',
    '記録媒体は管理簿に登録し、施錠して保管する。持出しは利用課の長が許可し、受渡しの前に検査し、廃棄するときは消去する。',
    [
      'media.ledger',
      'media.storage',
      'media.exportPermission',
      'media.virusCheck',
      'media.disposal',
    ],
    'media.removable',
  ),
  form('PHY-2', 'サーバは、3か月に1回、保守点検を行う。', ['maintenance.cycle'], 'equipment.own'),
  form(
    'PHY-3',
    '上書きにより消去し、職員が立ち会い、証明書を受け取る。',
    ['erasure.method', 'erasure.witness', 'erasure.certificate'],
    'equipment.own',
  ),
  form(
    'CLD-1',
    '利用の許可を得、責任の分かれ目と、やめるときの消去を決める。',
    ['cloud.permission', 'cloud.demarcation', 'cloud.exit'],
    'cloud',
  ),
  form(
    'ACC-4',
    '接続できる者を許可し、決めた回線からだけつなぐ。',
    ['remote.permission', 'remote.method'],
    'net.remote',
  ),
]

/** What the procedure says of malware, by how the system is connected. */
export const malwareProvision = {
  internet: {
    requirement: 'MAL-1',
    text: '自動の更新により、常に最新に保つ。',
    states: ['malware.mechanism'],
  },
  closed: {
    requirement: 'MAL-2',
    text: '定義ファイルは委託事業者が入手し、毎月更新する。',
    states: ['malware.obtains', 'malware.cycle'],
  },
}
