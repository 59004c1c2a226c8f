import { rows, type Tx } from '#platform/database/scope.ts'

/** Forgets the person of the scope: bodies and members did what they did, nobody did it for them by name. */
export async function forgetPerson(tx: Tx): Promise<void> {
  await rows(tx, 'authorities.forget-person', 'select authorities.forget_person()')
}
