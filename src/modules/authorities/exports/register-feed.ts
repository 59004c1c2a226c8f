import { Feed } from 'feed'
import type { I18n, Localised } from '#platform/i18n/index.ts'
import { plainAsHtml } from '#platform/text/plain-as-html.ts'
import { stepJournal } from '../journal/steps.ts'
import type { PublicEvent } from '../queries/register-events.ts'
import { responseFormWords } from '../register-words.ts'
import { resolutionWords } from '../words.ts'
import { addressOf } from './register.ts'

type Given = { i18n: I18n; name: Localised; home: string; events: readonly PublicEvent[] }

function sentence(i18n: I18n, { kind, form, resolution }: PublicEvent): string {
  const happened = i18n.t(stepJournal[`authorities.step_${kind}`])
  const more = form ? i18n.t(responseFormWords[form]) : resolution && i18n.t(resolutionWords[resolution])
  return more ? `${happened}: ${more}` : happened
}

/** What happened publicly, as Atom. */
export function registerAtom({ i18n, name, home, events }: Given): string {
  const register = `${home}/communications`
  const feed = new Feed({
    id: register,
    link: register,
    title: `${i18n.text(name).value}: ${i18n.t('authorities.register.title')}`,
    language: i18n.lang,
    copyright: '',
    updated: new Date(events[0]?.shownAt.epochMilliseconds ?? 0),
    feedLinks: { atom: `${register}.atom` },
  })
  for (const event of events) {
    feed.addItem({
      id: `${addressOf(home, event)}#${event.step}`,
      link: addressOf(home, event),
      title: plainAsHtml(
        `${i18n.t('authorities.register.number', { number: String(event.number) })} · ${event.title}`,
      ),
      description: plainAsHtml(sentence(i18n, event)),
      date: new Date(event.shownAt.epochMilliseconds),
    })
  }
  return feed.atom1()
}
