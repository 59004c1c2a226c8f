import { Paragraphs, Time, usePage } from '#ui/index.ts'
import type { SealedAnswers } from '../queries/reports.ts'
import type { ReportMessage } from '../report/message.ts'
import { stepsFor } from '../report/steps.ts'
import { valuesOfTold, withoutReporter } from '../report/told-values.ts'
import { questions } from '../report/words.ts'
import { answerLines } from './report-review.tsx'

type AnswersProps = {
  answers: SealedAnswers
  /** Leaves out who told it and how to reach them. */
  anonymous?: boolean
}

/** What was answered, question by question; what was left open is left out. */
export const ToldAnswers = ({ answers, anonymous }: AnswersProps) => {
  const tools = usePage()
  const whole = valuesOfTold(answers)
  const values = anonymous ? withoutReporter(whole) : whole
  return (
    <dl class="answers">
      {stepsFor(values).map(step => {
        if (step === 'review' || (step === 'when' && values.precision !== 'unknown')) return null
        const said = answerLines(step, tools, { values, files: [] })
        return (
          said.length > 0 && (
            <div>
              <dt>{tools.t(questions[step][0])}</dt>
              <dd dir="auto">
                <Paragraphs text={said.join('\n')} />
              </dd>
            </div>
          )
        )
      })}
    </dl>
  )
}

type MessagesProps = {
  messages: readonly Omit<ReportMessage, 'turn' | 'addedOn'>[] | readonly ReportMessage[]
}

/** The conversation as the team reads it: monitors on one side, whoever reported on the other. */
export const ToldMessages = ({ messages }: MessagesProps) => {
  const { t } = usePage()
  return (
    <ul class="messages">
      {messages.map(message => (
        <li data-from={message.from}>
          <p>
            <strong>
              {t(
                message.from === 'monitor'
                  ? 'monitoring.report.mailbox.fromMonitor'
                  : 'monitoring.intake.report.fromReporter',
              )}
            </strong>
            {'addedOn' in message && (
              <>
                , <Time at={message.addedOn} />
              </>
            )}
          </p>
          <div dir="auto">
            <Paragraphs text={message.text} />
          </div>
        </li>
      ))}
    </ul>
  )
}
