import { permitsAskedIn } from '../japanese/decider.ts'
import { plainText } from '../japanese/sentence.ts'
import type { Part } from './part.ts'

/**
 * Whether the duty by which something was sent plainly has its sending permitted before: one that is an exception, or
 * that lets the permit be had afterwards or in some cases only, does not.
 */
export function isPermitAskedByDuty(transfer: Part): boolean {
  const duty = transfer.writtenPart('duty')
  if (!duty || duty.writtenTexts('exceptionTo').length > 0) return false
  const text = duty.writtenText('text') ?? ''
  return permitsAskedIn(text).includes('all') && !limited.test(plainText(text))
}

/** 送った後に承認を受ける, 要しない場合を除く, 20件を超えるときは許可を受ける. */
const limited =
  /事後|翌|[たるの]後|のち|ただし|除[くき]|限[りる]|超え|以上|場合|(?:急ぐ|やむを得な|重要|必要な?)[^、。]*(?:とき|もの)/u
