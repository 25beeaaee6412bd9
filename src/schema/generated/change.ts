// Made by `npm run generate` from src/schema/*.schema.json. Do not edit.

import type { EventChange, TypeChange } from '../change.ts'

/** What changes of every type come to that is graded field by field. */
export const changes: Readonly<Record<string, TypeChange>> = {
  Municipality: {
    added: ['added', '自治体が加わる。'],
    removed: ['removed', '自治体がなくなる。'],
    fields: {
    },
  },
  StandardInForce: {
    added: ['changed', '適用する対策基準の版が加わる。すべての実施手順を見直す。'],
    removed: ['changed', '適用していた対策基準の版がなくなる。'],
    fields: {
      pack: ['changed', '適用する対策基準が替わる。すべての実施手順を見直す。'],
      edition: ['changed', '適用する対策基準の版が替わる。すべての実施手順を見直す。'],
      from: ['changed', '対策基準を適用し始める日が変わる。'],
      until: ['changed', '対策基準の適用を終える日が変わる。'],
    },
  },
  Followed: {
    added: ['changed', '手本とした基準の改定が分かる。'],
    removed: ['changed', '手本とした基準の改定の記載がなくなる。'],
    fields: {
      revisedOn: ['changed', '手本とした基準の改定の日が変わる。'],
      reviewedOn: ['changed', '手本の改定による見直しの日が変わる。'],
    },
  },
  StandardScope: {
    added: ['changed', '対策基準を適用する相手が一部に限られる。外れるものの対策基準を確かめる。'],
    removed: ['changed', '対策基準がすべての組織とシステムに適用される。'],
    fields: {
      organisations: { gained: ['changed', '対策基準を適用する組織が加わる。その実施手順を見直す。'], lost: ['changed', '対策基準を適用する組織が減る。外れるものの対策基準を確かめる。'] },
      systems: { gained: ['changed', '対策基準を適用するシステムが加わる。その実施手順を見直す。'], lost: ['changed', '対策基準を適用するシステムが減る。外れるものの対策基準を確かめる。'] },
    },
  },
  Organisation: {
    added: ['changed', '組織が置かれる。'],
    removed: ['changed', '組織がなくなる。担っていた役割と業務の引き継ぎを確かめる。'],
    moved: ['changed', '組織の上下の関係が変わる。'],
    fields: {
      kind: ['changed', '組織の区分が変わる。'],
      desk: ['changed', '通知を受け付ける担当かどうかが変わる。'],
      functions: ['changed', '組織の機能が変わる。'],
      inScope: ['changed', '対策基準の対象かどうかが変わる。'],
      from: ['changed', '組織の置かれる日が変わる。'],
      until: ['changed', '組織の廃止される日が変わる。'],
    },
  },
  Group: {
    added: ['changed', '組織のグループが定められる。'],
    removed: ['changed', '組織のグループがなくなる。'],
    fields: {
      known: { stricter: ['sample', 'all'], tightened: '構成員がすべて載せられ、載っていない構成員がいないことになる。', relaxed: '構成員の一部しか載せないことになり、載っていない構成員のことが判定されなくなる。' },
    },
  },
  GroupMember: {
    added: ['added', 'グループに加わった組織は、グループの担う業務を新たに担う。'],
    removed: ['removed', 'グループから外れた組織は、グループの担う業務を行わなくなる。'],
    notice: true,
    fields: {
      organisation: ['transferred', 'グループの構成員が替わる。'],
      from: ['changed', 'グループに加わる日が変わる。'],
      until: ['changed', 'グループから外れる日が変わる。'],
    },
  },
  Body: {
    added: ['added', '会議や組織横断の体制が置かれる。'],
    removed: ['removed', '会議や組織横断の体制がなくなる。'],
    fields: {
      kind: ['changed', '体制の種類が変わる。'],
      members: { gained: ['changed', '構成員が増える。'], lost: ['changed', '構成員が減る。'] },
      functions: { gained: ['tightened', '担う機能が増える。'], lost: ['relaxed', '担う機能が減る。'] },
      meetsEvery: { stricter: 'shorter', tightened: '開く回数が増える。', relaxed: '開く回数が減る。' },
      since: ['changed', '置かれた日の記載が変わる。'],
      expertise: { gained: ['tightened', '専門の知識が加わる。'], lost: ['relaxed', '専門の知識が失われる。'] },
    },
  },
  ContactPoint: {
    added: ['tightened', '窓口が設けられる。'],
    removed: ['relaxed', '窓口がなくなる。'],
    fields: {
      organisation: ['transferred', '窓口の組織が替わる。'],
      audiences: { gained: ['tightened', '窓口を使える人が増える。'], lost: ['relaxed', '窓口を使える人が減る。'] },
      published: { gained: ['tightened', '公表先が増える。'], lost: ['relaxed', '公表先が減る。'] },
    },
  },
  Plan: {
    added: ['added', '計画が定められる。'],
    removed: ['removed', '計画がなくなる。'],
    fields: {
      owner: ['transferred', '計画を進める体制が替わる。'],
      from: ['changed', '計画の始まる日が変わる。'],
      to: { stricter: 'earlier', tightened: '計画が早く終わる。', relaxed: '計画の終わりが延びる。' },
      steps: { reordered: ['changed', '手順の順が変わる。'] },
    },
  },
  PlanStep: {
    added: ['tightened', '取組が加わる。'],
    removed: ['relaxed', '取組がなくなる。'],
    fields: {
      due: { stricter: 'earlier', tightened: '取組の期限が早まる。', relaxed: '取組の期限が延びる。' },
    },
  },
  Officer: {
    added: ['added', '役職が置かれる。'],
    removed: ['removed', '役職がなくなる。'],
    fields: {
      canonical: ['changed', '対策基準のどの役割に当たるかが変わる。'],
      post: ['transferred', '役職に就く職が替わる。'],
      organisation: ['transferred', '役職の組織が替わる。'],
      mustKnow: ['changed', '研修が要るかどうかが変わる。'],
    },
  },
  Conventions: {
    added: ['editorial', '文書の体裁の決まりが書かれる。'],
    removed: ['editorial', '文書の体裁の決まりの記載がなくなる。'],
    fields: {
      digits: ['editorial', '文書の体裁だけが変わる。'],
      comma: ['editorial', '文書の体裁だけが変わる。'],
      items: ['editorial', '文書の体裁だけが変わる。'],
      calendar: ['editorial', '文書の体裁だけが変わる。'],
      padDates: ['editorial', '文書の体裁だけが変わる。'],
      honorific: ['editorial', '文書の体裁だけが変わる。'],
      senderTitle: ['editorial', '文書の体裁だけが変わる。'],
      addresseeTitle: ['editorial', '文書の体裁だけが変わる。'],
      documentNumber: ['editorial', '文書の体裁だけが変わる。'],
    },
  },
  Fonts: {
    added: ['editorial', '文書の体裁の決まりが書かれる。'],
    removed: ['editorial', '文書の体裁の決まりの記載がなくなる。'],
    fields: {
      mincho: ['editorial', '文書の体裁だけが変わる。'],
      gothic: ['editorial', '文書の体裁だけが変わる。'],
    },
  },
  ComparisonConventions: {
    added: ['editorial', '文書の体裁の決まりが書かれる。'],
    removed: ['editorial', '文書の体裁の決まりの記載がなくなる。'],
    fields: {
      order: ['editorial', '文書の体裁だけが変わる。'],
      after: ['editorial', '文書の体裁だけが変わる。'],
      before: ['editorial', '文書の体裁だけが変わる。'],
      added: ['editorial', '文書の体裁だけが変わる。'],
      removed: ['editorial', '文書の体裁だけが変わる。'],
      omitted: ['editorial', '文書の体裁だけが変わる。'],
    },
  },
  Context: {
    added: ['added', 'システムが加わる。'],
    removed: ['removed', 'システムが廃止される。残る情報と機器の扱いを確かめる。'],
    fields: {
      foundOn: ['editorial', '実態を調べた日が改められる。'],
      owner: ['transferred', 'システムを所管する組織が替わる。'],
      liveFrom: ['changed', '運用を始めた日の記載が変わる。'],
      procedure: { changed: ['changed', '実施手順があるかどうかが変わる。'], added: ['changed', '実施手順があるかどうかが明らかにされる。'] },
      connection: ['changed', 'つながるネットワークが変わる。当てはまる条文も変わる。'],
      traits: ['changed', 'システムの特性が変わる。当てはまる条文も変わる。'],
      handlers: { gained: ['changed', '取り扱う者が増える。'], lost: ['changed', '取り扱う者が減る。'] },
      recoveryHours: { stricter: 'fewer', tightened: '早く復旧することが目標になる。', relaxed: '復旧の遅れが許される。', added: ['tightened', '復旧までの時間の目標が決まる。'], removed: ['relaxed', '復旧までの時間の目標がなくなる。'] },
      enforced: { gained: ['tightened', '働いている技術的な対策が増える。'], lost: ['relaxed', '働いている技術的な対策が減る。'] },
      networkModel: ['changed', 'ネットワークの構成が変わる。求められる対策も変わる。'],
    },
  },
  Survey: {
    added: ['editorial', '調査の記載が加わる。'],
    removed: ['editorial', '調査の記載がなくなる。'],
    fields: {
      on: ['editorial', '調査の日が改められる。'],
      by: ['editorial', '調査した人の記載が変わる。'],
    },
  },
  Retirement: {
    added: ['removed', 'システムが廃止され、その日から判定されなくなる。残る情報と機器の扱い、担っていた業務の終わりを確かめる。'],
    removed: ['added', '廃止の記載がなくなり、システムがまた判定されるようになる。'],
    fields: {
      on: ['changed', '廃止の日が変わる。'],
    },
  },
  Users: {
    added: ['changed', '利用者の数が明らかにされる。'],
    removed: ['changed', '利用者の数の記載がなくなる。'],
    fields: {
      staff: ['changed', '利用する職員の数が変わる。'],
      public: ['changed', '住民が使うかどうかが変わる。当てはまる条文も変わる。'],
    },
  },
  Asset: {
    added: ['changed', '台帳に情報資産が加わる。'],
    removed: ['changed', '台帳から情報資産がなくなる。'],
    fields: {
      classes: ['changed', '情報資産の分類が変わる。求められる対策も変わる。'],
      owner: ['transferred', '情報資産を管理する組織が替わる。'],
      usedBy: ['changed', '情報資産を使う組織が変わる。'],
      keepUntil: ['changed', '保存する期限が変わる。'],
      reviewedOn: ['changed', '台帳を確かめた日の記載が変わる。'],
      disposedOn: ['changed', '廃棄した日の記載が変わる。'],
    },
  },
  Keeping: {
    added: ['changed', '情報資産の置き場所が増える。'],
    removed: ['changed', '情報資産の置き場所が減る。'],
    fields: {
      kind: ['changed', '情報資産の置き場所の種類が変わる。'],
      at: ['changed', '情報資産の置き場所が変わる。'],
      protection: { gained: ['tightened', '情報資産を守る対策が増える。'], lost: ['relaxed', '情報資産を守る対策が減る。'] },
      lacks: { gained: ['relaxed', '働いていないと分かった対策が増える。'], lost: ['tightened', '働いていないと分かった対策が減る。'] },
      accessibleTo: { gained: ['relaxed', '情報資産を見られる組織が増える。'], lost: ['tightened', '情報資産を見られる組織が減る。'] },
    },
  },
  Permit: {
    added: ['relaxed', '許可が加わる。'],
    removed: ['tightened', '許可がなくなる。'],
    fields: {
      by: ['transferred', '許可する職が替わる。'],
      on: ['changed', '許可した日が変わる。'],
      until: { stricter: 'earlier', tightened: '許可が早く終わる。', relaxed: '許可の期限が延びる。' },
    },
  },
  Facilities: {
    added: ['changed', '使う施設が明らかにされる。'],
    removed: ['changed', '使う施設の記載がなくなる。'],
    fields: {
      count: ['changed', '使う施設の数が変わる。'],
      group: ['changed', '使う施設のグループが変わる。'],
    },
  },
  Involvement: {
    added: ['changed', '新しく関わる組織ができる。連絡体制と業務の担当に加えるかを確かめる。'],
    removed: ['changed', '関わらなくなる組織がある。担っていた業務の引き継ぎを確かめる。'],
    fields: {
      organisation: ['transferred', '関わる組織が替わる。'],
      relation: ['changed', '関わり方が変わる。'],
      covers: ['changed', '関わる対象が変わる。'],
      direct: ['changed', '直接に連絡を取るかどうかが変わる。'],
    },
  },
  AccountAdministration: {
    added: ['changed', 'アカウントを管理する組織が明らかにされる。'],
    removed: ['changed', 'アカウントを誰が管理しているのかが分からなくなる。'],
    fields: {
      administeredBy: { gained: ['transferred', 'アカウントを管理する組織が加わる。'], lost: ['transferred', 'アカウントを管理する組織が外れる。'] },
      accounts: { stricter: ['shared', 'mixed', 'personal'], tightened: '個人ごとのアカウントに改まる。', relaxed: '共用のアカウントになり、誰の操作か分からなくなる。' },
      covers: ['changed', '管理する対象が変わる。'],
    },
  },
  RightHeld: {
    added: ['changed', '権限を持つ人数が明らかにされる。'],
    removed: ['changed', '権限を持つ人数が分からなくなる。'],
    fields: {
      organisation: ['changed', '数えた組織が変わる。'],
      right: ['changed', '数えた権限が変わる。'],
      holders: { stricter: 'fewer', tightened: '権限を持つ者が減る。', relaxed: '権限を持つ者が増える。' },
      needed: ['changed', '権限の要る人数が変わる。'],
      staff: ['changed', 'システムを使う職員の人数が変わる。'],
      inAbsence: { changed: ['changed', '不在のときの方法が変わる。'], added: ['changed', '不在のときの方法が分かる。'], removed: ['changed', '不在のときの方法が分からなくなる。'] },
    },
  },
  Authentication: {
    added: ['changed', '認証の設定が明らかにされる。'],
    removed: ['changed', '認証の設定が分からなくなる。'],
    fields: {
      minLength: { stricter: 'more', tightened: '設定された文字数が増える。', relaxed: '設定された文字数が減り、破られやすくなる。' },
      complexity: { stricter: 'yes', tightened: '文字の種類を混ぜなければ登録できなくなる。', relaxed: '文字の種類を混ぜなくても登録できるようになる。' },
      lockAfter: ['changed', '続けて誤ることのできる回数が変わる。'],
      changeAtFirst: { stricter: 'yes', tightened: '初回に変えなければ使えなくなる。', relaxed: '配られた値のまま使えるようになる。' },
    },
  },
  Practice: {
    added: ['changed', '業務の実際の行われ方が明らかにされる。'],
    removed: ['changed', '業務が実際にどう行われているかの記載がなくなる。'],
    fields: {
      activity: ['changed', '行われている業務の種類が変わる。'],
      duty: ['changed', 'どの担当業務に当たるかが変わる。'],
      covers: ['changed', '対象が変わる。'],
      targets: ['changed', '対象となる機器や情報が変わる。'],
      performedBy: { gained: ['transferred', '実際に行う組織が加わる。'], lost: ['transferred', '実際に行う組織が外れる。'] },
      resultsTo: { gained: ['tightened', '結果の届く先が増える。'], lost: ['relaxed', '結果の届く先がなくなる。'] },
      means: ['changed', '人手で行うか、自動で行うかが変わる。'],
      contract: ['changed', 'どの契約による業務かが変わる。'],
      places: ['changed', '業務を行う場所が変わる。'],
      every: { stricter: 'shorter', tightened: '行う間隔が短くなる。', relaxed: '行う間隔が長くなる。' },
      knownBefore: { stricter: 'longer', tightened: 'きっかけが早く分かるようになり、前もって行う時間ができる。', relaxed: 'きっかけの分かるのが遅くなり、前もって行う時間がなくなる。' },
      takes: { stricter: 'shorter', tightened: 'かかる期間が短くなる。', relaxed: 'かかる期間が長くなり、期限に間に合わなくなることがある。' },
      lacks: { gained: ['relaxed', '行うのに要るものが足りないことが分かる。'], lost: ['tightened', '足りなかったものがそろう。'] },
      since: ['changed', '始まった日が変わる。'],
    },
  },
  ContextLog: {
    added: ['changed', '取得されるログが増える。'],
    removed: ['relaxed', '取得されるログが減り、後から調べられなくなる。'],
    fields: {
      kind: ['changed', 'ログの種類が変わる。'],
      holder: ['transferred', 'ログを持つ組織が替わる。分析する人が見られるかを確かめる。'],
      accessibleTo: { gained: ['changed', 'ログを見られる組織が増える。'], lost: ['changed', 'ログを見られない組織ができる。分析や点検を続けられるかを確かめる。'] },
      covers: ['changed', '対象が変わる。'],
      volumePerMonth: ['changed', 'ログの量が変わる。分析に掛かる時間も変わる。'],
      retention: { stricter: 'longer', tightened: 'ログの保存期間が延びる。', relaxed: 'ログの保存期間が縮まる。' },
    },
  },
  Dependency: {
    added: ['changed', '何に依っているかが明らかにされる。'],
    removed: ['changed', '何に依っているかの記載がなくなる。'],
    fields: {
      what: ['changed', '依っているものが変わる。'],
      on: { gained: ['relaxed', '依っているものが増え、それが止まると使えない。'], lost: ['tightened', '依っているものが減る。'] },
      insteadOf: ['changed', '何に代わるものかが変わる。'],
    },
  },
  Contract: {
    added: ['added', '新しい契約が結ばれる。'],
    removed: ['removed', '契約がなくなる。受託者が担っていたことの引き継ぎを確かめる。'],
    fields: {
      kind: ['changed', '契約の種類が変わる。定めるべき事項も、監督する相手かどうかも変わる。'],
      contractor: ['transferred', '受託者が替わる。説明、連絡体制、アカウントの引き継ぎを確かめる。'],
      from: ['changed', '契約の始まる日が変わる。'],
      until: ['changed', '契約の終わる日が変わる。'],
      signedOn: ['changed', '契約を結んだ日が変わる。'],
      subcontracting: { stricter: ['notice', 'consent', 'forbidden'], tightened: '再委託の条件が厳しくなる。', relaxed: '再委託の条件が緩む。' },
      traits: ['changed', '契約で扱う情報が変わる。求められる監督も変わる。'],
      items: { gained: ['tightened', '契約で定める事項が増える。'], lost: ['relaxed', '契約で定めていた事項がなくなる。'] },
      lacks: { gained: ['relaxed', '契約で定めていない事項が見つかる。'], lost: ['tightened', '契約で定めていない事項が減る。'] },
      parties: ['changed', '説明の相手が変わる。'],
    },
  },
  ContractTerm: {
    added: ['tightened', '契約の条件が加わる。'],
    removed: ['relaxed', '契約の条件がなくなる。'],
    fields: {
      activity: ['changed', '条件を付けた業務が変わる。'],
      targets: { gained: ['tightened', '約束の及ぶものが増える。'], lost: ['relaxed', '約束の及ばないものができる。'], changed: ['changed', '約束の及ぶものが変わる。'] },
      places: { gained: ['relaxed', '行ってよい場所が増える。'], lost: ['tightened', '行ってよい場所が減る。'] },
      every: { stricter: 'shorter', tightened: '約束した間隔が短くなる。', relaxed: '約束した間隔が長くなる。' },
    },
  },
  Subcontractor: {
    added: ['changed', '再委託先が加わる。承認と監督、連絡体制を確かめる。'],
    removed: ['changed', '再委託先がなくなる。'],
    fields: {
      organisation: ['transferred', '再委託先が替わる。'],
      direct: ['changed', '直接に連絡を取るかどうかが変わる。'],
      under: ['changed', '再委託の段階が変わる。承諾と監督を確かめる。'],
      work: ['changed', '再委託先の行う業務が変わる。承諾の範囲を確かめる。'],
      extent: { stricter: ['whole', 'part'], tightened: '再委託が、業務の一部に限られる。', relaxed: '業務の全部が再委託される。' },
      from: ['changed', '再委託の始まる日が変わる。'],
      until: ['changed', '再委託の終わる日が変わる。'],
      consent: { stricter: ['none', 'oral', 'written'], tightened: '再委託の承諾が確かになる。', relaxed: '再委託の承諾が確かでなくなる。' },
      consentedOn: ['changed', '再委託を承諾した日が変わる。'],
      consentedBy: ['changed', '再委託を承諾した職が変わる。'],
    },
  },
  Explanation: {
    added: ['editorial', '受託者への説明が記録される。'],
    removed: ['changed', '受託者への説明の記録がなくなる。'],
    fields: {
      on: ['changed', '説明の日の記載が変わる。'],
      to: ['changed', '説明の相手の記載が変わる。'],
    },
  },
  Sla: {
    added: ['tightened', '受託者に約束させる項目が増える。'],
    removed: ['relaxed', '受託者に約束させていた項目がなくなる。'],
    fields: {
      category: ['changed', '項目の分類が変わる。'],
      cadence: ['changed', '報告の時期の決め方が変わる。'],
      every: { deadline: '報告の間隔' },
      atLeast: { stricter: 'more', tightened: '約束させる水準が上がる。', relaxed: '約束させる水準が下がる。' },
      atMost: { stricter: 'fewer', tightened: '約束させる時間や件数が減る。', relaxed: '約束させる時間や件数が増える。' },
      unit: ['changed', '約束した値の単位が変わる。'],
      otherEvidence: { gained: ['tightened', 'ほかの確認方法が加わる。'], lost: ['relaxed', 'ほかの確認方法がなくなる。'] },
    },
  },
  ContractReport: {
    added: ['tightened', '受託者から受け取る報告書が増える。'],
    removed: ['relaxed', '受託者から受け取っていた報告書がなくなる。'],
    fields: {
      document: ['changed', '報告書の種類が変わる。'],
      every: { deadline: '報告の間隔' },
      within: { deadline: '報告の期限' },
      to: ['transferred', '報告書の提出先が替わる。'],
    },
  },
  ReportItem: {
    added: ['tightened', '報告書に書かせる事項が増える。'],
    removed: ['relaxed', '報告書に書かせていた事項がなくなり、確かめられなくなる。'],
    fields: {
      topic: ['changed', '書かせる事項が変わる。'],
      covers: { gained: ['tightened', '報告書で確かめられるSLAの項目が増える。'], lost: ['relaxed', '報告書で確かめられるSLAの項目が減る。'] },
    },
  },
  Demand: {
    added: ['tightened', '受託者に求める記載事項が増える。'],
    removed: ['relaxed', '受託者に求めていた記載事項がなくなる。'],
    fields: {
      document: ['changed', '書かせる文書が変わる。'],
      topic: ['changed', '書かせる話題が変わる。'],
      aspects: { gained: ['tightened', '求める観点が増える。'], lost: ['relaxed', '求める観点が減る。'] },
    },
  },
  Responsibility: {
    added: ['tightened', '担う者の決まった業務が増える。'],
    removed: ['relaxed', '担う者の決まっていた業務が、決まらなくなる。'],
    fields: {
      task: ['changed', '分担する業務が変わる。'],
      by: ['transferred', '業務を担う組織が替わる。'],
      targets: ['changed', '担う対象が変わる。'],
    },
  },
  Service: {
    added: ['changed', '使うサービスが増える。許可と扱う情報を確かめる。'],
    removed: ['changed', '使うサービスがなくなる。残る情報の消去を確かめる。'],
    fields: {
      provider: ['transferred', 'サービスの事業者が替わる。'],
      system: ['changed', 'サービスで動くシステムが変わる。'],
      permit: { stricter: ['none', 'given'], tightened: '利用の許可を受ける。', relaxed: '利用の許可がなくなる。' },
      permittedOn: ['changed', '許可の日が変わる。'],
      permittedUntil: { stricter: 'earlier', tightened: '許可の期限が早まる。', relaxed: '許可の期限が延びる。' },
      permittedBy: ['changed', '許可した職が変わる。'],
      usedFrom: ['changed', '使い始めた日の記載が変わる。'],
      usedUntil: ['changed', '使うのをやめる日が変わる。残る情報の消去を確かめる。'],
      holds: ['changed', 'サービスで扱う情報が変わる。求められる対策も変わる。'],
      assessments: { gained: ['tightened', '第三者の評価が増える。'], lost: ['relaxed', '第三者の評価がなくなる。'] },
      dataIn: { stricter: ['outside', 'inside'], tightened: '情報が国内だけに置かれる。', relaxed: '情報が国外にも置かれる。' },
    },
  },
  Capacity: {
    added: ['changed', '使える時間が明らかにされる。'],
    removed: ['changed', '使える時間の記載がなくなる。'],
    fields: {
      role: ['transferred', '時間を使う役割が替わる。'],
      hoursPerYear: ['changed', '使える時間が変わる。担当業務をこなせるかを確かめる。'],
    },
  },
  Capability: {
    added: ['changed', '機能の有無が明らかにされる。'],
    removed: ['changed', '機能の有無の記載がなくなる。'],
    fields: {
      control: ['changed', '対象とする対策が変わる。'],
      available: { stricter: 'yes', tightened: '機能が備わる。', relaxed: '機能がなくなる。代わりの対策を確かめる。' },
    },
  },
  Compensation: {
    added: ['tightened', '代わりの対策が加わる。'],
    removed: ['relaxed', '代わりの対策がなくなる。'],
    fields: {
      since: ['changed', '代わりの対策の始まった日が変わる。'],
    },
  },
  DeviceGroup: {
    added: ['changed', '機器が加わる。'],
    removed: ['changed', '機器がなくなる。残った情報が消されたかを確かめる。'],
    fields: {
      kind: ['changed', '機器の種類が変わる。'],
      count: ['changed', '機器の台数が変わる。'],
      location: ['changed', '機器の置き場所が変わる。'],
      enforces: { gained: ['tightened', '機器で働く技術的な対策が増える。'], lost: ['relaxed', '機器で働く技術的な対策が減る。'] },
      lacks: { gained: ['relaxed', '働いていないと分かった対策が増える。'], lost: ['tightened', '働いていないと分かった対策が減る。'] },
      holds: ['changed', '機器で扱う情報が変わる。求められる対策も変わる。'],
      updatedOn: ['changed', '最後に更新した日が変わる。'],
      traits: ['changed', '機器の特性が変わる。'],
    },
  },
  Software: {
    added: ['changed', 'ソフトウェアが加わる。'],
    removed: ['changed', 'ソフトウェアがなくなる。'],
    fields: {
      version: ['changed', 'ソフトウェアの版が変わる。'],
      supportedUntil: ['changed', '支援の期限が変わる。'],
    },
  },
  MediaHeld: {
    added: ['changed', '保有する記録媒体が加わる。'],
    removed: ['changed', '保有する記録媒体がなくなる。'],
    fields: {
      organisation: ['transferred', '記録媒体を持つ組織が替わる。'],
      kind: ['changed', '記録媒体の種類が変わる。'],
      count: ['changed', '記録媒体の数が変わる。'],
    },
  },
  Backup: {
    added: ['tightened', 'バックアップが加わる。'],
    removed: ['relaxed', 'バックアップがなくなる。'],
    fields: {
      of: ['changed', 'バックアップの対象が変わる。'],
      every: { stricter: 'shorter', tightened: 'バックアップを取る間隔が短くなる。', relaxed: 'バックアップを取る間隔が長くなり、失われる情報が増える。' },
      generations: { stricter: 'more', tightened: '残す世代が増える。', relaxed: '残す世代が減る。' },
      apart: { stricter: 'yes', tightened: '離れた場所に保管する。', relaxed: '離れた場所に保管しなくなる。' },
      offline: { stricter: 'yes', tightened: 'ネットワークから切り離して保管する。', relaxed: 'ネットワークにつながったままになる。' },
      encrypted: { stricter: 'yes', tightened: 'バックアップを暗号化する。', relaxed: 'バックアップを暗号化しなくなる。' },
    },
  },
  Place: {
    added: ['changed', '場所が加わる。'],
    removed: ['changed', '場所がなくなる。'],
    fields: {
      kind: ['changed', '場所の種類が変わる。求められる対策も変わる。'],
      contains: ['changed', '置いてあるものが変わる。'],
    },
  },
  Store: {
    added: ['changed', '保管するものが加わる。'],
    removed: ['changed', '保管するものがなくなる。'],
    fields: {
      what: ['changed', '保管するものが変わる。'],
      container: ['changed', '保管する入れ物が変わる。'],
      lock: { changed: ['changed', '鍵の種類が変わる。'], added: ['tightened', '鍵が掛けられる。'], removed: ['relaxed', '鍵が掛からなくなる。'] },
      at: ['changed', '置き場所が変わる。'],
      keyAt: ['changed', '鍵の置き場所が変わる。'],
    },
  },
  Terminal: {
    added: ['changed', '端末が加わる。'],
    removed: ['changed', '端末がなくなる。'],
    fields: {
      kind: ['changed', '端末の種類が変わる。'],
      seenFrom: { gained: ['relaxed', '画面の見える場所が増える。'], lost: ['tightened', '画面の見える場所が減る。'] },
      seat: ['changed', '席の決め方が変わる。'],
    },
  },
  TerminalCompensation: {
    added: ['tightened', '代わりの対策が加わる。'],
    removed: ['relaxed', '代わりの対策がなくなる。'],
    fields: {
      since: ['changed', '代わりの対策の始まった日が変わる。'],
    },
  },
  EntryMeans: {
    added: ['changed', '入退室の手段が加わる。'],
    removed: ['changed', '入退室の手段がなくなる。'],
    fields: {
      place: ['changed', '手段を使う場所が変わる。'],
      kind: ['changed', '手段の種類が変わる。'],
      custody: ['changed', '手段の保管のしかたが変わる。'],
      factors: { stricter: 'more', tightened: '確かめる要素が増える。', relaxed: '確かめる要素が減る。' },
    },
  },
  Network: {
    added: ['changed', 'ネットワークが加わる。'],
    removed: ['changed', 'ネットワークがなくなる。'],
    fields: {
      holds: ['changed', '扱う情報が変わる。求められる対策も変わる。'],
      authFactors: { stricter: 'more', tightened: '認証の要素が増える。', relaxed: '認証の要素が減る。' },
      zone: ['changed', 'ネットワークの領域が変わる。'],
      enforces: { gained: ['tightened', '働いている対策が増える。'], lost: ['relaxed', '働いている対策が減る。'] },
      lacks: { gained: ['relaxed', '働いていないと分かった対策が増える。'], lost: ['tightened', '働いていないと分かった対策が減る。'] },
    },
  },
  NetworkLink: {
    added: ['relaxed', 'ネットワークのつながりが増える。'],
    removed: ['tightened', 'ネットワークのつながりが減る。'],
    fields: {
      kind: ['changed', 'つながりの種類が変わる。'],
      network: ['changed', 'つながる相手が変わる。'],
      with: ['changed', 'つながる相手が変わる。'],
      protection: { gained: ['tightened', 'つながりを守る対策が増える。'], lost: ['relaxed', 'つながりを守る対策が減る。'] },
      lacks: { gained: ['relaxed', '働いていないと分かった対策が増える。'], lost: ['tightened', '働いていないと分かった対策が減る。'] },
      monitoredBy: { gained: ['tightened', 'つながりを監視する組織が増える。'], lost: ['relaxed', 'つながりを監視する組織が減る。'] },
    },
  },
  Control: {
    added: ['changed', '対策の扱いが明らかにされる。'],
    removed: ['changed', '対策の扱いの記載がなくなる。'],
    fields: {
      control: ['changed', '対象とする対策が変わる。'],
      overridable: { stricter: 'no', tightened: '解除できなくなる。', relaxed: '解除できるようになる。' },
    },
  },
  Procedure: {
    added: ['added', '新しい実施手順が定められ、そこに書かれた業務をすべて新たに担う。'],
    removed: ['removed', '実施手順が廃止され、そこに書かれた業務を行う根拠がなくなる。'],
    notice: true,
    fields: {
      variant: ['editorial', '版の呼び名だけが変わる。'],
      covers: { gained: ['added', '対象に加わった組織は、この実施手順の業務を新たに担う。'], lost: ['removed', '対象から外れた組織は、この実施手順に従う必要がなくなる。'] },
      owner: ['transferred', '実施手順を所管する組織が替わる。'],
      established: ['editorial', '制定の日の記載が変わる。'],
      inForce: { notice: false },
      complete: { as: 'copied', notice: false },
    },
  },
  StandardReference: {
    added: ['changed', '基づく対策基準が記される。'],
    removed: ['changed', '基づく対策基準の記載がなくなる。'],
    fields: {
      pack: ['changed', '基づく対策基準が別のものになる。すべての業務を新しい基準に照らして見直す。'],
      edition: ['changed', '基づく対策基準の版が替わる。改正された条文に照らして見直す。'],
    },
  },
  InForce: {
    added: ['editorial', '施行の期間が記される。'],
    removed: ['editorial', '施行の期間の記載がなくなる。'],
    notice: true,
    fields: {
      from: ['editorial', '新しい版の施行の日である。'],
      until: { changed: ['changed', '実施手順の終わる日が変わる。'], added: ['removed', '終わる日が定められ、その日の後はこの実施手順によらない。'], removed: ['changed', '終わる日の定めがなくなり、引き続き効力を持つ。'] },
    },
  },
  Revision: {
    added: ['editorial', '改正の経過が書き加えられる。'],
    removed: ['editorial', '改正の経過の記載がなくなる。'],
    fields: {
      on: ['editorial', '改正の日の記載が変わる。'],
      summary: ['editorial', '改正の概要の記載が変わる。'],
    },
  },
  Role: {
    added: ['added', '新しい役割が置かれる。'],
    removed: ['removed', '役割がなくなる。担っていた業務を誰が行うのかを確かめる。'],
    notice: true,
    fields: {
      canonical: ['changed', '対策基準のどの役割に当たるかが変わる。求められることも変わる。'],
      post: { changed: ['transferred', '役割に就く職が替わる。新しい職へ引き継ぐ。'], added: ['changed', '役割に就く職が定められる。'], removed: ['relaxed', '役割に就く職の定めがなくなり、誰が責任を負うのかが決まらなくなる。'] },
      organisation: ['transferred', '役割を担う組織が替わる。この役割の業務がすべて移る。'],
      each: { stricter: 'yes', tightened: '組織ごとに置く役割になり、それぞれの組織が業務を担う。', relaxed: '組織ごとには置かない役割になり、担う人が減る。', added: ['changed', '組織ごとに置くかどうかが定められる。'], removed: ['changed', '組織ごとに置くかどうかの定めがなくなる。'] },
      deputy: { changed: ['transferred', '代理をする職が替わる。'], added: ['tightened', '不在のときの代理が定められる。'], removed: ['relaxed', '不在のときの代理がいなくなる。'] },
    },
  },
  Duty: {
    added: ['added', '新しい業務を行わなければならなくなる。'],
    removed: ['removed', '業務を行う定めがなくなる。'],
    notice: true,
    fields: {
      activity: ['changed', '行う業務の種類が変わる。'],
      requirement: ['changed', '応える要求事項が変わる。元の要求事項に応える業務が残るかを確かめる。'],
      title: { as: 'heading' },
      states: { gained: ['tightened', '定める点が増える。'], lost: ['relaxed', '定めていた点がなくなる。'] },
      severally: { stricter: 'yes', tightened: '担当者のそれぞれが行うことになる。', relaxed: '担当者のそれぞれが行う定めではなくなる。', added: ['changed', '担当者のそれぞれが行うかどうかが定められる。'], removed: ['changed', '担当者のそれぞれが行うかどうかの定めがなくなる。'] },
      modality: { stricter: ['may', 'should', 'must'], tightened: 'より強い義務になる。', relaxed: 'より弱い義務になり、行わなくてもよいと受け取られる。', unwritten: 'must', added: ['editorial', '行わなければならないことが明記される。'], removed: ['editorial', '行わなければならないことの明記がなくなる。意味は変わらない。'] },
      forbids: { gained: ['tightened', 'してはならないことが増える。'], lost: ['relaxed', '禁じられていたことが、禁じられなくなる。'] },
      allows: { gained: ['relaxed', 'してよいことが増える。'], lost: ['tightened', '許されていたことが、許されなくなる。'] },
      exceptionTo: { gained: ['relaxed', 'ほかの定めの例外になる。'], lost: ['tightened', 'ほかの定めの例外ではなくなる。'] },
      record: { changed: ['changed', '残す記録が別のものになる。'], added: ['tightened', '行ったことを記録に残さなければならなくなる。'], removed: ['relaxed', '記録の定めがなくなり、行ったことを後から示せなくなる。'] },
      keepFor: { stricter: 'longer', tightened: '記録の保存期間が延びる。', relaxed: '記録の保存期間が縮まり、後から確かめられる期間が短くなる。' },
      steps: { reordered: ['changed', '手順の順が変わる。'] },
      targets: { gained: ['tightened', '対象が広がる。'], lost: ['relaxed', '対象が狭まる。'] },
      logs: { gained: ['tightened', '対象のログが増える。'], lost: ['relaxed', '対象のログが減る。'] },
      means: ['changed', '人手で行うか、自動で行うかが変わる。'],
      since: ['changed', '業務が始まる日の記載が変わる。周期を数える起点も変わる。'],
      checklist: ['changed', '使う点検表が変わる。'],
      respondents: { gained: ['tightened', '回答する人が増える。'], lost: ['relaxed', '回答する人が減る。'] },
      bureaus: { gained: ['changed', '受け持つ部局が増える。'], lost: ['changed', '受け持つ部局が減る。外れた部局を誰が受け持つのかを確かめる。'] },
      target: ['changed', '対象とする対策が変わる。'],
    },
  },
  Part: {
    added: ['changed', '分担が定められ、誰がどこまで行うかが決まる。'],
    removed: ['changed', '分担の定めがなくなり、誰がどこまで行うかが決まらなくなる。'],
    notice: true,
    fields: {
      role: ['transferred', '分担を受け持つ役割が替わる。'],
      does: ['changed', '分担する内容が変わる。'],
      part: ['changed', '分担の種類が変わる。'],
      covers: { gained: ['changed', '受け持つ対象が増える。'], lost: ['changed', '受け持つ対象が減る。'] },
    },
  },
  Timing: {
    added: ['tightened', '行う時期が定められる。'],
    removed: ['relaxed', '行う時期の定めがなくなり、先延ばしできるようになる。'],
    notice: true,
    fields: {
      months: { gained: ['changed', '行う月が増える。'], lost: ['changed', '行う月が減る。'], changed: ['changed', '行う月が変わる。'] },
      dueDay: ['changed', '行う期日が変わる。'],
    },
  },
  Report: {
    added: ['tightened', '結果を報告しなければならなくなる。'],
    removed: ['relaxed', '報告先がなくなり、結果が返ってこなくなる。'],
    notice: true,
    fields: {
      role: ['transferred', '報告を受ける役割が替わる。'],
      within: { deadline: '報告の期限' },
      record: { changed: ['changed', '報告の様式が変わる。'], added: ['changed', '報告の様式が定められる。'], removed: ['relaxed', '報告の様式の定めがなくなる。'] },
    },
  },
  Confirmation: {
    added: ['tightened', '結果を確かめる人が定められる。'],
    removed: ['relaxed', '結果を確かめる人がいなくなる。'],
    notice: true,
    fields: {
      by: ['transferred', '結果を確かめる役割が替わる。'],
      within: { deadline: '確認の期限' },
    },
  },
  Effort: {
    added: ['changed', '掛かる手間の見積りが記される。'],
    removed: ['changed', '掛かる手間の見積りがなくなる。'],
    fields: {
      minutes: ['changed', '掛かる手間の見積りが変わる。'],
      per: ['changed', '手間の単位が変わる。'],
      timesPerYear: ['changed', '年間の回数の見積りが変わる。'],
    },
  },
  Step: {
    added: ['tightened', '行う手順が一つ増える。'],
    removed: ['relaxed', '手順が一つなくなる。'],
    notice: true,
    fields: {
      by: ['transferred', '手順を行う役割が替わる。'],
      does: ['changed', '行うことの種類が変わる。'],
      form: { changed: ['changed', '使う様式が変わる。'], added: ['tightened', '様式によることになる。'], removed: ['relaxed', '様式の定めがなくなる。'] },
      within: { deadline: '手順の期限' },
    },
  },
  Suspension: {
    added: ['relaxed', '業務を休む期間ができる。その間は行われない。'],
    removed: ['tightened', '業務を休む期間がなくなる。'],
    notice: true,
    fields: {
      from: ['changed', '休む期間が変わる。'],
      until: { stricter: 'earlier', tightened: '休む期間が早く終わる。', relaxed: '休む期間が延びる。' },
    },
  },
  Provision: {
    added: ['added', '新しい規定が置かれる。'],
    removed: ['removed', '規定がなくなり、守るべきことが決まらなくなる。'],
    notice: true,
    fields: {
      requirement: ['changed', '応える要求事項が変わる。'],
      title: { as: 'heading' },
      states: { gained: ['tightened', '定める点が増える。'], lost: ['relaxed', '定めていた点がなくなる。'] },
      forbids: { gained: ['tightened', 'してはならないことが増える。'], lost: ['relaxed', '禁じられていたことが、禁じられなくなる。'] },
      allows: { gained: ['relaxed', 'してよいことが増える。'], lost: ['tightened', '許されていたことが、許されなくなる。'] },
      targets: { gained: ['tightened', '対象が広がる。'], lost: ['relaxed', '対象が狭まる。'] },
      exceptionTo: { gained: ['relaxed', 'ほかの定めの例外になる。'], lost: ['tightened', 'ほかの定めの例外ではなくなる。'] },
      record: { changed: ['changed', '残す記録が別のものになる。'], added: ['tightened', '記録に残さなければならなくなる。'], removed: ['relaxed', '記録の定めがなくなる。'] },
      keepFor: { stricter: 'longer', tightened: '記録の保存期間が延びる。', relaxed: '記録の保存期間が縮まり、後から確かめられる期間が短くなる。' },
      topic: ['changed', '定める主題が変わる。'],
    },
  },
  Lack: {
    added: ['editorial', '定めがないと分かった点が書き足される。'],
    removed: ['editorial', '定めがないと分かった点の記載がなくなる。定めたのなら、その規定が加わっているかを確かめる。'],
    fields: {
      point: ['editorial', '定めがないと分かった点が変わる。'],
      targets: ['editorial', '定めのない対象が変わる。'],
    },
  },
  AppliedDocument: {
    added: ['added', '従うべき文書が加わる。'],
    removed: ['removed', '従うべき文書がなくなる。そこに書かれた業務の根拠も失われる。'],
    notice: true,
    fields: {
      edition: ['changed', '文書の版が替わる。'],
      relation: ['changed', '自ら定めた文書か、準用する文書か、従うべき上位の文書かが変わる。'],
    },
  },
  Chain: {
    added: ['added', '新しい連絡体制が定められる。'],
    removed: ['removed', '連絡体制がなくなり、いざというときの連絡の道筋が決まらなくなる。'],
    notice: true,
    fields: {
      title: { as: 'heading' },
      triggers: { gained: ['tightened', 'この連絡体制を使う場合が増える。'], lost: ['relaxed', 'この連絡体制を使う場合が減る。その場合の連絡の道筋を確かめる。'] },
      bands: { gained: ['tightened', '連絡の取れる時間帯が広がる。'], lost: ['relaxed', '連絡の取れる時間帯が狭まる。'] },
      asOf: ['editorial', '連絡体制の基準日が改められる。'],
      firstReporter: ['transferred', '最初に気付いて知らせる組織が替わる。'],
      goal: ['transferred', '連絡を最後に受ける組織が替わる。'],
    },
  },
  ChainNode: {
    added: ['tightened', '連絡体制に連絡先が加わる。'],
    removed: ['relaxed', '連絡体制から連絡先が消える。'],
    notice: true,
    fields: {
      organisation: ['transferred', '連絡先の組織が替わる。'],
      role: { changed: ['transferred', '連絡を受ける役割が替わる。'], added: ['changed', '連絡を受ける役割が定められる。'], removed: ['relaxed', '連絡を受ける役割が決まらなくなる。'] },
      phoneDay: { changed: ['changed', '開庁時間内の電話番号が変わる。'], added: ['tightened', '開庁時間内の電話番号が登録される。'], removed: ['relaxed', '開庁時間内の電話番号がなくなる。'] },
      phoneNight: { changed: ['changed', '夜間・休日の電話番号が変わる。'], added: ['tightened', '夜間・休日の電話番号が登録される。'], removed: ['relaxed', '夜間・休日の電話番号がなくなり、その間は連絡できない。'] },
    },
  },
  ChainEdge: {
    added: ['tightened', '連絡の経路が加わる。'],
    removed: ['relaxed', '連絡の経路がなくなる。'],
    notice: true,
    fields: {
      from: ['transferred', '連絡をする組織が替わる。'],
      to: ['transferred', '連絡を受ける組織が替わる。'],
      means: ['changed', '連絡の手段が変わる。'],
    },
  },
  PasswordLevel: {
    added: ['added', 'パスワードの水準が定められる。'],
    removed: ['removed', 'パスワードの水準の定めがなくなる。'],
    notice: true,
    fields: {
      minLength: { stricter: 'more', tightened: '求める文字数が増える。', relaxed: '求める文字数が減り、破られやすくなる。' },
      expiry: ['changed', 'パスワードの有効期間が変わる。'],
      complexity: { stricter: 'yes', tightened: '文字の種類を混ぜることを求める。', relaxed: '文字の種類を混ぜることを求めなくなる。' },
      initial: ['changed', '初めに配る値の決め方が変わる。'],
      changeAtFirst: { stricter: 'yes', tightened: '配られた値を初めて使うときに変えることを求める。', relaxed: '配られた値のまま使うことを許す。' },
      lockAfter: { stricter: 'fewer', tightened: '続けて誤ることのできる回数が減る。', relaxed: '続けて誤ることのできる回数が増え、推し量られやすくなる。' },
      history: { stricter: 'more', tightened: '前に使った値を使えない回数が増える。', relaxed: '前に使った値を早く使えるようになる。' },
      sharedAllowed: { stricter: 'no', tightened: '共用を認めなくなる。', relaxed: '共用を認めるようになり、誰の操作か分からなくなる。', added: ['changed', '共用を認めるかどうかが定められる。'], removed: ['changed', '共用を認めるかどうかの定めがなくなる。'] },
      factors: { stricter: 'more', tightened: '求める認証の要素が増える。', relaxed: '求める認証の要素が減り、成り済まされやすくなる。' },
      holds: ['changed', '水準の及ぶ情報が変わる。'],
    },
  },
  Log: {
    added: ['added', 'ログの定めが加わる。'],
    removed: ['removed', 'ログの定めがなくなり、取得も保存も求められなくなる。'],
    notice: true,
    fields: {
      kind: ['changed', 'ログの種類が変わる。'],
      items: { gained: ['tightened', '記録する項目が増える。'], lost: ['relaxed', '記録する項目が減る。'] },
      retention: { stricter: 'longer', tightened: 'ログの保存期間が延びる。', relaxed: 'ログの保存期間が縮まり、後から調べられる期間が短くなる。' },
      protection: { changed: ['changed', 'ログを守る方法が変わる。'], added: ['tightened', 'ログを守る方法が定められる。'], removed: ['relaxed', 'ログを守る方法の定めがなくなる。'] },
    },
  },
  Exception: {
    added: ['relaxed', '要求事項を守らなくてよい例外が認められる。'],
    removed: ['tightened', '例外がなくなり、要求事項をそのまま守らなければならなくなる。'],
    notice: true,
    fields: {
      requirement: ['changed', '例外を認める要求事項が変わる。'],
      element: { changed: ['changed', '例外を認める対象が変わる。'], added: ['tightened', '例外を認める対象が絞られる。'], removed: ['relaxed', '例外を認める対象が広がる。'] },
      approver: ['transferred', '例外を承認する職が替わる。'],
      compensating: ['changed', '例外の間に行う代わりの対策が変わる。'],
      from: ['changed', '例外の始まる日が変わる。'],
      expires: { stricter: 'earlier', tightened: '例外が早く終わる。', relaxed: '例外の期限が延びる。', added: ['tightened', '例外に期限が付く。'], removed: ['relaxed', '例外の期限がなくなる。'] },
      reviewEvery: { stricter: 'shorter', tightened: '例外を見直す間隔が短くなる。', relaxed: '例外を見直す間隔が長くなる。', added: ['tightened', '例外が、見直しによって終わるようになる。'], removed: ['relaxed', '例外が、見直しによって終わらなくなる。'] },
      reviewedOn: ['changed', '見直した日の記載が変わる。'],
      endedOn: { changed: ['changed', '例外をやめた日が変わる。'], added: ['tightened', '例外が終わる。'], removed: ['relaxed', '終わった例外が、終わっていないことになる。'] },
    },
  },
  Standard: {
    added: ['added', '対策基準が加わる。'],
    removed: ['removed', '対策基準がなくなる。'],
    fields: {
      extends: ['changed', '土台とする対策基準が替わる。'],
      municipality: ['editorial', '自治体の名の記載が変わる。'],
      absent: { gained: ['relaxed', '採用しない要求事項が増える。'], lost: ['tightened', '採用していなかった要求事項を採用する。'] },
    },
  },
  SeverityLabels: {
    added: ['editorial', '重大さの呼び名が定められる。'],
    removed: ['editorial', '重大さの呼び名がなくなる。'],
    fields: {
      error: ['editorial', '重大さの呼び名が変わる。'],
      warning: ['editorial', '重大さの呼び名が変わる。'],
      info: ['editorial', '重大さの呼び名が変わる。'],
    },
  },
  Edition: {
    added: ['added', '対策基準の新しい版が定められる。実施手順を見直す。'],
    removed: ['removed', '対策基準の版がなくなる。'],
    fields: {
      from: ['changed', '版の施行の日が変わる。'],
      until: ['changed', '版の終わる日が変わる。'],
      absent: { gained: ['relaxed', '採用しない要求事項が増える。'], lost: ['tightened', '採用していなかった要求事項を採用する。'] },
    },
  },
  BasedOn: {
    added: ['changed', 'もとにしたガイドラインが記される。'],
    removed: ['changed', 'もとにしたガイドラインの記載がなくなる。'],
    fields: {
      guideline: ['changed', 'もとにするガイドラインが変わる。'],
      edition: ['changed', 'もとにするガイドラインの版が替わる。'],
    },
  },
  StandardReview: {
    added: ['editorial', '見直したことが記録される。'],
    removed: ['changed', '見直したことの記録がなくなる。'],
    fields: {
      against: ['changed', '見直しに使った版の記載が変わる。'],
      on: ['changed', '見直した日の記載が変わる。'],
    },
  },
  Inspection: {
    added: ['tightened', '自己点検の項目が定められる。'],
    removed: ['relaxed', '自己点検の項目がなくなる。'],
    fields: {
    },
  },
  InspectionItem: {
    added: ['tightened', '自己点検で問うことが増える。'],
    removed: ['relaxed', '自己点検で問うことが減る。'],
    fields: {
      requirement: ['changed', '問う要求事項が変わる。'],
      asks: { stricter: ['rule', 'performed', 'evidence'], tightened: 'より確かなことを問うようになる。', relaxed: '確かめ方が緩くなる。' },
      record: ['changed', '示す記録が変わる。'],
    },
  },
  Assurance: {
    added: ['tightened', '全庁の取組が加わる。'],
    removed: ['relaxed', '全庁の取組がなくなる。'],
    fields: {
      kind: ['changed', '取組の種類が変わる。'],
    },
  },
  Requirement: {
    added: ['added', '新しい要求事項が加わる。'],
    removed: ['removed', '要求事項がなくなる。'],
    fields: {
      place: ['editorial', 'ガイドラインの箇所の記載が変わる。'],
      subject: { gained: ['changed', '責任を負う役割が加わる。'], lost: ['changed', '責任を負う役割が外れる。'] },
      text: ['changed', '条文の言葉が変わる。求めることが変わったかどうかを、読んで確かめる。'],
      near: ['editorial', '探すための言葉が変わる。'],
      level: ['changed', 'システムごとに求めるか、組織全体に求めるかが変わる。'],
      cycle: ['changed', '求める周期が変わる。'],
      states: { gained: ['tightened', '定めるべき点が増える。'], lost: ['relaxed', '定めるべき点が減る。'] },
      records: { gained: ['tightened', '求める記録が増える。'], lost: ['relaxed', '求める記録が減る。'] },
      activities: ['changed', '要求事項に応える業務の種類が変わる。'],
      mandatory: { stricter: 'yes', tightened: '例外を認めなくなる。', relaxed: '例外を認めるようになる。', asks: false },
      evidence: ['changed', '根拠の扱いが変わる。'],
      needs: { gained: ['tightened', '条文に要るものが増える。'], lost: ['relaxed', '条文に要るものが減る。'], asks: false },
    },
  },
  StandardDocument: {
    added: ['added', '規程などの文書が加わる。'],
    removed: ['removed', '規程などの文書がなくなる。'],
    fields: {
      kind: ['changed', '文書の種類が変わる。'],
      established: ['editorial', '制定の日の記載が変わる。'],
      announced: ['changed', '周知した日の記載が変わる。'],
      read: ['changed', '内容を確かめたかどうかの記載が変わる。'],
      covers: { gained: ['tightened', '定めている主題が増える。'], lost: ['relaxed', '定めている主題が減る。'] },
    },
  },
  DocumentTerm: {
    added: ['changed', '施行の期間が記される。'],
    removed: ['changed', '施行の期間の記載がなくなる。'],
    fields: {
      from: ['changed', '施行の日が変わる。'],
      until: ['changed', '終わる日が変わる。'],
    },
  },
  Topic: {
    added: ['tightened', '定めるべき主題が増える。'],
    removed: ['relaxed', '定めるべき主題が減る。'],
    fields: {
      requirement: ['changed', '主題の要求事項が変わる。'],
      near: ['editorial', '探すための言葉が変わる。'],
      level: ['changed', 'システムごとに定めるか、組織全体で定めるかが変わる。'],
      states: { gained: ['tightened', '定めるべき点が増える。'], lost: ['relaxed', '定めるべき点が減る。'] },
      enforcedBy: { gained: ['relaxed', '技術的な対策で代えられる場合が増える。'], lost: ['tightened', '技術的な対策で代えられる場合が減る。'] },
      severity: { stricter: ['info', 'warning', 'error'], tightened: 'より重く扱われる。', relaxed: 'より軽く扱われる。', asks: false },
    },
  },
  TrainingTopic: {
    added: ['tightened', '研修すべき事項が増える。'],
    removed: ['relaxed', '研修すべき事項が減る。'],
    fields: {
      requirement: ['changed', '事項の要求事項が変わる。'],
      every: { stricter: 'shorter', tightened: '研修の回数が増える。', relaxed: '研修の回数が減る。' },
      coverage: { stricter: 'more', tightened: '受けた者の割合をより高く求める。', relaxed: '受けた者の割合をより低く求める。' },
      severity: { stricter: ['info', 'warning', 'error'], tightened: 'より重く扱われる。', relaxed: 'より軽く扱われる。' },
    },
  },
  Checklist: {
    added: ['tightened', '点検表が加わる。'],
    removed: ['relaxed', '点検表がなくなる。'],
    fields: {
      placeKind: ['changed', '点検する場所の種類が変わる。'],
    },
  },
  CheckItem: {
    added: ['tightened', '点検する項目が増える。'],
    removed: ['relaxed', '点検する項目が減る。'],
    fields: {
      requirement: ['changed', '項目の要求事項が変わる。'],
      severity: { stricter: ['info', 'warning', 'error'], tightened: 'より重く扱われる。', relaxed: 'より軽く扱われる。' },
    },
  },
  Phrase: {
    added: ['changed', '条文から読み取る言葉が増える。'],
    removed: ['changed', '条文から読み取る言葉が減る。'],
    fields: {
      force: ['changed', '言葉から読み取る強さが変わる。'],
      frequency: ['changed', '言葉から読み取る頻度が変わる。'],
      every: ['changed', '言葉から読み取る間隔が変わる。'],
      within: ['changed', '言葉から読み取る期限が変わる。'],
      limits: ['changed', '条文から読み取る限りが変わる。'],
      words: { gained: ['changed', '条文から読み取る言葉が増える。'], lost: ['changed', '条文から読み取る言葉が減る。'] },
    },
  },
  ContractKind: {
    added: ['changed', '契約の種類が増える。'],
    removed: ['changed', '契約の種類がなくなる。使っている契約を直す。'],
    fields: {
      nameWords: { gained: ['changed', '種類を書いていない契約の種類が、名称から分かるようになる。'], lost: ['changed', '種類を書いていない契約の種類が、名称からは分からなくなる。'] },
      items: { gained: ['tightened', '契約に定めることを求める事項が増える。'], lost: ['relaxed', '契約に定めることを求める事項が減る。'] },
      supervised: { stricter: 'yes', tightened: '説明と監督を求める。', relaxed: '説明と監督を求めなくなる。' },
    },
  },
  Handling: {
    added: ['tightened', '取扱いの制限が増える。'],
    removed: ['relaxed', '取扱いの制限が減る。'],
    fields: {
      requirement: ['changed', '制限の要求事項が変わる。'],
      classes: { gained: ['tightened', '制限する情報の分類が増える。'], lost: ['relaxed', '制限する情報の分類が減る。'] },
      kept: { gained: ['tightened', '制限する置き場所が増える。'], lost: ['relaxed', '制限する置き場所が減る。'] },
      sent: { gained: ['tightened', '制限する送り方が増える。'], lost: ['relaxed', '制限する送り方が減る。'] },
      forbidden: { stricter: 'yes', unwritten: false, tightened: '認めないことになる。', relaxed: '認めることになる。' },
      needs: { gained: ['relaxed', '足りるとする対策が増える。'], lost: ['tightened', '足りるとする対策が減る。'] },
      unlessPermitted: { stricter: 'no', unwritten: false, tightened: '許可があっても制限する。', relaxed: '許可があれば制限しない。' },
      asks: { gained: ['tightened', '求める手続が増える。'], lost: ['relaxed', '求める手続が減る。'] },
      severity: { stricter: ['info', 'warning', 'error'], tightened: 'より重く扱われる。', relaxed: 'より軽く扱われる。', asks: false },
    },
  },
  NetworkModel: {
    added: ['changed', 'ネットワークの構成が加わる。'],
    removed: ['changed', 'ネットワークの構成がなくなる。'],
    fields: {
      outsideAudit: { stricter: 'shorter', tightened: '外部監査の間隔が縮まる。', relaxed: '外部監査の間隔が延びる。' },
    },
  },
  ModelZone: {
    added: ['tightened', '領域に求めることが加わる。'],
    removed: ['relaxed', '領域に求めることがなくなる。'],
    fields: {
      zone: ['changed', '求める領域が変わる。'],
      holds: { gained: ['relaxed', '扱ってよい情報が増える。'], lost: ['tightened', '扱ってよい情報が減る。'] },
      needs: { gained: ['tightened', '求める対策が増える。'], lost: ['relaxed', '求める対策が減る。'] },
    },
  },
  BodyKind: {
    added: ['tightened', '置くべき体制の種類が増える。'],
    removed: ['relaxed', '置くべき体制の種類が減る。'],
    fields: {
      meets: ['changed', '会議を開く体制かどうかが変わる。'],
      needsExpertise: { stricter: 'yes', tightened: '専門の知識を求める。', relaxed: '専門の知識を求めなくなる。' },
      leads: ['changed', '推進する体制かどうかが変わる。'],
      functions: { gained: ['tightened', '求める機能が増える。'], lost: ['relaxed', '求める機能が減る。'] },
    },
  },
  PlaceKind: {
    added: ['changed', '場所の種類が加わる。'],
    removed: ['changed', '場所の種類がなくなる。'],
    fields: {
      mayContain: { gained: ['relaxed', '置いてよいものが増える。'], lost: ['tightened', '置いてよいものが減る。'] },
      visitedBy: { gained: ['tightened', '見回る役割が加わる。'], lost: ['relaxed', '見回る役割が外れる。'] },
    },
  },
  Guideline: {
    added: ['changed', 'ガイドラインが加わる。'],
    removed: ['changed', 'ガイドラインの記載がなくなる。'],
    fields: {
    },
  },
  GuidelineEdition: {
    added: ['changed', 'ガイドラインが改定される。対策基準を見直す。'],
    removed: ['changed', 'ガイドラインの版の記載がなくなる。'],
    fields: {
      on: ['changed', '公表の日の記載が変わる。'],
    },
  },
  Risk: {
    added: ['changed', '監査の重要リスクが加わる。'],
    removed: ['changed', '監査の重要リスクがなくなる。'],
    fields: {
    },
  },
  Viewpoint: {
    added: ['changed', '監査の着眼点が加わる。'],
    removed: ['changed', '監査の着眼点がなくなる。'],
    fields: {
      requirements: ['changed', '着眼点の要求事項が変わる。'],
    },
  },
  Condition: {
    added: ['relaxed', '当てはまる場合が限られる。'],
    removed: ['tightened', 'どの場合にも当てはまるようになる。'],
    fields: {
      traits: { gained: ['relaxed', '当てはまる特性の条件が増え、対象が狭まる。'], lost: ['tightened', '当てはまる特性の条件が減り、対象が広がる。'] },
      connection: { gained: ['tightened', '当てはまる接続が増え、対象が広がる。'], lost: ['relaxed', '当てはまる接続が減り、対象が狭まる。'] },
    },
  },
  Clause: {
    added: ['added', '条文が新たに置かれる。'],
    removed: ['removed', '条文がなくなる。'],
    fields: {
      requirement: ['changed', '条文の要求事項が変わる。'],
      document: ['changed', '条文の置かれる文書が変わる。'],
      number: ['editorial', '条番号が変わる。'],
      text: ['changed', '条文の言葉が変わる。求めることが変わったかどうかを、読んで確かめる。'],
      quoted: ['editorial', '引用元の記載が変わる。'],
      subject: ['transferred', '条文の名あての役割が替わる。'],
      force: { stricter: ['advice', 'may', 'endeavour', 'must'], tightened: 'より強い義務になる。', relaxed: 'より弱い義務になる。' },
      mandatory: { stricter: 'yes', tightened: '例外を認めなくなる。', relaxed: '例外を認めるようになる。', asks: false },
      gives: { gained: ['tightened', '示すことが増える。'], lost: ['relaxed', '示すことが減る。'], asks: false },
      givenIn: ['changed', '示す文書が変わる。'],
    },
  },
  Cadence: {
    added: ['tightened', '認める頻度が定められる。'],
    removed: ['relaxed', '認める頻度の定めがなくなる。'],
    fields: {
      accept: { as: 'accepted' },
      max: { stricter: 'shorter', tightened: '最も長い間隔が短くなる。', relaxed: '最も長い間隔が長くなる。', added: ['tightened', '最も長い間隔が定められる。'], removed: ['relaxed', '最も長い間隔の定めがなくなる。'] },
    },
  },
  Parameter: {
    added: ['changed', '規則の使う値が定められる。'],
    removed: ['changed', '規則の使う値がなくなり、土台のパックの値になる。'],
    fields: {
      type: ['changed', '値の型が変わる。'],
      vocabulary: ['changed', '値を選ぶ用語集が変わる。'],
      value: ['changed', '規則の使う値が変わる。新たに守られなくなるものを確かめる。'],
      words: ['changed', '書ける言葉が変わる。'],
      min: ['changed', '書ける値の範囲が変わる。'],
      max: ['changed', '書ける値の範囲が変わる。'],
      quoted: ['editorial', '引用元の記載が変わる。'],
    },
  },
  Word: {
    added: ['editorial', '用語が加わる。'],
    removed: ['changed', '用語がなくなる。使っている実施手順を直す。'],
    fields: {
      near: ['editorial', '探すための言葉が変わる。'],
      requirement: ['changed', '用語の要求事項が変わる。'],
      isSecurity: ['changed', 'セキュリティの項目かどうかが変わる。'],
      ledgers: ['changed', '台帳を突き合わせたときに問う要求事項が変わる。'],
      unspecific: ['changed', '同じ用語が同じことを言うかどうかが変わる。'],
      byAuthority: ['changed', '権限による業務かどうかが変わる。'],
      event: ['changed', '用語の出来事が変わる。'],
      includes: ['changed', '用語に含まれるものが変わる。'],
      foreseen: ['changed', '前もって行ってよい出来事かどうかが変わる。'],
      needs: { gained: ['tightened', '機器に求める対策が増える。'], lost: ['relaxed', '機器に求める対策が減る。'] },
      deviceKinds: ['changed', '数えるものに当たる機器の種類が変わる。'],
      unit: ['editorial', '数え方の言葉が変わる。'],
      apart: { gained: ['tightened', '兼ねてはならない役割が増える。'], lost: ['relaxed', '兼ねてよい役割が増える。'] },
      recordedIn: ['changed', '行ったことが残る台帳が変わる。'],
      handles: ['changed', '業務が扱う台帳が変わる。'],
      activities: ['changed', '許しや禁止と見る業務の種類が変わる。'],
    },
  },
  ArisesFrom: {
    added: ['tightened', '出来事と見る台帳が加わる。'],
    removed: ['relaxed', '出来事と見る台帳がなくなる。'],
    fields: {
      ledger: ['changed', '出来事と見る台帳が変わる。'],
      day: ['changed', '出来事の日と見る日付が変わる。'],
      kinds: ['changed', '出来事と見る記録の種類が変わる。'],
    },
  },
  Ledger: {
    added: ['editorial', '書ける台帳が加わる。書くことを求めるのは、規則である。'],
    removed: ['relaxed', '台帳がなくなる。そこに書いたことは、読まれず、判定もされなくなる。使っている実施記録を直す。'],
    fields: {
      title: ['editorial', '台帳の名称が変わる。'],
      description: ['editorial', '台帳の説明が変わる。'],
      key: ['changed', '行を見分ける列が変わる。'],
      since: ['changed', '行がいつからあるかを示す列が変わる。'],
      gone: ['changed', '行の終わる日を示す列が変わる。'],
      counted: { stricter: 'yes', tightened: '現物と突き合わせる台帳になる。', relaxed: '現物と突き合わせる台帳でなくなる。', unwritten: false },
      activities: ['changed', '台帳に残る業務が変わる。'],
    },
  },
  LedgerColumn: {
    added: ['changed', '台帳に列が加わる。'],
    removed: ['relaxed', '台帳の列がなくなる。そこに書いたことは、読まれず、判定もされなくなる。'],
    fields: {
      title: ['editorial', '列の名称が変わる。'],
      description: ['editorial', '列の説明が変わる。'],
      type: ['changed', '列に書く値の種類が変わる。'],
      words: ['changed', '列で選べる言葉が変わる。'],
      vocabulary: ['changed', '列の用語集が変わる。'],
      to: ['changed', '列が指すものが変わる。'],
      many: ['changed', '列に書ける値の数が変わる。'],
      required: { stricter: 'yes', tightened: 'どの行にも書かなければならなくなる。', relaxed: '書かなくてもよくなる。', unwritten: false },
      none: ['changed', '列に none と書けるかどうかが変わる。'],
      unwritten: ['changed', '書いていない値の読み方が変わる。'],
    },
  },
  LedgerEvent: {
    added: ['tightened', '台帳の行が、応えるべき出来事になる。'],
    removed: ['relaxed', '台帳の行が、応えるべき出来事でなくなる。'],
    fields: {
      event: ['changed', '台帳の行が表す出来事が変わる。'],
      day: ['changed', '出来事の日と見る日付が変わる。'],
      kinds: ['changed', '出来事と見る行の種類が変わる。'],
    },
  },
  StatedIn: {
    added: ['relaxed', '定めたと見る所が加わる。'],
    removed: ['tightened', '定めたと見る所がなくなる。'],
    fields: {
      list: ['changed', '定めたと見る所が変わる。'],
      activity: ['changed', '定めたと見る所が変わる。'],
      step: ['changed', '定めたと見る所が変わる。'],
      field: ['changed', '定めたと見る所が変わる。'],
    },
  },
  SeenIn: {
    added: ['tightened', '使っていると見る所が加わる。'],
    removed: ['relaxed', '使っていると見る所がなくなる。'],
    fields: {
      list: ['changed', '使っていると見る所が変わる。'],
      kinds: ['changed', '使っていると見る種類が変わる。'],
    },
  },
  CanonicalRole: {
    added: ['changed', '標準の役割が加わる。'],
    removed: ['changed', '標準の役割がなくなる。'],
    fields: {
      canonical: ['changed', '標準の役割の記号が変わる。'],
    },
  },
  RoleAlias: {
    added: ['editorial', '役割の別名が加わる。'],
    removed: ['editorial', '役割の別名がなくなる。'],
    fields: {
      from: ['editorial', '別名を使い始める日が変わる。'],
      until: ['editorial', '別名を使い終える日が変わる。'],
    },
  },
  RuleTailoring: {
    added: ['changed', '規則が調整される。'],
    removed: ['changed', '規則の調整がなくなる。'],
    fields: {
      rule: ['changed', '調整する規則が変わる。'],
      severity: { stricter: ['info', 'warning', 'error'], tightened: '規則がより重く扱われる。', relaxed: '規則がより軽く扱われる。' },
      off: { stricter: 'no', tightened: '規則を使うようになる。', relaxed: '規則を使わなくなる。', added: ['relaxed', '規則を使わなくなる。'], removed: ['tightened', '規則を使うようになる。'] },
      mandatory: { stricter: 'yes', tightened: '例外を認めなくなる。', relaxed: '例外を認めるようになる。' },
      adopt: { stricter: 'yes', tightened: '意見の規則を採用する。', relaxed: '意見の規則を採用しなくなる。' },
    },
  },
  RequirementTailoring: {
    added: ['changed', '要求事項が調整される。'],
    removed: ['changed', '要求事項の調整がなくなる。'],
    fields: {
      requirement: ['changed', '調整する要求事項が変わる。'],
      severity: { stricter: ['info', 'warning', 'error'], tightened: '要求事項がより重く扱われる。', relaxed: '要求事項がより軽く扱われる。' },
      off: { stricter: 'no', tightened: '要求事項を使うようになる。', relaxed: '要求事項を使わなくなる。', added: ['relaxed', '要求事項を使わなくなる。'], removed: ['tightened', '要求事項を使うようになる。'] },
      mandatory: { stricter: 'yes', tightened: '例外を認めなくなる。', relaxed: '例外を認めるようになる。' },
    },
  },
  Rules: {
    added: ['tightened', '規則が加わる。'],
    removed: ['relaxed', '規則がなくなる。'],
    fields: {
      pack: ['changed', '規則の属するパックが変わる。'],
    },
  },
  Rule: {
    added: ['tightened', '判定する規則が増える。'],
    removed: ['relaxed', '判定する規則が減り、破られても気付かなくなる。'],
    fields: {
      requirement: ['changed', '規則の要求事項が変わる。'],
      keeps: ['changed', '規則が合わせて確かめる要求事項が変わる。'],
      onlyFinds: ['changed', '規則が成り立つとき、要求事項を守っていると数えるかどうかが変わる。'],
      severity: { stricter: ['info', 'warning', 'error'], tightened: '規則がより重く扱われる。', relaxed: '規則がより軽く扱われる。' },
      advice: { stricter: 'no', tightened: '意見ではなく、常に判定する規則になる。', relaxed: '採用したときだけ判定する規則になる。' },
      scope: ['changed', '規則の見る範囲が変わる。'],
      each: ['changed', '規則の見る要素が変わる。'],
      where: ['changed', '規則の当てはまる条件が変わる。'],
      let: ['changed', '規則の途中の計算が変わる。'],
      assert: ['changed', '規則の求めることが変わる。'],
      at: ['editorial', '指摘の場所が変わる。'],
      keptBy: ['editorial', '守っている箇所の示し方が変わる。'],
      yieldsTo: { changed: ['changed', '譲る相手の規則が変わる。'] },
    },
  },
}

/** What changes of the kinds of file come to that tell what has happened. */
export const events: Readonly<Record<string, EventChange>> = {
  records: { added: ['editorial', '行ったことが記録される。業務の定めは変わらない。'], filled: ['editorial', '記録が書き加えられる。業務の定めは変わらない。'], removed: ['changed', '過去の記録がなくなる。行ったことを示せなくなる。'], changed: ['changed', '過去の記録が書き換えられる。理由を確かめる。'] },
  notice: { added: ['editorial', '知らせたことが記される。業務の定めは変わらない。'], filled: ['changed', '知らせたことの記載が変わる。'], removed: ['changed', '知らせたことの記載がなくなる。'], changed: ['changed', '知らせたことの記載が変わる。'] },
  actions: { added: ['editorial', '改善措置が書き加えられる。'], filled: ['changed', '改善措置の状況が変わる。'], removed: ['changed', '改善措置の記載がなくなる。'], changed: ['changed', '改善措置の状況が変わる。'] },
}

/** Why the other types are not graded. */
export const waived: Readonly<Record<string, string>> = {
  PeriodicFrequency: '頻度は、一つの値で比べる。',
  EventFrequency: '頻度は、一つの値で比べる。',
  OccasionFrequency: '頻度は、一つの値で比べる。',
  Citation: '規則の引用元である。規則の求めることは変わらない。',
  Assert: '規則の求めることとして、一つの値で比べる。',
  RelatedPlace: '指摘に添える場所である。規則の求めることは変わらない。',
  GoodExample: '規則の例である。規則の求めることは変わらない。',
  BadExample: '規則の例である。規則の求めることは変わらない。',
  ExpectedFinding: '規則の例である。規則の求めることは変わらない。',
}
