import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#src/app.ts'
import { newIndividual, newMember } from '#tests/members.ts'
import { testPlatform } from '#tests/platform.ts'
import { newUmbrella } from '#tests/umbrella.ts'

const platform = await testPlatform()
const umbrella = await newUmbrella(platform.database)
const app = await createApp(platform)
let council: { organisation: string; membership: string }
let hidden: string

const get = (path: string) => app.hono.request(`${platform.config.origin}/api/v1${path}`)
const json = async (path: string) => (await get(`/u-${umbrella}${path}`)).json()

beforeAll(async () => {
  council = await newMember(platform.database, umbrella, {
    name: { uk: 'Рада', pl: 'Rada' },
    region: 'UA-46',
    communities: ['roma'],
    fields: ['culture'],
  })
  for (const name of ['Альфа', 'Бета', 'Гамма'])
    await newMember(platform.database, umbrella, { name: { uk: name } })
  hidden = await newIndividual(platform.database, umbrella, { name: { uk: 'Прихована' } })
})

describe('the directory', () => {
  test('comes in pages that follow each other, sorted by the language asked for', async () => {
    const seen: string[] = []
    let path: string | null = `/u-${umbrella}/directory?lang=uk&limit=2`
    while (path) {
      const page = await (await get(path)).json()
      expect(page.total).toBe(4)
      seen.push(...page.members.map(({ name }: { name: { uk: string } }) => name.uk))
      path = page.next?.replace('/api/v1', '') ?? null
    }
    expect(seen).toEqual(['Альфа', 'Бета', 'Гамма', 'Рада'])
  })

  test('is searched and filtered', async () => {
    expect((await json('/directory?q=Rada')).members).toHaveLength(1)
    expect((await json('/directory?community=roma&region=UA-46')).members).toEqual([
      expect.objectContaining({ id: council.membership, organisation: council.organisation, related: 0 }),
    ])
    expect((await json('/directory?community=roma&community=polish')).members).toHaveLength(1)
    expect((await json('/directory?country=PL')).members).toEqual([])
  })

  test('refuses a page of an unlikely size', async () => {
    expect((await get(`/u-${umbrella}/directory?limit=100000`)).status).toBe(400)
  })
})

test('one member is told as everybody may know it', async () => {
  const member = await json(`/directory/${council.membership}`)
  expect(member).toMatchObject({
    id: council.membership,
    name: { pl: 'Rada' },
    fields: ['culture'],
    since: '2011-06-21',
  })
  expect(JSON.stringify(member)).not.toContain('mayAlter')
  expect((await get(`/u-${umbrella}/directory/${hidden}`)).status).toBe(404)
  expect((await get(`/nowhere/directory/${council.membership}`)).status).toBe(404)
})

test('regions are counted with their fields of work', async () => {
  expect(await json('/regions')).toEqual({
    total: 4,
    countries: [{ code: 'UA', members: 4 }],
    regions: [{ code: 'UA-46', members: 1, fields: [{ code: 'culture', members: 1 }] }],
  })
})

test('the description names every path and answers', async () => {
  const description = await (await get('/openapi.json')).json()
  expect(description.openapi).toBe('3.1.0')
  expect(Object.keys(description.paths)).toEqual(
    expect.arrayContaining(['/{umbrella}/directory', '/{umbrella}/directory/{id}', '/{umbrella}/regions']),
  )
  expect(Object.keys(description.components.schemas)).toEqual(
    expect.arrayContaining(['Member', 'MemberDetail', 'DirectoryPage', 'Regions']),
  )
})
