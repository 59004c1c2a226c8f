import type { MenuItem } from '#platform/http/module.ts'
import { seesInside } from './policy/councils.ts'

/** What councils add to the menus. */
export const councilsMenu: MenuItem[] = [
  { path: '/councils', label: 'councils.menu', place: 'main', parent: '/communications' },
  { path: '/legislation', label: 'councils.legislation.title', place: 'main', parent: '/communications' },
  { path: '/liaisons', label: 'councils.liaison.menu', place: 'main', parent: '/communications' },
  {
    path: '/delegation',
    label: 'councils.delegation.title',
    place: 'work',
    parent: '/communications/drafts',
    when: seesInside,
  },
]
