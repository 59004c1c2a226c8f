import { rows, type Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'

const meanwhile = {
  reply_follows: 'authorities.score.refusal.repliedMeanwhile',
  body_replies_pkey: 'authorities.score.refusal.repliedMeanwhile',
} as const

/** What a public body says to its card, after the version that its officer has seen; an empty text takes it back. */
export const writeReply = (
  tx: Tx,
  { body, text, lang, seen }: { body: string; text: string; lang: string; seen: number },
): Promise<Outcome> =>
  refusingWhenViolated(tx, meanwhile, async () => {
    await rows(
      tx,
      'authorities.write-reply',
      'insert into authorities.body_replies (body_id, version, text, lang) values ($1, $2, $3, $4)',
      [body, seen + 1, text, lang],
    )
    await record(tx, {
      action: 'authorities.reply_written',
      subject: { type: 'body', id: body },
      visibility: 'public',
    })
    return { ok: true }
  })
