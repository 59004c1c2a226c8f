import { appointByDecision, appointmentAsked, appointmentWithdrawn } from '#modules/network/index.ts'
import { askAboutAppointment, dropAppointment, setAppointmentAside } from './actions/decide-appointment.ts'
import { decisionSealed, decisionSetAside, decisionVoided } from './events.ts'

/** Who holds a post, as the members decide: in the same transaction, or not at all. */
export function followAppointments(): void {
  appointmentAsked.listen((tx, { appointment }) => askAboutAppointment(tx, appointment))
  appointmentWithdrawn.listen((tx, { appointment }) => dropAppointment(tx, appointment))
  decisionSealed.listen(async (tx, { kind, subject }) => {
    if (kind === 'appointment') await appointByDecision(tx, subject)
  })
  // Cancelled is the electorate, not the question: it is asked again at once, with a fresh one.
  decisionVoided.listen(async (tx, { kind, subject, as }) => {
    if (kind === 'appointment' && as === 'cancelled') await askAboutAppointment(tx, subject)
  })
  decisionSetAside.listen((tx, { decision }) => setAppointmentAside(tx, decision))
}
