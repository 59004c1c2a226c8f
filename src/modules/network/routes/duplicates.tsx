import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found, NotFound } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam, idQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { tellApart } from '../actions/find-duplicates.ts'
import { proposeMerge } from '../actions/propose-merge.ts'
import { mergeForm } from '../forms/duplicates.ts'
import { DuplicatePage } from '../pages/duplicate.tsx'
import { DuplicatesPage } from '../pages/duplicates.tsx'
import { canKeepRecords } from '../policy/records.ts'
import { openPairs, type PairKey, pairFacts } from '../queries/duplicates.ts'
import { organisationProfiles } from '../queries/organisation-profile.ts'

type C = Context<UmbrellaEnv>

// A pair has one address: the smaller id first.
function idsOf(c: C): [string, string] {
  const [first = '', second = ''] = [idParam(c, 'first'), idParam(c, 'second')]
    .map(id => id.toLowerCase())
    .sort()
  if (first === second) throw new NotFound()
  return [first, second]
}

async function pairOf(c: C, tx: Tx) {
  const [first, second] = idsOf(c)
  const facts = await pairFacts(tx, first, second)
  if (!facts.present) throw new NotFound()
  const profiles = await organisationProfiles(tx, [first, second])
  const profileOf = (id: string) => found(profiles.find(profile => profile.id === id))
  return { first: profileOf(first), second: profileOf(second), facts }
}

async function show(c: C, status: 200 | 409 | 422 = 200, shown: object = {}) {
  const pair = await c.var.read(tx => pairOf(c, tx))
  return c.var.page(<DuplicatePage {...pair} {...shown} />, { status })
}

function afterOf(c: C): PairKey | null {
  const likeness = Number(c.req.query('likeness') ?? Number.NaN)
  const first = idQuery(c, 'first')
  const second = idQuery(c, 'second')
  return first && second && likeness >= 0 && likeness <= 1 ? { likeness, first, second } : null
}

export const duplicateRoutes = umbrellaRoutes()
  .get('/duplicates', allow(canKeepRecords), async c => {
    const after = afterOf(c)
    const { pairs, next } = await c.var.read(tx => openPairs(tx, after))
    return c.var.page(<DuplicatesPage pairs={pairs} next={next} begun={after === null} />)
  })

  .post('/duplicates/search', allow(canKeepRecords), async c => {
    const { id: umbrella } = c.var.umbrella
    const ref = { umbrella, id: umbrella }
    await c.var.write(tx => enqueue(tx, 'network.find-duplicates', ref, { singletonKey: umbrella }))
    return c.var.seeOther('/duplicates', 'network.said.duplicatesSearched')
  })

  .get('/duplicates/:first/:second', allow(canKeepRecords), c => show(c))

  .post('/duplicates/:first/:second/difference', allow(canKeepRecords), async c => {
    const outcome = await c.var.write(async tx => {
      const { first, second } = await pairOf(c, tx)
      return tellApart(tx, first.id, second.id)
    })
    if (!outcome.ok) return show(c, 409, { refusal: outcome })
    return c.var.seeOther('/duplicates', 'network.said.toldApart')
  })

  .post('/duplicates/:first/:second/merge', allow(canKeepRecords), async c => {
    const [first, second] = idsOf(c)
    const form = await readForm(c, mergeForm(first, second))
    if (!form.ok) return show(c, 422, { values: form.values, problems: form.problems })
    const { survivor, reason } = form.data
    const merged = survivor === first ? second : first
    const outcome = await c.var.write(async tx => {
      await pairOf(c, tx)
      return proposeMerge(tx, c.var.viewer, { survivor, merged, reason })
    })
    if (!outcome.ok) return show(c, 409, { refusal: outcome, values: form.values })
    return c.var.seeOther(`/merges/${outcome.id}`, 'network.said.actProposed')
  })
