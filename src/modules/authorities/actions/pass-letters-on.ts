import { rows, type Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { lettersPassedOn, type PassedLetter } from '../emails/successions.ts'

/**
 * Opens the letters of this umbrella to the bodies that succeeded their addressees by today, and tells whose letters they
 * are. Returns how many. Safe to repeat: what was opened is not found again.
 */
export async function passLettersOn(tx: Tx): Promise<number> {
  const letters = await rows<PassedLetter>(
    tx,
    'authorities.pass-on',
    `select communication, number, predecessor, successor, member, for_coalition as "forCoalition" from authorities.pass_on()
     order by number`,
  )
  for (const [, passed] of Map.groupBy(letters, ({ successor }) => successor)) {
    await record(tx, {
      ...{
        action: 'authorities.letters_passed_on',
        visibility: 'members',
        detail: { letters: passed.length },
      },
      subject: { type: 'public_body', id: passed[0]!.successor },
    })
    await lettersPassedOn(tx, passed)
  }
  return letters.length
}
