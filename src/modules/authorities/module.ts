import './messages/index.ts'
import type { Module } from '#platform/http/module.ts'
import { nameOfficerAct, officerInvitation } from './actions/name-officer.ts'
import { communicationMailbox } from './actions/take-mail.ts'
import { calendarActs } from './acts/calendars.ts'
import { nameSuccessorAct } from './acts/successions.ts'
import { authoritiesApi } from './api.ts'
import { deadlineCommand } from './commands/deadline.ts'
import { importBodiesCommand } from './commands/import-bodies.ts'
import { installAnswers, markPastBreaches } from './demo/answers.ts'
import { installLetters, installPublicBodies } from './demo/letters.ts'
import { installMaterials } from './demo/materials.ts'
import { deadlineMails } from './emails/deadlines.ts'
import { embargoEnds } from './emails/embargo.ts'
import { mailArrived } from './emails/incoming.ts'
import { letterMails } from './emails/letters.ts'
import { messageMails } from './emails/messages.ts'
import { stepMails } from './emails/steps.ts'
import { successionMails } from './emails/successions.ts'
import { followClocks } from './follow-clocks.ts'
import { followSending } from './follow-sending.ts'
import { followSteps } from './follow-steps.ts'
import { followSubmissions } from './follow-submissions.ts'
import { deadlineJobs } from './jobs/deadlines.ts'
import { incomingJobs } from './jobs/incoming.ts'
import { letterJobs } from './jobs/letters.ts'
import { registerJobs } from './jobs/register.ts'
import { passOnJob } from './jobs/successions.ts'
import { authoritiesJournal } from './journal/index.ts'
import { authoritiesMenu } from './menu.ts'
import { ownDesk } from './own-pages.ts'
import { authoritiesPersonalData } from './personal-data.ts'
import {
  answersArrived,
  clarificationsAsked,
  lettersOverdue,
  lettersReturned,
} from './queries/home-communications.ts'
import { lettersAtHome } from './queries/home-letters.ts'
import { waitingMail } from './queries/home-mail.ts'
import { authoritiesRoutes, deskOfOfficers } from './routes.ts'
import { signingDays } from './rules.ts'
import { authoritiesViewer } from './viewer.ts'

followSteps()
followSubmissions()
followClocks()
followSending()

/** What the coalition and its members write to public bodies, how long an answer may take, and what came of it. */
export const authoritiesModule = (): Module => ({
  name: 'authorities',
  routes: authoritiesRoutes,
  installationRoutes: deskOfOfficers,
  api: authoritiesApi,
  menu: authoritiesMenu,
  home: [
    ...lettersAtHome,
    ...[answersArrived, clarificationsAsked, lettersReturned, lettersOverdue, waitingMail],
  ],
  viewer: authoritiesViewer,
  ownPages: ownDesk,
  mailbox: communicationMailbox,
  jobs: [...letterJobs, ...deadlineJobs, ...registerJobs, ...incomingJobs, passOnJob] as NonNullable<
    Module['jobs']
  >,
  emails: [
    ...[...letterMails, ...stepMails, ...messageMails, ...deadlineMails],
    ...[embargoEnds, mailArrived, ...successionMails],
  ] as NonNullable<Module['emails']>,
  acts: [nameOfficerAct, nameSuccessorAct, ...calendarActs],
  invitations: [officerInvitation],
  rules: [signingDays],
  commands: [importBodiesCommand, deadlineCommand],
  personalData: authoritiesPersonalData,
  journal: authoritiesJournal,
  demonstration: async platform => {
    await installPublicBodies(platform)
    await installAnswers(platform)
    await installLetters(platform)
    await markPastBreaches(platform)
    await installMaterials(platform)
  },
})
