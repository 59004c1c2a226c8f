import { DescriptionList, Section, Text, Time, usePage } from '#ui/index.ts'
import type { BodyView } from '../queries/bodies.ts'
import type { Succession } from '../queries/body-history.ts'
import { bodyKindWords, levelWords } from '../words.ts'
import { Place } from './body-place.tsx'

type Props = { body: BodyView }

/** What a body is and how to reach it. */
export const Address = ({ body }: Props) => {
  const { i18n, link, t } = usePage()
  return (
    <DescriptionList
      facts={[
        { term: t('authorities.body.kindLabel'), value: t(bodyKindWords[body.kind]) },
        {
          term: t('authorities.body.levelLabel'),
          value: t(levelWords[body.level as keyof typeof levelWords]),
        },
        { term: t('authorities.body.place'), value: <Place body={body} /> },
        body.parent !== null && {
          term: t('authorities.body.parent'),
          value: (
            <a href={link(`/bodies/${body.parent.id}`)}>
              <Text value={body.parent.name} />
            </a>
          ),
        },
        body.languages.length > 0 && {
          term: t('authorities.body.languages'),
          value: i18n.list(body.languages.map(tag => i18n.language(tag))),
        },
        body.postalAddress !== null && {
          term: t('authorities.body.postalAddress'),
          value: <span class="whitespace-pre-line">{body.postalAddress}</span>,
        },
        body.email !== null && {
          term: t('authorities.body.email'),
          value: <a href={`mailto:${body.email}`}>{body.email}</a>,
        },
        body.phone !== null && { term: t('authorities.body.phone'), value: body.phone },
        body.website !== null && {
          term: t('authorities.body.website'),
          value: (
            <a href={body.website} rel="noreferrer nofollow" class="break-all">
              {body.website}
            </a>
          ),
        },
        body.identifier !== null && {
          term: t('authorities.body.identifier'),
          value: `${body.scheme}: ${body.identifier}`,
        },
        body.foundedOn !== null && {
          term: t('authorities.body.foundedOn'),
          value: <Time at={body.foundedOn} />,
        },
        body.endedOn !== null && { term: t('authorities.body.endedOn'), value: <Time at={body.endedOn} /> },
      ]}
    />
  )
}

/** Other bodies by name, with links. */
export const Names = ({ title, others }: { title: string; others: BodyView['children'] }) => {
  const { link } = usePage()
  if (others.length === 0) return null
  return (
    <Section title={title}>
      <div class="prose">
        <ul>
          {others.map(({ id, name }) => (
            <li>
              <a href={link(`/bodies/${id}`)}>
                <Text value={name} />
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  )
}

/** Who goes on with whose work. */
export const Successions = ({ title, all }: { title: string; all: readonly Succession[] }) => {
  const { i18n, link, t } = usePage()
  if (all.length === 0) return null
  return (
    <Section title={title}>
      <div class="prose">
        <ul>
          {all.map(({ id, name, since, ground }) => (
            <li>
              <a href={link(`/bodies/${id}`)}>
                <Text value={name} />
              </a>{' '}
              <small class="muted">{t('authorities.body.sinceOn', { day: i18n.date(since), ground })}</small>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  )
}

/** What a body is for. */
export const Competences = ({ body }: Props) => {
  const { t } = usePage()
  if (body.competences.length === 0) return null
  return (
    <Section title={t('authorities.body.competences')}>
      <div class="prose">
        <ul>
          {body.competences.map(one => (
            <li dir="auto">{one}</li>
          ))}
        </ul>
      </div>
    </Section>
  )
}
