/** How each step is asked for: what it is, what follows, what the button does, what is said afterwards. */
export const stepWords = {
  registration: {
    title: 'authorities.step.registration.title',
    lead: 'authorities.step.registration.lead',
    confirm: 'authorities.step.registration.confirm',
    said: 'authorities.step.said.registration',
  },
  form: {
    title: 'authorities.step.form.title',
    lead: 'authorities.step.form.lead',
    confirm: 'authorities.step.form.confirm',
    said: 'authorities.step.said.form',
  },
  answer: {
    title: 'authorities.step.answer.title',
    lead: 'authorities.step.answer.lead',
    confirm: 'authorities.step.answer.confirm',
    said: 'authorities.step.said.answer',
  },
  measure: {
    title: 'authorities.step.measure.title',
    lead: 'authorities.step.measure.lead',
    confirm: 'authorities.step.measure.confirm',
    said: 'authorities.step.said.measure',
  },
  result: {
    title: 'authorities.step.result.title',
    lead: 'authorities.step.result.lead',
    confirm: 'authorities.step.result.confirm',
    said: 'authorities.step.said.result',
  },
  clarification: {
    title: 'authorities.step.clarification.title',
    lead: 'authorities.step.clarification.lead',
    confirm: 'authorities.step.clarification.confirm',
    said: 'authorities.step.said.clarification',
  },
  extension: {
    title: 'authorities.step.extension.title',
    lead: 'authorities.step.extension.lead',
    confirm: 'authorities.step.extension.confirm',
    said: 'authorities.step.said.extension',
  },
  forwarding: {
    title: 'authorities.step.forwarding.title',
    lead: 'authorities.step.forwarding.lead',
    confirm: 'authorities.step.forwarding.confirm',
    said: 'authorities.step.said.forwarding',
  },
  return: {
    title: 'authorities.step.return.title',
    lead: 'authorities.step.return.lead',
    confirm: 'authorities.step.return.confirm',
    said: 'authorities.step.said.return',
  },
  supplement: {
    title: 'authorities.step.supplement.title',
    lead: 'authorities.step.supplement.lead',
    confirm: 'authorities.step.supplement.confirm',
    said: 'authorities.step.said.supplement',
  },
  closing: {
    title: 'authorities.step.closing.title',
    lead: 'authorities.step.closing.lead',
    confirm: 'authorities.step.closing.confirm',
    said: 'authorities.step.said.closing',
  },
  reminder: {
    title: 'authorities.step.reminder.title',
    lead: 'authorities.step.reminder.lead',
    confirm: 'authorities.step.reminder.confirm',
    said: 'authorities.step.said.reminder',
  },
  withdrawal: {
    title: 'authorities.step.withdrawal.title',
    lead: 'authorities.step.withdrawal.lead',
    confirm: 'authorities.step.withdrawal.confirm',
    said: 'authorities.step.said.withdrawal',
  },
  correction: {
    title: 'authorities.step.correction.title',
    lead: 'authorities.step.correction.lead',
    confirm: 'authorities.step.correction.confirm',
    said: 'authorities.step.said.correction',
  },
} as const
