/** All that other rooms may import of monitoring. */

/** Two monitors finished a submission to a Commissioner, and one handed it over. */
export { submissionReady } from './events.ts'
