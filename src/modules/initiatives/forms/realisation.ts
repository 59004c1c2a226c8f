import * as z from 'zod'
import { optionalDay, optionalId, optionalText, requiredDay, requiredText } from '#modules/network/index.ts'
import { isId } from '#platform/http/params.ts'
import { key } from '#platform/i18n/index.ts'
import { extents, resourceKinds } from '../schema/realisation.ts'
import { membershipField } from './initiative.ts'

/** Currencies of the countries where coalitions work, those of most members first. */
export const currencies = [
  'UAH',
  'PLN',
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'CZK',
  'RON',
  'HUF',
  'BGN',
  'SEK',
  'DKK',
] as const
export type Currency = (typeof currencies)[number]

const mostHundredths = 1_000_000_000_000

/**
 * Money as people write it, in hundredths: «1 250,50», «1,250.50», «1.250,50» or «1250». Null when it cannot be told what is
 * meant: a single separator with three digits behind it may be either.
 */
export function hundredths(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f'’]/g, '')
  const match = /^(\d{1,3}(?:([.,])\d{3})+|\d+)(?:([.,])(\d{1,2}))?$/.exec(plain)
  if (!match) return null
  const [, whole = '', grouping, decimal, cents = ''] = match
  if (grouping !== undefined && grouping === decimal) return null
  if (grouping !== undefined && decimal === undefined && (plain.match(/[.,]/g) ?? []).length === 1)
    return null
  if (new Set(whole.match(/[.,]/g)).size > 1) return null
  const amount = Number(whole.replaceAll(/[.,]/g, '')) * 100 + Number(cents.padEnd(2, '0'))
  return amount >= 1 && amount <= mostHundredths ? amount : null
}

const money = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') context.addIssue({ code: 'custom', message: key('platform.form.missing') })
    const amount = hundredths(text)
    if (amount === null && text.trim() !== '')
      context.addIssue({ code: 'custom', message: key('initiatives.pledge.amountUnclear') })
    return amount ?? 0
  })

const counted = z
  .string()
  .trim()
  .default('')
  .transform((text, context) => {
    if (text === '') context.addIssue({ code: 'custom', message: key('platform.form.missing') })
    else if (!/^[1-9]\d{0,6}$/.test(text))
      context.addIssue({ code: 'custom', message: key('initiatives.pledge.countUnclear') })
    return Number(text)
  })

/** How much of it: money in hundredths, everything else in whole numbers. */
const amountField = (kind: string) => (kind === 'money' ? money : counted)

const kind = z.enum(resourceKinds, key('platform.form.missing'))
const currency = (of: string) =>
  of === 'money'
    ? z.enum(currencies, key('platform.form.missing'))
    : z
        .unknown()
        .optional()
        .transform((): Currency | null => null)

/** What it takes: the kind decides how the amount is read. */
export const needForm = (of: string) =>
  z.object({
    membership: membershipField,
    kind,
    title: requiredText(200),
    amount: amountField(of),
    currency: currency(of),
  })

/** Kind and currency of a need stay as they are. */
export const changeNeedForm = (of: string) => z.object({ title: requiredText(200), amount: amountField(of) })

export const pledgeForm = (of: string) =>
  z.object({
    membership: membershipField,
    need: optionalId,
    kind,
    what: requiredText(500),
    amount: amountField(of),
    currency: currency(of),
  })

export const changePledgeForm = (of: string) => z.object({ what: requiredText(500), amount: amountField(of) })

/** What really came. */
export const receivedForm = (of: string) => z.object({ given: amountField(of) })

export const reasonForm = z.object({ reason: requiredText(2000) })

export const expenseForm = z.object({
  membership: membershipField,
  pledge: z.string().refine(isId, key('initiatives.expense.pledgeMissing')),
  what: requiredText(500),
  amount: money,
  spentOn: requiredDay,
  overReason: optionalText(2000),
})

/** `who` is a member of the group, or `member person`; empty while nobody does it. */
const who = z
  .union([z.literal(''), z.string().regex(/^[0-9a-f-]{36}( [0-9a-f-]{36})?$/)], key('platform.form.invalid'))
  .default('')
  .transform(value => {
    const [membership, person] = value.split(' ')
    return { membership: membership || null, person: person ?? null }
  })

/** For which member of the group: asked of those who act for several. */
const by = z.union([z.literal(''), membershipField]).default('')

export const taskForm = z.object({
  membership: by,
  title: requiredText(200),
  who,
  due: optionalDay,
})

export const milestoneForm = z.object({
  membership: by,
  title: requiredText(200),
  due: requiredDay,
})

export const settleTaskForm = z.object({ status: z.enum(['open', 'done', 'dropped']) })
export const settleMilestoneForm = z.object({ status: z.enum(['ahead', 'reached', 'dropped']) })

export const droppedForm = z.object({ dropped: z.enum(['yes', 'no']) })
export const membershipForm = z.object({ membership: membershipField })
export const personForm = z.object({
  membership: membershipField,
  person: z.string().refine(isId, key('platform.form.missing')),
})

const plain = (text: string) => text.replace(/\r\n?/g, '\n')

export const reportForm = z.object({
  membership: membershipField,
  body: requiredText(12_000).transform(plain),
})

export const resultForm = z.object({
  membership: membershipField,
  final: z.literal('yes', key('initiatives.result.finalMissing')),
  reached: z.enum(extents, key('platform.form.missing')),
  body: requiredText(12_000).transform(plain),
  evaluation: requiredText(12_000).transform(plain),
  peopleReached: z
    .string()
    .trim()
    .regex(/^\d{0,7}$/, key('initiatives.pledge.countUnclear'))
    .default('')
    .transform(text => (text === '' ? null : Number(text))),
})

export const takeoverForm = z.object({
  membership: membershipField,
  plan: z.string().trim().max(4000).min(20, key('initiatives.form.reasonsShort')).transform(plain),
})
