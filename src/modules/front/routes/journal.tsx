import { Feed } from 'feed'
import * as z from 'zod'
import { memberNames } from '#modules/network/index.ts'
import { published } from '#platform/http/access.ts'
import { NotFound } from '#platform/http/errors.ts'
import type { Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isAmongMembers } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { journalFeed, journalPage, journalRoots } from '#platform/journal/queries.ts'
import { JournalPage } from '../pages/journal.tsx'

const perPage = 50
const query = z.object({ before: z.coerce.number().int().nonnegative().optional() })

type Words = Readonly<Record<string, MessageKey>>

const actionWords = (modules: readonly Module[]): Words =>
  Object.assign({}, ...modules.map(module => module.journal))

const ruleWords = (modules: readonly Module[]): Words =>
  Object.fromEntries(
    modules
      .flatMap(({ foundingRules = [], rules = [] }) => [...foundingRules, ...rules])
      .map(({ key, label }) => [key, label]),
  )

/** The journal of an umbrella as a page and as a feed. Its words come from every room's manifest. */
export const journalRoutes = (modules: () => readonly Module[]) =>
  umbrellaRoutes()
    .get('/journal', published, async c => {
      const asked = query.safeParse(c.req.query())
      if (!asked.success) throw new NotFound()
      const { before } = asked.data
      const visibility = isAmongMembers(c.var.viewer) ? 'members' : 'public'
      const view = await c.var.read(async tx => {
        const rows = await journalPage(tx, { before, limit: perPage + 1, visibility })
        const members = await memberNames(
          tx,
          rows.flatMap(row => row.member ?? []),
        )
        return { rows, members, roots: await journalRoots(tx, 1) }
      })
      const rows = view.rows.slice(0, perPage)
      const last = rows.at(-1)
      const base = `/${c.var.i18n.lang}/${c.var.umbrella.slug}/journal`
      const next = view.rows.length > perPage && last ? `${base}?before=${last.leaf}` : null
      const previous = before === undefined ? null : base
      return c.var.page(
        <JournalPage
          {...view}
          rows={rows}
          labels={actionWords(modules())}
          rules={ruleWords(modules())}
          next={next}
          previous={previous}
        />,
      )
    })
    .get('/journal.atom', published, async c => {
      const { i18n, umbrella, platform } = c.var
      const home = `${platform.config.origin}/${i18n.lang}/${umbrella.slug}`
      const { updated, entries, members } = await c.var.read(async tx => {
        const feed = await journalFeed(tx)
        return {
          ...feed,
          members: await memberNames(
            tx,
            feed.entries.flatMap(row => row.member ?? []),
          ),
        }
      })
      const title = `${i18n.text(umbrella.name).value}: ${i18n.t('front.journal.title')}`
      const feed = new Feed({
        id: `${home}/journal`,
        link: `${home}/journal`,
        title,
        language: i18n.lang,
        copyright: '',
        updated: new Date(updated?.epochMilliseconds ?? 0),
        feedLinks: { atom: `${home}/journal.atom` },
      })
      const labels = actionWords(modules())
      for (const row of entries) {
        const label = labels[row.action]
        const member = row.member ? members.get(row.member) : undefined
        feed.addItem({
          id: `${home}/journal#entry-${row.leaf + 1}`,
          link: `${home}/journal#entry-${row.leaf + 1}`,
          title: [label ? i18n.t(label) : row.action, member && i18n.text(member).value]
            .filter(Boolean)
            .join(' · '),
          date: new Date(row.sealedAt.epochMilliseconds),
        })
      }
      c.header('Content-Type', 'application/atom+xml; charset=utf-8')
      return c.body(feed.atom1())
    })
