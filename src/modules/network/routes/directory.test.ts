import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#src/app.ts'
import { newMember } from '#tests/members.ts'
import { testPlatform } from '#tests/platform.ts'
import { newUmbrella } from '#tests/umbrella.ts'

const platform = await testPlatform()
const umbrella = await newUmbrella(platform.database)
const other = await newUmbrella(platform.database)
const app = await createApp(platform)

async function body(path: string, of = umbrella, locale = 'uk') {
  const answer = await app.hono.request(`${platform.config.origin}/${locale}/u-${of}${path}`)
  expect(answer.status).toBe(200)
  return answer.text()
}

beforeAll(async () => {
  await newMember(platform.database, umbrella, {
    name: { uk: 'Рада <ромів>', pl: 'Rada Romów' },
    region: 'UA-46',
    town: 'Львів',
    communities: ['roma'],
    fields: ['culture', 'education'],
  })
  await newMember(platform.database, other, { name: { uk: 'Чужа' } })
})

describe('the directory', () => {
  test('shows members with their community and place, in the reader’s language', async () => {
    expect(await body('/directory')).toContain('Рада &lt;ромів&gt;')
    const polish = await body('/directory', umbrella, 'pl')
    expect(polish).toContain('Rada Romów')
    expect(polish).toContain('Romowie')
  })

  test('offers the filters that somebody fits, and shows those in force', async () => {
    const html = await body('/directory?community=roma')
    expect(html).toContain('<option value="roma" selected="">роми (1)</option>')
    expect(html).not.toContain('value="polish"')
    expect(html).toMatch(/class="chips".*роми/s)
  })

  test('suggests a filter for a word that names one', async () => {
    expect(await body('/directory?q=ромам')).toContain('/directory?community=roma')
  })

  test('says what to do when nobody was found', async () => {
    expect(await body('/directory?q=qwrtpsdf')).toContain('Нікого не знайдено')
  })

  test('shows at once what another process has changed', async () => {
    await newMember(platform.database, umbrella, { name: { uk: 'Стара назва' }, communities: ['polish'] })
    const before = await body('/directory')
    expect(before).toContain('Стара назва')
    expect(before).toContain('value="polish"')
    // The owner's connection stands for a program that tells this one nothing.
    await platform.database.owner.query(
      `update network.organisations set name = '{"uk":"Нова назва"}', communities = '{roma}' where name = '{"uk":"Стара назва"}'`,
    )
    const after = await body('/directory')
    expect(after).toContain('Нова назва')
    expect(after).not.toContain('Стара назва')
    expect(after).not.toContain('value="polish"')
    expect(after).toContain('роми (2)')
  })

  test('keeps nothing typed from another umbrella', async () => {
    expect(await body('/directory')).not.toContain('Чужа')
    expect(await body('/directory', other)).toContain('Чужа')
  })
})

describe('the map', () => {
  test('shades regions and says the same in a table', async () => {
    const html = await body('/directory/map?of=UA')
    expect(html).toContain('Львівська область: 1')
    expect(html).toContain('/directory?region=UA-46')
    expect(html).toContain('освіта (1)')
  })

  test('shows one field of work, or the countries', async () => {
    expect(await body('/directory/map?of=UA&field=culture')).toContain('Львівська область: 1')
    expect(await body('/directory/map?of=UA&field=sport')).not.toContain('Львівська область: 1')
    expect(await body('/directory/map?of=EU')).toContain('/directory?country=UA')
  })
})
