import './messages/index.ts'
import type { Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { importActs } from './acts/imports.ts'
import { monitoringApi } from './api.ts'
import { importIncidentsCommand } from './commands/import-incidents.ts'
import { installIncidents } from './demo/install.ts'
import { installReleases } from './demo/releases.ts'
import { installReports } from './demo/reports.ts'
import { installWaiting } from './demo/waiting.ts'
import { releaseDue } from './emails/release-due.ts'
import { reportsWait } from './emails/reports.ts'
import { importJobs } from './jobs/imports.ts'
import { releaseJobs } from './jobs/releases.ts'
import { reportJobs } from './jobs/reports.ts'
import { importJournal } from './journal/imports.ts'
import { incidentJournal } from './journal/incidents.ts'
import { packJournal } from './journal/packs.ts'
import { statisticsJournal } from './journal/statistics.ts'
import { termJournal } from './journal/terms.ts'
import { monitoringMenu } from './menu.ts'
import { monitoringPersonalData } from './personal-data.ts'
import { waitingReports } from './queries/home-reports.ts'
import { dueRelease } from './queries/release-due.ts'
import { codingRoutes } from './routes/coding.tsx'
import { importRoutes } from './routes/import.tsx'
import { importDraftRoutes } from './routes/import-draft.tsx'
import { importRecordingRoutes } from './routes/import-recording.tsx'
import { incidentRoutes } from './routes/incident.tsx'
import { incidentDuplicateRoutes } from './routes/incident-duplicates.tsx'
import { incidentOfReportsRoutes } from './routes/incident-of-reports.tsx'
import { incidentSourceRoutes } from './routes/incident-sources.tsx'
import { incidentsRoutes } from './routes/incidents.tsx'
import { packRoutes } from './routes/pack.tsx'
import { packDraftRoutes } from './routes/pack-draft.tsx'
import { packsRoutes } from './routes/packs.tsx'
import { reportRoutes } from './routes/report.tsx'
import { reportMailboxRoutes } from './routes/report-mailbox.tsx'
import { reportSealedRoutes } from './routes/report-sealed.ts'
import { reportedRoutes } from './routes/reported.tsx'
import { reportsRoutes } from './routes/reports.tsx'
import { statisticsRoutes } from './routes/statistics.tsx'
import { statisticsFileRoutes } from './routes/statistics-files.ts'
import { insideStatisticsRoutes } from './routes/statistics-inside.tsx'
import { vocabularyRoutes } from './routes/vocabulary.tsx'
import { welfareRoutes } from './routes/welfare.tsx'
import { releaseMonths } from './rules.ts'

/** What happens to people of the communities: recorded, checked, counted and published without harming them. */
export const monitoringModule = (): Module => ({
  name: 'monitoring',
  routes: umbrellaRoutes()
    .route('/', reportRoutes)
    .route('/', reportMailboxRoutes)
    .route('/', reportSealedRoutes)
    .route('/', reportsRoutes)
    .route('/', incidentOfReportsRoutes)
    .route('/', reportedRoutes)
    .route('/', importDraftRoutes)
    .route('/', importRecordingRoutes)
    .route('/', importRoutes)
    .route('/', incidentsRoutes)
    .route('/', incidentRoutes)
    .route('/', incidentSourceRoutes)
    .route('/', incidentDuplicateRoutes)
    .route('/', codingRoutes)
    .route('/', vocabularyRoutes)
    .route('/', packsRoutes)
    .route('/', packRoutes)
    .route('/', packDraftRoutes)
    .route('/', welfareRoutes)
    .route('/', insideStatisticsRoutes)
    .route('/', statisticsFileRoutes)
    .route('/', statisticsRoutes),
  menu: monitoringMenu,
  home: [waitingReports, dueRelease],
  api: monitoringApi,
  rules: [releaseMonths],
  acts: importActs,
  jobs: [...reportJobs, ...importJobs, ...releaseJobs],
  emails: [reportsWait, releaseDue],
  journal: { ...termJournal, ...incidentJournal, ...importJournal, ...statisticsJournal, ...packJournal },
  personalData: monitoringPersonalData,
  commands: [importIncidentsCommand],
  demonstration: async platform => {
    await installIncidents(platform)
    const waiting = await installWaiting(platform)
    await installReports(platform, waiting.get('UA-51')!)
    await installReleases(platform)
  },
})
