import { Feed } from 'feed'
import type { I18n, Localised } from '#platform/i18n/index.ts'
import { plainAsHtml } from '#platform/text/plain-as-html.ts'
import { stepWords } from '../legislation-words.ts'
import type { PublicStep } from '../queries/proposal-steps.ts'

type Given = { i18n: I18n; name: Localised; home: string; steps: readonly PublicStep[] }

/** What happened to proposals for laws, as Atom. */
export function legislationAtom({ i18n, name, home, steps }: Given): string {
  const list = `${home}/legislation`
  const feed = new Feed({
    id: list,
    link: list,
    title: `${i18n.text(name).value}: ${i18n.t('councils.legislation.title')}`,
    language: i18n.lang,
    copyright: '',
    updated: new Date(steps[0]?.at.epochMilliseconds ?? 0),
    feedLinks: { atom: `${list}.atom` },
  })
  for (const { id, number, title, kind, reference, at } of steps) {
    feed.addItem({
      id: `${list}/${number}#${id}`,
      link: `${list}/${number}`,
      title: plainAsHtml(`${i18n.t('councils.legislation.numbered', { number })} · ${title}`),
      description: plainAsHtml([i18n.t(stepWords[kind]), reference].filter(Boolean).join(': ')),
      date: new Date(at.epochMilliseconds),
    })
  }
  return feed.atom1()
}
