import './messages/index.ts'
import type { Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { MailTemplate } from '#platform/mail/index.ts'
import { commentActs } from './acts/comments.ts'
import { decisionActs } from './acts/decisions.ts'
import { remarkActs } from './acts/remarks.ts'
import { initiativesApi } from './api.ts'
import { importBallotsCommand } from './commands/import-ballots.ts'
import { recountCommand } from './commands/recount.ts'
import { installAgreements } from './demo/agreements.ts'
import { installAppointments } from './demo/appointments.ts'
import { installInitiatives } from './demo/install.ts'
import { amendmentMails } from './emails/amendments.ts'
import { appealMails } from './emails/appeals.ts'
import { ballotMails } from './emails/ballots.ts'
import { discussionMails } from './emails/discussion.ts'
import { initiativeMails } from './emails/initiatives.ts'
import { proposalMails } from './emails/proposals.ts'
import { realisationMails } from './emails/realisation.ts'
import { reminderMails } from './emails/reminders.ts'
import { resultMail } from './emails/result.ts'
import { followAppointments } from './follow-appointments.ts'
import { followDecisions } from './follow-decisions.ts'
import { followProcedures } from './follow-procedures.ts'
import { followRealisations } from './follow-realisations.ts'
import { followVotes } from './follow-votes.ts'
import { adoptionJobs } from './jobs/adoption.ts'
import { decisionJobs } from './jobs/decisions.ts'
import { forgetReminders, opennessJobs, tellResults } from './jobs/openness.ts'
import { realisationJobs } from './jobs/realisation.ts'
import { decisionJournal } from './journal/decisions.ts'
import { electionJournal } from './journal/elections.ts'
import { procedureJournal } from './journal/procedures.ts'
import { realisationJournal } from './journal/realisation.ts'
import { textJournal } from './journal/texts.ts'
import { initiativesPersonalData } from './personal-data.ts'
import { canInitiate } from './policy/initiatives.ts'
import { decisionsAtHome } from './queries/home-decisions.ts'
import { realisationsAtHome } from './queries/home-realisations.ts'
import { amendmentRoutes } from './routes/amendments.tsx'
import { appealRoutes } from './routes/appeals.tsx'
import { askingAgainRoutes } from './routes/asking-again.tsx'
import { boardRoutes } from './routes/board.tsx'
import { challengeRoutes } from './routes/challenges.tsx'
import { correctionRoutes } from './routes/corrections.tsx'
import { decisionActRoutes } from './routes/decision-acts.tsx'
import { decisionExportRoutes } from './routes/decision-export.ts'
import { decisionPdfRoutes } from './routes/decision-pdf.ts'
import { decisionSupportRoutes } from './routes/decision-support.tsx'
import { decisionRoutes } from './routes/decisions.tsx'
import { discussionRoutes } from './routes/discussion.tsx'
import { draftCompanyRoutes } from './routes/draft-company.tsx'
import { draftRoutes } from './routes/drafts.tsx'
import { enteredVoteRoutes } from './routes/entered-votes.tsx'
import { initiativeRoutes } from './routes/initiatives.tsx'
import { mandateChallengeRoutes } from './routes/mandate-challenges.tsx'
import { newProposalRoutes } from './routes/new-proposal.tsx'
import { proposalRoutes } from './routes/proposals.tsx'
import { realisationAccountRoutes } from './routes/realisation-account.tsx'
import { realisationArrivalRoutes } from './routes/realisation-arrivals.tsx'
import { realisationExpenseRoutes } from './routes/realisation-expenses.tsx'
import { realisationGroupRoutes } from './routes/realisation-group.tsx'
import { realisationNeedRoutes } from './routes/realisation-needs.tsx'
import { realisationPledgeRoutes } from './routes/realisation-pledges.tsx'
import { realisationWorkRoutes } from './routes/realisation-work.tsx'
import { realisationRoutes } from './routes/realisations.tsx'
import { rulesRoutes } from './routes/rules.tsx'
import { secretBallotRoutes } from './routes/secret-ballots.tsx'
import { translationRoutes } from './routes/translations.tsx'
import { withdrawalRoutes } from './routes/withdrawal.tsx'
import { ruleKeys, rules } from './rules.ts'

followDecisions()

tellResults()

forgetReminders()

followProcedures()

followAppointments()

followVotes()

followRealisations()

/** What members and partners propose, how the majority decides, and what the coalition makes of it. */
export const initiativesModule = ({ modules }: { modules: () => readonly Module[] }): Module => ({
  name: 'initiatives',
  routes: umbrellaRoutes()
    .route('/', draftRoutes)
    .route('/', draftCompanyRoutes)
    .route('/', initiativeRoutes)
    .route('/', discussionRoutes)
    .route('/', amendmentRoutes)
    .route('/', challengeRoutes)
    .route('/', correctionRoutes)
    .route('/', translationRoutes)
    .route('/', withdrawalRoutes)
    .route('/', boardRoutes)
    .route('/', decisionExportRoutes)
    .route('/', decisionRoutes)
    .route('/', enteredVoteRoutes)
    .route('/', mandateChallengeRoutes)
    .route('/', decisionSupportRoutes)
    .route('/', askingAgainRoutes)
    .route('/', decisionActRoutes)
    .route('/', secretBallotRoutes)
    .route('/', rulesRoutes(modules))
    .route('/', newProposalRoutes(modules))
    .route('/', proposalRoutes(modules))
    .route('/', appealRoutes)
    .route('/', decisionPdfRoutes)
    .route('/', realisationRoutes)
    .route('/', realisationWorkRoutes)
    .route('/', realisationPledgeRoutes)
    .route('/', realisationGroupRoutes)
    .route('/', realisationArrivalRoutes)
    .route('/', realisationNeedRoutes)
    .route('/', realisationExpenseRoutes)
    .route('/', realisationAccountRoutes),
  menu: [
    { path: '/initiatives', label: 'initiatives.list.title', place: 'main' },
    { path: '/board', label: 'initiatives.board.menu', place: 'main', parent: '/initiatives' },
    { path: '/decisions', label: 'initiatives.decision.listTitle', place: 'main', parent: '/initiatives' },
    { path: '/realisations', label: 'initiatives.realisations.menu', place: 'main', parent: '/initiatives' },
    { path: '/rules', label: 'initiatives.rule.title', place: 'main', parent: '/initiatives' },
    { path: '/initiatives/drafts', label: 'initiatives.drafts.title', place: 'work', when: canInitiate },
  ],
  home: [...decisionsAtHome, ...realisationsAtHome],
  jobs: [...adoptionJobs, ...decisionJobs, ...opennessJobs, ...realisationJobs],
  emails: [
    ...initiativeMails,
    ...discussionMails,
    ...amendmentMails,
    ...ballotMails,
    ...proposalMails,
    ...appealMails,
    ...reminderMails,
    ...realisationMails,
    resultMail,
  ] as MailTemplate[],
  acts: [...commentActs, ...remarkActs, ...decisionActs],
  journal: {
    ...textJournal,
    ...decisionJournal,
    ...electionJournal,
    ...procedureJournal,
    ...realisationJournal,
  },
  rules: ruleKeys.map(key => ({ key, ...rules[key] })),
  personalData: initiativesPersonalData,
  demonstration: async platform => {
    await installInitiatives(platform)
    await installAgreements(platform)
    await installAppointments(platform)
  },
  api: initiativesApi,
  commands: [recountCommand, importBallotsCommand],
})
