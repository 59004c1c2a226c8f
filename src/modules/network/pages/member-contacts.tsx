import type { Child } from 'hono/jsx'
import type { MessageKey } from '#platform/i18n/index.ts'
import { Badge, DescriptionList, Section, usePage } from '#ui/index.ts'
import type { ShownContact } from '../queries/member.ts'
import type { ContactKind, Visibility } from '../schema/organisations.ts'

export const contactWords = {
  email: 'network.contact.email',
  phone: 'network.contact.phone',
  website: 'network.contact.website',
  address: 'network.contact.address',
  social: 'network.contact.social',
} as const satisfies Record<ContactKind, MessageKey>

export const visibilityWords = {
  public: 'network.contact.public',
  members: 'network.contact.members',
  coordinators: 'network.contact.coordinators',
} as const satisfies Record<Visibility, MessageKey>

const webAddress = /^https?:\/\//
const withoutScheme = (address: string) => address.replace(webAddress, '').replace(/\/$/, '')

// Only what is certainly an address of the web becomes a link: anybody could have typed "javascript:".
function shown({ kind, value }: ShownContact): Child {
  if (kind === 'email') return <a href={`mailto:${encodeURI(value)}`}>{value}</a>
  if (kind === 'phone') return <a href={`tel:${value.replace(/[^+\d]/g, '')}`}>{value}</a>
  if (!webAddress.test(value)) return value
  return (
    <a href={value} rel="nofollow ugc noreferrer">
      {withoutScheme(value)}
    </a>
  )
}

type Props = { contacts: readonly ShownContact[]; showsVisibility: boolean }

/** How to reach somebody, as far as the asker may know; the people inside see who else sees it. */
export const MemberContacts = ({ contacts, showsVisibility }: Props) => {
  const { t } = usePage()
  if (contacts.length === 0) return null
  return (
    <Section title={t('network.contact.title')} id="contacts">
      <DescriptionList
        facts={contacts.map(contact => ({
          term: t(contactWords[contact.kind]),
          value: (
            <>
              <bdi>{shown(contact)}</bdi>{' '}
              {showsVisibility && contact.visibility !== 'public' && (
                <Badge>{t(visibilityWords[contact.visibility])}</Badge>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}
