import { newId } from '#platform/id.ts'
import { affiliate, type Present } from './coalition.ts'
import type { Stage } from './visitor.ts'

/** A passphrase that is strong enough, of one person. */
export const phraseOf = ({ address }: Present) => `lamp river ladder seven ${address}`

/** The session of a person has shown a second factor, as if just now. */
export async function assure(stage: Stage, { id }: Present): Promise<void> {
  await stage.platform.database.owner.query(
    'update accounts.sessions set assurance = 2, assured_at = now() where user_id = $1',
    [id],
  )
}

/** Makes a person's key through the page, after their second factor. */
export async function withKey(stage: Stage, person: Present): Promise<Present> {
  await assure(stage, person)
  const passphrase = phraseOf(person)
  await person.browser.post('/en/account/vault/key', { passphrase, again: passphrase })
  return person
}

/** Opens a person's vault through the page. */
export const unlockAs = (person: Present, fields: Record<string, string> = {}) =>
  person.browser.post('/en/account/vault/unlock', { passphrase: phraseOf(person), ...fields })

/** Gives somebody who is signed in a role of the umbrella, as a confirmed act does. */
export async function inRole(
  stage: Stage,
  umbrella: string,
  person: Present,
  role: string,
): Promise<Present> {
  const { owner } = stage.platform.database
  await affiliate(stage, umbrella, person.id)
  await owner.query('insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, $4)', [
    ...[umbrella, newId(), person.id, role],
  ])
  return person
}
