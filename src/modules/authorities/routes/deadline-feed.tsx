import { allow, open } from '#platform/http/access.ts'
import { NotFound } from '#platform/http/errors.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { feedEntries, hasFeed, makeFeed, removeFeed } from '../actions/keep-feed.ts'
import { calendarFile } from '../deadlines/ics.ts'
import { DeadlineFeedPage } from '../pages/deadline-feed.tsx'
import { hasDates } from '../policy/steps.ts'

/** Days of a person's letters for their own calendar: numbers and days, no words, at an address that can be taken back. */
export const deadlineFeedRoutes = umbrellaRoutes()
  .get('/calendar-feed', allow(hasDates), async c =>
    c.var.page(<DeadlineFeedPage has={await c.var.readOnce(hasFeed)} />),
  )

  // The answer itself shows the secret: behind a redirect it would stand in an address or a cookie.
  .post('/calendar-feed', allow(hasDates), async c => {
    const token = await c.var.write(makeFeed)
    const { platform, locale, umbrella } = c.var
    const address = `${platform.config.origin}/${locale}/${umbrella.slug}/calendar-feed/${token}`
    return c.var.page(<DeadlineFeedPage has address={address} />)
  })

  .post('/calendar-feed/removal', allow(hasDates), async c => {
    await c.var.write(removeFeed)
    return c.var.seeOther('/calendar-feed', 'authorities.deadline.said.feedRemoved')
  })

  .get('/calendar-feed/:token', open, async c => {
    const token = c.req.param('token')
    if (!/^[\w-]{43}$/.test(token)) throw new NotFound()
    const entries = await c.var.readOnce(tx => feedEntries(tx, token))
    const { i18n, platform, locale, umbrella } = c.var
    const at = `${platform.config.origin}/${locale}/${umbrella.slug}`
    const events = entries.map(({ deadline, number, dueOn, updatedAt }) => ({
      ...{ uid: `${deadline}@${new URL(platform.config.origin).hostname}`, day: dueOn },
      stamp: Temporal.Instant.from(updatedAt.replace(' ', 'T')),
      summary: i18n.t('authorities.deadline.feed.event', { number }),
      url: `${at}/communications/${number}`,
    }))
    return c.body(calendarFile(i18n.t('authorities.deadline.feed.title'), events), 200, {
      'content-type': 'text/calendar; charset=utf-8',
    })
  })
