/** ODIHR takes what civil society sends about a year until the last day of April that follows. */
export const odihrDeadline = (year: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year: year + 1, month: 4, day: 30 })

/** The year that can be sent now: the last one, whose deadline is the next to come or has just passed. */
export const yearToSend = (today: Temporal.PlainDate): number => today.year - 1
