import { nameOf, peopleInside, peopleOfMember } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { letterOf, send } from './letter.ts'

const published = letterOf('initiative_published', {
  subject: 'initiatives.mail.published.subject',
  text: 'initiatives.mail.published.text',
  action: 'initiatives.mail.readInitiative',
})
const invited = letterOf('coauthor_invited', {
  subject: 'initiatives.mail.coauthor.subject',
  text: 'initiatives.mail.coauthor.text',
  action: 'initiatives.mail.openDraft',
})
const withdrawn = letterOf('initiative_withdrawn', {
  subject: 'initiatives.mail.withdrawn.subject',
  text: 'initiatives.mail.withdrawn.text',
  action: 'initiatives.mail.readInitiative',
})
const adoptable = letterOf('initiative_adoptable', {
  subject: 'initiatives.mail.adoptable.subject',
  text: 'initiatives.mail.adoptable.text',
  action: 'initiatives.mail.readInitiative',
})
const adopted = letterOf('initiative_adopted', {
  subject: 'initiatives.mail.adopted.subject',
  text: 'initiatives.mail.adopted.text',
  action: 'initiatives.mail.readInitiative',
})

const changedText = letterOf('initiative_new_round', {
  subject: 'initiatives.mail.newRound.subject',
  text: 'initiatives.mail.newRound.changed',
  action: 'initiatives.mail.readInitiative',
})
const cancelledVote = letterOf('initiative_vote_cancelled', {
  subject: 'initiatives.mail.newRound.subject',
  text: 'initiatives.mail.newRound.cancelled',
  action: 'initiatives.mail.readInitiative',
})

export const initiativeMails = [published, invited, changedText, cancelledVote, withdrawn, adoptable, adopted]

type About = { id: string; number: number; title: Localised; membership: string }

const facts = async (tx: Tx, { number, title, membership }: About) => ({
  initiative: number,
  title: { ...title } as Record<string, string>,
  member: await nameOf(tx, membership),
})

const place = ({ number }: About) => `/initiatives/${number}`

/** A new initiative: everybody who acts for a member or partner hears of it. */
export async function initiativePublished(tx: Tx, about: About): Promise<void> {
  await send(tx, await peopleInside(tx), {
    letter: published,
    about: about.id,
    facts: await facts(tx, about),
    category: 'news',
    link: place(about),
  })
}

/** Another member is asked to write along. */
export async function coauthorInvited(
  tx: Tx,
  { id, title, membership, by }: { id: string; title: Localised; membership: string; by: string },
): Promise<void> {
  await send(tx, await peopleOfMember(tx, membership), {
    letter: invited,
    about: `${id} ${membership}`,
    facts: { title: { ...title } as Record<string, string>, member: await nameOf(tx, by) },
    category: 'asked',
    link: `/initiatives/drafts/${id}`,
  })
}

/** The initiator took it back; until a moment, if there are ballots, another member may take it over. */
export async function initiativeWithdrawn(tx: Tx, about: About & { until: string | null }): Promise<void> {
  const told = await facts(tx, about)
  await send(tx, await peopleInside(tx), {
    letter: about.until ? adoptable : withdrawn,
    about: `${about.id} ${about.until ?? ''}`,
    facts: about.until ? { ...told, until: about.until } : told,
    category: about.until ? 'asked' : 'news',
    link: place(about),
  })
}

/** Another member took it over. */
export async function initiativeAdopted(tx: Tx, about: About): Promise<void> {
  await send(tx, await peopleInside(tx), {
    letter: adopted,
    about: `${about.id} ${about.membership}`,
    facts: await facts(tx, about),
    category: 'news',
    link: place(about),
  })
}

/** A vote ended without an outcome: whoever voted must know why it counts for nothing, and that the discussion is open. */
export async function roundBegun(
  tx: Tx,
  about: About & { round: number; because: 'void' | 'cancelled' },
): Promise<void> {
  await send(tx, await peopleInside(tx), {
    letter: about.because === 'void' ? changedText : cancelledVote,
    about: `${about.id} ${about.round}`,
    facts: await facts(tx, about),
    category: 'asked',
    link: place(about),
  })
}
