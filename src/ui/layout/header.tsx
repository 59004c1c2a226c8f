import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Emblem } from '../emblem/emblem.tsx'
import { emblemFile } from '../emblem/emblem-file.ts'
import { PostButton } from '../form/buttons.tsx'
import { Icon } from '../icons/icon.tsx'
import { type MenuItem, usePage } from '../page.tsx'
import { Languages } from './languages.tsx'
import { currentAt, sectionOf, topEntries } from './menu.ts'

// The plain mark: the umbrella of everybody.
const markSegments = 8

// A coalition's emblem comes as a file that browsers keep, not again with every page.
const BrandEmblem = () => {
  const { umbrella, link } = usePage()
  const members = umbrella?.emblem ?? markSegments
  if (typeof members === 'number' || members.length === 0) return <Emblem members={members} />
  const path = link(`/emblem/${emblemFile(members).version}`)
  return <img class="emblem" src={path} width="48" height="48" alt="" />
}

const Brand = () => {
  const { i18n, umbrella, link, t } = usePage()
  const name = umbrella ? i18n.text(umbrella.name) : { value: t('ui.name'), lang: i18n.lang, dir: i18n.dir }
  return (
    <a class="brand" href={link('/')}>
      <BrandEmblem />
      <span lang={name.lang} dir={name.dir}>
        {name.value}
      </span>
    </a>
  )
}

const Account = () => {
  const { viewer, rootLink, t } = usePage()
  return (
    <a class="account" href={rootLink(viewer.signedIn ? '/account' : '/sign-in')}>
      <Icon name={viewer.signedIn ? 'user' : 'log-in'} />
      {viewer.signedIn ? (viewer.name ?? t('ui.nav.account')) : t('ui.nav.signIn')}
    </a>
  )
}

/** While the own vault is open, wherever one is: whoever leaves the device for a moment locks it with one press. */
const OpenVault = () => {
  const { vaultOpenUntil, rootLink, t } = usePage()
  if (!vaultOpenUntil) return null
  const left = vaultOpenUntil.since(Temporal.Now.instant()).total('minutes')
  return (
    <div class="open-vault">
      <a href={rootLink('/account/vault')}>
        <Icon name="lock-open" />
        {t('ui.vault.open', { minutes: Math.max(1, Math.ceil(left)) })}
      </a>
      <PostButton action={rootLink('/account/vault/locking')} look="quiet" icon="lock" small>
        {t('ui.vault.lock')}
      </PostButton>
    </div>
  )
}

type MenuListProps = { items: readonly MenuItem[]; label: string; place: string }

const MenuList = ({ items, label, place }: MenuListProps) => {
  const { menu, link, t } = usePage()
  const isInside = (item: MenuItem) => sectionOf(menu, item).some(each => currentAt(place, each))
  const current = (item: MenuItem) => currentAt(place, item) ?? (isInside(item) ? 'true' : undefined)
  if (items.length === 0) return null
  return (
    <nav aria-label={label}>
      <ul class="menu-list">
        {items.map(item => (
          <li>
            <a href={link(item.path)} aria-current={current(item)}>
              {t(item.label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Menus = ({ place }: { place: string }) => {
  const { menu, t } = usePage()
  const entries = topEntries(menu)
  return (
    <>
      <MenuList items={entries.filter(i => i.place === 'main')} label={t('ui.nav.main')} place={place} />
      <MenuList items={entries.filter(i => i.place === 'work')} label={t('ui.nav.work')} place={place} />
    </>
  )
}

/**
 * The head of every page. The navigation stands twice in the HTML, folded for phones and open for wide screens; the
 * style sheet shows exactly one, so that it works without JavaScript and is announced once. `place` as `placeIn` gives it.
 */
export const Header = ({ place }: { place: string }) => {
  const { demonstration, t } = usePage()
  const once = (part: Child) => raw(String(part))
  const [languages, account, menus] = [once(<Languages />), once(<Account />), once(<Menus place={place} />)]
  return (
    <header class="masthead">
      {demonstration && <p class="demonstration">{t('ui.demonstration')}</p>}
      <div class="masthead-row">
        <Brand />
        <div class="masthead-wide">
          <OpenVault />
          {languages}
          {account}
        </div>
        <p-details class="masthead-narrow">
          <details>
            <summary>
              <Icon name="menu" />
              {t('ui.nav.menu')}
            </summary>
            <div class="masthead-panel">
              {menus}
              {account}
              <OpenVault />
              {languages}
            </div>
          </details>
        </p-details>
      </div>
      <div class="masthead-wide masthead-menus">{menus}</div>
    </header>
  )
}
