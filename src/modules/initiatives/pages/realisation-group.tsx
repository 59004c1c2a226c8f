import type { Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Button,
  Card,
  Cards,
  ConfirmButton,
  Form,
  HiddenField,
  PostButton,
  Section,
  SelectField,
  usePage,
} from '#ui/index.ts'
import { canLeaveGroup, canWork, couldJoin, ownInGroup } from '../policy/realisation.ts'
import type { GroupMember, RealisationView } from '../queries/realisation.ts'
import { Speaker } from './speaker.tsx'

/** People that a member of the viewer may name, by membership; and its name, for those who could join. */
export type NameableBy = {
  people: ReadonlyMap<string, readonly { id: string; name: string }[]>
  names: ReadonlyMap<string, string>
}

type Props = { realisation: RealisationView; viewer: Viewer; nameable: NameableBy }

const Person = ({
  person,
  member,
  place,
  mine,
}: {
  person: { id: string; name: string }
  member: GroupMember
  place: string
  mine: boolean
}) => {
  const { t } = usePage()
  return (
    <li>
      {person.name}{' '}
      {mine && (
        <PostButton
          action={`${place}/people/removal`}
          fields={{ membership: member.membershipId, person: person.id }}
          look="quiet"
          small
        >
          {t('initiatives.realisation.removePerson', { name: person.name })}
        </PostButton>
      )}
    </li>
  )
}

const NamePerson = ({
  member,
  nameable,
  place,
}: {
  member: GroupMember
  nameable: NameableBy
  place: string
}) => {
  const { t } = usePage()
  const free = (nameable.people.get(member.membershipId) ?? []).filter(
    ({ id }) => !member.people.some(person => person.id === id),
  )
  if (free.length === 0) return null
  return (
    <Form action={`${place}/people`} id={`name-${member.membershipId}`} bare>
      <HiddenField name="membership" value={member.membershipId} />
      <SelectField
        name="person"
        label={t('initiatives.realisation.namePerson')}
        hint={t('initiatives.realisation.namePersonHint')}
        options={free.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <Button small>{t('initiatives.realisation.name')}</Button>
    </Form>
  )
}

/** Who works on it: members for everybody, the people they named for those inside. */
export const GroupSection = ({ realisation, viewer, nameable }: Props) => {
  const { link, t } = usePage()
  const place = link(`/realisations/${realisation.number}/group`)
  const own = canWork(viewer, realisation) ? ownInGroup(viewer, realisation) : []
  return (
    <Section
      title={t('initiatives.realisation.group')}
      id="group"
      lead={t('initiatives.realisation.groupLead')}
    >
      <Cards>
        {realisation.group.map(member => (
          <Card
            title={<Speaker name={member.name} membership={member.membershipId} partner={member.partner} />}
            kicker={
              member.membershipId === realisation.membershipId
                ? t('initiatives.realisation.answersBadge')
                : undefined
            }
          >
            {member.people.length > 0 && (
              <ul>
                {member.people.map(person => (
                  <Person
                    person={person}
                    member={member}
                    place={place}
                    mine={own.includes(member.membershipId) || person.id === viewer.account}
                  />
                ))}
              </ul>
            )}
            {own.includes(member.membershipId) && (
              <NamePerson member={member} nameable={nameable} place={place} />
            )}
            {canLeaveGroup(viewer, realisation, member.membershipId) && (
              <ConfirmButton
                action={`${place}/leaving`}
                fields={{ membership: member.membershipId }}
                label={t('initiatives.realisation.leave')}
                confirm={t('initiatives.realisation.leaveConfirm')}
                look="quiet"
                small
              >
                <p>{t('initiatives.realisation.leaveLead')}</p>
              </ConfirmButton>
            )}
          </Card>
        ))}
      </Cards>
      <Actions>
        {couldJoin(viewer, realisation).map(membership => (
          <PostButton action={place} fields={{ membership }} icon="user-plus">
            {t('initiatives.realisation.join', { member: nameable.names.get(membership) ?? '' })}
          </PostButton>
        ))}
      </Actions>
    </Section>
  )
}
