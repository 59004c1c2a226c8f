import './messages/index.ts'
import type { Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { councilsApi } from './api.ts'
import { exportPopoloCommand } from './commands/export-popolo.ts'
import { importPopoloCommand } from './commands/import-popolo.ts'

/** Councils in which the coalition sits: who holds which seat, what was decided, and what became of a proposal. */
export const councilsModule = (): Module => ({
  name: 'councils',
  routes: umbrellaRoutes(),
  api: councilsApi,
  commands: [importPopoloCommand, exportPopoloCommand],
})
