import type { Context, MiddlewareHandler } from 'hono'
import type { Child } from 'hono/jsx'
import { pageAnswer } from '#platform/http/compression.ts'
import type { Env, PageOptions } from '#platform/http/context.ts'
import type { MenuItem } from '#platform/http/module.ts'
import { isMessageKey } from '#platform/i18n/index.ts'
import type { Assets, Page } from './page.tsx'
import { renderPage } from './render.tsx'

// The sentence after a successful POST travels in the address as a key; only keys made for that are shown.
const saidKey = /^[a-z-]+(\.[a-z]+)?\.said\.[\w.-]+$/

function describe(c: Context<Env>, menu: readonly MenuItem[], assets: Assets): Page {
  const { i18n, umbrella, viewer, platform } = c.var
  const base = umbrella ? `/${i18n.lang}/${umbrella.slug}` : `/${i18n.lang}`
  const said = c.req.query('said')
  return {
    i18n,
    umbrella,
    viewer: { signedIn: viewer.account !== null, name: viewer.session?.name ?? null },
    path: c.req.path.startsWith(`${base}/`) ? c.req.path.slice(base.length) : '/',
    url: new URL(c.req.path + new URL(c.req.url).search, platform.config.origin).href,
    menu: umbrella ? menu.filter(item => item.when?.(viewer) ?? true) : [],
    notice: said && saidKey.test(said) && isMessageKey(said) ? said : null,
    assets,
    demonstration: platform.demonstration,
  }
}

/** Gives handlers `c.var.page(<SomePage/>)`: the component rendered for this request. */
export function pages(
  menu: readonly MenuItem[],
  assets: Assets,
  vaultOpenUntil: (c: Context<Env>) => Promise<Temporal.Instant | null> = async () => null,
): MiddlewareHandler<Env> {
  return (c, next) => {
    c.set('page', async (body: Child, options: PageOptions = {}) => {
      const page = { ...describe(c, menu, assets), vaultOpenUntil: await vaultOpenUntil(c) }
      return pageAnswer(c, await renderPage(page, body), options.status)
    })
    return next()
  }
}
