import { rows } from '#platform/database/scope.ts'
import { searchKey } from '#platform/text/index.ts'
import { stepTaken } from './events.ts'

/** A title is found by its words in any script from the moment at which the letter is sent. */
export function followSending(): void {
  stepTaken.listen(async (tx, { communication, kind }) => {
    if (kind !== 'sent') return
    const [letter] = await rows<{ title: string }>(
      tx,
      'authorities.sent-title',
      `select coalesce(public_title, title) as title from authorities.communications
       where umbrella_id = platform.current_umbrella() and id = $1`,
      [communication],
    )
    if (!letter) return
    await rows(
      tx,
      'authorities.search-key',
      `update authorities.communications set search_key = $2 where umbrella_id = platform.current_umbrella() and id = $1`,
      [communication, searchKey(letter.title)],
    )
  })
}
