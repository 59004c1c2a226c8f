/** How each step is asked for: what it is, what follows, what the button does, what is said afterwards. */
export const stepWords = {
  registration: {
    title: 'authorities.step.registration.title',
    lead: 'authorities.step.registration.lead',
    confirm: 'authorities.step.registration.confirm',
    said: 'authorities.step.registration.said',
  },
  form: {
    title: 'authorities.step.form.title',
    lead: 'authorities.step.form.lead',
    confirm: 'authorities.step.form.confirm',
    said: 'authorities.step.form.said',
  },
  answer: {
    title: 'authorities.step.answer.title',
    lead: 'authorities.step.answer.lead',
    confirm: 'authorities.step.answer.confirm',
    said: 'authorities.step.answer.said',
  },
  measure: {
    title: 'authorities.step.measure.title',
    lead: 'authorities.step.measure.lead',
    confirm: 'authorities.step.measure.confirm',
    said: 'authorities.step.measure.said',
  },
  result: {
    title: 'authorities.step.result.title',
    lead: 'authorities.step.result.lead',
    confirm: 'authorities.step.result.confirm',
    said: 'authorities.step.result.said',
  },
  clarification: {
    title: 'authorities.step.clarification.title',
    lead: 'authorities.step.clarification.lead',
    confirm: 'authorities.step.clarification.confirm',
    said: 'authorities.step.clarification.said',
  },
  extension: {
    title: 'authorities.step.extension.title',
    lead: 'authorities.step.extension.lead',
    confirm: 'authorities.step.extension.confirm',
    said: 'authorities.step.extension.said',
  },
  forwarding: {
    title: 'authorities.step.forwarding.title',
    lead: 'authorities.step.forwarding.lead',
    confirm: 'authorities.step.forwarding.confirm',
    said: 'authorities.step.forwarding.said',
  },
  return: {
    title: 'authorities.step.return.title',
    lead: 'authorities.step.return.lead',
    confirm: 'authorities.step.return.confirm',
    said: 'authorities.step.return.said',
  },
  supplement: {
    title: 'authorities.step.supplement.title',
    lead: 'authorities.step.supplement.lead',
    confirm: 'authorities.step.supplement.confirm',
    said: 'authorities.step.supplement.said',
  },
  closing: {
    title: 'authorities.step.closing.title',
    lead: 'authorities.step.closing.lead',
    confirm: 'authorities.step.closing.confirm',
    said: 'authorities.step.closing.said',
  },
  reminder: {
    title: 'authorities.step.reminder.title',
    lead: 'authorities.step.reminder.lead',
    confirm: 'authorities.step.reminder.confirm',
    said: 'authorities.step.reminder.said',
  },
  withdrawal: {
    title: 'authorities.step.withdrawal.title',
    lead: 'authorities.step.withdrawal.lead',
    confirm: 'authorities.step.withdrawal.confirm',
    said: 'authorities.step.withdrawal.said',
  },
  correction: {
    title: 'authorities.step.correction.title',
    lead: 'authorities.step.correction.lead',
    confirm: 'authorities.step.correction.confirm',
    said: 'authorities.step.correction.said',
  },
} as const
