import * as z from 'zod'
import {
  optionalId,
  optionalText,
  requiredDay,
  requiredLocalised,
  requiredText,
} from '#modules/network/index.ts'
import { councilKinds, duties, majorityRules, quorumRules } from '../schema/councils.ts'
import { count, dayOf, partialDay, requiredPartialDay, texts, ticked, webAddress } from './parts.ts'

export const requiredDate = requiredDay.pipe(z.iso.date()).transform(dayOf)

/** What a council is. */
export const councilForm = z
  .object({
    kind: z.enum(councilKinds.filter(kind => kind !== 'group')),
    name: requiredLocalised(300),
    about: texts(4000),
    field: texts(300),
    bodyId: optionalId,
    founded: partialDay,
    dissolved: partialDay,
    seats: count(1),
    quorumRule: z.enum(quorumRules),
    quorumNumber: count(1),
    majorityRule: z.enum(majorityRules),
    visibility: z.enum(['public', 'members']),
  })
  .transform(({ visibility, quorumNumber, ...facts }, context) => {
    if (facts.quorumRule === 'number' && quorumNumber === null) {
      context.addIssue({ code: 'custom', path: ['quorumNumber'], message: 'platform.form.missing' })
    }
    return {
      ...facts,
      quorumNumber: facts.quorumRule === 'number' ? quorumNumber : null,
      public: visibility === 'public',
    }
  })

/** A version of the rules by which a council works; its file comes beside it. */
export const rulesForm = z.object({ title: requiredLocalised(300), adoptedOn: requiredDate, url: webAddress })

export const seatForm = z.object({
  label: requiredText(200),
  nominates: optionalText(500),
  voting: ticked,
})

const holder = {
  name: requiredText(200),
  named: ticked,
  account: optionalId,
  membership: optionalId,
  onBehalf: optionalText(300),
  nominatedBy: optionalText(500),
  mandateNote: optionalText(1000),
  start: requiredPartialDay,
  end: partialDay,
}

const inOrder = ({ start, end }: { start: string; end: string | null }) =>
  end === null || end >= start.slice(0, end.length)
const order = { path: ['end'], message: 'councils.form.endBeforeStart' }

export const holderForm = z
  .object({ ...holder, post: optionalId, duty: z.enum(duties), delegate: ticked })
  .refine(inOrder, order)

export const handOverForm = z.object({ ...holder, start: requiredDay, seat: z.uuid() }).refine(inOrder, order)

export const holderEndForm = z.object({ seat: z.uuid(), end: requiredDay, reason: optionalText(1000) })

export const noteForm = z.object({ seat: z.uuid(), note: requiredText(10_000) })

export const receptionForm = z.object({
  hours: texts(1000),
  address: optionalText(300),
  phone: optionalText(40),
  email: z
    .string()
    .trim()
    .default('')
    .refine(value => value === '' || z.email().safeParse(value).success, 'platform.form.invalid')
    .transform(value => value || null),
})
