import { event } from '#platform/events.ts'

/**
 * Two monitors finished a submission to a Commissioner and one handed it over: the room of authorities goes on with it. Its
 * words stay in the vault; `pack` says which one it is.
 */
export const submissionReady = event<{
  pack: string
  incident: string
  to: 'ua_commissioner' | 'pl_commissioner'
}>('submission.ready')
