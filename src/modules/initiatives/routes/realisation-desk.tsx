import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type * as z from 'zod'
import { type NamedMember, namesOf } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { numberParam } from '#platform/http/params.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import type { Outcome } from '#platform/refusal.ts'
import type { RefusalShown } from '#ui/index.ts'
import type { FormShown } from '../pages/realisation-forms.tsx'
import { ownInGroup } from '../policy/realisation.ts'
import { findRealisation, type RealisationView } from '../queries/realisation.ts'

export type C = Context<UmbrellaEnv>

/** The realisation of the address. */
export const realisationOf = async (c: C, tx: Tx): Promise<RealisationView> =>
  found(await findRealisation(tx, numberParam(c)))

/** The member of the working group for which the viewer presses a button: the first of theirs. */
export function pressing(c: C, realisation: Pick<RealisationView, 'group'>): string {
  const [first] = ownInGroup(c.var.viewer, realisation)
  authorize(first !== undefined)
  return first
}

/** The member of the group for which a form was handed in. */
export function handingIn(c: C, realisation: Pick<RealisationView, 'group'>, membership: string): string {
  authorize(ownInGroup(c.var.viewer, realisation).includes(membership))
  return membership
}

/** Members of the viewer that belong to the group, by name. */
export const groupMembers = (c: C, tx: Tx, realisation: RealisationView): Promise<NamedMember[]> =>
  namesOf(tx, ownInGroup(c.var.viewer, realisation))

/** Renders a form with what is stored, or with what was typed and what is wrong with it. */
export type FormOf = (tx: Tx, realisation: RealisationView, shown: FormShown) => Promise<Child>
type May = (viewer: Viewer, realisation: RealisationView) => boolean

/** GET: the form, for those who may hand it in. */
export async function showForm(
  c: C,
  may: May,
  form: FormOf,
  shown: FormShown = {},
  status: 200 | 409 | 422 = 200,
) {
  const page = await c.var.read(async tx => {
    const realisation = await realisationOf(c, tx)
    authorize(may(c.var.viewer, realisation))
    return form(tx, realisation, shown)
  })
  return c.var.page(page, { status })
}

type HandIn<S extends z.ZodType> = {
  may: May
  schema: S
  form: FormOf
  act: (tx: Tx, realisation: RealisationView, data: z.output<S>) => Promise<Outcome>
  /** Where it goes on, below the realisation, and what is said there. */
  to: string
  said: MessageKey
}

/** POST: the form again with every problem, the refusal of a rule, or what was asked for. */
export async function handIn<S extends z.ZodType>(c: C, { may, schema, form, act, to, said }: HandIn<S>) {
  const typed = await readForm(c, schema)
  const { values } = typed
  if (!typed.ok) return showForm(c, may, form, { values, problems: typed.problems }, 422)
  const outcome = await c.var.write(async tx => {
    const realisation = await realisationOf(c, tx)
    authorize(may(c.var.viewer, realisation))
    return act(tx, realisation, typed.data)
  })
  if (!outcome.ok) return showForm(c, may, form, { values, refusal: outcome }, 409)
  return c.var.seeOther(`/realisations/${numberParam(c)}${to}`, said)
}

type Press = {
  act: (tx: Tx, realisation: RealisationView) => Promise<Outcome>
  /** The page on which the button stands. */
  page: (c: C, status: 200 | 409, refusal?: RefusalShown) => Response | Promise<Response>
  to: string
  said: MessageKey
}

/** POST of a button: done, or the page on which it stood with the refusal. `act` authorises. */
export async function press(c: C, { act, page, to, said }: Press) {
  const outcome = await c.var.write(async tx => act(tx, await realisationOf(c, tx)))
  if (!outcome.ok) return page(c, 409, outcome)
  return c.var.seeOther(`/realisations/${numberParam(c)}${to}`, said)
}

/** What a button posts: anything else does not come from our pages. 403. */
export async function choice<S extends z.ZodType>(c: C, schema: S): Promise<z.output<S>> {
  const form = await readForm(c, schema)
  authorize(form.ok)
  return form.data
}
