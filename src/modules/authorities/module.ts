import './messages/index.ts'
import type { Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
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
import { lettersAtHome } from './queries/home-letters.ts'
import { waitingMail } from './queries/home-mail.ts'
import { communicationRoutes } from './routes/communication.tsx'
import { communicationMailRoutes } from './routes/communication-mail.tsx'
import { draftRoutes } from './routes/drafts.tsx'
import { enclosureRoutes } from './routes/enclosures.ts'
import { heldMailRoutes } from './routes/held-mail.tsx'
import { newLetterRoutes } from './routes/new-letter.tsx'
import { sendingRoutes } from './routes/sending.tsx'
import { signingDays } from './rules.ts'

/** What the coalition and its members write to public bodies, how long an answer may take, and what came of it. */
export const authoritiesModule = (): Module => ({
  name: 'authorities',
  routes: umbrellaRoutes()
    // Before those of one communication: `held` and `mail` are no numbers.
    .route('/', heldMailRoutes)
    .route('/', communicationMailRoutes)
    .route('/', newLetterRoutes)
    .route('/', draftRoutes)
    .route('/', enclosureRoutes)
    .route('/', sendingRoutes)
    .route('/', communicationRoutes),
  menu: [
    {
      path: '/communications/drafts',
      label: 'authorities.letter.draftsTitle',
      place: 'work',
      when: canWriteLetters,
    },
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
