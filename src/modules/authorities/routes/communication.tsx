import { today } from '#modules/network/index.ts'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { allow, open } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isSignedIn } from '#platform/http/viewer.ts'
import type { RefusalShown } from '#ui/index.ts'
import { signLetter, unsignLetter } from '../actions/sign-letter.ts'
import { withdrawLetter } from '../actions/withdraw-letter.ts'
import { memberForm } from '../forms/letters.ts'
import { CommunicationPage } from '../pages/communication.tsx'
import { CommunicationDeadlines } from '../pages/communication-deadlines.tsx'
import { CommunicationMailing } from '../pages/communication-mailing.tsx'
import { CommunicationPublication } from '../pages/communication-publication.tsx'
import { CommunicationTimeline } from '../pages/communication-timeline.tsx'
import { canWithdraw, joiningCapacities, leavingCapacities } from '../policy/letters.ts'
import { canPublish } from '../policy/publication.ts'
import { deadlinesOf } from '../queries/deadlines.ts'
import { findAct } from '../queries/draft-acts.ts'
import { publicCorrespondence } from '../queries/register-events.ts'
import { standingOf } from '../queries/standing.ts'
import { timelineOf } from '../queries/timeline.ts'
import { type C, letterOf, ownNames } from './letter-of.ts'

const readParts = (c: C) =>
  c.var.read(async tx => {
    const letter = await letterOf(c, tx)
    const standing = (await standingOf(tx, numberParam(c))) ?? null
    return {
      letter,
      standing,
      timeline: standing ? await timelineOf(tx, standing.id) : [],
      act: letter.draftActId ? await findAct(tx, letter.draftActId) : null,
      names: letter.status === 'signing' && isSignedIn(c.var.viewer) ? await ownNames(c, tx) : [],
      day: await today(tx),
      clocks: letter.sentOn ? await deadlinesOf(tx, letter.id) : [],
      correspondence: letter.sentOn ? await publicCorrespondence(tx, letter.id) : null,
    }
  })

/** The page of one communication, with what one of its buttons was told. */
async function showCommunication(c: C, refusal?: RefusalShown) {
  const { letter, act, names, day, standing, timeline, clocks, correspondence } = await readParts(c)
  const { viewer } = c.var
  const { number, prominence, mailing, embargoUntil: embargo, membershipId: membership } = letter
  const embargoUntil = embargo && embargo > day.toString() ? embargo : null
  return c.var.page(
    <CommunicationPage
      {...{ letter, act, viewer, refusal }}
      ownMembers={new Map(names.map(({ value, label }) => [value, label]))}
      today={day.toString()}
      holder={standing && { id: standing.body, name: standing.bodyName }}
      deadlines={
        number !== null && (
          <CommunicationDeadlines
            {...{ number, today: day, deadlines: clocks, mayWrite: standing?.isSender ?? false }}
          />
        )
      }
      mailing={number !== null && mailing && <CommunicationMailing {...{ number, mailing }} />}
      timeline={standing && <CommunicationTimeline {...{ face: standing, timeline, viewer }} />}
      publication={
        number !== null &&
        correspondence && (
          <CommunicationPublication
            {...{
              number,
              prominence,
              embargoUntil,
              correspondence,
              mayPublish: canPublish(viewer, { membership }),
            }}
          />
        )
      }
    />,
    { status: refusal ? 409 : 200 },
  )
}

async function sign(c: C, joins: boolean) {
  const form = await readForm(c, memberForm)
  const outcome = await c.var.write(async tx => {
    const letter = await letterOf(c, tx)
    const able = joins ? joiningCapacities(c.var.viewer, letter) : leavingCapacities(c.var.viewer, letter)
    const own = form.ok && able.find(({ membership }) => membership === form.data.membership)
    authorize(own !== undefined && own !== false)
    return joins ? signLetter(tx, letter.id, own.membership) : unsignLetter(tx, letter.id, own.membership)
  })
  if (!outcome.ok) return showCommunication(c, outcome)
  const said = joins ? 'authorities.said.letterSigned' : 'authorities.said.letterUnsigned'
  return c.var.seeOther(`/communications/${numberParam(c)}`, said)
}

export const communicationRoutes = umbrellaRoutes()
  .get('/communications/:number', open, c => showCommunication(c))

  .get('/communications/:number/letter.pdf', open, async c => {
    const { file, number } = await c.var.read(async tx => {
      const { letterId, number } = await letterOf(c, tx)
      return { number, file: found(await findFile(tx, found(letterId))) }
    })
    return fileResponse(c.var.read, { ...file, name: `${c.var.umbrella.slug}-${number}.pdf` })
  })

  .post('/communications/:number/signature', allow(isSignedIn), c => sign(c, true))
  .post('/communications/:number/signature/withdrawal', allow(isSignedIn), c => sign(c, false))

  .post('/communications/:number/withdrawal', allow(isSignedIn), async c => {
    const outcome = await c.var.write(async tx => {
      const letter = await letterOf(c, tx)
      authorize(canWithdraw(c.var.viewer, letter))
      return withdrawLetter(tx, letter.id)
    })
    if (!outcome.ok) return showCommunication(c, outcome)
    return c.var.seeOther(`/communications/${numberParam(c)}`, 'authorities.said.letterWithdrawn')
  })
