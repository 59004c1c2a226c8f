import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#src/app.ts'
import { newIndividual, newMember, newMembership, newOrganisation } from '#tests/members.ts'
import { testPlatform } from '#tests/platform.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'

const platform = await testPlatform()
const { owner } = platform.database
const umbrella = await newUmbrella(platform.database, { name: { uk: 'Коаліція', en: 'Coalition' } })
const other = await newUmbrella(platform.database)
const app = await createApp(platform)

const get = (path: string, of = umbrella, locale = 'uk') =>
  app.hono.request(`${platform.config.origin}/${locale}/u-${of}${path}`)
const body = async (path: string, of = umbrella, locale = 'uk') => {
  const answer = await get(path, of, locale)
  expect(answer.status).toBe(200)
  return answer.text()
}

let council: { organisation: string; membership: string }
let branch: string
let hidden: string
let secretUnion: string

beforeAll(async () => {
  const person = await newPerson(platform.database, [umbrella])
  council = await newMember(platform.database, umbrella, {
    name: { uk: 'Рада <ромів>', pl: 'Rada Romów' },
    kind: 'union',
    region: 'UA-46',
    town: 'Львів',
    communities: ['roma'],
    fields: ['culture', 'education'],
    languages: ['rmy', 'uk'],
  })
  branch = await newOrganisation(platform.database, { name: { uk: 'Осередок' } })
  secretUnion = await newOrganisation(platform.database, { name: { uk: 'Неузгоджена спілка' } })
  const edge =
    'insert into network.union_edges (union_id, child_id, stated_by, confirmed_at) values ($1, $2, $3, $4)'
  await owner.query(edge, [council.organisation, branch, person, new Date()])
  await owner.query(edge, [secretUnion, council.organisation, person, null])
  await owner.query(
    `insert into network.contacts (organisation_id, id, kind, value, visibility) values
       ($1, gen_random_uuid(), 'website', 'https://example.org/rada', 'public'),
       ($1, gen_random_uuid(), 'social', 'javascript:alert(1)', 'public'),
       ($1, gen_random_uuid(), 'phone', '+380 44 111', 'members'),
       ($1, gen_random_uuid(), 'email', 'inner@example.org', 'coordinators')`,
    [council.organisation],
  )
  await owner.query(`insert into network.identifiers values ($1, 'UA-EDR', '21661556')`, [
    council.organisation,
  ])
  hidden = await newIndividual(platform.database, umbrella, { name: { uk: 'Прихована Особа' } })
  await newMember(platform.database, other, { name: { uk: 'Чужа' } })
  await newMembership(platform.database, other, council.organisation)
})

describe('a member', () => {
  test('is shown with what everybody may know, and no more', async () => {
    const html = await body(`/directory/${council.membership}`)
    expect(html).toContain('Рада &lt;ромів&gt;')
    expect(html).toContain('href="https://example.org/rada"')
    expect(html).toContain('21661556')
    expect(html).toContain('Осередок')
    for (const secret of ['+380 44 111', 'inner@example.org', 'Неузгоджена спілка', 'href="javascript']) {
      expect(html).not.toContain(secret)
    }
  })

  test('carries schema.org data that closes no script early', async () => {
    const html = await body(`/directory/${council.membership}`)
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1]
    expect(data).not.toContain('<')
    const thing = JSON.parse(data!)
    expect(thing).toMatchObject({
      '@type': 'Organization',
      name: [
        { '@language': 'pl', '@value': 'Rada Romów' },
        { '@language': 'uk', '@value': 'Рада <ромів>' },
      ],
      url: 'https://example.org/rada',
      areaServed: { '@type': 'AdministrativeArea', identifier: 'UA-46' },
      knowsLanguage: ['rmy', 'uk'],
      subOrganization: [{ name: 'Осередок' }],
      identifier: [{ propertyID: 'UA-EDR', value: '21661556' }],
    })
    expect(thing.memberOf.name).toContainEqual({ '@language': 'uk', '@value': 'Коаліція' })
    expect(JSON.stringify(thing)).not.toContain('inner@example.org')
  })

  test('that did not agree to be listed is not there for visitors', async () => {
    expect((await get(`/directory/${hidden}`)).status).toBe(404)
  })

  test('of another umbrella is not there', async () => {
    const { rows } = await owner.query('select id from network.memberships where umbrella_id = $1', [other])
    for (const { id } of rows) expect((await get(`/directory/${id}`)).status).toBe(404)
    expect((await get('/directory/not-an-id')).status).toBe(404)
  })

  test('that left is shown as a former one and to no search engine', async () => {
    const former = await newMember(platform.database, umbrella, { name: { uk: 'Колишня' } })
    await owner.query(`update network.memberships set status = 'ended', until = '2020-01-01' where id = $1`, [
      former.membership,
    ])
    const html = await body(`/directory/${former.membership}`)
    expect(html).toContain('noindex')
    expect(html).not.toContain('ld+json')
    expect(await body('/directory')).not.toContain('Колишня')
  })
})

describe('a related organisation', () => {
  test('has a page of its own but no place in the list', async () => {
    expect(await body(`/organisations/${branch}`)).toContain('Рада &lt;ромів&gt;')
    expect(await body('/directory')).not.toContain('Осередок')
  })

  test('that is a member itself is shown as one', async () => {
    const answer = await get(`/organisations/${council.organisation}`)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/uk/u-${umbrella}/directory/${council.membership}`)
  })

  test('of a union that only says so is not there', async () => {
    expect((await get(`/organisations/${secretUnion}`)).status).toBe(404)
  })
})
