import { useContext } from 'hono/jsx'
import { usePage } from '../page.tsx'
import { FormContext, fieldId, type Problem } from './context.tsx'

// Words that fit any field do not say which one is meant.
const general = 'platform.form.'

const ProblemWords = ({ problem }: { problem: Problem }) => {
  const { id, labels } = useContext(FormContext)
  const { t } = usePage()
  const words = t(problem.message, problem.values)
  const label = labels.get(fieldId(id, problem.field))
  if (label === undefined || !problem.message.startsWith(general)) return <>{words}</>
  if (/\p{P}$/u.test(label)) return <>{`${label} ${words}`}</>
  return <>{t('ui.form.problemOf', { field: label, problem: words[0]!.toLowerCase() + words.slice(1) })}</>
}

/** What is wrong, in one place at the top, each line a link to its field. It takes the focus when the page opens. */
export const ErrorSummary = () => {
  const { id, problems } = useContext(FormContext)
  const { t } = usePage()
  if (problems.length === 0) return null
  return (
    <div class="error-summary" id={`${id}-problems`} role="alert" tabindex={-1} autofocus>
      <h2>{t('ui.form.problems', { count: problems.length })}</h2>
      <ul>
        {problems.map(problem => (
          <li>
            {problem.field === '' ? (
              <ProblemWords problem={problem} />
            ) : (
              <a href={`#${fieldId(id, problem.field)}`}>
                <ProblemWords problem={problem} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
