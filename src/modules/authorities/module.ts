import './messages/index.ts'
import type { Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { importBodiesCommand } from './commands/import-bodies.ts'
import { installLetters } from './demo/letters.ts'
import { letterMails } from './emails/letters.ts'
import { followSubmissions } from './follow-submissions.ts'
import { letterJobs } from './jobs/letters.ts'
import { letterJournal } from './journal/letters.ts'
import { stepJournal } from './journal/steps.ts'
import { canWriteLetters } from './policy/letters.ts'
import { lettersAtHome } from './queries/home-letters.ts'
import { lettersPersonalData } from './queries/personal-data.ts'
import { actRoutes } from './routes/acts.tsx'
import { bodyRoutes } from './routes/bodies.tsx'
import { bodyChangeRoutes } from './routes/body-changes.tsx'
import { bodyImportRoutes } from './routes/body-import.tsx'
import { communicationRoutes } from './routes/communication.tsx'
import { draftRoutes } from './routes/drafts.tsx'
import { enclosureRoutes } from './routes/enclosures.ts'
import { newLetterRoutes } from './routes/new-letter.tsx'
import { sendingRoutes } from './routes/sending.tsx'
import { signingDays } from './rules.ts'

followSubmissions()

/** What the coalition and its members write to public bodies, how long an answer may take, and what came of it. */
export const authoritiesModule = (): Module => ({
  name: 'authorities',
  routes: umbrellaRoutes()
    .route('/', bodyImportRoutes)
    .route('/', bodyRoutes)
    .route('/', bodyChangeRoutes)
    .route('/', actRoutes)
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
  ],
  home: [...lettersAtHome],
  jobs: [...letterJobs],
  emails: [...letterMails],
  rules: [signingDays],
  commands: [importBodiesCommand],
  personalData: lettersPersonalData,
  demonstration: installLetters,
  journal: { ...stepJournal, ...letterJournal },
})
