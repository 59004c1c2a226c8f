import './messages/index.ts'
import type { Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { importIncidentsCommand } from './commands/import-incidents.ts'
import { installIncidents } from './demo/install.ts'
import { reportsWait } from './emails/reports.ts'
import { reportJobs } from './jobs/reports.ts'
import { termJournal } from './journal/terms.ts'
import { monitoringPersonalData } from './personal-data.ts'
import { reportRoutes } from './routes/report.tsx'
import { reportMailboxRoutes } from './routes/report-mailbox.tsx'

/** What happens to people of the communities: recorded, checked, counted and published without harming them. */
export const monitoringModule = (): Module => ({
  name: 'monitoring',
  routes: umbrellaRoutes().route('/', reportRoutes).route('/', reportMailboxRoutes),
  menu: [{ path: '/report', label: 'monitoring.report.menu', place: 'main' }],
  jobs: [...reportJobs],
  emails: [reportsWait],
  journal: termJournal,
  personalData: monitoringPersonalData,
  commands: [importIncidentsCommand],
  demonstration: installIncidents,
})
