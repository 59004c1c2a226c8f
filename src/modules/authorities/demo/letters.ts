import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope, rows, type Tx } from '#platform/database/scope.ts'
import { makePdf } from '#platform/documents/index.ts'
import type { Platform } from '#platform/platform.ts'
import type { Outcome } from '#platform/refusal.ts'
import { Umbrellas } from '#platform/umbrellas/index.ts'
import { type ActFacts, beginAct } from '../actions/keep-act.ts'
import { beginDraft, encloseAct, type LetterText, saveText } from '../actions/save-draft.ts'
import { reserveNumber, sendLetter } from '../actions/send-letter.ts'
import { openForSigning, signLetter } from '../actions/sign-letter.ts'
import { takeStep } from '../actions/take-step.ts'
import { letterPaper } from '../papers/letter.ts'
import { communicationById } from '../queries/communication.ts'
import { findAct } from '../queries/draft-acts.ts'
import { bodyCalled, installBodies, installSuccession } from './bodies.ts'
import {
  adviceLetter,
  commissionAct,
  commissionLetter,
  forumLetter,
  premisesDraft,
  schoolLetter,
  strategyLetter,
  submissionAct,
} from './letter-texts.ts'

type Part = 'coordinator' | 'secondCoordinator' | 'representative'
type Actor = { slug: string; part: Part }

const as = <T>({ database }: Platform, { slug, part }: Actor, work: (tx: Tx) => Promise<T>) =>
  inScope(
    database.request,
    { umbrella: demoUmbrellaId(slug), account: demoPersonId(`${slug}.${part}`) },
    'write',
    work,
  )

// A story that the program refuses is a bug of the demonstration.
function told<T extends object>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the demonstration: ${outcome.reason}`)
  return outcome
}

/** The member for which somebody of the cast acts first. */
async function memberOf(tx: Tx): Promise<string> {
  const [found] = await rows<{ id: string }>(
    tx,
    undefined,
    `select membership_id as id from network.mandates where umbrella_id = platform.current_umbrella()
       and person_id = platform.current_account() and status = 'confirmed' order by valid_from, id limit 1`,
  )
  if (!found) throw new Error('the demonstration: nobody to act for')
  return found.id
}

type Story = { to: string; text: LetterText; act?: ActFacts; forCoalition?: boolean }

/** Writes a draft with what belongs to it. */
async function write(tx: Tx, { to, text, act, forCoalition = false }: Story): Promise<string> {
  const membership = forCoalition ? null : await memberOf(tx)
  const body = await bodyCalled(tx, to)
  const id = await beginDraft(tx, { ...text, body, membership })
  told(await saveText(tx, id, (await communicationById(tx, id))!.updatedAt, text))
  if (act) told(await encloseAct(tx, id, await beginAct(tx, membership, act)))
  return id
}

type Sending = { actor: Actor; id: string; signatory: string; onDay: string }

/** Sends a letter by post on a day that has passed. */
async function send(platform: Platform, { actor, id, signatory, onDay }: Sending): Promise<void> {
  const umbrellas = new Umbrellas(platform.database.request)
  await umbrellas.reload()
  const { letter, act } = await as(platform, actor, async tx => {
    await reserveNumber(tx, id)
    const letter = (await communicationById(tx, id))!
    return { letter, act: letter.draftActId ? await findAct(tx, letter.draftActId) : null }
  })
  const day = Temporal.PlainDate.from(onDay)
  const umbrella = umbrellas.find(actor.slug)!
  const pdf = await makePdf(letterPaper({ letter, act, umbrella, signatory, onDay: day, contacts: [] }))
  const readers = { prominence: 'public', reason: null } as const
  const sent = { seen: letter, pdf, signatory, channel: 'post', address: null, onDay: day } as const
  told(await as(platform, actor, tx => sendLetter(tx, { ...sent, ...readers })))
}

// What became of an old letter is not known: it neither waits for ever nor is anybody said to have been late.
async function close(platform: Platform, actor: Actor, communication: string, onDay: string): Promise<void> {
  const text = 'Що було далі, в архіві коаліції не записано.'
  const day = Temporal.PlainDate.from(onDay)
  const step = {
    communication,
    kind: 'closed',
    side: 'sender',
    onDay: day,
    resolution: 'explained',
    text,
  } as const
  told(await as(platform, actor, tx => takeStep(tx, step)))
}

const daysAgo = (days: number) => Temporal.Now.plainDateISO('Europe/Kyiv').subtract({ days }).toString()

/** Letters that left, letters that wait for signatures, and a draft, in two umbrellas. */
async function internationalUnion(platform: Platform): Promise<void> {
  const slug = 'international-union'
  const actor: Actor = { slug, part: 'coordinator' }
  const signatory = 'Оксана (демо), координаційна команда'
  const commission = { to: 'Кабінет Міністрів України', text: commissionLetter, act: commissionAct }
  const forum = { to: 'Міністерство культури України', text: forumLetter }
  const ids = await as(platform, actor, async tx => ({
    commission: await write(tx, { ...commission, forCoalition: true }),
    forum: await write(tx, { ...forum, forCoalition: true }),
  }))
  await send(platform, { actor, id: ids.forum, signatory, onDay: '2014-07-15' })
  await close(platform, actor, ids.forum, '2014-08-12')
  await send(platform, { actor, id: ids.commission, signatory, onDay: '2014-11-03' })
  await close(platform, actor, ids.commission, '2014-12-01')
  const member: Actor = { slug, part: 'representative' }
  const commissioner = 'Уповноважений Верховної Ради України з прав людини'
  const strategy = await as(platform, member, async tx => {
    await write(tx, { to: 'Миколаївська міська рада', text: premisesDraft })
    const id = await write(tx, { to: commissioner, text: strategyLetter })
    told(await openForSigning(tx, (await communicationById(tx, id))!))
    return id
  })
  await as(platform, { slug, part: 'secondCoordinator' }, async tx =>
    told(await signLetter(tx, strategy, await memberOf(tx))),
  )
}

async function ombudsman(platform: Platform): Promise<void> {
  const actor: Actor = { slug: 'ombudsman-ua', part: 'representative' }
  const commissioner = 'Уповноважений Верховної Ради України з прав людини'
  const school = await as(platform, actor, async tx => {
    const advice = await write(tx, { to: commissioner, text: adviceLetter })
    told(await openForSigning(tx, (await communicationById(tx, advice))!))
    return write(tx, { to: commissioner, text: schoolLetter, act: submissionAct })
  })
  await send(platform, {
    actor,
    id: school,
    signatory: 'Ірена (демо), уповноважена особа',
    onDay: daysAgo(6),
  })
}

/** Those to whom the letters below are written. */
export async function installPublicBodies(platform: Platform): Promise<void> {
  await as(platform, { slug: 'ombudsman-ua', part: 'coordinator' }, installBodies)
  await installSuccession(platform)
}

/** What two umbrellas of the demonstration write to public bodies. */
export async function installLetters(platform: Platform): Promise<void> {
  await internationalUnion(platform)
  await ombudsman(platform)
}
