import type * as file from '../../schema/generated/context.ts'
import {
  deadline,
  elements,
  fact,
  facts,
  formal,
  gradesOf,
  says,
  scale,
  set,
  type ShapeGrades,
  value,
  wording,
} from './table.ts'

/** How changes of the facts about a system are graded. Facts lay no duty on anybody; they tell whether duties can be kept. */
export const contextGrades: Readonly<Record<string, ShapeGrades>> = {
  Context: gradesOf<file.Context>({
    notice: false,
    added: says('added', 'システムが加わる。'),
    removed: says('removed', 'システムが廃止される。残る情報と機器の扱いを確かめる。'),
    fields: {
      name: wording,
      foundOn: formal('実態を調べた日が改められる。'),
      surveyed: elements,
      owner: value(says('transferred', 'システムを所管する組織が替わる。')),
      retired: elements,
      procedure: value(
        says('changed', '実施手順があるかどうかが変わる。'),
        says('changed', '実施手順があるかどうかが明らかにされる。'),
      ),
      connection: fact('つながるネットワークが変わる。当てはまる条文も変わる。'),
      traits: facts('システムの特性が変わる。当てはまる条文も変わる。'),
      users: elements,
      facilities: elements,
      involved: elements,
      accountAdministration: elements,
      practices: elements,
      logs: elements,
      contracts: elements,
      capacity: elements,
      capabilities: elements,
      devices: elements,
      mediaHeld: elements,
      enforced: set(
        says('tightened', '働いている技術的な対策が増える。'),
        says('relaxed', '働いている技術的な対策が減る。'),
      ),
      places: elements,
      terminals: elements,
      entryMeans: elements,
      networks: elements,
      controls: elements,
    },
  }),
  Survey: gradesOf<file.Survey>({
    notice: false,
    added: says('editorial', '調査の記載が加わる。'),
    removed: says('editorial', '調査の記載がなくなる。'),
    fields: { on: formal('調査の日が改められる。'), by: formal('調査した人の記載が変わる。') },
  }),
  Retirement: gradesOf<file.Retirement>({
    notice: false,
    added: says(
      'removed',
      'システムが廃止され、その日から判定されなくなる。残る情報と機器の扱い、担っていた業務の終わりを確かめる。',
    ),
    removed: says('added', '廃止の記載がなくなり、システムがまた判定されるようになる。'),
    fields: {
      on: fact('廃止の日が変わる。'),
      reason: wording,
    },
  }),
  Users: gradesOf<file.Users>({
    notice: false,
    added: says('changed', '利用者の数が明らかにされる。'),
    removed: says('changed', '利用者の数の記載がなくなる。'),
    fields: {
      staff: fact('利用する職員の数が変わる。'),
      public: fact('住民が使うかどうかが変わる。当てはまる条文も変わる。'),
    },
  }),
  Facilities: gradesOf<file.Facilities>({
    notice: false,
    added: says('changed', '使う施設が明らかにされる。'),
    removed: says('changed', '使う施設の記載がなくなる。'),
    fields: { count: fact('使う施設の数が変わる。'), group: fact('使う施設のグループが変わる。') },
  }),
  Involvement: gradesOf<file.Involvement>({
    notice: false,
    added: says('changed', '新しく関わる組織ができる。連絡体制と業務の担当に加えるかを確かめる。'),
    removed: says('changed', '関わらなくなる組織がある。担っていた業務の引き継ぎを確かめる。'),
    fields: {
      organisation: value(says('transferred', '関わる組織が替わる。')),
      relation: fact('関わり方が変わる。'),
      covers: facts('関わる対象が変わる。'),
      direct: fact('直接に連絡を取るかどうかが変わる。'),
    },
  }),
  AccountAdministration: gradesOf<file.AccountAdministration>({
    notice: false,
    added: says('changed', 'アカウントを管理する組織が明らかにされる。'),
    removed: says('changed', 'アカウントを誰が管理しているのかが分からなくなる。'),
    fields: {
      administeredBy: set(
        says('transferred', 'アカウントを管理する組織が加わる。'),
        says('transferred', 'アカウントを管理する組織が外れる。'),
      ),
      accounts: scale(
        { order: ['shared', 'mixed', 'personal'] },
        '個人ごとのアカウントに改まる。',
        '共用のアカウントになり、誰の操作か分からなくなる。',
      ),
      covers: facts('管理する対象が変わる。'),
    },
  }),
  Practice: gradesOf<file.Practice>({
    notice: false,
    added: says('changed', '業務の実際の行われ方が明らかにされる。'),
    removed: says('changed', '業務が実際にどう行われているかの記載がなくなる。'),
    fields: {
      activity: fact('行われている業務の種類が変わる。'),
      duty: fact('どの担当業務に当たるかが変わる。'),
      covers: facts('対象が変わる。'),
      targets: facts('対象となる機器や情報が変わる。'),
      performedBy: set(
        says('transferred', '実際に行う組織が加わる。'),
        says('transferred', '実際に行う組織が外れる。'),
      ),
      resultsTo: set(
        says('tightened', '結果の届く先が増える。'),
        says('relaxed', '結果の届く先がなくなる。'),
      ),
      means: fact('人手で行うか、自動で行うかが変わる。'),
      since: fact('始まった日が変わる。'),
    },
  }),
  ContextLog: gradesOf<file.ContextLog>({
    notice: false,
    added: says('changed', '取得されるログが増える。'),
    removed: says('relaxed', '取得されるログが減り、後から調べられなくなる。'),
    fields: {
      kind: fact('ログの種類が変わる。'),
      name: wording,
      holder: value(
        says('transferred', 'ログを持つ組織が替わる。分析する人が見られるかを確かめる。'),
      ),
      accessibleTo: set(
        says('changed', 'ログを見られる組織が増える。'),
        says('changed', 'ログを見られない組織ができる。分析や点検を続けられるかを確かめる。'),
      ),
      covers: facts('対象が変わる。'),
      volumePerMonth: fact('ログの量が変わる。分析に掛かる時間も変わる。'),
      retention: scale('longer', 'ログの保存期間が延びる。', 'ログの保存期間が縮まる。'),
    },
  }),
  Contract: gradesOf<file.Contract>({
    notice: false,
    added: says('added', '新しい契約が結ばれる。'),
    removed: says('removed', '契約がなくなる。受託者が担っていたことの引き継ぎを確かめる。'),
    fields: {
      name: wording,
      kind: fact('契約の種類が変わる。定めるべき事項も、監督する相手かどうかも変わる。'),
      contractor: value(
        says('transferred', '受託者が替わる。説明、連絡体制、アカウントの引き継ぎを確かめる。'),
      ),
      from: fact('契約の始まる日が変わる。'),
      until: fact('契約の終わる日が変わる。'),
      subcontractors: elements,
      items: set(
        says('tightened', '契約で定める事項が増える。'),
        says('relaxed', '契約で定めていた事項がなくなる。'),
      ),
      explained: elements,
      sla: elements,
      reports: elements,
      demands: elements,
      parties: facts('説明の相手が変わる。'),
    },
  }),
  Subcontractor: gradesOf<file.Subcontractor>({
    notice: false,
    added: says('changed', '再委託先が加わる。承認と監督、連絡体制を確かめる。'),
    removed: says('changed', '再委託先がなくなる。'),
    fields: {
      organisation: value(says('transferred', '再委託先が替わる。')),
      direct: fact('直接に連絡を取るかどうかが変わる。'),
    },
  }),
  Explanation: gradesOf<file.Explanation>({
    notice: false,
    added: says('editorial', '受託者への説明が記録される。'),
    removed: says('changed', '受託者への説明の記録がなくなる。'),
    fields: {
      on: fact('説明の日の記載が変わる。'),
      to: fact('説明の相手の記載が変わる。'),
      what: wording,
    },
  }),
  Sla: gradesOf<file.Sla>({
    notice: false,
    added: says('tightened', '受託者に約束させる項目が増える。'),
    removed: says('relaxed', '受託者に約束させていた項目がなくなる。'),
    fields: {
      item: wording,
      category: fact('項目の分類が変わる。'),
      cadence: fact('報告の時期の決め方が変わる。'),
      every: deadline('報告の間隔'),
      otherEvidence: set(
        says('tightened', 'ほかの確認方法が加わる。'),
        says('relaxed', 'ほかの確認方法がなくなる。'),
      ),
    },
  }),
  ContractReport: gradesOf<file.ContractReport>({
    notice: false,
    added: says('tightened', '受託者から受け取る報告書が増える。'),
    removed: says('relaxed', '受託者から受け取っていた報告書がなくなる。'),
    fields: {
      document: fact('報告書の種類が変わる。'),
      every: deadline('報告の間隔'),
      items: elements,
      to: value(says('transferred', '報告書の提出先が替わる。')),
    },
  }),
  ReportItem: gradesOf<file.ReportItem>({
    notice: false,
    added: says('tightened', '報告書に書かせる事項が増える。'),
    removed: says('relaxed', '報告書に書かせていた事項がなくなり、確かめられなくなる。'),
    fields: {
      topic: fact('書かせる事項が変わる。'),
      covers: set(
        says('tightened', '報告書で確かめられるSLAの項目が増える。'),
        says('relaxed', '報告書で確かめられるSLAの項目が減る。'),
      ),
    },
  }),
  Demand: gradesOf<file.Demand>({
    notice: false,
    added: says('tightened', '受託者に求める記載事項が増える。'),
    removed: says('relaxed', '受託者に求めていた記載事項がなくなる。'),
    fields: {
      document: fact('書かせる文書が変わる。'),
      topic: fact('書かせる話題が変わる。'),
      aspects: set(
        says('tightened', '求める観点が増える。'),
        says('relaxed', '求める観点が減る。'),
      ),
      text: wording,
    },
  }),
  Capacity: gradesOf<file.Capacity>({
    notice: false,
    added: says('changed', '使える時間が明らかにされる。'),
    removed: says('changed', '使える時間の記載がなくなる。'),
    fields: {
      role: value(says('transferred', '時間を使う役割が替わる。')),
      hoursPerYear: fact('使える時間が変わる。担当業務をこなせるかを確かめる。'),
    },
  }),
  Capability: gradesOf<file.Capability>({
    notice: false,
    added: says('changed', '機能の有無が明らかにされる。'),
    removed: says('changed', '機能の有無の記載がなくなる。'),
    fields: {
      control: fact('対象とする対策が変わる。'),
      available: scale('yes', '機能が備わる。', '機能がなくなる。代わりの対策を確かめる。'),
      compensating: elements,
    },
  }),
  Compensation: gradesOf<file.Compensation>({
    notice: false,
    added: says('tightened', '代わりの対策が加わる。'),
    removed: says('relaxed', '代わりの対策がなくなる。'),
    fields: { by: wording, since: fact('代わりの対策の始まった日が変わる。') },
  }),
  DeviceGroup: gradesOf<file.DeviceGroup>({
    notice: false,
    added: says('changed', '機器が加わる。'),
    removed: says('changed', '機器がなくなる。残った情報が消されたかを確かめる。'),
    fields: {
      kind: fact('機器の種類が変わる。'),
      count: fact('機器の台数が変わる。'),
      location: fact('機器の置き場所が変わる。'),
      enforces: set(
        says('tightened', '機器で働く技術的な対策が増える。'),
        says('relaxed', '機器で働く技術的な対策が減る。'),
      ),
      traits: facts('機器の特性が変わる。'),
    },
  }),
  MediaHeld: gradesOf<file.MediaHeld>({
    notice: false,
    added: says('changed', '保有する記録媒体が加わる。'),
    removed: says('changed', '保有する記録媒体がなくなる。'),
    fields: {
      organisation: value(says('transferred', '記録媒体を持つ組織が替わる。')),
      kind: fact('記録媒体の種類が変わる。'),
      count: fact('記録媒体の数が変わる。'),
    },
  }),
  Place: gradesOf<file.Place>({
    notice: false,
    added: says('changed', '場所が加わる。'),
    removed: says('changed', '場所がなくなる。'),
    fields: {
      name: wording,
      kind: fact('場所の種類が変わる。求められる対策も変わる。'),
      contains: facts('置いてあるものが変わる。'),
      stores: elements,
    },
  }),
  Store: gradesOf<file.Store>({
    notice: false,
    added: says('changed', '保管するものが加わる。'),
    removed: says('changed', '保管するものがなくなる。'),
    fields: {
      what: fact('保管するものが変わる。'),
      container: fact('保管する入れ物が変わる。'),
      lock: value(
        says('changed', '鍵の種類が変わる。'),
        says('tightened', '鍵が掛けられる。'),
        says('relaxed', '鍵が掛からなくなる。'),
      ),
      at: fact('置き場所が変わる。'),
      keyAt: fact('鍵の置き場所が変わる。'),
    },
  }),
  Terminal: gradesOf<file.Terminal>({
    notice: false,
    added: says('changed', '端末が加わる。'),
    removed: says('changed', '端末がなくなる。'),
    fields: {
      name: wording,
      kind: fact('端末の種類が変わる。'),
      seenFrom: set(
        says('relaxed', '画面の見える場所が増える。'),
        says('tightened', '画面の見える場所が減る。'),
      ),
      seat: fact('席の決め方が変わる。'),
      compensating: elements,
    },
  }),
  TerminalCompensation: gradesOf<file.TerminalCompensation>({
    notice: false,
    added: says('tightened', '代わりの対策が加わる。'),
    removed: says('relaxed', '代わりの対策がなくなる。'),
    fields: { by: wording, since: fact('代わりの対策の始まった日が変わる。') },
  }),
  EntryMeans: gradesOf<file.EntryMeans>({
    notice: false,
    added: says('changed', '入退室の手段が加わる。'),
    removed: says('changed', '入退室の手段がなくなる。'),
    fields: {
      place: fact('手段を使う場所が変わる。'),
      kind: fact('手段の種類が変わる。'),
      custody: fact('手段の保管のしかたが変わる。'),
      factors: scale('more', '確かめる要素が増える。', '確かめる要素が減る。'),
    },
  }),
  Network: gradesOf<file.Network>({
    notice: false,
    added: says('changed', 'ネットワークが加わる。'),
    removed: says('changed', 'ネットワークがなくなる。'),
    fields: {
      name: wording,
      holds: facts('扱う情報が変わる。求められる対策も変わる。'),
      authFactors: scale('more', '認証の要素が増える。', '認証の要素が減る。'),
    },
  }),
  Control: gradesOf<file.Control>({
    notice: false,
    added: says('changed', '対策の扱いが明らかにされる。'),
    removed: says('changed', '対策の扱いの記載がなくなる。'),
    fields: {
      control: fact('対象とする対策が変わる。'),
      overridable: scale('no', '解除できなくなる。', '解除できるようになる。'),
    },
  }),
}
