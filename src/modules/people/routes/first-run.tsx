import { allow } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { type FormValues, readForm } from '#platform/http/form.ts'
import type { FoundingRule, Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Umbrellas } from '#platform/umbrellas/index.ts'
import { saveFirstRun } from '../actions/settle-umbrella.ts'
import { firstRunForm, ruleField, topicField } from '../forms/first-run.ts'
import { FirstRunPage } from '../pages/first-run.tsx'
import { settlesUmbrella } from '../policy.ts'
import { type Founding, foundingOf } from '../queries/founding.ts'

const parts = (field: string, value: Localised): FormValues =>
  Object.fromEntries(Object.entries(value).map(([locale, text]) => [`${field}:${locale}`, text]))

const stored = (founding: Founding, rules: readonly FoundingRule[]): FormValues => ({
  ...parts('name', founding.name),
  ...parts('about', founding.about),
  ...Object.assign({}, ...founding.outOfScope.map((topic, n) => parts(topicField(n), topic))),
  locales: founding.locales,
  zone: founding.zone,
  country: founding.country ?? '',
  founded: founding.founded ?? '',
  accent: founding.accent,
  ...Object.fromEntries(
    rules.map(rule => [ruleField(rule.key), String(founding.rules[rule.key] ?? rule.fallback)]),
  ),
})

/** The first page of a new umbrella, gone once it is settled; `modules` name the rules that founders set. */
export const firstRunRoutes = (umbrellas: Umbrellas, modules: () => Module[]) => {
  const rulesOf = () => modules().flatMap(module => module.foundingRules ?? [])
  return umbrellaRoutes()
    .get('/first-run', allow(settlesUmbrella), async c => {
      const founding = found(await c.var.read(foundingOf))
      const rules = rulesOf()
      return c.var.page(<FirstRunPage rules={rules} values={stored(founding, rules)} />)
    })
    .post('/first-run', allow(settlesUmbrella), async c => {
      found(await c.var.read(foundingOf))
      const rules = rulesOf()
      const form = await readForm(c, firstRunForm(rules))
      if (!form.ok) {
        const page = <FirstRunPage rules={rules} values={form.values} problems={form.problems} />
        return c.var.page(page, { status: 422 })
      }
      found((await c.var.write(tx => saveFirstRun(tx, c.var.umbrella.id, form.data))) || null)
      // The next page shows what was just written, however slow the news of it is.
      await umbrellas.reload()
      return form.data.step === 'settle'
        ? c.var.seeOther(modules().find(room => room.firstSteps)?.firstSteps ?? '/', 'people.said.settled')
        : c.var.seeOther('/first-run', 'people.said.saved')
    })
}
