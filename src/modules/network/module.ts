import './messages/index.ts'
import type { Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { hasHome, isInside } from '#platform/http/viewer.ts'
import type { MailTemplate } from '#platform/mail/index.ts'
import { mandateInvitation } from './actions/name-representative.ts'
import { membershipActs } from './acts/membership.ts'
import { mergeActs } from './acts/merges.ts'
import { postActs } from './acts/posts.ts'
import { networkApi } from './api.ts'
import { exportMembersCommand } from './commands/export-members.ts'
import { importMembersCommand } from './commands/import-members.ts'
import { installMembers } from './demo/install.ts'
import { installLife } from './demo/life.ts'
import { installRecords } from './demo/records.ts'
import { agreementMails } from './emails/agreements.ts'
import { aidMails } from './emails/aid.ts'
import { applicationMails } from './emails/applications.ts'
import { appointmentMails } from './emails/appointments.ts'
import { mandateMails } from './emails/mandates.ts'
import { membershipMails } from './emails/memberships.ts'
import { mergeMails } from './emails/merges.ts'
import { objectionMails } from './emails/objections.ts'
import { postMails } from './emails/posts.ts'
import { proposalMails } from './emails/proposals.ts'
import { unionMails } from './emails/unions.ts'
import { admissionJobs } from './jobs/admission.ts'
import { agreementJobs } from './jobs/agreements.ts'
import { aidJobs } from './jobs/aid.ts'
import { recordsJobs } from './jobs/records.ts'
import { admissionJournal } from './journal/admission.ts'
import { agreementJournal } from './journal/agreements.ts'
import { aidJournal } from './journal/aid.ts'
import { organisationJournal } from './journal/organisations.ts'
import { postJournal } from './journal/posts.ts'
import { recordsJournal } from './journal/records.ts'
import { networkPersonalData } from './personal-data.ts'
import { actsAsIndividual } from './policy/memberships.ts'
import { canImportMembers, canKeepRecords } from './policy/records.ts'
import { peopleInside } from './queries/recipients.ts'
import { viewerCapacities } from './queries/viewer.ts'
import { agreementRoutes } from './routes/agreements.tsx'
import { aidRoutes } from './routes/aid.tsx'
import { aidSettlementRoutes } from './routes/aid-settlement.tsx'
import { applicationRoutes } from './routes/applications.tsx'
import { appointmentRoutes } from './routes/appointments.tsx'
import { directoryRoutes } from './routes/directory.tsx'
import { duplicateRoutes } from './routes/duplicates.tsx'
import { homeRoutes } from './routes/home.tsx'
import { importRoutes } from './routes/import.tsx'
import { joiningRoutes } from './routes/joining.tsx'
import { mandateClosingRoutes } from './routes/mandate-closing.tsx'
import { mandateRoutes } from './routes/mandates.tsx'
import { matchRoutes } from './routes/matches.tsx'
import { memberRoutes } from './routes/member.tsx'
import { membersExportRoutes } from './routes/members-export.ts'
import { membershipRoutes } from './routes/memberships.tsx'
import { mergeRoutes } from './routes/merges.tsx'
import { organisationRoutes } from './routes/organisation.tsx'
import { partnerRoutes } from './routes/partners.tsx'
import { postHolderRoutes } from './routes/post-holders.tsx'
import { postRoutes } from './routes/posts.tsx'
import { proposalRoutes } from './routes/proposals.tsx'
import { unionRoutes } from './routes/unions.tsx'
import { networkRules } from './rules.ts'

/** Who belongs to the coalition, who may act for a member, and how others find them. */
export const networkModule = ({ modules }: { modules: () => readonly Module[] }): Module => ({
  name: 'network',
  routes: umbrellaRoutes()
    .route('/', directoryRoutes)
    .route('/', memberRoutes)
    .route('/', organisationRoutes)
    .route('/', proposalRoutes)
    .route('/', unionRoutes)
    .route('/', joiningRoutes)
    .route('/', applicationRoutes)
    .route('/', membershipRoutes)
    .route('/', mandateRoutes)
    .route('/', mandateClosingRoutes)
    .route('/', partnerRoutes)
    .route('/', agreementRoutes)
    .route('/', postRoutes)
    .route('/', postHolderRoutes)
    .route('/', appointmentRoutes)
    .route('/', aidRoutes)
    .route('/', aidSettlementRoutes)
    .route('/', matchRoutes)
    .route('/', importRoutes)
    .route('/', membersExportRoutes)
    .route('/', duplicateRoutes)
    .route('/', mergeRoutes)
    .route('/', homeRoutes(modules)),
  menu: [
    { path: '/directory', label: 'network.directory.menu', place: 'main' },
    { path: '/partners', label: 'network.partners.menu', place: 'main', parent: '/directory' },
    { path: '/posts', label: 'network.posts.menu', place: 'main' },
    { path: '/aid', label: 'network.aid.title', place: 'main', parent: '/directory' },
    { path: '/join', label: 'network.join.title', place: 'main' },
    { path: '/home', label: 'network.home.title', place: 'work', first: true, when: hasHome },
    { path: '/applications', label: 'network.applications.title', place: 'work', when: isInside },
    { path: '/memberships', label: 'network.memberships.title', place: 'work', when: isInside },
    {
      path: '/import',
      label: 'network.import.title',
      place: 'work',
      parent: '/memberships',
      when: canImportMembers,
    },
    {
      path: '/duplicates',
      label: 'network.duplicates.title',
      place: 'work',
      parent: '/memberships',
      when: canKeepRecords,
    },
    { path: '/own-profile', label: 'network.profile.title', place: 'work', when: actsAsIndividual },
  ],
  jobs: [...admissionJobs, ...agreementJobs, ...recordsJobs, ...aidJobs],
  emails: [
    ...agreementMails,
    ...postMails,
    ...appointmentMails,
    ...aidMails,
    ...applicationMails,
    ...objectionMails,
    ...membershipMails,
    ...mandateMails,
    ...mergeMails,
    ...proposalMails,
    ...unionMails,
  ] as MailTemplate[],
  acts: [...membershipActs, ...mergeActs, ...postActs],
  invitations: [mandateInvitation],
  foundingRules: networkRules,
  firstSteps: '/import',
  personalData: networkPersonalData,
  journal: {
    ...admissionJournal,
    ...agreementJournal,
    ...organisationJournal,
    ...postJournal,
    ...aidJournal,
    ...recordsJournal,
  },
  api: networkApi,
  commands: [importMembersCommand, exportMembersCommand],
  journalReaders: peopleInside,
  viewer: viewerCapacities,
  demonstration: async platform => {
    await installMembers(platform)
    await installLife(platform)
    await installRecords(platform)
  },
})
