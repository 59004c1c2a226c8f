import * as z from 'zod'
import { optionalText, requiredText } from '#modules/network/index.ts'
import { key, locales } from '#platform/i18n/index.ts'
import { statuses } from '../schema/communications.ts'

/** A message to the other side. */
export const messageForm = z.object({
  subject: optionalText(500),
  text: requiredText(100_000),
})

const address = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email(key('authorities.desk.officers.badAddress')))

/** Whom to invite to answer for a body: `who` in the words of whoever invites. */
export const officerForm = z.object({
  who: requiredText(200),
  address,
  locale: z.enum(locales),
})

/** The first one, whom a second coordinator has to agree to. */
export const firstOfficerForm = officerForm.extend({ reason: requiredText(4000) })

/** What is looked for by its deadline. */
export const dueFilters = ['overdue', 'week'] as const
export type DueFilter = (typeof dueFilters)[number]

export const deskOrders = ['due', 'newest'] as const
export type DeskOrder = (typeof deskOrders)[number]

/** How the desk is filtered and ordered; what makes no sense is left out. */
export const deskFilter = (query: Record<string, string | undefined>) => ({
  status: statuses.find(status => status === query.status && status !== 'draft' && status !== 'signing'),
  waiting: query.waiting === 'yes',
  due: dueFilters.find(due => due === query.due),
  order: deskOrders.find(order => order === query.order) ?? 'due',
  body: query.body ?? '',
})
