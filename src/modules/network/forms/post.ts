import * as z from 'zod'
import { key } from '#platform/i18n/index.ts'
import { isCountry, isRegion } from '#platform/places/index.ts'
import { postKinds } from '../schema/posts.ts'
import {
  optionalDay,
  optionalLocalised,
  optionalText,
  requiredDay,
  requiredLocalised,
  requiredText,
} from './parts.ts'

const facts = {
  title: requiredLocalised(200),
  about: optionalLocalised(4000),
  country: z.string().refine(isCountry, key('platform.form.missing')),
  regions: z.array(z.string().refine(isRegion)).max(100).default([]),
  town: optionalText(120),
}

const inCountry = (post: { country: string; regions: string[] }) =>
  post.regions.every(code => code.startsWith(`${post.country}-`))
const elsewhere = { path: ['regions'], message: key('network.form.regionElsewhere') }

export const postForm = z
  .object({ kind: z.enum(postKinds, key('platform.form.missing')), ...facts })
  .refine(inCountry, elsewhere)

/** A post stays of its kind. */
export const changePostForm = z.object(facts).refine(inCountry, elsewhere)

/** `candidate` is `person` or `person membership`: for which member the post would be held. */
const candidate = z
  .string(key('network.post.candidateMissing'))
  .regex(/^[0-9a-f-]{36}( [0-9a-f-]{36})?$/, key('network.post.candidateMissing'))
  .transform(value => {
    const [person = '', membership] = value.split(' ')
    return { person, membership: membership ?? null }
  })

const term = { from: requiredDay, until: optionalDay, reason: requiredText(4000) }

export const handOverForm = z
  .object({ candidate, onBehalf: optionalText(200), ...term })
  .refine(given => given.until === null || given.until > given.from, {
    path: ['until'],
    message: key('network.post.termBackwards'),
  })

export const vacateForm = z.object({ from: requiredDay, reason: requiredText(4000) })

export const displayNameForm = z.object({ displayName: optionalText(200) })

export const noteForm = z.object({ note: requiredText(10_000) })

export const resignForm = z.object({ reason: optionalText(2000) })
