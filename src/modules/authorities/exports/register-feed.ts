import { Feed } from 'feed'
import type { I18n, Localised } from '#platform/i18n/index.ts'
import { plainAsHtml } from '#platform/text/plain-as-html.ts'
import { stepJournal } from '../journal/steps.ts'
import { materialKindWords } from '../material-words.ts'
import type { MaterialView } from '../queries/materials.ts'
import type { PublicEvent } from '../queries/register-events.ts'
import { responseFormWords } from '../register-words.ts'
import { resolutionWords } from '../words.ts'
import { materialAddress } from './materials.ts'
import { addressOf } from './register.ts'

type Given = {
  i18n: I18n
  name: Localised
  home: string
  events: readonly PublicEvent[]
  materials: readonly MaterialView[]
}

function sentence(i18n: I18n, { kind, form, resolution }: PublicEvent): string {
  const happened = i18n.t(stepJournal[`authorities.step_${kind}`])
  const more = form ? i18n.t(responseFormWords[form]) : resolution && i18n.t(resolutionWords[resolution])
  return more ? `${happened}: ${more}` : happened
}

type Entry = { id: string; link: string; title: string; description: string; at: Temporal.Instant }

const entryOf = (i18n: I18n, home: string, event: PublicEvent): Entry => ({
  id: `${addressOf(home, event)}#${event.step}`,
  link: addressOf(home, event),
  title: `${i18n.t('authorities.register.number', { number: String(event.number) })} · ${event.title}`,
  description: sentence(i18n, event),
  at: event.shownAt,
})

const entryOfMaterial = (i18n: I18n, home: string, material: MaterialView): Entry => ({
  id: materialAddress(home, material),
  link: materialAddress(home, material),
  title: material.title,
  description: `${i18n.t(materialKindWords[material.kind])} · ${i18n.text(material.body.name).value}`,
  at: Temporal.Instant.from(material.publishedAt ?? '1970-01-01T00:00:00Z'),
})

/** What happened publicly and what was published on the cooperation with public bodies, the newest first, as Atom. */
export function registerAtom({ i18n, name, home, events, materials }: Given): string {
  const register = `${home}/communications`
  const entries = [
    ...events.map(event => entryOf(i18n, home, event)),
    ...materials.map(material => entryOfMaterial(i18n, home, material)),
  ].sort((a, b) => Temporal.Instant.compare(b.at, a.at))
  const feed = new Feed({
    id: register,
    link: register,
    title: `${i18n.text(name).value}: ${i18n.t('authorities.register.title')}`,
    language: i18n.lang,
    copyright: '',
    updated: new Date(entries[0]?.at.epochMilliseconds ?? 0),
    feedLinks: { atom: `${register}.atom` },
  })
  for (const { at, title, description, ...entry } of entries)
    feed.addItem({
      ...entry,
      title: plainAsHtml(title),
      description: plainAsHtml(description),
      date: new Date(at.epochMilliseconds),
    })
  return feed.atom1()
}
