/** One message between a reporter and the monitors. Monitors have no name here: a receipt may be read by others. */
export type ReportMessage = { turn: string; from: 'reporter' | 'monitor'; text: string; addedOn: string }

/** A message as it is sealed. `turn`: what is sent twice from one page is one message. */
export const messageText = (message: Omit<ReportMessage, 'addedOn'>): string => JSON.stringify(message)

/** The message in a sealed part. */
export const readMessage = ({ text, addedOn }: { text: string; addedOn: string }): ReportMessage => ({
  ...(JSON.parse(text) as Omit<ReportMessage, 'addedOn'>),
  addedOn,
})
