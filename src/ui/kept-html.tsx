import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { usePage } from './page.tsx'

type Place = `${string} ${string} ${string}`

/**
 * A component whose HTML is kept with the object it shows, once for each language, zone and umbrella. Only for what depends
 * on nothing else, such as who looks or what day it is.
 */
export function keptHtml<Of extends object>(Show: (props: { of: Of }) => Child) {
  const kept = new WeakMap<Of, Map<Place, ReturnType<typeof raw>>>()
  return ({ of }: { of: Of }) => {
    const { i18n, umbrella } = usePage()
    const place: Place = `${i18n.lang} ${i18n.zone} ${umbrella?.slug ?? ''}`
    const here = kept.get(of) ?? new Map<Place, ReturnType<typeof raw>>()
    kept.set(of, here)
    const html = here.get(place) ?? raw(String(<Show of={of} />))
    here.set(place, html)
    return html
  }
}
