import * as z from 'zod'
import { requiredDay, requiredText } from '#modules/network/index.ts'
import { key } from '#platform/i18n/index.ts'
import { resolutions } from '../schema/communications.ts'
import { responseForms } from '../schema/steps.ts'
import type { StepForm } from '../steps/step-forms.ts'

/** What a body can answer with. */
export const answerResolutions = ['granted', 'partly_granted', 'explained', 'refused'] as const

/** With what the sender can close: how the body answered, or that it did not. */
export const closingResolutions = resolutions.filter(
  resolution => resolution !== 'withdrawn' && resolution !== 'forwarded',
)

/** Between which days a step lies. */
export type StepDays = { sentOn: string; today: string }

const dayOfStep = ({ sentOn, today }: StepDays) =>
  requiredDay
    .refine(day => day === '' || day >= sentOn, key('authorities.step.problem.beforeSending'))
    .refine(day => day <= today, key('authorities.step.problem.inTheFuture'))

const parts = {
  reference: () => requiredText(80),
  body: () => z.uuid(key('authorities.step.problem.chooseBody')),
  dueOn: () => requiredDay,
  forms: () => z.array(z.enum(responseForms)).min(1, key('authorities.step.problem.chooseForm')).prefault([]),
} as const

const shapeOf = (step: StepForm, days: StepDays) => {
  const has = (field: keyof typeof parts | 'resolution') => step.fields?.includes(field) ?? false
  return z.object({
    onDay: dayOfStep(days),
    text: step.wordless ? z.string().trim().max(10_000).default('') : requiredText(10_000),
    reference: has('reference') ? parts.reference() : z.undefined().optional(),
    body: has('body') ? parts.body() : z.undefined().optional(),
    dueOn: has('dueOn') ? parts.dueOn() : z.undefined().optional(),
    forms: has('forms') ? parts.forms() : z.undefined().optional(),
    resolution: has('resolution')
      ? z.enum(
          step.kind === 'closed' ? closingResolutions : answerResolutions,
          key('authorities.step.problem.chooseResolution'),
        )
      : z.undefined().optional(),
  })
}

type Typed = z.output<ReturnType<typeof shapeOf>>

/** What is typed for a step: day and words always, the rest where its form asks for it. */
export type StepEntry = Pick<Typed, 'onDay' | 'text'> & Partial<Typed>

/** The form of one step. A refusal says why; an extension ends after the day on which it is told. */
export const stepForm = (step: StepForm, days: StepDays) =>
  shapeOf(step, days)
    .refine(({ forms, text }) => !forms?.includes('reasoned_refusal') || text !== '', {
      path: ['text'],
      message: key('authorities.step.refusal.noReasons'),
    })
    .refine(({ dueOn, onDay }) => !dueOn || dueOn > onDay, {
      path: ['dueOn'],
      message: key('authorities.step.problem.endsBefore'),
    })
