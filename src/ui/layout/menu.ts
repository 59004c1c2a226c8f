import type { MenuItem } from '../page.tsx'
import type { Crumb } from './breadcrumbs.tsx'

/** The value of `aria-current` for an entry: the reader is on its page, somewhere below it, or elsewhere. */
export function currentAt(path: string, item: MenuItem): 'page' | 'true' | undefined {
  if (path === item.path) return 'page'
  return item.path !== '/' && path.startsWith(`${item.path}/`) ? 'true' : undefined
}

/** Where in the menu a page stands: at its own address, or else where the way to it leads through. */
export function placeIn(menu: readonly MenuItem[], path: string, crumbs: readonly Crumb[]): string {
  const stands = (at: string) => menu.some(item => currentAt(at, item))
  if (stands(path)) return path
  const way = crumbs.findLast(crumb => stands(crumb.path))
  return way ? `${way.path}/…` : path
}

/** Entries of the menu itself. One whose parent this viewer does not see stands there too, or nobody would find it. */
export const topEntries = (menu: readonly MenuItem[]): MenuItem[] =>
  menu.filter(item => item.parent === undefined || !menu.some(({ path }) => path === item.parent))

/** The pages of an entry's section: the entry and those that name it as their parent. */
export const sectionOf = (menu: readonly MenuItem[], entry: MenuItem): MenuItem[] => [
  entry,
  ...menu.filter(item => item.parent === entry.path),
]

/** The pages of the section in which a place is; none when its entry stands alone. */
export function sectionAt(menu: readonly MenuItem[], place: string): MenuItem[] {
  const sections = topEntries(menu).map(entry => sectionOf(menu, entry))
  return sections.find(pages => pages.length > 1 && pages.some(item => currentAt(place, item))) ?? []
}

/** Which page of a section the reader is on: of two whose addresses begin alike, the one that says more. */
export const nearest = (section: readonly MenuItem[], place: string): MenuItem | undefined =>
  section.filter(item => currentAt(place, item)).toSorted((a, b) => b.path.length - a.path.length)[0]
