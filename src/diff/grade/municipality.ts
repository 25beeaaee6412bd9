import type * as file from '../../schema/generated/municipality.ts'
import {
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

const look = formal('文書の体裁だけが変わる。')

/** How changes of a municipality's own file are graded. */
export const municipalityGrades: Readonly<Record<string, ShapeGrades>> = {
  Municipality: gradesOf<file.Municipality>({
    notice: false,
    added: says('added', '自治体が加わる。'),
    removed: says('removed', '自治体がなくなる。'),
    fields: {
      name: wording,
      standards: elements,
      organisations: elements,
      groups: elements,
      bodies: elements,
      contactPoints: elements,
      plans: elements,
      officers: elements,
      conventions: elements,
    },
  }),
  StandardInForce: gradesOf<file.StandardInForce>({
    notice: false,
    added: says('changed', '適用する対策基準の版が加わる。すべての実施手順を見直す。'),
    removed: says('changed', '適用していた対策基準の版がなくなる。'),
    fields: {
      pack: fact('適用する対策基準が替わる。すべての実施手順を見直す。'),
      edition: fact('適用する対策基準の版が替わる。すべての実施手順を見直す。'),
      from: fact('対策基準を適用し始める日が変わる。'),
      until: fact('対策基準の適用を終える日が変わる。'),
      for: elements,
    },
  }),
  StandardScope: gradesOf<file.StandardScope>({
    notice: false,
    added: says(
      'changed',
      '対策基準を適用する相手が一部に限られる。外れるものの対策基準を確かめる。',
    ),
    removed: says('changed', '対策基準がすべての組織とシステムに適用される。'),
    fields: {
      organisations: set(
        says('changed', '対策基準を適用する組織が加わる。その実施手順を見直す。'),
        says('changed', '対策基準を適用する組織が減る。外れるものの対策基準を確かめる。'),
      ),
      systems: set(
        says('changed', '対策基準を適用するシステムが加わる。その実施手順を見直す。'),
        says('changed', '対策基準を適用するシステムが減る。外れるものの対策基準を確かめる。'),
      ),
    },
  }),
  Organisation: gradesOf<file.Organisation>({
    notice: false,
    added: says('changed', '組織が置かれる。'),
    removed: says('changed', '組織がなくなる。担っていた役割と業務の引き継ぎを確かめる。'),
    fields: {
      name: wording,
      kind: fact('組織の区分が変わる。'),
      desk: fact('通知を受け付ける担当かどうかが変わる。'),
      functions: facts('組織の機能が変わる。'),
      inScope: fact('対策基準の対象かどうかが変わる。'),
      from: fact('組織の置かれる日が変わる。'),
      until: fact('組織の廃止される日が変わる。'),
      children: elements,
    },
  }),
  Group: gradesOf<file.Group>({
    notice: false,
    added: says('changed', '組織のグループが定められる。'),
    removed: says('changed', '組織のグループがなくなる。'),
    fields: {
      name: wording,
      known: scale(
        { order: ['sample', 'all'] },
        '構成員がすべて載せられ、載っていない構成員がいないことになる。',
        '構成員の一部しか載せないことになり、載っていない構成員のことが判定されなくなる。',
      ),
      members: elements,
    },
  }),
  GroupMember: gradesOf<file.GroupMember>({
    notice: true,
    added: says('added', 'グループに加わった組織は、グループの担う業務を新たに担う。'),
    removed: says('removed', 'グループから外れた組織は、グループの担う業務を行わなくなる。'),
    fields: {
      organisation: value(says('transferred', 'グループの構成員が替わる。')),
      from: fact('グループに加わる日が変わる。'),
      until: fact('グループから外れる日が変わる。'),
    },
  }),
  Body: gradesOf<file.Body>({
    notice: false,
    added: says('added', '会議や組織横断の体制が置かれる。'),
    removed: says('removed', '会議や組織横断の体制がなくなる。'),
    fields: {
      name: wording,
      kind: fact('体制の種類が変わる。'),
      members: set(says('changed', '構成員が増える。'), says('changed', '構成員が減る。')),
      functions: set(says('tightened', '担う機能が増える。'), says('relaxed', '担う機能が減る。')),
      meetsEvery: scale('shorter', '開く回数が増える。', '開く回数が減る。'),
      since: fact('置かれた日の記載が変わる。'),
      expertise: set(
        says('tightened', '専門の知識が加わる。'),
        says('relaxed', '専門の知識が失われる。'),
      ),
    },
  }),
  ContactPoint: gradesOf<file.ContactPoint>({
    notice: false,
    added: says('tightened', '窓口が設けられる。'),
    removed: says('relaxed', '窓口がなくなる。'),
    fields: {
      name: wording,
      organisation: value(says('transferred', '窓口の組織が替わる。')),
      audiences: set(
        says('tightened', '窓口を使える人が増える。'),
        says('relaxed', '窓口を使える人が減る。'),
      ),
      published: set(says('tightened', '公表先が増える。'), says('relaxed', '公表先が減る。')),
    },
  }),
  Plan: gradesOf<file.Plan>({
    notice: false,
    added: says('added', '計画が定められる。'),
    removed: says('removed', '計画がなくなる。'),
    fields: {
      title: wording,
      owner: value(says('transferred', '計画を進める体制が替わる。')),
      from: fact('計画の始まる日が変わる。'),
      to: scale('earlier', '計画が早く終わる。', '計画の終わりが延びる。'),
      steps: elements,
    },
  }),
  PlanStep: gradesOf<file.PlanStep>({
    notice: false,
    added: says('tightened', '取組が加わる。'),
    removed: says('relaxed', '取組がなくなる。'),
    fields: {
      what: wording,
      due: scale('earlier', '取組の期限が早まる。', '取組の期限が延びる。'),
    },
  }),
  Officer: gradesOf<file.Officer>({
    notice: false,
    added: says('added', '役職が置かれる。'),
    removed: says('removed', '役職がなくなる。'),
    fields: {
      canonical: fact('対策基準のどの役割に当たるかが変わる。'),
      post: value(says('transferred', '役職に就く職が替わる。')),
      organisation: value(says('transferred', '役職の組織が替わる。')),
      mustKnow: fact('研修が要るかどうかが変わる。'),
    },
  }),
  Conventions: gradesOf<file.Conventions>({
    notice: false,
    added: says('editorial', '文書の体裁の決まりが書かれる。'),
    removed: says('editorial', '文書の体裁の決まりの記載がなくなる。'),
    fields: {
      digits: look,
      comma: look,
      items: look,
      calendar: look,
      padDates: look,
      honorific: look,
      senderTitle: look,
      addresseeTitle: look,
      documentNumber: look,
      fonts: elements,
      comparison: elements,
    },
  }),
  Fonts: gradesOf<file.Fonts>({
    notice: false,
    added: says('editorial', '文書の体裁の決まりが書かれる。'),
    removed: says('editorial', '文書の体裁の決まりの記載がなくなる。'),
    fields: {
      mincho: look,
      gothic: look,
    },
  }),
  ComparisonConventions: gradesOf<file.ComparisonConventions>({
    notice: false,
    added: says('editorial', '文書の体裁の決まりが書かれる。'),
    removed: says('editorial', '文書の体裁の決まりの記載がなくなる。'),
    fields: {
      order: look,
      after: look,
      before: look,
      added: look,
      removed: look,
      omitted: look,
    },
  }),
}
