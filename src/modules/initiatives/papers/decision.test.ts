import { expect, test } from 'vitest'
import '../module.ts'
import { inScope } from '#platform/database/scope.ts'
import { createI18n, locales } from '#platform/i18n/index.ts'
import type { UmbrellaFace } from '#platform/umbrellas/index.ts'
import { freshDatabase } from '#tests/database.ts'
import { newRealisation } from '#tests/realisations.ts'
import { findDecision } from '../queries/decision.ts'
import { decisionPaper } from './decision.ts'

const database = await freshDatabase()

test.each(locales)(
  'names the decisions before and after it, and the one that set it aside, in %s',
  async locale => {
    const { umbrella } = await newRealisation(database)
    const found = await inScope(database.request, { umbrella, account: null }, 'read', tx =>
      findDecision(tx, 1),
    )
    const i18n = createI18n(locale, 'Europe/Kyiv')
    const face = { id: umbrella, slug: 'here', name: { en: 'Coalition' } } as unknown as UmbrellaFace
    const factsOf = (links: { previous: number | null; later: number[]; setAsideBy: number | null }) => {
      const given = { decision: { ...found!, ...links }, positions: null, supports: [] }
      const { data } = decisionPaper(given, i18n, face, 'http://localhost')
      return (data as { facts: { label: string; value: string }[] }).facts
    }
    const alone = factsOf({ previous: null, later: [], setAsideBy: null })
    const linked = factsOf({ previous: 3, later: [71, 72], setAsideBy: 85 })
    const added = linked.filter(({ label }) => !alone.some(fact => fact.label === label))
    expect(added.map(({ value }) => value.match(/\d+/g))).toEqual([['3'], ['71', '72'], ['85']])
  },
)
