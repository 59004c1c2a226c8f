import './messages/index.ts'
import type { Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { importBodiesCommand } from './commands/import-bodies.ts'
import { installLetters } from './demo/letters.ts'
import { letterMails } from './emails/letters.ts'
import { followSubmissions } from './follow-submissions.ts'
import { installationRoutes, umbrellaRoutes } from '#platform/http/routes.ts'
import { nameOfficerAct, officerInvitation } from './actions/name-officer.ts'
import { installAnswers } from './demo/answers.ts'
import { letterMails } from './emails/letters.ts'
import { messageMails } from './emails/messages.ts'
import { stepMails } from './emails/steps.ts'
import { followSteps } from './follow-steps.ts'
import { letterJobs } from './jobs/letters.ts'
import { deskJournal } from './journal/desk.ts'
import type { MailTemplate } from '#platform/mail/index.ts'
import { authoritiesApi } from './api.ts'
import { embargoEnds } from './emails/embargo.ts'
import { letterMails } from './emails/letters.ts'
import { followSending } from './follow-sending.ts'
import { letterJobs } from './jobs/letters.ts'
import { registerJobs } from './jobs/register.ts'
import { letterJournal } from './journal/letters.ts'
import { publicationJournal } from './journal/publication.ts'
import { stepJournal } from './journal/steps.ts'
import { ownDesk } from './own-pages.ts'
import { authoritiesPersonalData } from './personal-data.ts'
import { calendarActs } from './acts/calendars.ts'
import { deadlineCommand } from './commands/deadline.ts'
import { deadlineMails } from './emails/deadlines.ts'
import { letterMails } from './emails/letters.ts'
import { followClocks } from './follow-clocks.ts'
import { deadlineJobs } from './jobs/deadlines.ts'
import { letterJobs } from './jobs/letters.ts'
import { deadlineJournal } from './journal/deadlines.ts'
import { letterJournal } from './journal/letters.ts'
import { stepJournal } from './journal/steps.ts'
import { deadlinePersonalData } from './personal-data-deadlines.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import { communicationMailbox } from './actions/take-mail.ts'
import { mailArrived } from './emails/incoming.ts'
import { letterMails } from './emails/letters.ts'
import { incomingJobs } from './jobs/incoming.ts'
import { letterJobs } from './jobs/letters.ts'
import { incomingJournal } from './journal/incoming.ts'
import { letterJournal } from './journal/letters.ts'
import { stepJournal } from './journal/steps.ts'
import { authoritiesPersonalData } from './personal-data.ts'
import { canWriteLetters } from './policy/letters.ts'
import { isOfficer } from './policy/steps.ts'
import { answersArrived, clarificationsAsked, lettersReturned } from './queries/home-communications.ts'
import { lettersAtHome } from './queries/home-letters.ts'
import { lettersPersonalData } from './queries/personal-data.ts'
import { actRoutes } from './routes/acts.tsx'
import { bodyRoutes } from './routes/bodies.tsx'
import { bodyChangeRoutes } from './routes/body-changes.tsx'
import { bodyImportRoutes } from './routes/body-import.tsx'
import { authoritiesMenu } from './menu.ts'
import { lettersAtHome } from './queries/home-letters.ts'
import { attachmentPublicationRoutes } from './routes/attachment-publication.tsx'
import { communicationRoutes } from './routes/communication.tsx'
import { deskFromUmbrella, deskRoutes } from './routes/desk.tsx'
import { calendarCorrectionRoutes } from './routes/calendar-corrections.tsx'
import { communicationRoutes } from './routes/communication.tsx'
import { deadlineFeedRoutes } from './routes/deadline-feed.tsx'
import { deadlineRuleRoutes } from './routes/deadline-rules.tsx'
import { draftRoutes } from './routes/drafts.tsx'
import { enclosureRoutes } from './routes/enclosures.ts'
import { messageRoutes } from './routes/messages.tsx'
import { waitingMail } from './queries/home-mail.ts'
import { communicationRoutes } from './routes/communication.tsx'
import { communicationMailRoutes } from './routes/communication-mail.tsx'
import { draftRoutes } from './routes/drafts.tsx'
import { enclosureRoutes } from './routes/enclosures.ts'
import { heldMailRoutes } from './routes/held-mail.tsx'
import { newLetterRoutes } from './routes/new-letter.tsx'
import { officerRoutes } from './routes/officers.tsx'
import { publicationRoutes } from './routes/publication.tsx'
import { registerRoutes } from './routes/register.tsx'
import { scorecardRoutes } from './routes/scorecards.tsx'
import { sendingRoutes } from './routes/sending.tsx'
import { stepRoutes } from './routes/steps.tsx'
import { signingDays } from './rules.ts'
import { authoritiesViewer } from './viewer.ts'

followSteps()

followSubmissions()

followClocks()

followSending()

/** What the coalition and its members write to public bodies, how long an answer may take, and what came of it. */
export const authoritiesModule = (): Module => ({
  name: 'authorities',
  routes: umbrellaRoutes()
    .route('/', bodyImportRoutes)
    .route('/', bodyRoutes)
    .route('/', bodyChangeRoutes)
    .route('/', actRoutes)
    // Before those of one communication: `held` and `mail` are no numbers.
    .route('/', heldMailRoutes)
    .route('/', communicationMailRoutes)
    .route('/', newLetterRoutes)
    .route('/', draftRoutes)
    .route('/', enclosureRoutes)
    .route('/', sendingRoutes)
    .route('/', communicationRoutes)
    .route('/', deskFromUmbrella)
    .route('/', stepRoutes)
    .route('/', messageRoutes)
    .route('/', officerRoutes),
  installationRoutes: installationRoutes().route('/', deskRoutes),
    .route('/', deadlineRuleRoutes)
    .route('/', calendarCorrectionRoutes)
    .route('/', deadlineFeedRoutes),
  menu: [
    {
      path: '/communications/drafts',
      label: 'authorities.letter.draftsTitle',
      place: 'work',
      when: canWriteLetters,
    },
    {
      path: '/communications/acts',
      label: 'authorities.act.listTitle',
      place: 'work',
      parent: '/communications/drafts',
      when: canWriteLetters,
    },
    {
      path: '/bodies',
      label: 'authorities.body.title',
      place: 'work',
      parent: '/communications/drafts',
      when: canWriteLetters,
    },
    { path: '/desk', label: 'authorities.desk.menu', place: 'work', when: isOfficer },
  ],
  home: [...lettersAtHome, clarificationsAsked, answersArrived, lettersReturned],
  viewer: authoritiesViewer,
  jobs: [...letterJobs],
  emails: [...letterMails, ...stepMails, ...messageMails],
  acts: [nameOfficerAct],
  invitations: [officerInvitation],
  rules: [signingDays],
  commands: [importBodiesCommand],
  personalData: lettersPersonalData,
  journal: { ...stepJournal, ...letterJournal },
  personalData: authoritiesPersonalData,
  ownPages: ownDesk,
  journal: { ...stepJournal, ...letterJournal, ...deskJournal },
  demonstration: async platform => {
    await installLetters(platform)
    await installAnswers(platform)
  },
  home: [...lettersAtHome],
  acts: calendarActs,
  personalData: deadlinePersonalData,
  jobs: [...letterJobs, ...deadlineJobs],
  emails: [...letterMails, ...deadlineMails],
  rules: [signingDays],
  commands: [deadlineCommand],
  journal: { ...stepJournal, ...letterJournal, ...deadlineJournal },
    .route('/', registerRoutes)
    .route('/', scorecardRoutes)
    .route('/', publicationRoutes)
    .route('/', attachmentPublicationRoutes)
    .route('/', communicationRoutes),
  menu: authoritiesMenu,
  home: [...lettersAtHome],
  jobs: [...letterJobs, ...registerJobs],
  emails: [...letterMails, embargoEnds] as MailTemplate[],
  rules: [signingDays],
  journal: { ...stepJournal, ...letterJournal, ...publicationJournal },
  api: authoritiesApi,
    { path: '/communications/held', label: 'authorities.mail.menu', place: 'work', when: isCoordinator },
  ],
  home: [...lettersAtHome, waitingMail],
  jobs: [...letterJobs, ...incomingJobs],
  emails: [...letterMails, mailArrived],
  mailbox: communicationMailbox,
  rules: [signingDays],
  personalData: authoritiesPersonalData,
  journal: { ...stepJournal, ...letterJournal, ...incomingJournal },
})
