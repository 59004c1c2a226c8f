import type { PersonalData } from '#platform/http/module.ts'
import { feedSince, forgetFeed } from './actions/keep-feed.ts'

/** The secret address of a person's calendar: when it was made; it goes with the person. */
export const deadlinePersonalData: PersonalData = {
  export: async (tx, person) => ({ calendarFeed: await feedSince(tx, person) }),
  erase: forgetFeed,
}
