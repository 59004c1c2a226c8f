import './messages/index.ts'
import type { Module } from '#platform/http/module.ts'
import { importIncidentsCommand } from './commands/import-incidents.ts'
import { installIncidents } from './demo/install.ts'
import { termJournal } from './journal/terms.ts'
import { monitoringPersonalData } from './personal-data.ts'

/** What happens to people of the communities: recorded, checked, counted and published without harming them. */
export const monitoringModule = (): Module => ({
  name: 'monitoring',
  journal: termJournal,
  personalData: monitoringPersonalData,
  commands: [importIncidentsCommand],
  demonstration: installIncidents,
})
