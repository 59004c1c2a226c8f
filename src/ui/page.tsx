import { createContext, useContext } from 'hono/jsx'
import type { MenuItem as PlatformMenuItem } from '#platform/http/module.ts'
import type { I18n, MessageKey } from '#platform/i18n/index.ts'
import { keptWith } from '#platform/kept.ts'
import type { UmbrellaFace as PlatformUmbrellaFace } from '#platform/umbrellas/index.ts'
import type { EmblemMembers } from './emblem/emblem.tsx'

/** What a page shows of the umbrella it belongs to. Without `emblem` the plain mark stands for it. */
export type UmbrellaFace = Pick<
  PlatformUmbrellaFace,
  'id' | 'slug' | 'name' | 'accent' | 'locales' | 'zone'
> & {
  /** Members as a count, or as their ordinals of joining (0-based) when some have left. */
  emblem?: EmblemMembers
}

export type Viewer = { signedIn: boolean; name: string | null }

/** An entry of the navigation: `main` for everybody, `work` for the people inside. `path` is inside the umbrella. */
export type MenuItem = Pick<PlatformMenuItem, 'label' | 'path' | 'place' | 'parent'>

/** Addresses of the built files, see `readAssets`. `scripts`: those of single pages, by their sources. */
export type Assets = { css: string; js: string; icons: string; scripts?: Readonly<Record<string, string>> }

/** Everything a component may know about the request it is rendered for. */
export type Page = {
  i18n: I18n
  umbrella: UmbrellaFace | null
  viewer: Viewer
  /** The path after `/{locale}` and, inside an umbrella, `/{slug}`: `/directory`, or `/` for the home. */
  path: string
  /** The absolute address asked for, with its query. */
  url: string
  menu: readonly MenuItem[]
  notice: MessageKey | null
  /** Until when the person's vault stays open, where it is. */
  vaultOpenUntil?: Temporal.Instant | null
  assets: Assets
  demonstration: boolean
}

export const PageContext = createContext<Page | null>(null)

export type PageTools = Page & {
  t: I18n['t']
  /** The address of a path inside the umbrella: `link('/directory')` → `/uk/international-union/directory`. */
  link: (path: string) => string
  /** The address of a path of the installation, outside every umbrella: `rootLink('/account')` → `/uk/account`. */
  rootLink: (path: string) => string
}

/** The page being rendered. Outside a `PageContext.Provider` this is a bug and throws. */
export function usePage(): PageTools {
  const page = useContext(PageContext)
  if (!page) throw new Error('usePage() was called outside <PageContext.Provider>')
  return toolsFor(page)
}

// Made once for each page: a list asks for them in every cell.
const toolsFor = keptWith((page: Page): PageTools => {
  const { i18n, umbrella } = page
  return {
    ...page,
    t: i18n.t,
    link: path => address(i18n.lang, umbrella?.slug, path),
    rootLink: path => address(i18n.lang, undefined, path),
  }
})

/** `/{locale}[/{slug}]{path}`; the path `/` adds nothing, so a home has one address only. */
export function address(locale: string, slug: string | undefined, path: string): string {
  const start = slug === undefined ? `/${locale}` : `/${locale}/${slug}`
  return path === '/' || path === '' ? start : `${start}${path}`
}
