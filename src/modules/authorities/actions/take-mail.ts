import { inScope, rows, type Tx } from '#platform/database/scope.ts'
import { storeMessage } from '#platform/files/index.ts'
import { newId } from '#platform/id.ts'
import type { ArrivedMail, Keep, Mailbox } from '#platform/incoming-mail/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import type { Platform } from '#platform/platform.ts'
import { namedBy, slugPart } from '../incoming/address.ts'

type Answer = 'taken' | 'known' | 'full'

/** What undoes the transaction without being a fault. */
class NotTaken extends Error {
  readonly answer: Answer

  constructor(answer: Answer) {
    super(answer)
    this.answer = answer
  }
}

async function take(tx: Tx, umbrella: string, token: string, mail: ArrivedMail): Promise<void> {
  const id = newId()
  const raw = await storeMessage(tx, mail)
  const [taken] = await rows<{ answer: Answer }>(
    tx,
    'authorities.take-mail',
    'select authorities.take_mail($1, $2, $3, $4, $5, $6) as answer',
    [id, token, raw, mail.sha256, mail.size, mail.bounce],
  )
  if (taken!.answer !== 'taken') throw new NotTaken(taken!.answer)
  await enqueue(tx, 'authorities.read-mail', { umbrella, id })
}

async function keepIn(platform: Platform, umbrella: string, token: string, mail: ArrivedMail) {
  try {
    await inScope(platform.database.request, { umbrella, account: null }, 'write', tx =>
      take(tx, umbrella, token, mail),
    )
    return 'kept'
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error
    // The same bytes to the same address: their sender did not hear our yes.
    return error.answer === 'known' ? 'kept' : 'full'
  }
}

type Umbrella = { id: string; named: boolean }

// Of slugs that are too long for an address the beginning stands in it; where that is the same, the token decides.
async function umbrellasOf(platform: Platform, slug: string, token: string): Promise<Umbrella[]> {
  const { rows: found } = await platform.database.request.query<{ id: string; slug: string }>(
    `select id, slug from platform.umbrellas where settled_at is not null and starts_with(slug, $1)`,
    [slug],
  )
  const umbrellas = found.filter(umbrella => slugPart(umbrella.slug) === slug)
  if (umbrellas.length < 2) return umbrellas.map(({ id }) => ({ id, named: true }))
  return Promise.all(
    umbrellas.map(async ({ id }) => {
      const [known] = await inScope(platform.database.request, { umbrella: id, account: null }, 'read', tx =>
        rows<{ named: boolean }>(tx, 'authorities.is-token', 'select authorities.is_token($1) as named', [
          token,
        ]),
      )
      return { id, named: known!.named }
    }),
  )
}

/**
 * Answers for `c-<umbrella>-<token>`. An umbrella that is not there, or not open yet, is refused at once; a token that leads
 * nowhere is not told from one that does.
 */
export const communicationMailbox: Mailbox = async (platform, localPart) => {
  const named = namedBy(localPart)
  if (!named) return undefined
  const found = (await umbrellasOf(platform, named.slug, named.token)).filter(umbrella => umbrella.named)
  const [umbrella] = found
  if (!umbrella || found.length > 1) return undefined
  const keep: Keep = mail => keepIn(platform, umbrella.id, named.token, mail)
  return keep
}
