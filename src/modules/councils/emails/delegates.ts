import { letterOf } from './letter.ts'

export const termEnds = letterOf('term_ends', {
  subject: 'councils.mail.termEnds.subject',
  text: 'councils.mail.termEnds.text',
  action: 'councils.mail.seeDelegation',
})
export const seatVacant = letterOf('seat_vacant', {
  subject: 'councils.mail.seatVacant.subject',
  text: 'councils.mail.seatVacant.text',
  action: 'councils.mail.seeSeats',
})
export const reportMissing = letterOf('report_missing', {
  subject: 'councils.mail.reportMissing.subject',
  text: 'councils.mail.reportMissing.text',
  action: 'councils.mail.writeReport',
})

export const delegateMails = [termEnds, seatVacant, reportMissing]
