import { allow } from '#platform/http/access.ts'
import { authorize } from '#platform/http/errors.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { capacityFor, isInside } from '#platform/http/viewer.ts'
import { joinGroup, leaveGroup, namePerson, unnamePerson } from '../actions/join-group.ts'
import { membershipForm, personForm } from '../forms/realisation.ts'
import { canTakePart } from '../policy/realisation.ts'
import { nameable } from '../queries/realisation-work.ts'
import { type C, choice, handingIn, press } from './realisation-desk.tsx'
import { showProgress } from './realisations.tsx'

const inGroup = async (c: C, act: Parameters<typeof press>[1]['act']) =>
  press(c, { act, page: showProgress, to: '#group', said: 'initiatives.said.groupChanged' })

/** Who works on it. */
export const realisationGroupRoutes = umbrellaRoutes()
  .post('/realisations/:number/group', allow(canTakePart), async c => {
    const { membership } = await choice(c, membershipForm)
    return inGroup(c, (tx, realisation) => {
      authorize(capacityFor(c.var.viewer, membership) !== undefined)
      return joinGroup(tx, { realisation: realisation.id, membership })
    })
  })
  .post('/realisations/:number/group/leaving', allow(canTakePart), async c => {
    const { membership } = await choice(c, membershipForm)
    return inGroup(c, (tx, realisation) => {
      authorize(capacityFor(c.var.viewer, membership) !== undefined)
      return leaveGroup(tx, { realisation: realisation.id, membership })
    })
  })
  .post('/realisations/:number/group/people', allow(canTakePart), async c => {
    const { membership, person } = await choice(c, personForm)
    return inGroup(c, async (tx, realisation) => {
      handingIn(c, realisation, membership)
      const [member] = await nameable(tx, [membership])
      authorize(member?.people.some(({ id }) => id === person) ?? false)
      return namePerson(tx, { realisation: realisation.id, membership, person })
    })
  })
  .post('/realisations/:number/group/people/removal', allow(isInside), async c => {
    const { membership, person } = await choice(c, personForm)
    return inGroup(c, (tx, realisation) => {
      authorize(person === c.var.viewer.account || capacityFor(c.var.viewer, membership) !== undefined)
      return unnamePerson(tx, { realisation: realisation.id, membership, person })
    })
  })
