import { networkRules } from '#modules/network/index.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import type { Json } from '#platform/journal/record.ts'
import { Section, Text, usePage } from '#ui/index.ts'
import { partWords } from '../initiative-words.ts'
import type { DecisionView } from '../queries/decision.ts'
import { canonical } from '../recount/canonical.ts'
import { ruleKeys, rules } from '../rules.ts'

type Written = Record<string, string>
type Change = { key: string; from: number; to: number }

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isWritten = (value: Json | undefined): value is Written =>
  isObject(value) &&
  Object.keys(value).length > 0 &&
  Object.values(value).every(text => typeof text === 'string')

const headings = {
  ...partWords,
  reasons: 'initiatives.decision.part.reasons',
  grounds: 'initiatives.decision.part.grounds',
} as const

const labels: Readonly<Record<string, MessageKey>> = Object.fromEntries([
  ...ruleKeys.map(key => [key, rules[key].label] as const),
  ...networkRules.map(({ key, label }) => [key, label] as const),
])

const isChange = (value: Json): value is Change & { [key: string]: Json } =>
  isObject(value) && typeof value.key === 'string' && typeof value.to === 'number'

const Changes = ({ changes }: { changes: readonly Json[] }) => {
  const { i18n, t } = usePage()
  return (
    <Section title={t('initiatives.decision.part.changes')}>
      <ul>
        {changes.filter(isChange).map(({ key, from, to }) => (
          <li>
            {t('initiatives.decision.part.change', {
              rule: labels[key] ? t(labels[key]) : key,
              from: i18n.number(from),
              to: i18n.number(to),
            })}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Agreed = ({ agreed }: { agreed: { [key: string]: Json } }) => {
  const { t } = usePage()
  return (
    <Section title={t('initiatives.decision.part.agreed')}>
      {isWritten(agreed.title) && (
        <p>
          <strong>
            <Text value={agreed.title} />
          </strong>
        </p>
      )}
      {agreed.ends === true && <p>{t('initiatives.decision.part.ends')}</p>}
      {isWritten(agreed.body) && <Text value={agreed.body} paragraphs />}
    </Section>
  )
}

/** What exactly the members decide: its parts to read, and the whole as it was hashed. */
export const DecidedText = ({ decision: { text } }: { decision: DecisionView }) => {
  const { t } = usePage()
  return (
    <>
      {Object.entries(headings).map(([part, heading]) => {
        const value = text[part]
        return (
          part !== 'title' &&
          isWritten(value) && (
            <Section title={t(heading)}>
              <Text value={value} paragraphs />
            </Section>
          )
        )
      })}
      {Array.isArray(text.changes) && <Changes changes={text.changes} />}
      {isObject(text.agreed) && <Agreed agreed={text.agreed} />}
      <details>
        <summary>{t('initiatives.decision.exactText')}</summary>
        <p>{t('initiatives.decision.exactTextHelp')}</p>
        <pre class="whitespace-pre-wrap break-words">
          <code dir="ltr">{canonical(text)}</code>
        </pre>
      </details>
    </>
  )
}
