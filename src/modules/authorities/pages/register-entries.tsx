import { Badge, Text, Time, usePage } from '#ui/index.ts'
import { stateTones, stateWords } from '../register-words.ts'
import type { RegisterEntry } from '../schema/register.ts'
import { kindWords, resolutionWords } from '../words.ts'

/** Who wrote: a member by its name, or the coalition. */
const Sender = ({ entry }: { entry: Pick<RegisterEntry, 'member'> }) => {
  const { link, t } = usePage()
  const { member } = entry
  if (!member) return <>{t('authorities.register.byCoalition')}</>
  if (!member.name) return <>{t('authorities.register.byMember')}</>
  return (
    <a href={link(`/directory/${member.id}`)}>
      <Text value={member.name} note={false} />
    </a>
  )
}

// Whoever reads «1500 days» has to calculate.
const AnswerTime = ({ days }: { days: number }) => {
  const { t } = usePage()
  const exact = t('authorities.register.answeredAfter', { days })
  const years = Math.floor((days - 1) / 365.25)
  if (years < 1) return <>{exact}</>
  return (
    <time datetime={`P${days}D`} title={exact}>
      {t('authorities.register.answeredAfterYears', { years })}
    </time>
  )
}

/** How long it took and what came of it, in one sentence. */
const Course = ({ entry }: { entry: RegisterEntry }) => {
  const { t } = usePage()
  const { days, resolution, extended, breached } = entry
  // No count of days for those that wait: the page is kept, and would be wrong tomorrow.
  const waits =
    entry.state === 'ended' ? 'authorities.register.endedWithout' : 'authorities.register.noAnswerYet'
  const more = [
    resolution && t(resolutionWords[resolution]),
    extended && t('authorities.register.extended'),
    breached && t('authorities.register.breached'),
  ]
  return (
    <>
      {days === null ? t(waits) : <AnswerTime days={days} />}
      {more.filter(Boolean).map(part => ` · ${part}`)}
    </>
  )
}

const Entry = ({ entry }: { entry: RegisterEntry }) => {
  const { link, t } = usePage()
  const { number, kind, title, lang, body, state, cosigners } = entry
  return (
    <li class="directory-entry">
      <p class="directory-facts">
        {t('authorities.register.number', { number: String(number) })} · {t(kindWords[kind])} ·{' '}
        <Time at={Temporal.PlainDate.from(entry.sentOn)} />
      </p>
      <p class="directory-name">
        <a href={link(`/communications/${number}`)} lang={lang}>
          {title}
        </a>
        <Badge tone={stateTones[state]}>{t(stateWords[state])}</Badge>
      </p>
      <p class="directory-facts">
        {t('authorities.register.to')}{' '}
        <a href={link(`/bodies/${body.id}/scorecard`)}>
          <Text value={body.name} note={false} />
        </a>
        {' · '}
        {t('authorities.register.from')} <Sender entry={entry} />
        {cosigners > 0 && ` · ${t('authorities.register.cosigners', { count: cosigners })}`}
      </p>
      <p>
        <Course entry={entry} />
      </p>
    </li>
  )
}

/** Communications one below the other: what about, to whom, how long it took, what came of it. */
export const RegisterEntries = ({ entries }: { entries: readonly RegisterEntry[] }) => (
  <ul class="directory-list">
    {entries.map(entry => (
      <Entry entry={entry} />
    ))}
  </ul>
)
