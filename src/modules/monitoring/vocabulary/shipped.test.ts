import { describe, expect, it } from 'vitest'
import { spellingProblems } from '#platform/i18n/check-spelling.ts'
import { locales } from '#platform/i18n/index.ts'
import { freshDatabase } from '#tests/database.ts'
import { shippedLists } from './shipped.ts'
import { shownCode, storedCode } from './shown-code.ts'

const database = await freshDatabase()
const named = shippedLists.map(list => [list.list, list] as const)

describe('shipped vocabularies', () => {
  it('are what the database has, word for word', async () => {
    const { rows: terms } = await database.owner.query(
      `select list, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('code', code, 'parent', parent, 'layer', layer,
         'odihr', odihr, 'label', label, 'definition', definition)) order by ordinal) as terms
       from monitoring.shipped_terms group by list`,
    )
    const { rows: lists } = await database.owner.query(
      `select list, source, extendable, valid_from::text as "validFrom" from monitoring.lists`,
    )
    const stored = lists.map(list => ({
      ...list,
      terms: terms.find(found => found.list === list.list)?.terms ?? [],
    }))
    const byName = (a: { list: string }, b: { list: string }) => a.list.localeCompare(b.list)
    expect(stored.sort(byName)).toEqual([...shippedLists].sort(byName))
  })

  it.each(named)('%s: every code once, every word spelt, every parent there', (_name, { terms }) => {
    const codes = terms.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    const problems = terms.flatMap(({ code, label, definition }) =>
      locales.flatMap(locale =>
        [label[locale], definition[locale]].flatMap(text =>
          text ? spellingProblems(text, text, locale).map(found => `${code} ${locale} ${found}`) : [code],
        ),
      ),
    )
    expect(problems).toEqual([])
    expect(terms.filter(({ parent }) => parent && !codes.includes(parent))).toEqual([])
  })

  it.each(named)('%s: no two words alike in one language', (_name, { terms }) => {
    for (const locale of locales) {
      const labels = terms.map(({ label }) => label[locale])
      expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([])
    }
  })

  it('hold everything that the standards ask for', () => {
    const sizes = Object.fromEntries(shippedLists.map(({ list, terms }) => [list, terms.length]))
    expect(sizes).toMatchObject({
      layers: 3,
      bias: 18,
      types: 28,
      targets: 17,
      perpetrators: 25,
      involvement: 10,
      source_links: 7,
      locations: 19,
      responses: 24,
      severity: 6,
      priority: 5,
      verification: 9,
      reliability: 6,
      credibility: 6,
      bias_indicators: 11,
    })
    const types = shippedLists.find(({ list }) => list === 'types')!.terms
    expect(types.filter(({ layer, odihr }) => odihr && layer !== 'C')).toEqual([])
  })
})

describe('a code of HURIDOCS', () => {
  it('is shown without its empty levels and stored with them', () => {
    expect(['010101000000', '900000000000', '021000000000', '040100000000'].map(shownCode)).toEqual([
      '010101',
      '90',
      '0210',
      '0401',
    ])
    for (const written of ['010101', '90', '0204', 'x01', 'STR', '5+'])
      expect(shownCode(storedCode(written))).toBe(written)
  })

  it('leaves codes of others alone', () => {
    expect(['V3', 'RX.ETH', 'x07', '2-4'].map(shownCode)).toEqual(['V3', 'RX.ETH', 'x07', '2-4'])
  })
})
