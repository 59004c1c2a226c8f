/** All that other rooms may import of authorities. */

/** Something happened to a communication: told in the step's own transaction. */
export { stepTaken } from './events.ts'
