import { today } from '#modules/network/index.ts'
import { makePdf, pdfResponse } from '#platform/documents/index.ts'
import { allow } from '#platform/http/access.ts'
import { authorize } from '#platform/http/errors.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { Outcome } from '#platform/refusal.ts'
import type { RefusalShown } from '#ui/index.ts'
import { replyAddress } from '../actions/reply-address.ts'
import { type Readers, reserveNumber, sendLetter } from '../actions/send-letter.ts'
import { openForSigning } from '../actions/sign-letter.ts'
import { sendingForm } from '../forms/letters.ts'
import { gapsOf } from '../gaps.ts'
import { SendingPage } from '../pages/sending.tsx'
import { type LetterGiven, letterPaper } from '../papers/letter.ts'
import { canSend, canWriteLetters } from '../policy/letters.ts'
import { type CommunicationView, communicationById } from '../queries/communication.ts'
import { findAct } from '../queries/draft-acts.ts'
import { contactsOf } from '../queries/letter-list.ts'
import type { Channel } from '../schema/deliveries.ts'
import { showDraft } from './drafts.tsx'
import { type C, letterOf, ownDraft, placeOf } from './letter-of.ts'

/** The ways on which a letter can leave: to officers here if there are any, by mail if there is an address, by one's own hand. */
const channelsFor = ({ body }: CommunicationView): Channel[] => [
  ...(body.onPlatform ? (['platform'] as const) : []),
  ...(body.email ? (['mail'] as const) : []),
  'post',
]

/** The letter of the address, for whoever may send it, with all that is printed on it. */
const printedOf = (c: C, done: (letter: CommunicationView) => void = () => {}) =>
  c.var.read(async tx => {
    const letter = await letterOf(c, tx)
    done(letter)
    return {
      letter,
      act: letter.draftActId ? await findAct(tx, letter.draftActId) : null,
      contacts: await contactsOf(tx, letter.through === 'own' ? letter.membershipId : null),
      day: await today(tx),
    }
  })

const ready = (c: C) => (letter: CommunicationView) =>
  authorize(canSend(c.var.viewer, letter) && gapsOf(letter).length === 0)

async function showSending(
  c: C,
  told: { values?: FormValues; problems?: Problem[]; refusal?: RefusalShown } = {},
  status: 200 | 409 | 422 = 200,
) {
  const { letter, day } = await printedOf(c, ready(c))
  const channels = channelsFor(letter)
  const values = told.values ?? {
    signatory: c.var.viewer.session?.name ?? '',
    channel: channels[0],
    onDay: '',
    prominence: letter.prominence,
    reason: '',
  }
  const page = { letter, channels, at: placeOf(letter), today: day.toString(), ...told, values }
  return c.var.page(<SendingPage {...page} />, { status })
}

/** The letter as it would leave today; nothing is kept. */
async function preview(c: C) {
  const { day: _day, ...printed } = await printedOf(c)
  const given = { ...printed, umbrella: c.var.umbrella, signatory: '', onDay: null }
  return pdfResponse(letterPaper(given), `${c.var.umbrella.slug}-draft.pdf`)
}

type Sent = Outcome<{ number: number }>

// The number is taken first, because it stands on the letter; no transaction is open while the letter is printed.
async function printAndSend(
  c: C,
  signed: Readers & { seen: string; signatory: string; channel: Channel; onDay: string },
): Promise<Sent | { problem: Problem }> {
  const { letter, day, act, contacts } = await printedOf(c, ready(c))
  const onDay = signed.channel === 'post' ? Temporal.PlainDate.from(signed.onDay) : day
  if (!channelsFor(letter).includes(signed.channel))
    return { problem: { field: 'channel', message: 'authorities.letter.channelMissing' } }
  if (Temporal.PlainDate.compare(onDay, day) > 0)
    return { problem: { field: 'onDay', message: 'authorities.letter.dayAhead' } }
  if (letter.updatedAt !== signed.seen)
    return { ok: false, reason: 'authorities.letter.refusal.changedMeanwhile' }
  const { numbered, reply } = await c.var.write(async tx => {
    await reserveNumber(tx, letter.id)
    const reply = await replyAddress(tx, letter.id, c.var.platform.config.mail?.host)
    return { numbered: (await communicationById(tx, letter.id)) ?? letter, reply }
  })
  const given: LetterGiven = {
    ...{ letter: numbered, act, onDay, contacts: reply === null ? contacts : [...contacts, reply] },
    ...{ umbrella: c.var.umbrella, signatory: signed.signatory },
  }
  const pdf = await makePdf(letterPaper(given))
  const outcome = await c.var.write(tx =>
    sendLetter(tx, { ...signed, seen: numbered, pdf, address: letter.body.email, onDay }),
  )
  return outcome.ok ? { ok: true, number: numbered.number! } : outcome
}

async function send(c: C) {
  const form = await readForm(c, sendingForm)
  const { values } = form
  if (!form.ok) return showSending(c, { values, problems: form.problems }, 422)
  const outcome = await printAndSend(c, form.data)
  if ('problem' in outcome) return showSending(c, { values, problems: [outcome.problem] }, 422)
  if (!outcome.ok) return showSending(c, { values, refusal: outcome }, 409)
  return c.var.seeOther(`/communications/${outcome.number}`, 'authorities.said.letterSent')
}

export const sendingRoutes = umbrellaRoutes()
  .get('/communications/drafts/:id/preview.pdf', allow(canWriteLetters), preview)
  .get('/communications/:number/preview.pdf', allow(canWriteLetters), preview)
  .get('/communications/drafts/:id/sending', allow(canWriteLetters), c => showSending(c))
  .get('/communications/:number/sending', allow(canWriteLetters), c => showSending(c))
  .post('/communications/drafts/:id/sending', allow(canWriteLetters), send)
  .post('/communications/:number/sending', allow(canWriteLetters), send)

  .post('/communications/drafts/:id/signing', allow(canWriteLetters), async c => {
    const outcome = await c.var.write(async tx => openForSigning(tx, await ownDraft(c, tx)))
    if (!outcome.ok) return showDraft(c, outcome)
    return c.var.seeOther(`/communications/${outcome.number}`, 'authorities.said.letterOpened')
  })
