import type { Context } from 'hono'
import { open, published } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { spool, unspool } from '#platform/http/spool.ts'
import { registerCsv, registerJson } from '../exports/register.ts'
import { registerAtom } from '../exports/register-feed.ts'
import { readRegisterAsk } from '../forms/register.ts'
import { RegisterPage } from '../pages/register.tsx'
import { newestMaterials } from '../queries/materials.ts'
import { registerPage } from '../queries/register.ts'
import { newestEvents } from '../queries/register-events.ts'

type C = Context<UmbrellaEnv>

const asked = (c: C) => readRegisterAsk(new URL(c.req.url).searchParams)

/** The address of the umbrella in the reader's language. */
export const homeOf = ({ var: { i18n, umbrella, platform } }: C) =>
  `${platform.config.origin}/${i18n.lang}/${umbrella.slug}`

type Export = typeof registerCsv | typeof registerJson

// Made whole before it is sent: a slow reader must not keep a transaction open.
async function download(c: C, write: Export, type: 'csv' | 'json') {
  const told = { i18n: c.var.i18n, home: homeOf(c) }
  const kept = await c.var.read(tx => spool(write(tx, asked(c), told)))
  return c.body(unspool(kept), 200, {
    'Content-Type': type === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json',
    'Content-Disposition': `attachment; filename="${c.var.umbrella.slug}-communications.${type}"`,
  })
}

export const registerRoutes = umbrellaRoutes()
  .get('/communications', published, async c => {
    const ask = asked(c)
    const found = await c.var.read(tx => registerPage(tx, ask))
    return c.var.page(<RegisterPage ask={ask} found={found} />)
  })

  .get('/communications.csv', open, c => download(c, registerCsv, 'csv'))
  .get('/communications.json', open, c => download(c, registerJson, 'json'))

  .get('/communications.atom', published, async c => {
    const { i18n, umbrella } = c.var
    const { events, materials } = await c.var.read(async tx => ({
      events: await newestEvents(tx),
      materials: await newestMaterials(tx),
    }))
    c.header('Content-Type', 'application/atom+xml; charset=utf-8')
    return c.body(registerAtom({ i18n, name: umbrella.name, home: homeOf(c), events, materials }))
  })
