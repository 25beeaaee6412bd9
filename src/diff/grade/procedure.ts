import type * as file from '../../schema/generated/procedure.ts'
import {
  deadline,
  elements,
  fact,
  formal,
  gradesOf,
  heading,
  says,
  scale,
  set,
  type ShapeGrades,
  value,
  wording,
} from './table.ts'

const points = set(
  says('tightened', '定める点が増える。'),
  says('relaxed', '定めていた点がなくなる。'),
)

/** How changes of a procedure are graded: what it asks of whom. */
export const procedureGrades: Readonly<Record<string, ShapeGrades>> = {
  Procedure: gradesOf<file.Procedure>({
    notice: true,
    added: says('added', '新しい実施手順が定められ、そこに書かれた業務をすべて新たに担う。'),
    removed: says('removed', '実施手順が廃止され、そこに書かれた業務を行う根拠がなくなる。'),
    fields: {
      title: wording,
      variant: formal('版の呼び名だけが変わる。'),
      covers: set(
        says('added', '対象に加わった組織は、この実施手順の業務を新たに担う。'),
        says('removed', '対象から外れた組織は、この実施手順に従う必要がなくなる。'),
      ),
      standard: elements,
      owner: value(says('transferred', '実施手順を所管する組織が替わる。')),
      established: formal('制定の日の記載が変わる。'),
      inForce: elements,
      complete: { as: 'copied' },
      revisions: elements,
      roles: elements,
      duties: elements,
      provisions: elements,
      documents: elements,
      chains: elements,
      passwords: elements,
      logs: elements,
      exceptions: elements,
    },
  }),
  StandardReference: gradesOf<file.StandardReference>({
    notice: false,
    added: says('changed', '基づく対策基準が記される。'),
    removed: says('changed', '基づく対策基準の記載がなくなる。'),
    fields: {
      pack: fact('基づく対策基準が別のものになる。すべての業務を新しい基準に照らして見直す。'),
      edition: fact('基づく対策基準の版が替わる。改正された条文に照らして見直す。'),
    },
  }),
  InForce: gradesOf<file.InForce>({
    notice: true,
    added: says('editorial', '施行の期間が記される。'),
    removed: says('editorial', '施行の期間の記載がなくなる。'),
    fields: {
      from: formal('新しい版の施行の日である。'),
      until: value(
        says('changed', '実施手順の終わる日が変わる。'),
        says('removed', '終わる日が定められ、その日の後はこの実施手順によらない。'),
        says('changed', '終わる日の定めがなくなり、引き続き効力を持つ。'),
      ),
    },
  }),
  Revision: gradesOf<file.Revision>({
    notice: false,
    added: says('editorial', '改正の経過が書き加えられる。'),
    removed: says('editorial', '改正の経過の記載がなくなる。'),
    fields: {
      on: formal('改正の日の記載が変わる。'),
      summary: formal('改正の概要の記載が変わる。'),
    },
  }),
  Role: gradesOf<file.Role>({
    notice: true,
    added: says('added', '新しい役割が置かれる。'),
    removed: says('removed', '役割がなくなる。担っていた業務を誰が行うのかを確かめる。'),
    fields: {
      canonical: fact('対策基準のどの役割に当たるかが変わる。求められることも変わる。'),
      name: wording,
      post: value(
        says('transferred', '役割に就く職が替わる。新しい職へ引き継ぐ。'),
        says('changed', '役割に就く職が定められる。'),
        says('relaxed', '役割に就く職の定めがなくなり、誰が責任を負うのかが決まらなくなる。'),
      ),
      organisation: value(
        says('transferred', '役割を担う組織が替わる。この役割の業務がすべて移る。'),
      ),
      each: scale(
        'yes',
        '組織ごとに置く役割になり、それぞれの組織が業務を担う。',
        '組織ごとには置かない役割になり、担う人が減る。',
        {
          added: says('changed', '組織ごとに置くかどうかが定められる。'),
          removed: says('changed', '組織ごとに置くかどうかの定めがなくなる。'),
        },
      ),
      deputy: value(
        says('transferred', '代理をする職が替わる。'),
        says('tightened', '不在のときの代理が定められる。'),
        says('relaxed', '不在のときの代理がいなくなる。'),
      ),
    },
  }),
  Duty: gradesOf<file.Duty>({
    notice: true,
    added: says('added', '新しい業務を行わなければならなくなる。'),
    removed: says('removed', '業務を行う定めがなくなる。'),
    fields: {
      activity: fact('行う業務の種類が変わる。'),
      requirement: fact('応える要求事項が変わる。元の要求事項に応える業務が残るかを確かめる。'),
      title: heading,
      text: wording,
      states: points,
      performers: { as: 'performers' },
      severally: scale(
        'yes',
        '担当者のそれぞれが行うことになる。',
        '担当者のそれぞれが行う定めではなくなる。',
        {
          added: says('changed', '担当者のそれぞれが行うかどうかが定められる。'),
          removed: says('changed', '担当者のそれぞれが行うかどうかの定めがなくなる。'),
        },
      ),
      modality: scale(
        { order: ['may', 'should', 'must'] },
        'より強い義務になる。',
        'より弱い義務になり、行わなくてもよいと受け取られる。',
        {
          unwritten: 'must',
          added: says('editorial', '行わなければならないことが明記される。'),
          removed: says(
            'editorial',
            '行わなければならないことの明記がなくなる。意味は変わらない。',
          ),
        },
      ),
      split: elements,
      frequency: { as: 'frequency' },
      timing: elements,
      record: value(
        says('changed', '残す記録が別のものになる。'),
        says('tightened', '行ったことを記録に残さなければならなくなる。'),
        says('relaxed', '記録の定めがなくなり、行ったことを後から示せなくなる。'),
      ),
      reportTo: elements,
      confirm: elements,
      effort: elements,
      steps: elements,
      targets: set(says('tightened', '対象が広がる。'), says('relaxed', '対象が狭まる。')),
      logs: set(says('tightened', '対象のログが増える。'), says('relaxed', '対象のログが減る。')),
      means: fact('人手で行うか、自動で行うかが変わる。'),
      since: fact('業務が始まる日の記載が変わる。周期を数える起点も変わる。'),
      suspended: elements,
      checklist: fact('使う点検表が変わる。'),
      respondents: set(
        says('tightened', '回答する人が増える。'),
        says('relaxed', '回答する人が減る。'),
      ),
      bureaus: set(
        says('changed', '受け持つ部局が増える。'),
        says('changed', '受け持つ部局が減る。外れた部局を誰が受け持つのかを確かめる。'),
      ),
      target: fact('対象とする対策が変わる。'),
    },
  }),
  Part: gradesOf<file.Part>({
    notice: true,
    added: says('changed', '分担が定められ、誰がどこまで行うかが決まる。'),
    removed: says('changed', '分担の定めがなくなり、誰がどこまで行うかが決まらなくなる。'),
    fields: {
      role: value(says('transferred', '分担を受け持つ役割が替わる。')),
      does: fact('分担する内容が変わる。'),
      part: fact('分担の種類が変わる。'),
      covers: set(
        says('changed', '受け持つ対象が増える。'),
        says('changed', '受け持つ対象が減る。'),
      ),
    },
  }),
  Timing: gradesOf<file.Timing>({
    notice: true,
    added: says('tightened', '行う時期が定められる。'),
    removed: says('relaxed', '行う時期の定めがなくなり、先延ばしできるようになる。'),
    fields: {
      months: set(
        says('changed', '行う月が増える。'),
        says('changed', '行う月が減る。'),
        says('changed', '行う月が変わる。'),
      ),
      dueDay: fact('行う期日が変わる。'),
      text: wording,
    },
  }),
  Report: gradesOf<file.Report>({
    notice: true,
    added: says('tightened', '結果を報告しなければならなくなる。'),
    removed: says('relaxed', '報告先がなくなり、結果が返ってこなくなる。'),
    fields: {
      role: value(says('transferred', '報告を受ける役割が替わる。')),
      within: deadline('報告の期限'),
      record: value(
        says('changed', '報告の様式が変わる。'),
        says('changed', '報告の様式が定められる。'),
        says('relaxed', '報告の様式の定めがなくなる。'),
      ),
    },
  }),
  Confirmation: gradesOf<file.Confirmation>({
    notice: true,
    added: says('tightened', '結果を確かめる人が定められる。'),
    removed: says('relaxed', '結果を確かめる人がいなくなる。'),
    fields: {
      by: value(says('transferred', '結果を確かめる役割が替わる。')),
      within: deadline('確認の期限'),
    },
  }),
  Effort: gradesOf<file.Effort>({
    notice: false,
    added: says('changed', '掛かる手間の見積りが記される。'),
    removed: says('changed', '掛かる手間の見積りがなくなる。'),
    fields: {
      minutes: fact('掛かる手間の見積りが変わる。'),
      per: fact('手間の単位が変わる。'),
      timesPerYear: fact('年間の回数の見積りが変わる。'),
    },
  }),
  Step: gradesOf<file.Step>({
    notice: true,
    added: says('tightened', '行う手順が一つ増える。'),
    removed: says('relaxed', '手順が一つなくなる。'),
    fields: {
      by: value(says('transferred', '手順を行う役割が替わる。')),
      does: fact('行うことの種類が変わる。'),
      text: wording,
      form: value(
        says('changed', '使う様式が変わる。'),
        says('tightened', '様式によることになる。'),
        says('relaxed', '様式の定めがなくなる。'),
      ),
      within: deadline('手順の期限'),
    },
  }),
  Suspension: gradesOf<file.Suspension>({
    notice: true,
    added: says('relaxed', '業務を休む期間ができる。その間は行われない。'),
    removed: says('tightened', '業務を休む期間がなくなる。'),
    fields: {
      from: fact('休む期間が変わる。'),
      until: scale('earlier', '休む期間が早く終わる。', '休む期間が延びる。'),
      reason: wording,
    },
  }),
  Provision: gradesOf<file.Provision>({
    notice: true,
    added: says('added', '新しい規定が置かれる。'),
    removed: says('removed', '規定がなくなり、守るべきことが決まらなくなる。'),
    fields: {
      requirement: fact('応える要求事項が変わる。'),
      title: heading,
      text: wording,
      states: points,
      record: value(
        says('changed', '残す記録が別のものになる。'),
        says('tightened', '記録に残さなければならなくなる。'),
        says('relaxed', '記録の定めがなくなる。'),
      ),
      topic: fact('定める主題が変わる。'),
    },
  }),
  AppliedDocument: gradesOf<file.AppliedDocument>({
    notice: true,
    added: says('added', '従うべき文書が加わる。'),
    removed: says('removed', '従うべき文書がなくなる。そこに書かれた業務の根拠も失われる。'),
    fields: {
      title: wording,
      edition: fact('文書の版が替わる。'),
      relation: fact('自ら定めた文書か、ほかの定めた文書かが変わる。'),
      duties: elements,
      provisions: elements,
    },
  }),
  Chain: gradesOf<file.Chain>({
    notice: true,
    added: says('added', '新しい連絡体制が定められる。'),
    removed: says('removed', '連絡体制がなくなり、いざというときの連絡の道筋が決まらなくなる。'),
    fields: {
      title: heading,
      triggers: set(
        says('tightened', 'この連絡体制を使う場合が増える。'),
        says('relaxed', 'この連絡体制を使う場合が減る。その場合の連絡の道筋を確かめる。'),
      ),
      bands: set(
        says('tightened', '連絡の取れる時間帯が広がる。'),
        says('relaxed', '連絡の取れる時間帯が狭まる。'),
      ),
      asOf: formal('連絡体制の基準日が改められる。'),
      firstReporter: value(says('transferred', '最初に気付いて知らせる組織が替わる。')),
      nodes: elements,
      edges: elements,
      goal: value(says('transferred', '連絡を最後に受ける組織が替わる。')),
    },
  }),
  ChainNode: gradesOf<file.ChainNode>({
    notice: true,
    added: says('tightened', '連絡体制に連絡先が加わる。'),
    removed: says('relaxed', '連絡体制から連絡先が消える。'),
    fields: {
      organisation: value(says('transferred', '連絡先の組織が替わる。')),
      role: value(
        says('transferred', '連絡を受ける役割が替わる。'),
        says('changed', '連絡を受ける役割が定められる。'),
        says('relaxed', '連絡を受ける役割が決まらなくなる。'),
      ),
      phoneDay: value(
        says('changed', '開庁時間内の電話番号が変わる。'),
        says('tightened', '開庁時間内の電話番号が登録される。'),
        says('relaxed', '開庁時間内の電話番号がなくなる。'),
      ),
      phoneNight: value(
        says('changed', '夜間・休日の電話番号が変わる。'),
        says('tightened', '夜間・休日の電話番号が登録される。'),
        says('relaxed', '夜間・休日の電話番号がなくなり、その間は連絡できない。'),
      ),
    },
  }),
  ChainEdge: gradesOf<file.ChainEdge>({
    notice: true,
    added: says('tightened', '連絡の経路が加わる。'),
    removed: says('relaxed', '連絡の経路がなくなる。'),
    fields: {
      from: value(says('transferred', '連絡をする組織が替わる。')),
      to: value(says('transferred', '連絡を受ける組織が替わる。')),
      means: fact('連絡の手段が変わる。'),
    },
  }),
  PasswordLevel: gradesOf<file.PasswordLevel>({
    notice: true,
    added: says('added', 'パスワードの水準が定められる。'),
    removed: says('removed', 'パスワードの水準の定めがなくなる。'),
    fields: {
      minLength: scale('more', '求める文字数が増える。', '求める文字数が減り、破られやすくなる。'),
      expiry: fact('パスワードの有効期間が変わる。'),
      complexity: scale(
        'yes',
        '文字の種類を混ぜることを求める。',
        '文字の種類を混ぜることを求めなくなる。',
      ),
      sharedAllowed: scale(
        'no',
        '共用を認めなくなる。',
        '共用を認めるようになり、誰の操作か分からなくなる。',
        {
          added: says('changed', '共用を認めるかどうかが定められる。'),
          removed: says('changed', '共用を認めるかどうかの定めがなくなる。'),
        },
      ),
    },
  }),
  Log: gradesOf<file.Log>({
    notice: true,
    added: says('added', 'ログの定めが加わる。'),
    removed: says('removed', 'ログの定めがなくなり、取得も保存も求められなくなる。'),
    fields: {
      kind: fact('ログの種類が変わる。'),
      items: set(
        says('tightened', '記録する項目が増える。'),
        says('relaxed', '記録する項目が減る。'),
      ),
      retention: scale(
        'longer',
        'ログの保存期間が延びる。',
        'ログの保存期間が縮まり、後から調べられる期間が短くなる。',
      ),
      protection: value(
        says('changed', 'ログを守る方法が変わる。'),
        says('tightened', 'ログを守る方法が定められる。'),
        says('relaxed', 'ログを守る方法の定めがなくなる。'),
      ),
    },
  }),
  Exception: gradesOf<file.Exception>({
    notice: true,
    added: says('relaxed', '要求事項を守らなくてよい例外が認められる。'),
    removed: says('tightened', '例外がなくなり、要求事項をそのまま守らなければならなくなる。'),
    fields: {
      requirement: fact('例外を認める要求事項が変わる。'),
      element: value(
        says('changed', '例外を認める対象が変わる。'),
        says('tightened', '例外を認める対象が絞られる。'),
        says('relaxed', '例外を認める対象が広がる。'),
      ),
      reason: wording,
      approver: value(says('transferred', '例外を承認する職が替わる。')),
      compensating: fact('例外の間に行う代わりの対策が変わる。'),
      from: fact('例外の始まる日が変わる。'),
      expires: scale('earlier', '例外が早く終わる。', '例外の期限が延びる。'),
      endedOn: value(
        says('changed', '例外をやめた日が変わる。'),
        says('tightened', '例外が終わる。'),
        says('relaxed', '終わった例外が、終わっていないことになる。'),
      ),
    },
  }),
}
