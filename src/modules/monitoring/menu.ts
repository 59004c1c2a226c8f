import type { MenuItem } from '#platform/http/module.ts'
import { canSeeImports } from './policy/imports.ts'
import { isMonitor } from './policy/monitors.ts'

/** What monitoring adds to the menus: for everybody, and for those who monitor. */
export const monitoringMenu: MenuItem[] = [
  { path: '/report', label: 'monitoring.report.menu', place: 'main' },
  { path: '/statistics', label: 'monitoring.statistics.menu', place: 'main' },
  { path: '/statistics/map', label: 'monitoring.statistics.map', place: 'main', parent: '/statistics' },
  { path: '/reports', label: 'monitoring.intake.list.title', place: 'work', when: isMonitor },
  {
    path: '/reports/new',
    label: 'monitoring.intake.call.menu',
    place: 'work',
    parent: '/reports',
    when: isMonitor,
  },
  { path: '/incidents', label: 'monitoring.incident.list.title', place: 'work', when: isMonitor },
  {
    path: '/coding-agreement',
    label: 'monitoring.coding.agreement.title',
    place: 'work',
    parent: '/incidents',
    when: isMonitor,
  },
  {
    path: '/vocabularies',
    label: 'monitoring.vocabulary.title',
    place: 'work',
    parent: '/incidents',
    when: isMonitor,
  },
  {
    path: '/incidents/import',
    label: 'monitoring.import.page.title',
    place: 'work',
    parent: '/incidents',
    when: canSeeImports,
  },
  { path: '/monitor-welfare', label: 'monitoring.welfare.title', place: 'work', when: isMonitor },
  { path: '/packs', label: 'monitoring.pack.title', place: 'work', when: isMonitor },
  {
    path: '/statistics/current',
    label: 'monitoring.statistics.current',
    place: 'work',
    when: isMonitor,
  },
]
