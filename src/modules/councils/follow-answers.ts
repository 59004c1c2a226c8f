import { stepTaken } from '#modules/authorities/index.ts'
import { tellKeepers } from './emails/answers.ts'

/** Tells of answers to proposals for laws. Called once, while the program is put together. */
export function followAnswers(): void {
  stepTaken.listen(async (tx, { communication, step, kind }) => {
    if (kind === 'answered') await tellKeepers(tx, communication, step)
  })
}
