/** All that other rooms may import of authorities. */

/** Something happened to a communication: told in the step's own transaction. */
export { stepTaken } from './events.ts'
/** A draft act beside the one that came of it, article by article. */
export { ComparedActs } from './pages/compared-acts.tsx'
/** Who writes for a member, or for the coalition itself. */
export { writesFor } from './policy/letters.ts'
export { type DraftAct, findAct } from './queries/draft-acts.ts'
