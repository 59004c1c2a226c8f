import { published } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import type { Module } from '#platform/http/module.ts'
import { numberParam, numberQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { declaredRules } from '../declared-rules.ts'
import { AgreedTextPage } from '../pages/agreed-text.tsx'
import { RulePage, RulesPage } from '../pages/rules.tsx'
import { agreedTexts, findAgreedText } from '../queries/agreed-texts.ts'
import { standingRules } from '../queries/coalition-rules.ts'
import { listProposals } from '../queries/proposals.ts'

/** What the coalition has agreed on. `modules` declare the rules. */
export const rulesRoutes = (modules: () => readonly Module[]) =>
  umbrellaRoutes()
    .get('/rules', published, async c => {
      const view = await c.var.read(async tx => ({
        goals: await agreedTexts(tx, 'goal'),
        texts: await agreedTexts(tx, 'rules'),
        rules: await standingRules(tx, declaredRules(modules())),
        proposals: (await listProposals(tx, { open: true, before: null })).lines,
      }))
      return c.var.page(<RulesPage {...view} viewer={c.var.viewer} />)
    })

    .get('/rules/:key', published, async c => {
      const declared = declaredRules(modules()).filter(({ key }) => key === c.req.param('key'))
      const [rule] = await c.var.read(tx => standingRules(tx, declared))
      return c.var.page(<RulePage rule={found(rule)} viewer={c.var.viewer} />)
    })

    .get('/agreed-texts/:number', published, async c => {
      const text = found(await c.var.read(tx => findAgreedText(tx, numberParam(c))))
      const { versions } = text
      const asked = (name: string, otherwise: number) =>
        versions.find(({ version }) => version === numberQuery(c, name)) ?? versions[otherwise]
      const [from, to] = [asked('from', 1), asked('to', 0)]
      const page = (
        <AgreedTextPage text={text} viewer={c.var.viewer} compared={from && to ? [from, to] : null} />
      )
      return c.var.page(page)
    })
