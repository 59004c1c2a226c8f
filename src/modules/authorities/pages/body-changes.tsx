import type { MessageKey } from '#platform/i18n/index.ts'
import { Section, Time, usePage } from '#ui/index.ts'
import type { BodyChange } from '../queries/body-history.ts'

const columnWords: Record<string, MessageKey> = {
  name: 'authorities.body.name',
  kind: 'authorities.body.kindLabel',
  jurisdiction: 'authorities.body.jurisdictionLabel',
  level: 'authorities.body.levelLabel',
  country: 'authorities.body.country',
  region: 'authorities.body.region',
  town: 'authorities.body.town',
  parent_id: 'authorities.body.parent',
  competences: 'authorities.body.competences',
  languages: 'authorities.body.languages',
  email: 'authorities.body.email',
  postal_address: 'authorities.body.postalAddress',
  website: 'authorities.body.website',
  phone: 'authorities.body.phone',
  identifier: 'authorities.body.identifier',
  founded_on: 'authorities.body.foundedOn',
  ended_on: 'authorities.body.endedOn',
}

/** When what is known of a body was changed, and what: an address that moved is seen here. */
export const BodyChanges = ({ version, changes }: { version: number; changes: readonly BodyChange[] }) => {
  const { i18n, t } = usePage()
  if (changes.length === 0) return null
  const told = (columns: string[]) =>
    columns.flatMap(column => (columnWords[column] ? [t(columnWords[column])] : []))
  return (
    <Section title={t('authorities.body.versions', { version })}>
      <div class="prose">
        <ul>
          {changes.map(({ until, columns }) => (
            <li>
              <Time at={until} />: {i18n.list(told(columns))}
            </li>
          ))}
        </ul>
      </div>
    </Section>
  )
}
