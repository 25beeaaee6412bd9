import { normalise } from './width.ts'

const daysOfWork = '(?:開庁|営業|勤務|就業|執務|業務)日'
const eachDay = new RegExp(
  `毎${daysOfWork}|${daysOfWork}(?:ごと|毎に|の(?:毎日|毎朝|毎夕|朝|夕))|毎日\\(${daysOfWork}(?:に限る|のみ)?\\)|${daysOfWork}は毎日|(?:土|閉庁日|休日|休庁日)[^。、]{0,12}を除[きく][^。]{0,4}毎[日朝夕]`,
  'u',
)

/** Whether a text has something done on each day of work, and on no day off: 毎開庁日, 毎日（開庁日）, 土日を除き毎日. */
export function saysEachOfficeDay(text: string): boolean {
  return eachDay.test(normalise(text).replaceAll(' ', ''))
}
