import { tellStep } from './emails/steps.ts'
import { stepTaken } from './events.ts'

/** Tells both sides of every step. Called once, while the program is put together. */
export function followSteps(): void {
  stepTaken.listen((tx, { communication, step, kind }) => tellStep(tx, { communication, step, kind }))
}
