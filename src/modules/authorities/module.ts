import './messages/index.ts'
import type { Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
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
import { canWriteLetters } from './policy/letters.ts'
import { lettersAtHome } from './queries/home-letters.ts'
import { calendarCorrectionRoutes } from './routes/calendar-corrections.tsx'
import { communicationRoutes } from './routes/communication.tsx'
import { deadlineFeedRoutes } from './routes/deadline-feed.tsx'
import { deadlineRuleRoutes } from './routes/deadline-rules.tsx'
import { draftRoutes } from './routes/drafts.tsx'
import { enclosureRoutes } from './routes/enclosures.ts'
import { newLetterRoutes } from './routes/new-letter.tsx'
import { sendingRoutes } from './routes/sending.tsx'
import { signingDays } from './rules.ts'

followClocks()

/** What the coalition and its members write to public bodies, how long an answer may take, and what came of it. */
export const authoritiesModule = (): Module => ({
  name: 'authorities',
  routes: umbrellaRoutes()
    .route('/', newLetterRoutes)
    .route('/', draftRoutes)
    .route('/', enclosureRoutes)
    .route('/', sendingRoutes)
    .route('/', communicationRoutes)
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
  ],
  home: [...lettersAtHome],
  acts: calendarActs,
  personalData: deadlinePersonalData,
  jobs: [...letterJobs, ...deadlineJobs],
  emails: [...letterMails, ...deadlineMails],
  rules: [signingDays],
  commands: [deadlineCommand],
  journal: { ...stepJournal, ...letterJournal, ...deadlineJournal },
})
