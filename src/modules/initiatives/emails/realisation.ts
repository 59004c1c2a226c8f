import { nameOf, peopleInside, peopleOfMember } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { giversOf, groupOf, realisationFacts } from '../queries/realisation-facts.ts'
import { letterOf, send } from './letter.ts'

const opened = letterOf('realisation_opened', {
  subject: 'initiatives.mail.realisationOpened.subject',
  text: 'initiatives.mail.realisationOpened.text',
  action: 'initiatives.mail.seeRealisation',
})
const due = letterOf('report_due', {
  subject: 'initiatives.mail.reportDue.subject',
  text: 'initiatives.mail.reportDue.text',
  action: 'initiatives.mail.writeReport',
})
const stalled = letterOf('realisation_stalled', {
  subject: 'initiatives.mail.realisationStalled.subject',
  text: 'initiatives.mail.realisationStalled.text',
  action: 'initiatives.mail.seeRealisation',
})
const declared = letterOf('takeover_declared', {
  subject: 'initiatives.mail.takeoverDeclared.subject',
  text: 'initiatives.mail.takeoverDeclared.text',
  action: 'initiatives.mail.writeReport',
})
const passed = letterOf('takeover_passed', {
  subject: 'initiatives.mail.takeoverPassed.subject',
  text: 'initiatives.mail.takeoverPassed.text',
  action: 'initiatives.mail.seeRealisation',
})
const result = letterOf('result_published', {
  subject: 'initiatives.mail.resultPublished.subject',
  text: 'initiatives.mail.resultPublished.text',
  action: 'initiatives.mail.readResult',
})
const withdrawn = letterOf('pledge_withdrawn', {
  subject: 'initiatives.mail.pledgeWithdrawn.subject',
  text: 'initiatives.mail.pledgeWithdrawn.text',
  action: 'initiatives.mail.seePledges',
})

const reversed = letterOf('realisation_reversed', {
  subject: 'initiatives.mail.realisationReversed.subject',
  text: 'initiatives.mail.realisationReversed.text',
  action: 'initiatives.mail.seeRealisation',
})

export const realisationMails = [opened, due, stalled, declared, passed, result, withdrawn, reversed]

type About = { id: string; number: number; title: Record<string, string> }

const facts = async (tx: Tx, { number, title }: About, member: string | null, until?: string) => ({
  initiative: number,
  title,
  ...(member ? { member: await nameOf(tx, member) } : {}),
  ...(until ? { until } : {}),
})

const place = ({ number }: About) => `/realisations/${number}`

/** People of the members that work on it. */
async function peopleOfGroup(tx: Tx, realisation: string): Promise<string[]> {
  const people: string[] = []
  for (const member of await groupOf(tx, realisation)) people.push(...(await peopleOfMember(tx, member)))
  return people
}

/** The initiator hears that it is on them now, and when the first report is due. */
export async function realisationOpened(tx: Tx, about: About & { member: string }): Promise<void> {
  await send(tx, await peopleOfMember(tx, about.member), {
    letter: opened,
    about: about.id,
    facts: await facts(tx, about, about.member),
    category: 'asked',
    link: place(about),
  })
}

/** A report is due soon; once for each report. */
export async function reportDue(tx: Tx, about: About & { due: string }): Promise<void> {
  await send(tx, await peopleOfGroup(tx, about.id), {
    letter: due,
    about: `${about.id} ${about.due}`,
    facts: await facts(tx, about, null, about.due),
    category: 'asked',
    link: `${place(about)}/reports/new`,
  })
}

/** Nobody reported in time: everybody inside hears of it, once. */
export async function realisationStalled(
  tx: Tx,
  about: About & { membershipId: string; at: string },
): Promise<void> {
  await send(tx, await peopleInside(tx), {
    letter: stalled,
    about: `${about.id} ${about.at}`,
    facts: await facts(tx, about, about.membershipId),
    category: 'news',
    link: place(about),
  })
}

/** Somebody else offers to answer for it: who does so today has until a moment for a report. */
export async function takeoverDeclared(
  tx: Tx,
  about: About & { membershipId: string; takeover: string; by: string; until: string },
): Promise<void> {
  await send(tx, await peopleOfMember(tx, about.membershipId), {
    letter: declared,
    about: about.takeover,
    facts: await facts(tx, about, about.by, about.until),
    category: 'asked',
    link: `${place(about)}/reports/new`,
  })
}

/** Another member answers for it now. Those who work on it hear, and who did so before. */
export async function realisationPassed(
  tx: Tx,
  about: About & { takeover: string; to: string },
): Promise<void> {
  await send(tx, await peopleOfGroup(tx, about.id), {
    letter: passed,
    about: about.takeover,
    facts: await facts(tx, about, about.to),
    category: 'asked',
    link: place(about),
  })
}

/** What came of it: everybody inside hears. */
export async function resultPublished(tx: Tx, about: About): Promise<void> {
  await send(tx, await peopleInside(tx), {
    letter: result,
    about: about.id,
    facts: await facts(tx, about, null),
    category: 'news',
    link: `${place(about)}/reports`,
  })
}

/** A promise will not be kept: who answers for the work hears. */
export async function pledgeWithdrawn(
  tx: Tx,
  { realisation, pledge, by }: { realisation: string; pledge: string; by: string },
): Promise<void> {
  const about = await realisationFacts(tx, realisation)
  await send(tx, await peopleOfMember(tx, about.owner), {
    letter: withdrawn,
    about: pledge,
    facts: await facts(tx, about, by),
    category: 'asked',
    link: `${place(about)}/pledges`,
  })
}

/** The members set the decision aside: those who work on it and those who promised something hear that it stops. */
export async function realisationReversed(tx: Tx, realisation: string): Promise<void> {
  const about = await realisationFacts(tx, realisation)
  const told = await peopleOfGroup(tx, realisation)
  for (const member of await giversOf(tx, realisation)) told.push(...(await peopleOfMember(tx, member)))
  await send(tx, told, {
    letter: reversed,
    about: realisation,
    facts: await facts(tx, about, null),
    category: 'asked',
    link: place(about),
  })
}
