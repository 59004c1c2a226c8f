import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found } from '#platform/http/errors.ts'
import { isLocale, type Locale, locales } from '#platform/i18n/index.ts'
import { askParams, facets, readDirectoryAsk, writeCursor } from './forms/directory.ts'
import { schemes } from './identifiers.ts'
import { directoryPage } from './queries/directory.ts'
import { mapCounts } from './queries/directory-map.ts'
import { memberView } from './queries/member.ts'
import { contactKinds } from './schema/organisations.ts'

const texts = z
  .record(z.string(), z.string())
  .openapi({ description: 'Text by BCP 47 tag', example: { uk: 'Рада', pl: 'Rada' } })
const code = (description: string) => z.string().openapi({ description })
const codes = (description: string) => z.array(z.string()).openapi({ description })
const region = code('ISO 3166-2').nullable()

const member = z
  .object({
    id: z.uuid().openapi({ description: 'The membership' }),
    organisation: z.uuid().nullable().openapi({ description: 'Null for an individual representative' }),
    form: z.enum(['collective', 'individual', 'agreement']),
    status: z.enum(['active', 'suspended']),
    kind: code('What the organisation is').nullable(),
    name: texts,
    communities: codes('For whom it speaks'),
    level: code('local, regional, national or international').nullable(),
    country: code('ISO 3166-1'),
    region,
    town: z.string().nullable(),
    related: z
      .int()
      .openapi({ description: 'Organisations below it in unions, not members in their own right' }),
  })
  .openapi('Member')

const relative = z.object({
  side: z.enum(['below', 'above']),
  organisation: z.uuid(),
  parent: z.uuid().nullable().openapi({ description: 'The organisation above it in the tree' }),
  member: z.uuid().nullable().openapi({ description: 'Its own membership here, if any' }),
  name: texts,
})

const memberDetail = member
  .omit({ related: true, status: true })
  .extend({
    status: z.enum(['active', 'suspended', 'ended']),
    since: z.iso.date(),
    until: z.iso.date().nullable(),
    about: texts,
    languages: codes('BCP 47 tags of the languages it works in'),
    fields: codes('What it works on'),
    foundedOn: z.iso.date().nullable(),
    profileConfirmedOn: z.iso.date().nullable(),
    identifiers: z.array(z.object({ scheme: z.enum(schemes), value: z.string() })),
    contacts: z
      .array(z.object({ kind: z.enum(contactKinds), value: z.string() }))
      .openapi({ description: 'Those meant for everybody' }),
    union: z.array(relative),
  })
  .openapi('MemberDetail')

const page = z
  .object({
    total: z.int().openapi({ description: 'Members in the whole directory' }),
    members: z.array(member),
    next: z.string().nullable().openapi({ description: 'Address of the next page; null on the last one' }),
  })
  .openapi('DirectoryPage')

const counted = z.object({ code: z.string(), members: z.int() })
const regions = z
  .object({
    total: z.int(),
    countries: z.array(counted).openapi({ description: 'By ISO 3166-1 code' }),
    regions: z
      .array(
        counted.extend({
          fields: z.array(counted).openapi({ description: 'Fields of work, most frequent first' }),
        }),
      )
      .openapi({ description: 'By ISO 3166-2 code' }),
  })
  .openapi('Regions')

const umbrella = z.object({
  umbrella: z.string().openapi({ description: 'Slug of the umbrella', example: 'komm' }),
})
const several = (description: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .openapi({ description: `${description}; may be repeated` })

const query = z.object({
  q: z.string().max(200).optional().openapi({ description: 'Words of a name, in any language and script' }),
  ...Object.fromEntries(facets.map(facet => [facet, several(`Only this ${facet}`)])),
  lang: z
    .enum(locales)
    .optional()
    .openapi({ description: 'Whose alphabet sorts the names; en unless given' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .optional()
    .openapi({ description: 'Members a page; 50 unless given' }),
  after: z.string().optional().openapi({ description: 'From `next` of the page before' }),
})

const ok = <S extends z.ZodType>(schema: S, description: string) => ({
  200: { content: { 'application/json': { schema } }, description },
})
const missing = { 404: { description: 'There is none, or it is not public' } }

const list = createRoute({
  method: 'get',
  path: '/directory',
  summary: 'Members and partners of the umbrella',
  request: { params: umbrella, query },
  responses: ok(page, 'One page, sorted by name; with `q` the nearest names first'),
})

const one = createRoute({
  method: 'get',
  path: '/directory/{id}',
  summary: 'One member',
  request: { params: umbrella.extend({ id: z.uuid() }) },
  responses: { ...ok(memberDetail, 'What everybody may know of it'), ...missing },
})

const where = createRoute({
  method: 'get',
  path: '/regions',
  summary: 'How many members work where',
  request: { params: umbrella },
  responses: ok(regions, 'Counts by country and region'),
})

const sorted = (numbers: ReadonlyMap<string, number>) =>
  [...numbers].map(([value, members]) => ({ code: value, members })).sort((a, b) => b.members - a.members)

/** Reading `/api/v1/{umbrella}/directory` and `/regions`: what the public pages show, as data. */
export const networkApi = new OpenAPIHono<UmbrellaEnv>()
  .openapi(list, async c => {
    const { searchParams, pathname } = new URL(c.req.url)
    const { lang, limit = 50 } = c.req.valid('query')
    const locale: Locale = isLocale(lang) ? lang : 'en'
    const ask = readDirectoryAsk(searchParams)
    const asker = { umbrella: c.var.umbrella.id, locale, inside: false }
    const { entries, counts, next } = await c.var.read(tx => directoryPage(tx, asker, ask, limit))
    const following = askParams(ask)
    following.set('lang', locale)
    following.set('limit', String(limit))
    if (next) following.set('after', writeCursor(next))
    const members = entries.map(entry => ({
      ...entry,
      communities: [...entry.communities],
      name: entry.name as Record<string, string>,
    }))
    return c.json({ total: counts.total, members, next: next ? `${pathname}?${following}` : null }, 200)
  })

  .openapi(one, async c => {
    const { id } = c.req.valid('param')
    const view = found(await c.var.read(tx => memberView(tx, id, false)))
    const { membership, organisation, kind, communities, languages, fields, level, country, town } = view
    const texts = (text: object) => text as Record<string, string>
    return c.json(
      {
        ...membership!,
        ...{ organisation, kind, communities, languages, fields, level, country, town },
        region: view.region,
        name: texts(view.name),
        about: texts(view.about),
        foundedOn: view.foundedOn,
        profileConfirmedOn: view.confirmedOn,
        identifiers: view.identifiers,
        contacts: view.contacts.map(contact => ({ kind: contact.kind, value: contact.value })),
        union: view.relatives.map(({ side, id: other, parent, membership: its, name }) => ({
          side,
          organisation: other,
          parent,
          member: its,
          name: texts(name),
        })),
      },
      200,
    )
  })

  .openapi(where, async c => {
    const counts = await c.var.read(tx => mapCounts(tx, c.var.umbrella.id, false))
    return c.json(
      {
        total: counts.total,
        countries: sorted(counts.countries),
        regions: sorted(counts.regions).map(entry => ({
          ...entry,
          fields: (counts.activity.get(entry.code) ?? []).map(({ field, n }) => ({
            code: field,
            members: n,
          })),
        })),
      },
      200,
    )
  })
