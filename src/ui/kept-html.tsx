import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { kept, keptWith } from '#platform/kept.ts'
import { usePage } from './page.tsx'

type Place = `${string} ${string} ${string}`

/**
 * A component whose HTML is kept with the object it shows, once for each language, zone and umbrella. Only for what depends
 * on nothing else, such as who looks or what day it is.
 */
export function keptHtml<Of extends object>(Show: (props: { of: Of }) => Child) {
  // The place is the key alone: components ask the page for it themselves.
  const htmlOf = keptWith((of: Of) => kept((_: Place) => raw(String(<Show of={of} />))))
  return ({ of }: { of: Of }) => {
    const { i18n, umbrella } = usePage()
    return htmlOf(of)(`${i18n.lang} ${i18n.zone} ${umbrella?.slug ?? ''}`)
  }
}
