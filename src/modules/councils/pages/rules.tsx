import { acceptedEndings } from '#platform/files/index.ts'
import {
  Badge,
  ButtonLink,
  DateField,
  FileField,
  LocalisedField,
  Section,
  Text,
  TextField,
  Time,
  usePage,
} from '#ui/index.ts'
import type { CouncilView, RuleText } from '../queries/council.ts'

type VersionProps = { version: RuleText; at: string; keeps: boolean; inForce: boolean }

const Version = ({ version, at, keeps, inForce }: VersionProps) => {
  const { i18n, link, t } = usePage()
  const { id, title, adoptedOn, url, file } = version
  const words = Object.keys(title).length > 0 ? <Text value={title} note={false} /> : t('councils.rules')
  return (
    <li>
      {file ? (
        <>
          <a href={link(`${at}/rules/${id}`)} download>
            {words}
          </a>{' '}
          <span class="muted">
            {t('councils.rules.kilobytes', { size: i18n.number(Math.ceil(file.size / 1024)) })}
          </span>
        </>
      ) : (
        words
      )}
      {adoptedOn && (
        <>
          {' · '}
          {t('councils.rules.adopted')} <Time at={adoptedOn} />
        </>
      )}{' '}
      {inForce && <Badge tone="good">{t('councils.rules.inForce')}</Badge>}
      {url && (
        <>
          {' · '}
          <a href={url}>{t('councils.rules.published')}</a>
        </>
      )}
      {keeps && (
        <>
          {' · '}
          <a href={link(`${at}/rules/${id}/removal`)}>{t('councils.rules.withdraw')}</a>
        </>
      )}
    </li>
  )
}

/** By which rules a council works: the version in force, and those before it. */
export const RulesOfCouncil = ({ council, keeps }: { council: CouncilView; keeps: boolean }) => {
  const { link, t } = usePage()
  const { rules, slug } = council
  const at = `/councils/${slug}`
  const [current, ...earlier] = rules
  if (!current && !keeps) return null
  return (
    <Section
      title={t('councils.rules')}
      id="rules"
      actions={
        keeps ? (
          <ButtonLink href={link(`${at}/rules/new`)}>
            {t(current ? 'councils.rules.addVersion' : 'councils.rules.add')}
          </ButtonLink>
        ) : undefined
      }
    >
      {current ? (
        <ul>
          <Version version={current} at={at} keeps={keeps} inForce />
        </ul>
      ) : (
        <p>{t('councils.rules.none')}</p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('councils.rules.earlier', { count: earlier.length })}</summary>
          <ul>
            {earlier.map(version => (
              <Version version={version} at={at} keeps={keeps} inForce={false} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

export const RulesFields = () => {
  const { t } = usePage()
  return (
    <>
      <LocalisedField
        name="title"
        label={t('councils.rules.title')}
        hint={t('councils.rules.titleHint')}
        maxlength={300}
        required
      />
      <DateField name="adoptedOn" label={t('councils.rules.adoptedOn')} required />
      <FileField name="file" label={t('councils.rules.file')} accept={acceptedEndings} />
      <TextField name="url" label={t('councils.rules.url')} type="url" maxlength={500} />
    </>
  )
}
