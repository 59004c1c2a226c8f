import './messages/index.ts'
import type { Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
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
import { authoritiesMenu } from './menu.ts'
import { lettersAtHome } from './queries/home-letters.ts'
import { attachmentPublicationRoutes } from './routes/attachment-publication.tsx'
import { communicationRoutes } from './routes/communication.tsx'
import { draftRoutes } from './routes/drafts.tsx'
import { enclosureRoutes } from './routes/enclosures.ts'
import { newLetterRoutes } from './routes/new-letter.tsx'
import { publicationRoutes } from './routes/publication.tsx'
import { registerRoutes } from './routes/register.tsx'
import { scorecardRoutes } from './routes/scorecards.tsx'
import { sendingRoutes } from './routes/sending.tsx'
import { signingDays } from './rules.ts'

followSending()

/** What the coalition and its members write to public bodies, how long an answer may take, and what came of it. */
export const authoritiesModule = (): Module => ({
  name: 'authorities',
  routes: umbrellaRoutes()
    .route('/', newLetterRoutes)
    .route('/', draftRoutes)
    .route('/', enclosureRoutes)
    .route('/', sendingRoutes)
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
})
