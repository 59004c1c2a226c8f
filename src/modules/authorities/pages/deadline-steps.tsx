import { usePage } from '#ui/index.ts'
import { acts } from '../deadlines/acts.ts'
import type { Cite } from '../deadlines/cite.ts'
import type { Step } from '../deadlines/proof.ts'
import { citeText, stepText } from '../deadlines/proof-words.ts'
import type { Rule } from '../deadlines/rules/rule.ts'

/** Act and article, leading to the text of the act. */
export const CiteLink = ({ cite }: { cite: Pick<Cite, 'act' | 'article'> }) => {
  const { i18n } = usePage()
  return (
    <a href={acts[cite.act].url} rel="noreferrer">
      {citeText(i18n, cite)}
    </a>
  )
}

const Source = ({ step }: { step: Step }) => {
  const { t } = usePage()
  const { cite, calendar } = step
  if (!cite && !calendar) return null
  return (
    <p class="hint">
      {cite && <CiteLink cite={cite} />}
      {cite && calendar && '; '}
      {calendar && t('authorities.deadline.calendarOf', { calendar })}
      {cite?.confidence === 'from_memory' && ` (${t('authorities.deadline.confidence.fromMemory')})`}
    </p>
  )
}

/** How a date came about, step by step. */
export const DeadlineSteps = ({ rule, steps }: { rule: Rule; steps: readonly Step[] }) => {
  const { i18n } = usePage()
  return (
    <div class="prose">
      <ol>
        {steps.map(step => (
          <li>
            {stepText(i18n, rule, step)}
            <Source step={step} />
          </li>
        ))}
      </ol>
    </div>
  )
}
