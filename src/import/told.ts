/** Names of persons or posts, joined, to whom something is told: 「運転責任者及び総務課に連絡する」. */
export function toldPattern(name: string): RegExp {
  const joint = '(?:、|及び|又は|並びに|若しくは|および|または|ならびに|もしくは|・|と|や)'
  const deed =
    '(?:報告|連絡|通報|提出|申請|通知|返送|送付)(?:を行)?(?:し(?!た(?:とき|場合|後|者))|する|い|う)|知らせ(?!た)|届け出|報を入れ|電話(?:し|する)|依頼し|依頼する'
  return new RegExp(
    `(?<![一-龠々ァ-ヶーA-Za-z0-9・])((?:${name})(?:${joint}(?:${name}))*)(?:に(?!よ[りる]|関|基づ|応じ|つい)|へ)(?:対し(?:て)?)?、?[^。は]{0,24}?(?:${deed})`,
    'gu',
  )
}
