import './messages/index.ts'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import type { Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { councilsApi } from './api/councils.ts'
import { legislationApi } from './api/legislation.ts'
import { exportPopoloCommand } from './commands/export-popolo.ts'
import { importPopoloCommand } from './commands/import-popolo.ts'
import { installCouncils } from './demo/install.ts'
import { answerMails } from './emails/answers.ts'
import { delegateMails } from './emails/delegates.ts'
import { sessionMails } from './emails/sessions.ts'
import { followAnswers } from './follow-answers.ts'
import { councilJobs } from './jobs/reminders.ts'
import { councilJournal } from './journal/councils.ts'
import { proposalJournal } from './journal/proposals.ts'
import { councilsMenu } from './menu.ts'
import { councilPersonalData } from './personal-data.ts'
import { councilHome } from './queries/home-delegates.ts'
import { proposalHome } from './queries/home-proposals.ts'
import { councilApplicationRoutes } from './routes/applications.tsx'
import { councilRoutes } from './routes/councils.tsx'
import { delegationRoutes } from './routes/delegation.tsx'
import { formationRoutes } from './routes/formation.tsx'
import { legislationRoutes } from './routes/legislation.tsx'
import { minutesRoutes } from './routes/minutes.tsx'
import { proposalRoutes } from './routes/proposal.tsx'
import { rulesRoutes } from './routes/rules.tsx'
import { seatRoutes } from './routes/seats.tsx'
import { sessionWorkRoutes } from './routes/session-work.tsx'
import { sessionRoutes } from './routes/sessions.tsx'
import { stalledDays } from './rules.ts'

followAnswers()

/** Councils in which the coalition sits: who holds which seat, what was decided, and what became of a proposal. */
export const councilsModule = (): Module => ({
  name: 'councils',
  routes: umbrellaRoutes()
    .route('/', councilRoutes)
    .route('/', rulesRoutes)
    .route('/', seatRoutes)
    .route('/', formationRoutes)
    .route('/', councilApplicationRoutes)
    .route('/', sessionRoutes)
    .route('/', sessionWorkRoutes)
    .route('/', minutesRoutes)
    .route('/', delegationRoutes)
    .route('/', legislationRoutes)
    .route('/', proposalRoutes),
  menu: councilsMenu,
  home: [...councilHome, ...proposalHome],
  jobs: [...councilJobs],
  emails: [...sessionMails, ...delegateMails, ...answerMails] as Module['emails'],
  journal: { ...councilJournal, ...proposalJournal },
  rules: [stalledDays],
  personalData: councilPersonalData,
  api: new OpenAPIHono<UmbrellaEnv>().route('/', councilsApi).route('/', legislationApi),
  commands: [importPopoloCommand, exportPopoloCommand],
  demonstration: installCouncils,
})
