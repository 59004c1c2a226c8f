import { afterAll, describe, expect, test } from 'vitest'
import { newOrganisation } from '#tests/members.ts'
import { openOrganisationDesk } from '#tests/organisation-desk.ts'
import { organisationProfile } from '../queries/organisation-profile.ts'

const desk = await openOrganisationDesk('profiles')
const { at, as, council, database, own, profilePath, stage, stranger, typed, versionOf } = desk
const { owner } = database
afterAll(() => stage.close())

describe('the profile', () => {
  test('is changed by the organisation’s own people, found by its new name and town, and confirmed thereby', async () => {
    const form = await own.browser.get(profilePath)
    expect(form.status).toBe(200)
    expect(await form.text()).toContain('value="Рада"')
    const answer = await own.browser.post(
      profilePath,
      typed(await versionOf(), {
        'name:pl': 'Rada Romów',
        town: 'Дрогобич',
        'fields[]': ['culture', 'education'],
        'identifiers:UA-EDR': '2166 1556',
        'contact0:kind': 'website',
        'contact0:value': 'example.org',
        'contact0:visibility': 'public',
        'contact1:kind': 'phone',
        'contact1:value': '',
        'contact1:visibility': 'members',
      }),
    )
    expect(answer.status).toBe(303)
    const view = await as(own.id, tx => organisationProfile(tx, council.organisation))
    expect(view).toMatchObject({
      age: 0,
      profile: {
        name: { uk: 'Рада', pl: 'Rada Romów' },
        fields: ['culture', 'education'],
        identifiers: [{ scheme: 'UA-EDR', value: '21661556' }],
        contacts: [{ kind: 'website', value: 'https://example.org', visibility: 'public' }],
      },
    })
    expect(await (await own.browser.get(at('/directory?q=Drohobych'))).text()).toContain('Рада')
  })

  test('names every problem at once and loses nothing typed', async () => {
    const answer = await own.browser.post(
      profilePath,
      typed(await versionOf(), {
        'name:uk': '',
        region: 'PL-06',
        foundedOn: '2999-01-01',
        'identifiers:PL-NIP': '5260250994',
        'contact0:kind': 'email',
        'contact0:value': 'not an address',
        'contact0:visibility': 'public',
        'about:uk': 'Довгий текст, який шкода втратити',
      }),
    )
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const field of ['name', 'region', 'foundedOn', 'identifiers-PL-NIP', 'contact0-value']) {
      expect(html).toContain(`href="#field-${field}"`)
    }
    expect(html).toContain('Довгий текст, який шкода втратити')
    expect(html).toContain('not an address')
  })

  test('that changed meanwhile is refused with what changed, and saved when sent again', async () => {
    const read = await versionOf()
    await own.browser.post(profilePath, typed(read, { 'name:uk': 'Рада друга' }))
    const late = await own.browser.post(profilePath, typed(read, { 'name:uk': 'Рада третя' }))
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('Рада друга')
    expect(html).toContain('value="Рада третя"')
    expect(html).toContain(`name="version" value="${await versionOf()}"`)
    const again = await own.browser.post(profilePath, typed(await versionOf(), { 'name:uk': 'Рада' }))
    expect(again.status).toBe(303)
  })

  test('keeps its history, beside what was there before, without contacts', async () => {
    const html = await (await own.browser.get(at(`/organisations/${council.organisation}/versions`))).text()
    expect(html).toContain('Рада друга')
    expect(html).not.toContain('https://example.org<')
    expect((await stranger.browser.get(at(`/organisations/${council.organisation}/versions`))).status).toBe(
      403,
    )
  })

  test('is confirmed once a year with one button', async () => {
    await owner.query("update network.organisations set profile_confirmed_on = '2020-01-01' where id = $1", [
      council.organisation,
    ])
    const page = at(`/directory/${council.membership}`)
    expect(await (await own.browser.get(page)).text()).toContain('/confirmation')
    const answer = await own.browser.post(at(`/organisations/${council.organisation}/confirmation`))
    expect(answer.status).toBe(303)
    expect(await (await own.browser.get(page)).text()).not.toContain('/confirmation')
  })

  test('is no business of strangers', async () => {
    expect((await stranger.browser.get(profilePath)).status).toBe(403)
    expect((await stranger.browser.post(profilePath, typed(await versionOf()))).status).toBe(403)
    expect(
      (await stranger.browser.post(at(`/organisations/${council.organisation}/confirmation`))).status,
    ).toBe(403)
  })

  test('may not take the register number of another organisation', async () => {
    const other = await newOrganisation(database)
    await owner.query("insert into network.identifiers values ($1, 'PL-KRS', '0000240024')", [other])
    const answer = await own.browser.post(
      profilePath,
      typed(await versionOf(), { 'identifiers:PL-KRS': '240024' }),
    )
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('value="240024"')
  })
})
