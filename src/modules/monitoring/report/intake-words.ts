import type { MessageKey } from '#platform/i18n/index.ts'
import type { ReportListView } from '../queries/report-list.ts'

export const viewWords = {
  todo: 'monitoring.intake.view.todo',
  joined: 'monitoring.intake.view.joined',
  closed: 'monitoring.intake.view.closed',
} as const satisfies Record<ReportListView, MessageKey>
