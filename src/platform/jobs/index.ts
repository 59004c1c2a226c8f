export {
  countDeadLetters,
  type DeadLetter,
  deadLetters,
  dismissDeadLetter,
  retryDeadLetter,
} from './dead-letters.ts'
export { GiveUp, type JobContext, type JobDefinition, type JobRef, NotYet, noSubject } from './definition.ts'
export { enqueue } from './enqueue.ts'
export { type Jobs, startJobs } from './start.ts'
