import { allow } from '#platform/http/access.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isInside } from '#platform/http/viewer.ts'
import { writeTable } from '../import/write-table.ts'
import { membersTable } from '../queries/members-csv.ts'
import { sendCsv } from './send-csv.ts'

export const membersExportRoutes = umbrellaRoutes().get('/members.csv', allow(isInside), async c => {
  const { header, lines } = await c.var.read(membersTable)
  return sendCsv(c, 'members', writeTable(header, lines))
})
